using Microsoft.Extensions.Logging;
using Relata.Introspection;
using Relata.Model.Failures;
using Relata.Model.Schema;

namespace Relata.Http.Reload;

/// <summary>
/// Keeps the snapshot of the schema up to date; until there is another one, that which is there serves.
/// </summary>
/// <param name="live">The snapshot.</param>
/// <param name="watch">Notices changes.</param>
/// <param name="interval">How often to look for changes; null for not at all.</param>
/// <param name="logger">Takes the log entries.</param>
public sealed class SchemaReload(
    LiveSchema live, ISchemaWatch watch, TimeSpan? interval, ILogger<SchemaReload> logger)
{
    private string? mark;
    private bool hasFailed;

    /// <summary>Looks for changes until it is told to stop.</summary>
    public async Task WatchAsync(CancellationToken stop)
    {
        if (interval is not { } pause) return;
        try
        {
            for (;;)
            {
                await LookAsync(stop);
                await watch.WaitAsync(pause, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The server ends.
        }
    }

    /// <summary>Reads the schema anew.</summary>
    /// <returns>The snapshot that is current then.</returns>
    /// <exception cref="FailureException">It cannot be read; the current snapshot stays.</exception>
    public async ValueTask<DatabaseSchema> ReloadAsync(CancellationToken stop)
    {
        var before = live.Snapshot;
        var after = await live.ReloadAsync(stop);
        if (after != before) ReloadLog.Replaced(logger, after.Version, after.Tables.Count);
        return after;
    }

    /// <summary>
    /// Reads the schema anew because the operator asked by a signal, who reads the outcome in the log.
    /// </summary>
    public async Task ReloadBySignalAsync(CancellationToken stop)
    {
        try
        {
            var schema = await ReloadAsync(stop);
            ReloadLog.Current(logger, schema.Version, schema.Tables.Count);
        }
        catch (FailureException e)
        {
            ReloadLog.Failed(logger, e, live.Snapshot.Version);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The server ends.
        }
    }

    /// <summary>
    /// The mark is taken before the schema is read, so a change in between is found by the next look. A trouble is
    /// logged when it begins, not at every look.
    /// </summary>
    private async Task LookAsync(CancellationToken stop)
    {
        try
        {
            var found = await watch.MarkAsync(live.Schemas, stop);
            if (found != mark) await ReloadAsync(stop);
            (mark, hasFailed) = (found, false);
        }
        catch (FailureException e)
        {
            if (!hasFailed) ReloadLog.Failed(logger, e, live.Snapshot.Version);
            hasFailed = true;
        }
    }
}
