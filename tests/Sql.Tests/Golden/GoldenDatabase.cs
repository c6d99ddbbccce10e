using System.Collections.Frozen;
using Relata.Databases.MySql;
using Relata.Databases.Postgres;
using Relata.Databases.Postgres.Sql;
using Relata.Databases.Sqlite;
using Relata.Dialects.Contract;
using Relata.Dialects.Ex;
using Relata.Dialects.Rest;
using Relata.Model.Expressions;
using Relata.Model.Failures;
using Relata.Model.Schema;
using Relata.Planning;
using Relata.Planning.Paging;
using Relata.Planning.Plans;
using Relata.Sql.Rewrites;

namespace Relata.Sql.Tests.Golden;

/// <summary>A database as far as it takes part in making SQL.</summary>
internal sealed class GoldenDatabase
{
    private readonly DatabaseSchema schema;
    private readonly Planner planner;
    private readonly SqlCompiler compiler;

    private GoldenDatabase(string name, string mainSchema, Capabilities capabilities, SqlCompiler compiler)
    {
        Name = name;
        schema = GoldenSchema.Build(mainSchema);
        planner = new Planner(new Limits(), capabilities, new CursorSeal("golden"u8.ToArray()));
        this.compiler = compiler;
    }

    /// <summary>Every database.</summary>
    public static IReadOnlyList<GoldenDatabase> All { get; } =
    [
        new("postgres", "public",
            new Capabilities { Database = "PostgreSQL", Containers = PostgresDatabase.Containers, Functions = PostgresDatabase.Functions, Extensions = PostgresDatabase.Extensions, Estimates = true, Callers = true, MaxParameters = 65_535 }, new SqlCompiler([new PageBeforeLists(), new PostgresSpelling()])),
        new("sqlite", "main",
            new Capabilities { Database = "SQLite", Containers = SqliteDatabase.Containers, Functions = SqliteDatabase.Functions, Extensions = FrozenDictionary<Function, string>.Empty, Estimates = false, Callers = false, MaxParameters = 32_766 }, new SqlCompiler(SqliteDatabase.Rewrites, SqliteDatabase.Quote)),
        new("mysql", "shop",
            new Capabilities { Database = "MariaDB", Containers = MySqlDatabase.Containers, Functions = MySqlDatabase.Functions, Extensions = FrozenDictionary<Function, string>.Empty, Estimates = false, Callers = false, MaxParameters = 65_535 }, new SqlCompiler(MySqlDatabase.Rewrites, MySqlDatabase.Quote)),
    ];

    /// <summary>The name of its files.</summary>
    public string Name { get; }

    /// <summary>What the call leads to: its SQL, or its failure.</summary>
    public GoldenAnswer Answer(ApiCall call)
    {
        try
        {
            var plan = Plan(call);
            var statements = StepsOf(plan).SelectMany(Print).ToList();
            if (plan.Before is { } before)
                statements.InsertRange(0, Print(before).Select(statement => "-- before:\n" + statement));
            if (plan.Unguarded is { } unguarded)
                statements.AddRange(Print(unguarded).Select(statement => "-- if no row was met:\n" + statement));
            if (plan.IfAbsent?.Insert is { } insert)
                statements.AddRange(Print(insert).Select(statement => "-- if it is absent:\n" + statement));
            if (plan.ReadBack is { } back)
                statements.AddRange(Written(back).SelectMany(Print).Select(statement => "-- once it is written:\n" + statement));
            return new GoldenAnswer(string.Join("-- next\n", statements), null);
        }
        catch (FailureException e)
        {
            return new GoldenAnswer(null, GoldenText.Of(e.Failure));
        }
    }

    /// <summary>The fingerprint and the printed script of every step of the call; none when it fails.</summary>
    public IEnumerable<(string Fingerprint, string Script)> Shapes(ApiCall call)
    {
        if (Answer(call).Sql is null) return [];
        var plan = Plan(call);
        return StepsOf(plan).Concat(new Plan?[] { plan.Before, plan.Unguarded, plan.IfAbsent?.Insert }.OfType<Plan>()).Select(step =>
            (new Fingerprint().Of(step, schema.Version).ToString(), GoldenText.Of(compiler.Compile(step))));
    }

    /// <summary>Reads two rows, whose keys are made up of numbers.</summary>
    private static IEnumerable<ReadPlan> Written(ReadBack back) =>
        back.Of(new[] { "\"1\"", "\"2\"" }.Select(value => $"[{string.Join(',', back.Key.Columns.Select(_ => value))}]"));

    private static IReadOnlyList<Plan> StepsOf(Plan plan) => plan is BatchPlan batch ? batch.Steps : [plan];

    private Plan Plan(ApiCall call)
    {
        var options = new RestOptions { PutCreates = call.Header("If-None-Match") == "*" };
        IDialect dialect = call.Path.StartsWith("/ex/", StringComparison.Ordinal)
            ? new ExDialect(new ExOptions())
            : new RestDialect(options);
        var request = dialect.Parse(call, schema).Request;
        if (call.Header("If-Match") is not null) request = request with { ReadsFirst = request.NamesOneRow };
        return planner.Plan(request, schema);
    }

    private IEnumerable<string> Print(Plan plan)
    {
        var script = compiler.Compile(plan);
        var answered = script.CountsFirst ? 1 : 0;
        return script.Statements.Select((statement, i) =>
            GoldenText.Of(statement, plan.Values) + (i == answered ? GoldenText.Of(script.Layout) : ""));
    }
}

/// <summary>What a call leads to; one of the two is null.</summary>
internal sealed record GoldenAnswer(string? Sql, string? Failure);
