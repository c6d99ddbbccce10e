using System.Runtime.CompilerServices;

namespace Relata.Support;

/// <summary>Waits for a condition, never for a length of time.</summary>
public static class Poll
{
    /// <summary>How long a condition may take unless the caller says otherwise; far above what a busy machine needs.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(20);

    /// <summary>Returns when the condition holds.</summary>
    /// <exception cref="TimeoutException">The condition did not hold in time.</exception>
    public static async Task UntilAsync(
        Func<Task<bool>> condition,
        TimeSpan? timeout = null,
        CancellationToken stop = default,
        [CallerArgumentExpression(nameof(condition))] string what = "")
    {
        var clock = TimeProvider.System;
        var begin = clock.GetTimestamp();
        while (!await condition())
        {
            if (clock.GetElapsedTime(begin) > (timeout ?? Patience)) throw new TimeoutException($"Waited in vain for: {what}");
            await Task.Delay(Interval, stop);
        }
    }

    /// <inheritdoc cref="UntilAsync(Func{Task{bool}}, TimeSpan?, CancellationToken, string)"/>
    public static Task UntilAsync(
        Func<bool> condition,
        TimeSpan? timeout = null,
        CancellationToken stop = default,
        [CallerArgumentExpression(nameof(condition))] string what = "") =>
        UntilAsync(() => Task.FromResult(condition()), timeout, stop, what);
}
