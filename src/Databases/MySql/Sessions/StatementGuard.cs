namespace Relata.Databases.MySql.Sessions;

/// <summary>Ends what a connection does when its caller does not want it any more, or when it takes too long.</summary>
internal sealed class StatementGuard : IDisposable
{
    private readonly CancellationTokenSource deadline;
    private readonly CancellationTokenRegistration whenLate;
    private readonly CancellationTokenRegistration whenStopped;
    private readonly TaskCompletionSource fired = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int kills;

    /// <summary>Starts to watch.</summary>
    /// <param name="kill">Ends the statement; called once at most.</param>
    /// <param name="limit">How long it may take.</param>
    /// <param name="time">The clock.</param>
    /// <param name="stop">Cancelled by the caller.</param>
    public StatementGuard(Action kill, TimeSpan limit, TimeProvider time, CancellationToken stop)
    {
        deadline = new CancellationTokenSource(limit, time);
        whenLate = deadline.Token.Register(() => End(kill));
        whenStopped = stop.Register(() => End(kill));
    }

    /// <summary>Whether the statement is to end.</summary>
    public bool HasFired => Volatile.Read(ref kills) > 0;

    /// <summary>Completes when the statement is to end.</summary>
    public Task Fired => fired.Task;

    /// <summary>Lifts the limit, once the first row is there.</summary>
    public void HasBegun() => whenLate.Dispose();

    /// <inheritdoc/>
    public void Dispose()
    {
        whenLate.Dispose();
        whenStopped.Dispose();
        deadline.Dispose();
    }

    private void End(Action kill)
    {
        if (Interlocked.Increment(ref kills) > 1) return;
        fired.TrySetResult();
        kill();
    }
}
