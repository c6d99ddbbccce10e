namespace Relata.Databases.Sqlite.Sessions;

/// <summary>Lets reads that wait for the file's lock begin before this program's next write takes it.</summary>
/// <remarks>
/// Without WAL a write keeps everybody out for almost as long as it lasts
/// (https://www.sqlite.org/lockingv3.html#writing), and SQLite has no queue: of writes that follow each other closely,
/// on a slow disk, a read may find the file locked whenever it looks.
/// </remarks>
internal sealed class SqliteTurns(TimeProvider time)
{
    /// <summary>How long a write gives way: several looks of a read. Another program may have the lock.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromMilliseconds(100);

    private readonly Lock gate = new();
    private int waiting;
    private TaskCompletionSource? allThrough;

    /// <summary>A read begins to wait.</summary>
    public void Enter()
    {
        lock (gate) waiting++;
    }

    /// <summary>It waits no longer, because it goes on or has given up.</summary>
    public void Leave()
    {
        lock (gate)
        {
            if (--waiting > 0) return;
            allThrough?.TrySetResult();
            allThrough = null;
        }
    }

    /// <summary>Waits until no read does, for a short time.</summary>
    public async ValueTask GiveWayAsync(CancellationToken stop)
    {
        Task through;
        lock (gate)
        {
            if (waiting == 0) return;
            allThrough ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            through = allThrough.Task;
        }

        await Task.WhenAny(through, Task.Delay(Longest, time, stop));
        stop.ThrowIfCancellationRequested();
    }
}
