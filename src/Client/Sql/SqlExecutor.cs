using System.Security.Cryptography;
using Relata.Databases.Contract;
using Relata.Databases.MySql;
using Relata.Databases.MySql.Sessions;
using Relata.Databases.Postgres;
using Relata.Databases.Postgres.Sessions;
using Relata.Databases.Sqlite;
using Relata.Databases.Sqlite.Sessions;
using Relata.Dialects.Contract;
using Relata.Formats;
using Relata.Introspection;
using Relata.Model.Failures;
using Relata.Model.Requests;
using Relata.Model.Schema;
using Relata.Planning.Paging;
using Relata.Planning.Plans;

namespace Relata.Client.Sql;

/// <summary>Runs requests on a database, as a server on it would.</summary>
public sealed class SqlExecutor : IRequestExecutor
{
    private readonly Database database;
    private readonly Engine engine;
    private readonly int maxBatchRequests;

    private SqlExecutor(Database database, SqlOptions options)
    {
        this.database = database;
        maxBatchRequests = options.MaxBatchRequests;
        var live = new LiveSchema(database.Catalog, options.Schemas, new TableFilter([], []))
        {
            Replacing = database.Sessions.ForgetSchema,
        };
        engine = Engine.Over(
            database, live, options.Limits, new CursorSeal(RandomNumberGenerator.GetBytes(32)), options.Time);
    }

    /// <summary>Over a PostgreSQL database; it is connected when the first request is run.</summary>
    /// <param name="uri">Such as <c>postgres://user:password@host:port/database</c>.</param>
    /// <param name="options">What is kept to; null for the defaults.</param>
    /// <exception cref="FormatException">It is no such URI.</exception>
    public static SqlExecutor OverPostgres(string uri, SqlOptions? options = null)
    {
        options ??= new SqlOptions();
        var colon = uri.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || uri[..colon].ToLowerInvariant() is not ("postgres" or "postgresql"))
            throw new FormatException("The URI must begin with postgres:// or postgresql://.");
        if (!PostgresUrlReader.TryRead(uri[(colon + 1)..], out var address, out var problem))
            throw new FormatException($"The URI {problem}.");
        return new SqlExecutor(PostgresDatabase.Create(address, new PostgresSessionOptions
        {
            MaxConnections = options.MaxConnections,
            StatementTimeout = options.StatementTimeout,
        }), options);
    }

    /// <summary>Over a database of MariaDB; it is connected when the first request is run.</summary>
    /// <param name="uri">Such as <c>mysql://user:password@host:port/database</c>.</param>
    /// <param name="options">What is kept to; null for the defaults.</param>
    /// <exception cref="FormatException">It is no such URI.</exception>
    public static SqlExecutor OverMySql(string uri, SqlOptions? options = null)
    {
        options ??= new SqlOptions();
        var colon = uri.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0 || uri[..colon].ToLowerInvariant() is not ("mysql" or "mariadb"))
            throw new FormatException("The URI must begin with mysql:// or mariadb://.");
        if (!MySqlUrlReader.TryRead(uri[(colon + 1)..], out var address, out var problem))
            throw new FormatException($"The URI {problem}.");
        return new SqlExecutor(MySqlDatabase.Create(address, new MySqlSessionOptions
        {
            MaxConnections = options.MaxConnections,
            StatementTimeout = options.StatementTimeout,
        }, options.Time), options);
    }

    /// <summary>Over an SQLite file, which must exist when the first request is run.</summary>
    /// <param name="path">The file.</param>
    /// <param name="options">What is kept to; null for the defaults.</param>
    public static SqlExecutor OverSqlite(string path, SqlOptions? options = null)
    {
        options ??= new SqlOptions();
        return new SqlExecutor(SqliteDatabase.Create(path, new SqliteSessionOptions
        {
            Readers = options.MaxConnections,
            StatementTimeout = options.StatementTimeout,
        }, options.Time), options);
    }

    /// <inheritdoc/>
    public async Task<Stream> ExecuteAsync(Batch batch, CancellationToken stop)
    {
        BatchBody.RequireAtMost(maxBatchRequests, batch.Requests.Count);
        var before = await engine.Live.LoadAsync(stop);
        try
        {
            return await RunAsync(batch, stop);
        }
        catch (FailureException e) when (e.Failure.Code is FailureCode.UnknownTable or FailureCode.UnknownColumn)
        {
            // Nobody watches the schema here: a name that is unknown may be a new one.
            if (await engine.Live.ReloadAsync(stop) == before) throw;
            return await RunAsync(batch, stop);
        }
    }

    /// <inheritdoc/>
    public async Task<Stream> ExecSqlAsync(RawSql statement, CancellationToken stop) =>
        new AnswerStream(await RawAnswer.RunAsync(engine.Raw, statement, engine.Limits.MaxRows, stop));

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => database.DisposeAsync();

    private async Task<Stream> RunAsync(Batch batch, CancellationToken stop)
    {
        var answer = await engine.RunAsync(
            schema => batch is { Requests: [Read read], AnswersEach: false }
                ? ReadAsync(read, schema, stop)
                : TransactAsync(batch, schema, stop),
            stop);
        return new AnswerStream(answer);
    }

    private async ValueTask<Answer> ReadAsync(Read read, DatabaseSchema schema, CancellationToken stop)
    {
        var plan = (ReadPlan)engine.Planner.Plan(read, schema);
        var result = await engine.Executor.ReadAsync(
            plan, engine.Executor.ScriptOf(plan, schema.Version), caller: null, needsPrimary: false, stop);
        return await ReadAnswer.CreateAsync(BatchRun.Json, BatchRun.Rows, plan, result, stop);
    }

    private async ValueTask<Answer> TransactAsync(Batch batch, DatabaseSchema schema, CancellationToken stop)
    {
        var run = new BatchRun(batch, request => engine.Planner.Plan(request, schema));
        return await engine.Executor.TransactAsync(
            schema.Version,
            caller: null,
            transaction => run.RunAsync(transaction, stop),
            isRehearsal: false,
            stop);
    }
}
