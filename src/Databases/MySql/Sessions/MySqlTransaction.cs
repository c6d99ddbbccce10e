using Relata.Execution;
using Relata.Model.Failures;

namespace Relata.Databases.MySql.Sessions;

/// <summary>A transaction on a connection of its own, from its first run to its end.</summary>
/// <param name="pool">Lends the connection.</param>
internal sealed class MySqlTransaction(MySqlPool pool) : ITransaction
{
    private MySqlSession? session;
    private MySqlRows? last;
    private bool isMoving;

    /// <inheritdoc/>
    public async ValueTask<Rows> RunAsync(IReadOnlyList<ScriptRun> runs, CancellationToken stop)
    {
        await EndLastAsync(stop);
        var begins = session is null;
        session ??= await pool.RentAsync(stop);
        last = new MySqlRows(session, runs, pool: null, begins);
        isMoving = false;
        return last;
    }

    /// <inheritdoc/>
    public ValueTask CommitAsync(CancellationToken stop) => EndAsync(commits: true, stop);

    /// <inheritdoc/>
    public ValueTask RehearseAsync(CancellationToken stop) => EndAsync(commits: false, stop);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (last is not null) await last.DisposeAsync();
        if (session is null) return;
        try
        {
            if (session is { IsInTransaction: true, IsBroken: false })
                await EndTransactionAsync(session, commits: false, CancellationToken.None);
        }
        catch (FailureException)
        {
            // The connection is closed, and with it the transaction ends.
        }

        pool.Return(session);
        session = null;
    }

    private async ValueTask EndAsync(bool commits, CancellationToken stop)
    {
        await EndLastAsync(stop);
        if (session is not null) await EndTransactionAsync(session, commits, stop);
        isMoving = false;
    }

    private static async ValueTask EndTransactionAsync(MySqlSession session, bool commits, CancellationToken stop) =>
        await session.DoAsync(
            _ =>
            {
                session.End(commits);
                return 0;
            },
            stop);

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
