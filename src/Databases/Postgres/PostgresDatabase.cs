using System.Collections.Frozen;
using Relata.Databases.Contract;
using Relata.Databases.Postgres.Catalog;
using Relata.Databases.Postgres.Functions;
using Relata.Databases.Postgres.Sessions;
using Relata.Databases.Postgres.Sql;
using Relata.Model.Expressions;
using Relata.Model.Failures;
using Relata.Model.Schema;
using Relata.Planning;
using Relata.Sql;
using Relata.Sql.Rewrites;

namespace Relata.Databases.Postgres;

/// <summary>A PostgreSQL database as a database to serve.</summary>
public static class PostgresDatabase
{
    /// <summary>
    /// A Bind message counts its parameters in 16 bits
    /// (https://www.postgresql.org/docs/current/protocol-message-formats.html).
    /// </summary>
    private const int MaxParameters = 65_535;

    /// <summary>Its functions: all that there are.</summary>
    public static FrozenSet<Function> Functions { get; } = [.. Enum.GetValues<Function>()];

    /// <summary>The kinds of columns that have the operators <c>@&gt;</c> and <c>&lt;@</c>.</summary>
    public static FrozenSet<TypeKind> Containers { get; } =
        FrozenSet.Create(TypeKind.Json, TypeKind.Array, TypeKind.Range, TypeKind.Multirange);

    /// <summary>Those functions that only an extension has.</summary>
    public static FrozenDictionary<Function, string> Extensions { get; } = new Dictionary<Function, string>
    {
        [Function.TrigramSimilar] = "pg_trgm",
        [Function.TrigramWordSimilar] = "pg_trgm",
        [Function.TrigramStrictWordSimilar] = "pg_trgm",
    }.ToFrozenDictionary();

    /// <summary>Makes it; nothing is connected yet.</summary>
    /// <param name="address">Where it is and who asks.</param>
    /// <param name="options">How many connections it gets and how long anything may take.</param>
    /// <exception cref="FailureException">The address has an option that is unknown or has no such value.</exception>
    public static Database Create(PostgresAddress address, PostgresSessionOptions options)
    {
        var connection = address.ToConnectionString();
        var pool = new PostgresPool(connection, options, address.Pooler);
        var sessions = new PostgresSessionSource(pool, options);
        return new Database
        {
            Capabilities = new Capabilities
            {
                Database = "PostgreSQL",
                Containers = Containers,
                Functions = Functions,
                Extensions = Extensions,
                Estimates = true,
                Callers = true,
                MaxParameters = MaxParameters,
            },
            Catalog = new PostgresCatalogReader(pool.OpenForCatalogAsync),
            Watch = new PostgresSchemaWatch(pool.OpenForCatalogAsync),
            Compiler = new SqlCompiler([new PageBeforeLists(), new PostgresSpelling()]),
            Sessions = sessions,
            Raw = new PostgresRawSql(pool, options),
            Functions = new PostgresFunctions(pool.OpenForCatalogAsync),
            Meters = sessions.Paths.Meters,
            Explain = failure => PostgresFailures.ForOperator(failure.InnerException ?? failure, connection),
        };
    }
}
