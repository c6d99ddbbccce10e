namespace Relata.Databases.MySql.Sessions;

/// <summary>When a statement ends at the latest: its caller does not want it any more, or it takes too long.</summary>
internal sealed class StatementLimit : IDisposable
{
    /// <summary>
    /// How long a statement that was told to end may take for it; then it is left alone, with its connection.
    /// </summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private TimeSpan longest;
    private readonly CancellationTokenSource deadline;
    private readonly CancellationTokenSource either;
    private readonly CancellationTokenSource over;
    private readonly CancellationTokenRegistration ending;

    /// <summary>Starts to watch.</summary>
    /// <param name="longest">How long it may take.</param>
    /// <param name="time">The clock.</param>
    /// <param name="stop">Cancelled by the caller.</param>
    public StatementLimit(TimeSpan longest, TimeProvider time, CancellationToken stop)
    {
        this.longest = longest;
        deadline = new CancellationTokenSource(longest, time);
        either = CancellationTokenSource.CreateLinkedTokenSource(stop, deadline.Token);
        over = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        ending = either.Token.Register(() => over.CancelAfter(Grace));
    }

    /// <summary>Cancelled when the statement is to end; the driver then says so on a connection of its own.</summary>
    public CancellationToken Stop => either.Token;

    /// <summary>Cancelled when the statement had time to end and did not, as where the network is silent.</summary>
    public CancellationToken Over => over.Token;

    /// <summary>Whether the statement is to end.</summary>
    public bool IsReached => either.IsCancellationRequested;

    /// <summary>Counts from now on: a further statement begins.</summary>
    public void Begins() => deadline.CancelAfter(longest);

    /// <summary>Counts from now on with another limit.</summary>
    public void Begins(TimeSpan longest)
    {
        this.longest = longest;
        Begins();
    }

    /// <summary>
    /// Lifts the limit, once the first row is there; the caller may take as long as it likes for the rest.
    /// </summary>
    public void HasBegun() => deadline.CancelAfter(Timeout.InfiniteTimeSpan);

    /// <inheritdoc/>
    public void Dispose()
    {
        ending.Dispose();
        over.Dispose();
        either.Dispose();
        deadline.Dispose();
    }
}
