namespace Relata.Client.Tests;

/// <summary>A clock on which every pause is over at once.</summary>
internal sealed class FakeTime : TimeProvider
{
    /// <summary>The pauses that were asked for.</summary>
    public List<TimeSpan> Pauses { get; } = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Pauses.Add(dueTime);
        ThreadPool.QueueUserWorkItem(_ => callback(state));
        return new FakeTimer();
    }

    private sealed class FakeTimer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
