using System.Collections.Concurrent;

namespace Relata.Databases.Postgres.Sessions;

/// <summary>Cancels what takes longer than a limit, or what its caller gives up.</summary>
/// <remarks>Reused, because every statement needs one.</remarks>
internal sealed class StatementDeadline : IDisposable
{
    private CancellationTokenSource source = new();
    private CancellationTokenRegistration caller;

    /// <summary>Cancelled by whichever comes first.</summary>
    public CancellationToken Token => source.Token;

    /// <summary>Starts the clock.</summary>
    public void Start(TimeSpan limit, CancellationToken stop)
    {
        caller = stop.UnsafeRegister(static source => ((CancellationTokenSource)source!).Cancel(), source);
        source.CancelAfter(limit);
    }

    /// <summary>Stops the clock.</summary>
    public void End()
    {
        caller.Dispose();
        if (source.TryReset()) return;
        source.Dispose();
        source = new CancellationTokenSource();
    }

    /// <inheritdoc/>
    public void Dispose() => source.Dispose();
}

/// <summary>The deadlines of all statements that run at the same time.</summary>
/// <param name="limit">How long each may take that has no limit of its own.</param>
internal sealed class StatementDeadlines(TimeSpan limit)
{
    private readonly ConcurrentQueue<StatementDeadline> idle = new();

    /// <summary>Starts a clock.</summary>
    public StatementDeadline Start(CancellationToken stop) => Start(limit, stop);

    /// <summary>Starts a clock with a limit of its own.</summary>
    public StatementDeadline Start(TimeSpan ownLimit, CancellationToken stop)
    {
        if (!idle.TryDequeue(out var deadline)) deadline = new StatementDeadline();
        deadline.Start(ownLimit, stop);
        return deadline;
    }

    /// <summary>Stops a clock that was started here.</summary>
    public void End(StatementDeadline deadline)
    {
        deadline.End();
        idle.Enqueue(deadline);
    }
}
