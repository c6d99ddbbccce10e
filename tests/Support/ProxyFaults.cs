namespace Relata.Support;

/// <summary>What a <see cref="FaultyProxy"/> does to the bytes that pass; all its links look here.</summary>
internal sealed class ProxyFaults
{
    private volatile TaskCompletionSource? held;
    private long delayTicks;

    /// <summary>How long each piece of traffic waits.</summary>
    public TimeSpan Delay
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref delayTicks));
        set => Interlocked.Exchange(ref delayTicks, value.Ticks);
    }

    /// <summary>Lets nothing pass from now on.</summary>
    public void Hold() => held ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Lets pass what was held.</summary>
    public void Release()
    {
        var waiting = held;
        held = null;
        waiting?.SetResult();
    }

    /// <summary>Returns when a piece of traffic may pass.</summary>
    public async Task AdmitAsync(CancellationToken stop)
    {
        if (Delay is var delay && delay > TimeSpan.Zero) await Task.Delay(delay, stop);
        if (held is { } waiting) await waiting.Task.WaitAsync(stop);
    }
}
