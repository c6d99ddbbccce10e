using Relata.Model.Failures;

namespace Relata.Databases.MySql.Sessions;

/// <summary>A bounded number of connections, each opened when it is needed first and kept.</summary>
internal sealed class MySqlPool(MySqlAddress address, MySqlSessionOptions options, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim places = new(options.MaxConnections, options.MaxConnections);
    private readonly Stack<MySqlSession> idle = new();
    private readonly Lock gate = new();
    private bool closed;

    /// <summary>
    /// Lends a connection that does its first work well; it comes back through <see cref="Return"/>. One that lay idle
    /// and turns out to be dead is replaced, so that work has to be one that can be done anew.
    /// </summary>
    /// <param name="first">The first work.</param>
    /// <param name="stop">Gives up.</param>
    public async ValueTask<(MySqlSession Session, T Result)> RentAsync<T>(
        Func<MySqlSession, StatementLimit, Task<T>> first, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        if (!places.Wait(0, CancellationToken.None)) await WaitAsync(stop);
        try
        {
            while (TakeIdle() is { } kept)
                if (await TryAsync(kept, first, stop) is (true, var result)) return (kept, result!);
            var session = await MySqlSession.OpenAsync(address, options, time, stop);
            return (session, await DoAsync(session, first, stop));
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
        Keep(session);
        places.Release();
    }

    /// <summary>Closes the idle connections, as when what they prepared is of no use any more.</summary>
    public void CloseIdle()
    {
        lock (gate)
        {
            while (idle.TryPop(out var session)) session.Close();
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

    private void Keep(MySqlSession session)
    {
        lock (gate)
        {
            if (closed || session.IsBroken || session.IsWorn || session.IsInTransaction) session.Close();
            else idle.Push(session);
        }
    }

    private async ValueTask<(bool IsAlive, T? Result)> TryAsync<T>(
        MySqlSession session, Func<MySqlSession, StatementLimit, Task<T>> first, CancellationToken stop)
    {
        try
        {
            return (true, await DoAsync(session, first, stop));
        }
        catch (FailureException e) when (session.IsBroken && e.Failure.Code == FailureCode.DatabaseUnavailable)
        {
            return (false, default);
        }
    }

    private async ValueTask<T> DoAsync<T>(
        MySqlSession session, Func<MySqlSession, StatementLimit, Task<T>> first, CancellationToken stop)
    {
        try
        {
            return await session.DoAsync(limit => first(session, limit), stop);
        }
        catch
        {
            Keep(session);
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
