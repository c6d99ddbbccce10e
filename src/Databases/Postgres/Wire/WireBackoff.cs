namespace Relata.Databases.Postgres.Wire;

/// <summary>
/// When the next connection may be tried: not at once after one that failed, and never after one that needs what is not
/// done here.
/// </summary>
/// <param name="time">The clock.</param>
internal sealed class WireBackoff(TimeProvider time)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly Lock gate = new();
    private TimeSpan pause = FirstPause;
    private long notBefore;

    /// <summary>Whether one may be tried now.</summary>
    public bool MayTry => time.GetTimestamp() >= Volatile.Read(ref notBefore);

    /// <summary>A connection was made.</summary>
    public void Succeed()
    {
        lock (gate) pause = FirstPause;
    }

    /// <summary>None was made.</summary>
    public void Fail(Exception cause)
    {
        lock (gate)
        {
            var next = cause is WireRefusedException
                ? long.MaxValue
                : time.GetTimestamp() + (long)(pause.TotalSeconds * time.TimestampFrequency);
            Volatile.Write(ref notBefore, Math.Max(next, notBefore));
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }
}
