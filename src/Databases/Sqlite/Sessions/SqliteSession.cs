using Microsoft.Data.Sqlite;
using Relata.Model.Failures;
using Relata.Sql;
using SQLitePCL;

namespace Relata.Databases.Sqlite.Sessions;

/// <summary>One connection to a SQLite file, for one user at a time.</summary>
/// <remarks>It speaks to SQLite itself and not through ADO.NET: cells are borrowed from SQLite's memory.</remarks>
internal sealed class SqliteSession : IDisposable
{
    private const int LooksAtJournal = 4;

    private readonly sqlite3 connection;
    private readonly SqliteSessionOptions options;
    private readonly TimeProvider time;
    private readonly SqliteTurns? turns;
    private readonly SqliteStatements statements;
    private readonly SqliteFunctions functions;
    private readonly SqliteWatch watch;
    private readonly SqliteFileCheck fileCheck;

    /// <summary>Takes over an open connection.</summary>
    /// <param name="connection">It.</param>
    /// <param name="options">Numbers and times.</param>
    /// <param name="time">The clock for all waiting.</param>
    /// <param name="turns">Who gives way to it while it waits for a lock; nobody gives way to the writer.</param>
    public SqliteSession(sqlite3 connection, SqliteSessionOptions options, TimeProvider time, SqliteTurns? turns)
    {
        (this.connection, this.options, this.time, this.turns) = (connection, options, time, turns);
        statements = new SqliteStatements(options.KeptStatements);
        functions = new SqliteFunctions(connection);
        watch = new SqliteWatch(connection, time);
        fileCheck = new SqliteFileCheck(connection, time);
    }

    /// <summary>Whether text is stored as UTF-16, so that it has to be converted before it is borrowed.</summary>
    public bool IsUtf16 { get; private set; }

    /// <summary>Whether the connection had better not be used again.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>What the caller of the statement that went on last cancels.</summary>
    public CancellationToken Stop => watch.Stop;

    /// <summary>Whether the connection's file is deleted, or another one is in its place.</summary>
    public bool HasLostFile() => fileCheck.HasMoved();

    /// <summary>Whether a transaction is open.</summary>
    public bool IsInTransaction => raw.sqlite3_get_autocommit(connection) == 0;

    /// <summary>The rows that the last statement changed itself, without those that its triggers changed.</summary>
    public int Changes => raw.sqlite3_changes(connection);

    /// <summary>The rows changed since the connection was opened, by triggers too.</summary>
    public int TotalChanges => raw.sqlite3_total_changes(connection);

    /// <summary>
    /// Runs what every connection starts with, which also shows whether the file is a database at all.
    /// </summary>
    public async ValueTask SetUpAsync(IReadOnlyList<string> pragmas, CancellationToken stop)
    {
        foreach (var pragma in pragmas) await ExecuteAsync(pragma, stop);
        var encoding = await PrepareAsync("PRAGMA encoding", stop);
        await StartAsync(encoding, stop);
        IsUtf16 = raw.sqlite3_column_text(encoding.Handle, 0).utf8_to_string() is not "UTF-8";
        encoding.Finish();
    }

    /// <summary>Runs a statement without values to its end.</summary>
    public async ValueTask ExecuteAsync(string text, CancellationToken stop)
    {
        var statement = await PrepareAsync(text, stop);
        try
        {
            for (var hasRow = await StartAsync(statement, stop); hasRow;) hasRow = Step(statement, stop);
        }
        finally
        {
            statement.Finish();
        }
    }

    /// <summary>The kept statement with this text, or a new one.</summary>
    public ValueTask<SqliteStatement> PrepareAsync(string text, CancellationToken stop) =>
        statements.Find(text) is { } kept ? new(kept) : PrepareNewAsync(text, stop);

    /// <summary>Binds the values of a run.</summary>
    public void Bind(
        SqliteStatement statement, IReadOnlyList<StatementParameter> parameters, IReadOnlyList<object?> values)
    {
        var code = statement.Bind(parameters, values);
        if (code != raw.SQLITE_OK) throw Failed(code);
    }

    /// <summary>Runs a statement until its first row; false when there is none.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="stop">Ends it.</param>
    /// <param name="limit">How long it may run; null for as long as any other.</param>
    public async ValueTask<bool> StartAsync(
        SqliteStatement statement, CancellationToken stop, TimeSpan? limit = null)
    {
        stop.ThrowIfCancellationRequested();
        var wait = default(SqliteLockWait);
        try
        {
            while (true)
            {
                watch.Start(limit ?? options.StatementTimeout, stop);
                var code = raw.sqlite3_step(statement.Handle);
                if (!MayPass(code, wait)) return HasRow(code);
                var busy = Failed(code);
                _ = raw.sqlite3_reset(statement.Handle);
                wait ??= new SqliteLockWait(options.BusyTimeout, time, turns);
                if (!await wait.PauseAsync(stop)) throw busy;
            }
        }
        finally
        {
            wait?.Dispose();
        }
    }

