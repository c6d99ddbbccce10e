using Microsoft.Data.Sqlite;
using Relata.Execution;
using Relata.Model.Failures;
using Relata.Sql;

namespace Relata.Databases.Sqlite.Sessions;

/// <summary>Runs scripts on one SQLite file: several connections that only read, and one that writes.</summary>
/// <remarks>
/// SQLite has one writer at a time anyway (https://www.sqlite.org/lockingv3.html), so writes queue here and not on the
/// file's lock. The file's journal mode is its owner's choice and stays as it is; WAL lets reads and writes go on side
/// by side.
/// </remarks>
public sealed class SqliteSessionSource : ISessionSource
{
    private readonly SqliteTurns turns;
    private readonly SqliteFile file;
    private readonly SqlitePool readers;
    private readonly SqlitePool writer;

    /// <summary>Opens nothing yet: a missing file shows at the first run.</summary>
    /// <param name="path">The database file; it is never created.</param>
    /// <param name="options">Numbers and times.</param>
    /// <param name="time">The clock for all waiting.</param>
    public SqliteSessionSource(string path, SqliteSessionOptions options, TimeProvider time)
    {
        turns = new SqliteTurns(time);
        file = new SqliteFile(path, options, time, turns);
        readers = new SqlitePool(options.Readers, OpenReaderAsync, options.ConnectionTimeout, time);
        writer = new SqlitePool(1, file.OpenWriterAsync, options.ConnectionTimeout, time);
    }

    /// <inheritdoc/>
    public PreparedScript Prepare(Script script) => new SqliteScript(script);

    /// <inheritdoc/>
    public async ValueTask<Rows> ReadAsync(ScriptRun run, CancellationToken stop)
    {
        run.RequireNoCaller("SQLite");
        var session = await readers.RentAsync(stop);
        var rows = new SqliteRows(session, [run], readers);
        try
        {
            if (run.Prepared.Script.Statements.Count > 1) await session.ExecuteAsync("BEGIN", stop);
            return rows;
        }
        catch
        {
            await rows.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public ITransaction Begin() => new SqliteTransaction(writer, turns);

    /// <summary>A connection that can write and that nobody else uses, and its turn among those that write.</summary>
    internal async ValueTask<SqliteSession> BeginAsync(CancellationToken stop)
    {
        var session = await writer.RentAsync(stop);
        try
        {
            await turns.GiveWayAsync(stop);
            await session.ExecuteAsync("BEGIN IMMEDIATE", stop);
            return session;
        }
        catch
        {
            writer.Return(session);
            throw;
        }
    }

    /// <summary>Takes such a connection back, of which nothing is kept.</summary>
    internal void End(SqliteSession session)
    {
        session.RollBack();
        session.Retire();
        writer.Return(session);
    }

    /// <inheritdoc/>
    public void ForgetSchema()
    {
        // SQLite prepares a statement anew by itself (https://www.sqlite.org/c3ref/prepare.html).
    }

    /// <inheritdoc/>
    public async ValueTask PingAsync(CancellationToken stop)
    {
        file.MustExist();
        var session = await readers.RentAsync(stop);
        try
        {
            await session.ExecuteAsync("PRAGMA schema_version", stop);
        }
        finally
        {
            readers.Return(session);
        }
    }

    /// <summary>Prepares a statement without running it, and looks at it.</summary>
    internal async ValueTask<T> LookAtAsync<T>(
        string text, Func<SqliteStatement, T> look, CancellationToken stop)
    {
        var session = await readers.RentAsync(stop);
        try
        {
            return look(await session.PrepareAsync(text, stop));
        }
        finally
        {
            readers.Return(session);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        readers.Dispose();
        writer.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>
    /// After a crash in the middle of a write, only a connection that writes can undo the rest
    /// (https://www.sqlite.org/rescode.html#readonly_rollback): it is opened for that, and the reader again.
    /// </summary>
    private async ValueTask<SqliteSession> OpenReaderAsync(CancellationToken stop)
    {
        try
        {
            return await file.OpenReaderAsync(stop);
        }
        catch (FailureException e) when (e.InnerException is SqliteException cause && SqliteFailures.NeedsWriter(cause))
        {
            var session = await writer.RentAsync(stop);
            try
            {
                await session.ExecuteAsync("PRAGMA schema_version", stop);
            }
            finally
            {
                writer.Return(session);
            }

            return await file.OpenReaderAsync(stop);
        }
    }
}
