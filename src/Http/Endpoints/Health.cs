using Relata.Model.Failures;

namespace Relata.Http.Endpoints;

/// <summary>
/// Whether the server can answer calls now. What is behind it is asked at most once a second, however many ask.
/// </summary>
/// <param name="ping">Asks the database, or the server behind this one, for a sign of life.</param>
/// <param name="time">The clock.</param>
/// <param name="stopping">Is cancelled when the server begins to drain.</param>
public sealed class Health(Func<CancellationToken, ValueTask> ping, TimeProvider time, CancellationToken stopping)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(1);

    private readonly Lock asking = new();
    private Task<Readiness>? last;
    private long lastAt;

    /// <summary>Asks.</summary>
    public Task<Readiness> CheckAsync(CancellationToken stop)
    {
        if (stopping.IsCancellationRequested) return Task.FromResult(Readiness.Draining);
        lock (asking)
        {
            if (last is null || (last.IsCompleted && time.GetElapsedTime(lastAt) >= Fresh))
            {
                lastAt = time.GetTimestamp();
                last = PingAsync();
            }

            return last.WaitAsync(stop);
        }
    }

    /// <summary>Not bound to one caller: others wait for the same answer.</summary>
    private async Task<Readiness> PingAsync()
    {
        try
        {
            await ping(stopping);
            return Readiness.Ready;
        }
        catch (FailureException)
        {
            return Readiness.Unavailable;
        }
        catch (OperationCanceledException)
        {
            return Readiness.Draining;
        }
    }
}

/// <summary>Whether calls can be answered.</summary>
public enum Readiness
{
    /// <summary>They can.</summary>
    Ready,

    /// <summary>What is behind the server cannot be reached.</summary>
    Unavailable,

    /// <summary>The server is shutting down: what runs is finished, nothing new should be sent here.</summary>
    Draining,
}