    /// <summary>Goes on to the next row; false after the last.</summary>
    public bool Step(SqliteStatement statement, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        watch.Follow(stop);
        return HasRow(raw.sqlite3_step(statement.Handle));
    }

    /// <summary>
    /// Refuses what a commit would: rows whose deferred foreign keys lead nowhere
    /// (https://www.sqlite.org/c3ref/c_dbstatus_options.html, SQLITE_DBSTATUS_DEFERRED_FKS).
    /// </summary>
    public void CheckDeferred()
    {
        const int DeferredForeignKeys = 10;
        _ = raw.sqlite3_db_status(connection, DeferredForeignKeys, out var open, out _, 0);
        if (open != 0) throw SqliteFailures.ForeignKey.AsException();
    }

    /// <summary>Keeps the connection from being used again: a statement of a caller may have changed it.</summary>
    public void Retire() => IsBroken = true;

    /// <summary>Refuses a text that is no statement, or more than one.</summary>
    /// <remarks>SQLite prepares the first and passes over the rest.</remarks>
    public void RequireOne(string text)
    {
        var rest = text;
        for (var count = 0; rest.Length > 0;)
        {
            var code = raw.sqlite3_prepare_v2(connection, rest, out var statement, out rest);
            using (statement)
            {
                if (code != raw.SQLITE_OK) throw Failed(code);
                if (statement is { IsInvalid: false }) count++;
            }

            if (count > 1 || (rest.Length == 0 && count == 0)) throw NotOne();
        }
    }

    /// <summary>Undoes what an open transaction did; without one, does nothing.</summary>
    public void RollBack()
    {
        watch.Rest();
        if (IsInTransaction && raw.sqlite3_exec(connection, "ROLLBACK") != raw.SQLITE_OK) IsBroken = true;
    }

    public void Dispose()
    {
        statements.Dispose();
        connection.Dispose();
    }

    private static FailureException NotOne() =>
        new Failure(FailureCode.NotApplicable, "The text has to be one statement.").AsException();

    private async ValueTask<SqliteStatement> PrepareNewAsync(string text, CancellationToken stop)
    {
        var wait = default(SqliteLockWait);
        try
        {
            while (true)
            {
                // Preparing reads the schema, so a lock can be in the way here too.
                var code = raw.sqlite3_prepare_v3(connection, text, raw.SQLITE_PREPARE_PERSISTENT, out var handle);
                if (code == raw.SQLITE_OK)
                {
                    var statement = new SqliteStatement(text, handle);
                    statements.Keep(statement);
                    return statement;
                }

                var mayPass = MayPass(code, wait);
                var failure = Failed(code);
                wait ??= new SqliteLockWait(options.BusyTimeout, time, turns);
                if (!mayPass || !await wait.PauseAsync(stop)) throw failure;
            }
        }
        finally
        {
            wait?.Dispose();
        }
    }

    /// <summary>
    /// Whether what is in the way may be gone in a moment: a lock, or a journal that only seems to be left over.
    /// </summary>
    /// <remarks>
    /// A connection that only reads looks whether there is a journal, then whether somebody holds a lock for it. A
    /// writer that begins or commits in between leaves it with a journal that looks like a crashed writer's
    /// (https://www.sqlite.org/rescode.html#readonly_rollback); one that is left over is still there after a few looks.
    /// </remarks>
    private bool MayPass(int code, SqliteLockWait? wait) => code switch
    {
        raw.SQLITE_BUSY => true,
        raw.SQLITE_READONLY => wait is not { Pauses: >= LooksAtJournal }
            && raw.sqlite3_extended_errcode(connection) == raw.SQLITE_READONLY_ROLLBACK,
        _ => false,
    };

    private bool HasRow(int code) => code switch
    {
        raw.SQLITE_ROW => true,
        raw.SQLITE_DONE => false,
        _ => throw Failed(code),
    };

    private Exception Failed(int code)
    {
        if (code == raw.SQLITE_INTERRUPT && watch.Stop.IsCancellationRequested)
            return new OperationCanceledException(watch.Stop);
        var message = raw.sqlite3_errmsg(connection).utf8_to_string();
        var error = new SqliteException(message, code, raw.sqlite3_extended_errcode(connection));
        if (functions.TakeRefusal() is { } refusal) return refusal.AsException(error);
        IsBroken |= SqliteFailures.EndsConnection(error);
        return SqliteFailures.From(error);
    }
}
