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
        foreach (var run in runs) run.RequireNoCaller("MariaDB");
        await EndLastAsync(stop);
        session ??= await BeginAsync(stop);
        last = new MySqlRows(session, new MySqlRun(session, runs, isReadOnly: false), pool: null, first: null);
        isMoving = false;
        return last;
    }

    /// <inheritdoc/>
    public async ValueTask CommitAsync(CancellationToken stop)
    {
        await EndLastAsync(stop);
        try
        {
            if (session is not null) await EndAsync(session, commits: true, stop);
        }
        catch (FailureException e) when (e.Failure.Code == FailureCode.DatabaseUnavailable)
        {
            throw MySqlFailures.CommitIsUnknown.AsException(e);
        }

        isMoving = false;
    }

    /// <inheritdoc/>
    public async ValueTask RehearseAsync(CancellationToken stop)
    {
        await EndLastAsync(stop);
        if (session is not null) await EndAsync(session, commits: false, stop);
        isMoving = false;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (last is not null) await last.DisposeAsync();
        if (session is null) return;
        try
        {
            if (session is { IsInTransaction: true, IsBroken: false })
                await EndAsync(session, commits: false, CancellationToken.None);
        }
        catch (FailureException)
        {
            // The connection is closed, and with it the transaction ends.
        }

        pool.Return(session);
        session = null;
    }

    private async ValueTask<MySqlSession> BeginAsync(CancellationToken stop)
    {
        var (begun, _) = await pool.RentAsync(
            async (session, limit) =>
            {
                await session.BeginAsync(isReadOnly: false, limit.Stop);
                return true;
            },
            stop);
        return begun;
    }

    private static async ValueTask EndAsync(MySqlSession session, bool commits, CancellationToken stop) =>
        await session.DoAsync(
            async limit =>
            {
                await session.EndAsync(commits, limit.Stop);
                return true;
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
