using System.Collections;
using System.Collections.Frozen;
using System.Globalization;
using Relata.Databases.Postgres.Sql;
using Relata.Dialects.Contract;
using Relata.Dialects.Ex;
using Relata.Dialects.Rest;
using Relata.Execution;
using Relata.Http.Calls;
using Relata.Model.Expressions;
using Relata.Model.Failures;
using Relata.Model.Schema;
using Relata.Planning;
using Relata.Planning.Paging;
using Relata.Planning.Plans;
using Relata.Sql;
using Relata.Sql.Rewrites;

namespace Relata.Http.Tests;

/// <summary>The two ways of a call to its plan: through the dialect and the planner, and through calls before it.</summary>
internal sealed class Ways
{
    private static readonly RestDialect Rest = new(new RestOptions());
    private static readonly ExDialect Ex = new(new ExOptions());

    private static readonly Planner Planner = new(
        new Limits(),
        new Capabilities
        {
            Database = "Test", Containers = [.. Enum.GetValues<TypeKind>()], Functions = [.. Enum.GetValues<Function>()],
            Extensions = FrozenDictionary<Function, string>.Empty, Estimates = true, Callers = true, MaxParameters = 1000,
        },
        new CursorSeal(new byte[32]));

    private static int asked;

    private readonly ScriptCache scripts = new(new SqlCompiler([new PageBeforeLists(), new PostgresSpelling()]), new Unconnected(), capacity: 100_000);

    public KnownCalls Known { get; } = new();

    /// <summary>A GET as it comes from a client.</summary>
    /// <param name="target">Path and query, below a mount if it is that of ex.</param>
    /// <param name="headers">The headers as <c>Name: value</c>.</param>
    public static Asked Get(string target, params string[] headers)
    {
        var isEx = target.StartsWith("/ex/", StringComparison.Ordinal);
        var (mount, below) = isEx ? ("/ex", target[3..]) : ("/api", target);
        var question = below.IndexOf('?', StringComparison.Ordinal);
        var (path, query) = question < 0 ? (below, "") : (below[..question], below[(question + 1)..]);
        var sent = headers.ToDictionary(
            header => header.Split(": ")[0], header => header.Split(": ")[1], StringComparer.OrdinalIgnoreCase);
        return new Asked(isEx ? Ex : Rest, new ApiCall("GET", mount, path, query, null)
        {
            Headers = CallHeaders.Of(sent, $"https://{Interlocked.Increment(ref asked)}.example.org"),
        });
    }

    /// <summary>What the dialect and the planner make of a call; null when it is refused.</summary>
    public PlannedRead? Fully(Asked asked, DatabaseSchema? schema = null)
    {
        try
        {
            var parsed = asked.Dialect.Parse(asked.Call, schema ?? Everything.Schema);
            var plan = (ReadPlan)Planner.Plan(parsed.Request, schema ?? Everything.Schema);
            return new PlannedRead(parsed, plan, scripts.For(plan, (schema ?? Everything.Schema).Version));
        }
        catch (FailureException)
        {
            return null;
        }
    }

    /// <summary>What is found for a call.</summary>
    public PlannedRead? Shortly(Asked asked, DatabaseSchema? schema = null) =>
        Known.Find(asked.Dialect, asked.Call, schema ?? Everything.Schema);

    /// <summary>Goes the full way and keeps what became of the call.</summary>
    public PlannedRead? Learn(Asked asked, DatabaseSchema? schema = null)
    {
        var read = Fully(asked, schema);
        if (read is not null) Known.Keep(asked.Dialect, asked.Call, schema ?? Everything.Schema, read);
        return read;
    }

    /// <summary>Everything about a read that its answer depends on, as a text.</summary>
    public static string Describe(PlannedRead read)
    {
        var (parsed, plan) = (read.Parsed, read.Plan);
        return $"""
            {new Fingerprint().Of(plan, 1)}
            {Print(plan.Values)}
            {plan.Table} {plan.Limit} {plan.LooksAhead} {plan.IsBackward} {plan.Count} {plan.Cursors is null} {plan.Partition}
            {Print(plan.Projection.Layout.Fields.Select(field => field.Name))}
            {parsed.Envelope} {parsed.NeedsPrimary} {parsed.Request.NamesOneRow} {parsed.Request.GetType().Name}
            """;
    }

    private static string Print(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        byte[] bytes => Convert.ToHexString(bytes),
        IEnumerable list => $"[{string.Join(',', list.Cast<object?>().Select(Print))}]",
        _ => string.Create(CultureInfo.InvariantCulture, $"{value.GetType().Name} {value}"),
    };

    private sealed class Unconnected : ISessionSource
    {
        public PreparedScript Prepare(Script script) => new Unprepared(script);

        public ValueTask<Rows> ReadAsync(ScriptRun run, CancellationToken stop) => throw new NotSupportedException();

        public ITransaction Begin() => throw new NotSupportedException();

        public void ForgetSchema() => throw new NotSupportedException();

        public ValueTask PingAsync(CancellationToken stop) => throw new NotSupportedException();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    private sealed class Unprepared(Script script) : PreparedScript(script);
}

/// <summary>A call and who reads it.</summary>
internal sealed record Asked(IDialect Dialect, ApiCall Call);
