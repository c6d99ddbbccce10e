namespace Relata.Databases.Sqlite.Tests.Sessions;

/// <summary>A clock on which every look takes as long as the test says.</summary>
internal sealed class SteppingClock : TimeProvider
{
    private long now;

    /// <summary>How far the clock goes on between two looks.</summary>
    public TimeSpan Step { get; set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => now += Step.Ticks;
}
