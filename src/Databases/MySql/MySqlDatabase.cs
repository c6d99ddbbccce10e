using System.Collections.Frozen;
using Relata.Databases.Contract;
using Relata.Databases.MySql.Catalog;
using Relata.Databases.MySql.Functions;
using Relata.Databases.MySql.Sessions;
using Relata.Databases.MySql.Sql;
using Relata.Model.Expressions;
using Relata.Model.Schema;
using Relata.Planning;
using Relata.Sql;
using Relata.Sql.Rewrites;

namespace Relata.Databases.MySql;

/// <summary>A database of MariaDB to serve.</summary>
public static class MySqlDatabase
{
    /// <summary>The number of a prepared statement's parameters has 16 bits.</summary>
    private const int MaxParameters = 65_535;

    /// <summary>The character around names, whatever the server's <c>sql_mode</c>.</summary>
    public const char Quote = '`';

    /// <summary>The functions that it has.</summary>
    public static FrozenSet<Function> Functions { get; } = FrozenSet.Create(
        Function.Date, Function.Time, Function.Year, Function.IsoYear, Function.Quarter, Function.Month, Function.Week,
        Function.Day, Function.WeekDay, Function.IsoWeekDay, Function.Hour, Function.Minute, Function.Second,
        Function.HasAnyKeys, Function.HasKeys);

    /// <summary>No kind of column: <c>JSON_CONTAINS</c> means something else than the other databases do.</summary>
    public static FrozenSet<TypeKind> Containers { get; } = FrozenSet<TypeKind>.Empty;

    /// <summary>What MariaDB says otherwise than the standard, in the order in which it is replaced.</summary>
    public static IReadOnlyList<SqlRewrite> Rewrites { get; } =
        [new Deletes(), new Pages(), new ListsAsStatements(), new MySqlSpelling(), new MySqlStatements()];

    /// <summary>Makes it; nothing is opened yet.</summary>
    /// <param name="address">Where it is.</param>
    /// <param name="options">How many connections it gets and how long anything may take.</param>
    /// <param name="time">The clock.</param>
    public static Database Create(MySqlAddress address, MySqlSessionOptions options, TimeProvider time)
    {
        var catalog = new MySqlCatalogReader(address, options, time);
        var sessions = new MySqlSessionSource(address, options, time);
        return new Database
        {
            Capabilities = new Capabilities
            {
                Database = "MariaDB",
                Containers = Containers,
                Functions = Functions,
                Extensions = FrozenDictionary<Function, string>.Empty,
                Estimates = false,
                Callers = false,
                MaxParameters = MaxParameters,
            },
            Catalog = catalog,
            Watch = new MySqlSchemaWatch(catalog, address, options, time),
            Compiler = new SqlCompiler(Rewrites, Quote),
            Sessions = sessions,
            Raw = sessions.Raw,
            Functions = new MySqlFunctionFiles(sessions),
            Explain = failure => MySqlReach.ForOperator(failure, address),
        };
    }
}
