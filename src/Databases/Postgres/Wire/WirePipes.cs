using Relata.Databases.Postgres.Sessions;

namespace Relata.Databases.Postgres.Wire;

/// <summary>The connections that short runs share: as many as the load needs, up to a number.</summary>
/// <param name="target">Where the database is.</param>
/// <param name="most">How many there are at most.</param>
/// <param name="abandoned">Ends what is given up.</param>
/// <param name="tempo">How long all runs take.</param>
/// <param name="time">The clock.</param>
internal sealed class WirePipes(
    WireTarget target, int most, AbandonedStatements abandoned, Tempo tempo, TimeProvider time) : IAsyncDisposable
{
    /// <summary>With more calls on each of the connections, another one is opened.</summary>
    private const int WorthAnother = 4;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestIdle = TimeSpan.FromMinutes(5);

    private readonly Lock changing = new();
    private volatile WirePipe[] pipes = [];
    private Task opening = Task.CompletedTask;
    private TimeSpan pause = FirstPause;
    private long notBefore;
    private bool isDisposed;

    /// <summary>How many there are.</summary>
    public int Count => pipes.Length;

    /// <summary>The one with the least to do; null while there is none.</summary>
    public WirePipe? Choose()
    {
        WirePipe? chosen = null;
        var least = int.MaxValue;
        var all = pipes;
        foreach (var pipe in all)
        {
            if (pipe.IsClogged || pipe.Load >= least) continue;
            (chosen, least) = (pipe, pipe.Load);
        }

        if ((chosen is null || least >= WorthAnother) && all.Length < most) OpenAnother();
        return chosen;
    }

    /// <summary>Takes new connections for what comes from now on.</summary>
    public void Clear()
    {
        WirePipe[] all;
        lock (changing)
        {
            all = pipes;
            pipes = [];
        }

        foreach (var pipe in all) pipe.Retire();
    }

    /// <summary>Looks after calls that wait for long, and closes connections that have nothing to do.</summary>
    public void Watch()
    {
        var now = time.GetTimestamp();
        foreach (var pipe in pipes)
        {
            pipe.Watch();
            if (time.GetElapsedTime(pipe.LastUse, now) < LongestIdle) continue;
            Remove(pipe);
            pipe.Retire();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        isDisposed = true;
        await opening;
        foreach (var pipe in pipes) await pipe.DisposeAsync();
    }

    private void OpenAnother()
    {
        if (!opening.IsCompleted || time.GetTimestamp() < Volatile.Read(ref notBefore)) return;
        lock (changing)
        {
            if (opening.IsCompleted && !isDisposed) opening = Task.Run(OpenAsync);
        }
    }

    private async Task OpenAsync()
    {
        try
        {
            var pipe = new WirePipe(await WireStart.OpenAsync(target, CancellationToken.None), abandoned, tempo, time);
            pause = FirstPause;
            lock (changing) pipes = [.. pipes, pipe];
            _ = pipe.Reading.ContinueWith(_ => Remove(pipe), TaskScheduler.Default);
        }
        catch (Exception e) when (WireReads.IsNoConnection(e))
        {
            Volatile.Write(ref notBefore, time.GetTimestamp() + (long)(pause.TotalSeconds * time.TimestampFrequency));
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    private void Remove(WirePipe pipe)
    {
        lock (changing) pipes = [.. pipes.Where(other => other != pipe)];
    }
}
