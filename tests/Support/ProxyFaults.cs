namespace Relata.Support;

/// <summary>What a <see cref="FaultyProxy"/> does to the bytes that pass; all its links look here.</summary>
internal sealed class ProxyFaults
{
    private volatile TaskCompletionSource? held;
    private volatile ProxyShaking? shaking;
    private long delayTicks;
    private int broken;
    private long untilCut = -1;

    /// <summary>How long each piece of traffic waits.</summary>
    public TimeSpan Delay
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref delayTicks));
        set => Interlocked.Exchange(ref delayTicks, value.Ticks);
    }

    /// <summary>How pieces of traffic are shaken; null when they are not.</summary>
    public ProxyShaking? Shaking
    {
        get => shaking;
        set => shaking = value;
    }

    /// <summary>How many connections were broken by <see cref="Break"/>.</summary>
    public int Broken => Volatile.Read(ref broken);

    /// <summary>Counts a connection that the faults have broken.</summary>
    public void Break() => Interlocked.Increment(ref broken);

    /// <summary>Says the end of a connection, behind so many bytes of the server.</summary>
    public void CutAfter(int bytes) => Interlocked.Exchange(ref untilCut, bytes);

    /// <summary>How many of these bytes of the server may pass before a cut; null when all may and there is none.</summary>
    public int? CutWithin(int count)
    {
        while (true)
        {
            var left = Interlocked.Read(ref untilCut);
            if (left < 0) return null;
            var isCut = left <= count;
            if (Interlocked.CompareExchange(ref untilCut, isCut ? -1 : left - count, left) == left)
                return isCut ? (int)left : null;
        }
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
