using Relata.Execution;

namespace Relata.Databases.Sqlite.Sessions;

/// <summary>A transaction on the connection that writes, from its first run to its end.</summary>
/// <param name="writer">Lends that connection.</param>
/// <param name="turns">Whom it lets go first.</param>
internal sealed class SqliteTransaction(SqlitePool writer, SqliteTurns turns) : ITransaction
{
    private SqliteSession? session;
    private SqliteRows? last;
    private bool isMoving;

    /// <inheritdoc/>
    public async ValueTask<Rows> RunAsync(IReadOnlyList<ScriptRun> runs, CancellationToken stop)
    {
        foreach (var run in runs) run.RequireNoCaller("SQLite");
        await EndLastAsync(stop);
        if (session is null)
        {
            session = await writer.RentAsync(stop);
            await turns.GiveWayAsync(stop);
            await session.ExecuteAsync("BEGIN IMMEDIATE", stop);
        }

        last = new SqliteRows(session, runs, pool: null);
        isMoving = false;
        return last;
    }

    /// <inheritdoc/>
    public async ValueTask CommitAsync(CancellationToken stop)
    {
        await EndLastAsync(stop);
        if (session is not null) await session.ExecuteAsync("COMMIT", stop);
        isMoving = false;
    }

    /// <inheritdoc/>
    public async ValueTask RehearseAsync(CancellationToken stop)
    {
        await EndLastAsync(stop);
        session?.CheckDeferred();
        session?.RollBack();
        isMoving = false;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (last is not null) await last.DisposeAsync();
        if (session is null) return;
        session.RollBack();
        writer.Return(session);
        session = null;
    }

    /// <summary>Refuses to go on after a failure: what is left of the transaction may not be committed.</summary>
    private async ValueTask EndLastAsync(CancellationToken stop)
    {
        if (isMoving) throw new InvalidOperationException("A transaction that failed does not go on.");
        isMoving = true;
        if (last is null) return;
        await last.EndAsync(stop);
        await last.DisposeAsync();
        last = null;
    }
}
