using SQLitePCL;

namespace Relata.Databases.Sqlite.Sessions;

/// <summary>
/// Ends a statement that is no longer wanted, from inside the statement: SQLite asks it every few instructions.
/// </summary>
/// <remarks>
/// Why not <c>sqlite3_interrupt</c> from the token's callback? It ends only what runs already: an interrupt that comes
/// just before the first step is lost (https://www.sqlite.org/c3ref/interrupt.html), and the statement would run to its
/// end.
/// </remarks>
internal sealed class SqliteWatch
{
    private const int InstructionsBetweenLooks = 1000;

    private readonly TimeProvider time;
    private TimeSpan limit = Timeout.InfiniteTimeSpan;
    private long started;

    /// <summary>Makes a connection ask.</summary>
    public SqliteWatch(sqlite3 connection, TimeProvider time)
    {
        this.time = time;
        raw.sqlite3_progress_handler(
            connection, InstructionsBetweenLooks, static watch => ((SqliteWatch)watch).IsOver() ? 1 : 0, this);
    }

    /// <summary>What the running statement's caller cancels.</summary>
    public CancellationToken Stop { get; private set; }

    /// <summary>Starts to watch a statement that may not run longer than a limit.</summary>
    public void Start(TimeSpan limit, CancellationToken stop)
    {
        (this.limit, Stop) = (limit, stop);
        started = limit == Timeout.InfiniteTimeSpan ? 0 : time.GetTimestamp();
    }

    /// <summary>Goes on without a limit, once the first row is there.</summary>
    public void Follow(CancellationToken stop) => Start(Timeout.InfiniteTimeSpan, stop);

    /// <summary>Lets whatever comes next run to its end.</summary>
    public void Rest() => Follow(CancellationToken.None);

    private bool IsOver() =>
        Stop.IsCancellationRequested
        || (limit != Timeout.InfiniteTimeSpan && time.GetElapsedTime(started) >= limit);
}
