namespace Relata.Databases.Sqlite.Sessions;

/// <summary>The pauses of one statement while somebody else has the file locked.</summary>
/// <remarks>
/// Why not SQLite's busy timeout (https://www.sqlite.org/c3ref/busy_timeout.html)? It sleeps on the thread and hears no
/// cancellation.
/// </remarks>
internal sealed class SqliteLockWait : IDisposable
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(25);

    private readonly TimeSpan limit;
    private readonly TimeProvider time;
    private readonly SqliteTurns? turns;
    private readonly long started;
    private TimeSpan pause = TimeSpan.FromMilliseconds(1);

    /// <summary>Begins to wait; what disposes it no longer does.</summary>
    /// <param name="limit">How long.</param>
    /// <param name="time">The clock.</param>
    /// <param name="turns">Who gives way to it, if somebody does.</param>
    public SqliteLockWait(TimeSpan limit, TimeProvider time, SqliteTurns? turns)
    {
        (this.limit, this.time, this.turns) = (limit, time, turns);
        started = time.GetTimestamp();
        turns?.Enter();
    }

    /// <summary>How many there were.</summary>
    public int Pauses { get; private set; }

    /// <summary>Pauses before the next try; false when the time is up.</summary>
    public async ValueTask<bool> PauseAsync(CancellationToken stop)
    {
        if (time.GetElapsedTime(started) >= limit) return false;
        Pauses++;
        await Task.Delay(pause, time, stop);
        pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => turns?.Leave();
}
