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

    private static readonly TimeSpan LongestIdle = TimeSpan.FromMinutes(5);

    private readonly Lock changing = new();
    private readonly WireBackoff backoff = new(time);
    private volatile WirePipe[] pipes = [];
    private volatile WirePipe[] retired = [];
    private Task opening = Task.CompletedTask;
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
        foreach (var pipe in pipes) Retire(pipe);
    }

    /// <summary>Looks after calls that wait for long, and closes connections that have nothing to do.</summary>
    public void Watch()
    {
        var now = time.GetTimestamp();
        foreach (var pipe in pipes)
        {
            pipe.Watch();
            if (pipe.Load == 0 && time.GetElapsedTime(pipe.LastUse, now) > LongestIdle) Retire(pipe);
        }

        foreach (var pipe in retired) pipe.Watch();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        lock (changing) isDisposed = true;
        await opening;
        foreach (var pipe in pipes.Concat(retired).ToArray()) await pipe.DisposeAsync();
    }

    private void OpenAnother()
    {
        if (!opening.IsCompleted || !backoff.MayTry) return;
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
            backoff.Succeed();
            lock (changing) pipes = [.. pipes, pipe];
            _ = pipe.Reading.ContinueWith(_ => Remove(pipe), TaskScheduler.Default);
        }
        catch (Exception e) when (WireReads.IsNoConnection(e))
        {
            backoff.Fail(e);
        }
    }

    /// <summary>Lets what a pipe has under way end; that is watched to its end.</summary>
    private void Retire(WirePipe pipe)
    {
        lock (changing)
        {
            pipes = [.. pipes.Where(other => other != pipe)];
            if (!pipe.Reading.IsCompleted) retired = [.. retired, pipe];
        }

        pipe.Retire();
    }

    private void Remove(WirePipe pipe)
    {
        lock (changing)
        {
            pipes = [.. pipes.Where(other => other != pipe)];
            retired = [.. retired.Where(other => other != pipe)];
        }
    }
}
