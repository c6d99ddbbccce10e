using Relata.Model.Failures;

namespace Relata.Databases.Sqlite.Sessions;

/// <summary>A bounded number of connections, each opened when it is needed first and kept.</summary>
internal sealed class SqlitePool(
    int size,
    Func<CancellationToken, ValueTask<SqliteSession>> open,
    TimeSpan patience,
    TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim places = new(size, size);
    private readonly Stack<SqliteSession> idle = new();
    private readonly Lock gate = new();
    private bool closed;

    /// <summary>Lends a connection; it comes back through <see cref="Return"/>.</summary>
    public async ValueTask<SqliteSession> RentAsync(CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        if (!places.Wait(0, CancellationToken.None)) await WaitAsync(stop);
        try
        {
            return TakeIdle() ?? await open(stop);
        }
        catch
        {
            places.Release();
            throw;
        }
    }

    /// <summary>Takes a connection back; a broken one is closed, and the next caller gets a fresh one.</summary>
    public void Return(SqliteSession session)
    {
        lock (gate)
        {
            if (closed || session.IsBroken) session.Dispose();
            else idle.Push(session);
        }

        places.Release();
    }

    /// <summary>Closes the idle connections; those in use are closed when they come back.</summary>
    public void Dispose()
    {
        lock (gate)
        {
            closed = true;
            CloseIdle();
        }
    }

    private SqliteSession? TakeIdle()
    {
        lock (gate)
        {
            if (closed) throw new Failure(FailureCode.DatabaseUnavailable, "The SQLite file is closed.").AsException();
            if (!idle.TryPop(out var session)) return null;
            if (!session.HasLostFile()) return session;
            session.Dispose();
            CloseIdle();
            return null;
        }
    }

    private void CloseIdle()
    {
        while (idle.TryPop(out var session)) session.Dispose();
    }

    private async ValueTask WaitAsync(CancellationToken stop)
    {
        using var limit = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, limit.Token);
        try
        {
            await places.WaitAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            stop.ThrowIfCancellationRequested();
            throw new Failure(FailureCode.DatabaseUnavailable, "No connection to the SQLite file became free in time.")
                .AsException();
        }
    }
}
