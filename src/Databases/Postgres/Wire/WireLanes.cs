using System.Collections.Concurrent;
using Npgsql;
using Relata.Databases.Postgres.Sessions;
using Relata.Model.Failures;

namespace Relata.Databases.Postgres.Wire;

/// <summary>The connections for one run at a time; there are no more than so many, and nobody waits for one.</summary>
/// <param name="target">Where the database is.</param>
/// <param name="most">How many there are at most.</param>
/// <param name="abandoned">Ends what is given up.</param>
/// <param name="tempo">How long all runs take.</param>
/// <param name="time">The clock.</param>
internal sealed class WireLanes(
    WireTarget target, int most, AbandonedStatements abandoned, Tempo tempo, TimeProvider time) : IAsyncDisposable
{
    private static readonly TimeSpan LongestIdle = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan WatchEvery = TimeSpan.FromSeconds(10);

    /// <summary>Whoever waits longer is better off with the driver.</summary>
    private static readonly TimeSpan LongestOpening = TimeSpan.FromSeconds(2);

    private readonly ConcurrentStack<WireLane> idle = new();
    private readonly WireBackoff backoff = new(time);
    private int open;
    private int generation;
    private long watched;
    private bool isDisposed;

    /// <summary>The clock.</summary>
    public TimeProvider Time => time;

    /// <summary>How long all runs take.</summary>
    public Tempo Tempo => tempo;

    /// <summary>How many there are.</summary>
    public int Count => Volatile.Read(ref open);

    /// <summary>One that is idle, or a new one; null when there are as many as there may be.</summary>
    /// <exception cref="IOException">There is none to be had; so say others like it.</exception>
    public async ValueTask<WireLane?> TakeAsync(CancellationToken stop)
    {
        while (idle.TryPop(out var lane))
        {
            if (lane.IsUsable && lane.Generation == generation) return lane;
            await CloseAsync(lane);
        }

        if (!backoff.MayTry) return null;
        if (Interlocked.Increment(ref open) > most)
        {
            Interlocked.Decrement(ref open);
            return null;
        }

        try
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
            limit.CancelAfter(LongestOpening);
            var link = await WireStart.OpenAsync(target, limit.Token);
            backoff.Succeed();
            return new WireLane(link, abandoned, time) { Generation = Volatile.Read(ref generation) };
        }
        catch (Exception e)
        {
            if (!stop.IsCancellationRequested) backoff.Fail(e);
            Interlocked.Decrement(ref open);
            throw;
        }
    }

    /// <summary>Takes one back, once its run has ended; one that is left in the middle is stopped, and nobody waits for
    /// that.</summary>
    public ValueTask ReturnAsync(WireLane lane, PostgresScript script)
    {
        if (!lane.IsIdle && !lane.TryFinish(script)) _ = StopAsync(lane, script);
        else return KeepAsync(lane);
        return ValueTask.CompletedTask;
    }

    /// <summary>Says what a failure of a run means.</summary>
    public static Exception Explain(WireLane lane, Exception cause, CancellationToken stop) => cause switch
    {
        FailureException => cause,
        _ when !lane.IsCancelled => PostgresFailures.WhileRunning(cause, stop),
        PostgresException { SqlState: not PostgresErrorCodes.QueryCanceled } =>
            PostgresFailures.WhileRunning(cause, stop),
        _ => PostgresFailures.WhileRunning(new OperationCanceledException("It was stopped.", cause), stop),
    };

    /// <summary>Closes those that are idle, and the others when they come back.</summary>
    public void Clear()
    {
        Interlocked.Increment(ref generation);
        _ = CloseAsync(static (_, _) => true);
    }

    /// <summary>Closes those that were not used for long. Called now and then.</summary>
    public void Watch()
    {
        var now = time.GetTimestamp();
        if (idle.IsEmpty || time.GetElapsedTime(watched, now) < WatchEvery) return;
        watched = now;
        _ = CloseAsync((lanes, lane) => lanes.Time.GetElapsedTime(lane.LastUse, now) > LongestIdle);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        isDisposed = true;
        await CloseAsync(static (_, _) => true);
    }

    private async Task CloseAsync(Func<WireLanes, WireLane, bool> isChosen)
    {
        var all = new WireLane[idle.Count + 1];
        var count = idle.TryPopRange(all);
        var chosen = new List<WireLane>();
        for (var i = count - 1; i >= 0; i--)
        {
            if (isChosen(this, all[i])) chosen.Add(all[i]);
            else idle.Push(all[i]);
        }

        foreach (var lane in chosen) await CloseAsync(lane);
    }

    private async ValueTask KeepAsync(WireLane lane)
    {
        if (!lane.IsUsable || lane.Generation != Volatile.Read(ref generation) || isDisposed)
        {
            await CloseAsync(lane);
            return;
        }

        lane.LastUse = time.GetTimestamp();
        idle.Push(lane);
    }

    private async Task StopAsync(WireLane lane, PostgresScript script)
    {
        if (!lane.HasFailed) lane.Cancel();
        try
        {
            await lane.DrainAsync(script);
        }
        finally
        {
            await KeepAsync(lane);
        }
    }

    private async ValueTask CloseAsync(WireLane lane)
    {
        Interlocked.Decrement(ref open);
        await lane.DisposeAsync();
    }
}
