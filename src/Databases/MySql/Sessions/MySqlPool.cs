using Relata.Model.Failures;

namespace Relata.Databases.MySql.Sessions;

/// <summary>A bounded number of connections, each opened when it is needed first and kept.</summary>
internal sealed class MySqlPool(MySqlAddress address, MySqlSessionOptions options, TimeProvider time) : IDisposable
{
    /// <summary>A connection that was idle for longer is asked for a sign of life before it is lent.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim places = new(options.MaxConnections, options.MaxConnections);
    private readonly Stack<MySqlSession> idle = new();
    private readonly Lock gate = new();
    private bool closed;

    /// <summary>Lends a connection; it comes back through <see cref="Return"/>.</summary>
    public async ValueTask<MySqlSession> RentAsync(CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        if (!places.Wait(0, CancellationToken.None)) await WaitAsync(stop);
        try
        {
            while (TakeIdle() is { } session)
                if (await IsAliveAsync(session, stop)) return session;
            return await MySqlSession.OpenAsync(address, options, time, stop);
        }
        catch
        {
            places.Release();
            throw;
        }
    }

    /// <summary>Takes a connection back; a broken or worn one is closed, and the next caller gets a new one.</summary>
    public void Return(MySqlSession session)
    {
        lock (gate)
        {
            if (closed || session.IsBroken || session.IsWorn || session.IsInTransaction) session.Dispose();
            else idle.Push(session);
        }

        places.Release();
    }

    /// <summary>Closes the idle connections, as when what they prepared is of no use any more.</summary>
    public void CloseIdle()
    {
        lock (gate)
        {
            while (idle.TryPop(out var session)) session.Dispose();
        }
    }

    /// <summary>Closes the idle connections; those in use are closed when they come back.</summary>
    public void Dispose()
    {
        lock (gate) closed = true;
        CloseIdle();
    }

    private MySqlSession? TakeIdle()
    {
        lock (gate)
        {
            if (closed) throw new Failure(FailureCode.DatabaseUnavailable, "The connections are closed.").AsException();
            return idle.TryPop(out var session) ? session : null;
        }
    }

    private static async ValueTask<bool> IsAliveAsync(MySqlSession session, CancellationToken stop)
    {
        if (session.Idle < Fresh) return true;
        try
        {
            await session.DoAsync(
                _ =>
                {
                    session.Execute("DO 1");
                    return true;
                },
                stop);
            return true;
        }
        catch (FailureException)
        {
            session.Dispose();
            return false;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    private async ValueTask WaitAsync(CancellationToken stop)
    {
        using var limit = new CancellationTokenSource(options.ConnectionTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, limit.Token);
        try
        {
            await places.WaitAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            stop.ThrowIfCancellationRequested();
            throw new Failure(FailureCode.DatabaseUnavailable, "No connection to the database became free in time.")
                .AsException();
        }
    }
}
