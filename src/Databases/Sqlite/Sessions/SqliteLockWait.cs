namespace Relata.Databases.Sqlite.Sessions;

/// <summary>The pauses of one statement while somebody else has the file locked.</summary>
/// <remarks>
/// Why not SQLite's busy timeout (https://www.sqlite.org/c3ref/busy_timeout.html)? It sleeps on the thread and hears no
/// cancellation.
/// </remarks>
internal sealed class SqliteLockWait(TimeSpan limit, TimeProvider time)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(25);

    private readonly long started = time.GetTimestamp();
    private TimeSpan pause = TimeSpan.FromMilliseconds(1);

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
}
