namespace Relata.Databases.Postgres.Wire;

/// <summary>
/// What is known of how long a script takes. Only one that is known to be short shares a connection: those behind it
/// wait for it.
/// </summary>
/// <remarks>Learnt from its runs, without a lock: a lost update is made up for by the next run.</remarks>
internal sealed class Pace
{
    /// <summary>More bytes than this are a stream.</summary>
    public const int MostBytes = 64 * 1024;

    private const int RunsToRegain = 3;

    private volatile int runsToGo = 1;

    /// <summary>Whether it is known to be short.</summary>
    public bool IsShort => runsToGo == 0;

    /// <summary>Whether it failed the last time, so that others should not depend on it.</summary>
    public bool FailedLast { get; set; }

    /// <summary>Whether it can be run by the driver only.</summary>
    public bool IsForDriver { get; set; }

    /// <summary>Takes note of a run.</summary>
    /// <param name="bytes">How many bytes its rows had.</param>
    /// <param name="time">How long it took.</param>
    /// <param name="tempo">How long all take.</param>
    public void Ran(long bytes, TimeSpan time, Tempo tempo)
    {
        if (bytes <= MostBytes) tempo.Note(time);
        if (bytes > MostBytes || time > tempo.Limit) TurnLong();
        else if (runsToGo is > 0 and var left) runsToGo = left - 1;
    }

    /// <summary>Takes note that a run is longer than is shared.</summary>
    public void TurnLong() => runsToGo = RunsToRegain;
}

/// <summary>
/// How long short runs take at present. On a busy machine all of them take longer, which is no reason to give each a
/// connection of its own.
/// </summary>
internal sealed class Tempo
{
    private const long Least = 50 * TimeSpan.TicksPerMillisecond;
    private const int Tolerance = 8;
    private const int Memory = 64;

    private long mean;

    /// <summary>What takes longer is not short.</summary>
    public TimeSpan Limit => new(Math.Max(Least, Tolerance * Interlocked.Read(ref mean)));

    /// <summary>Takes note of a run; no single one counts for much.</summary>
    public void Note(TimeSpan time)
    {
        var known = Interlocked.Read(ref mean);
        Interlocked.Exchange(ref mean, known + ((Math.Min(time.Ticks, Least) - known) / Memory));
    }
}
