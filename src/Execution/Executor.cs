using Relata.Model.Failures;
using Relata.Planning.Paging;
using Relata.Planning.Plans;

namespace Relata.Execution;

/// <summary>Runs plans: finds their scripts, and runs writes again that lost against concurrent transactions.</summary>
/// <param name="scripts">The compiled scripts.</param>
/// <param name="sessions">Where they run.</param>
/// <param name="time">The clock for the pauses between tries.</param>
public sealed class Executor(ScriptCache scripts, ISessionSource sessions, TimeProvider time)
{
    private const int Tries = 3;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(10);

    /// <summary>Starts a read; see <see cref="ISessionSource.ReadAsync"/>.</summary>
    public async ValueTask<ReadResult> ReadAsync(ReadPlan plan, int schemaVersion, CancellationToken stop)
    {
        var prepared = scripts.For(plan, schemaVersion);
        var rows = await sessions.ReadAsync(new ScriptRun(prepared, plan.Values), stop).ConfigureAwait(false);
        try
        {
            var total = prepared.Script.CountsFirst ? await ReadTotalAsync(rows, stop).ConfigureAwait(false) : null;
            await rows.NextResultAsync(stop).ConfigureAwait(false);
            var limit = plan.LooksAhead ? plan.Limit - 1 : plan.Limit;
            return new ReadResult(rows, prepared.Script.Layout!, total, OffsetOf(plan), limit)
            {
                LooksAhead = plan.LooksAhead,
                IsBackward = plan.IsBackward,
                BeginsAtPlace = plan.Seek is not null,
                Cursors = plan.Cursors,
            };
        }
        catch
        {
            await rows.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static long OffsetOf(ReadPlan plan) => plan.Offset is { } offset ? (long)plan.Values[offset.Index]! : 0;

    private static async ValueTask<long?> ReadTotalAsync(Rows rows, CancellationToken stop)
    {
        await rows.NextResultAsync(stop).ConfigureAwait(false);
        await rows.NextRowAsync(stop).ConfigureAwait(false);
        return rows.ReadInt64(0);
    }

    /// <summary>
    /// Runs a write in one transaction and commits it. Nothing has been answered before the commit, so a transaction that
    /// the database gave up for the sake of another one is tried again.
    /// </summary>
    /// <param name="plan">The write, or a batch of them.</param>
    /// <param name="schemaVersion">The snapshot for which the plan was made.</param>
    /// <param name="consume">
    /// Reads what the statements return, one result for each layout; called again from the start for another try.
    /// </param>
    /// <param name="stop">Cancels the write, which then leaves nothing behind.</param>
    /// <returns>How many rows were changed in all.</returns>
    public async ValueTask<long> WriteAsync(
        Plan plan, int schemaVersion, Func<Rows, IReadOnlyList<RowLayout>, ValueTask> consume, CancellationToken stop)
    {
        var steps = plan is BatchPlan batch ? batch.Steps : [plan];
        if (steps.Count == 0) return 0;
        var runs = steps.Select(step => new ScriptRun(scripts.For(step, schemaVersion), step.Values)).ToArray();
        var layouts = runs.Select(run => run.Prepared.Script.Layout).OfType<RowLayout>().ToArray();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var rows = await sessions.WriteAsync(runs, stop).ConfigureAwait(false);
                await consume(rows, layouts).ConfigureAwait(false);
                return await rows.CommitAsync(stop).ConfigureAwait(false);
            }
            catch (FailureException e) when (e.Failure.Code == FailureCode.TransactionConflict && attempt < Tries)
            {
                await Task.Delay(FirstPause * attempt, time, stop).ConfigureAwait(false);
            }
        }
    }
}

/// <summary>A read that has started.</summary>
/// <param name="Rows">The rows, before the first; whoever holds the result disposes them.</param>
/// <param name="Layout">How they are answered.</param>
/// <param name="Total">The number of rows without the page; null when nobody asked.</param>
/// <param name="Offset">How many rows the page passes over.</param>
/// <param name="Limit">The most rows that the page holds; null when it names one row.</param>
public readonly record struct ReadResult(Rows Rows, RowLayout Layout, long? Total, long Offset, long? Limit)
{
    /// <summary>Whether a row beyond the limit is not answered, but tells that there are more.</summary>
    public bool LooksAhead { get; init; }

    /// <summary>Whether the rows come from the page's last to its first.</summary>
    public bool IsBackward { get; init; }

    /// <summary>Whether the page begins somewhere inside the list, where a cursor led.</summary>
    public bool BeginsAtPlace { get; init; }

    /// <summary>Makes the cursors of the pages beside this one; null when it is no page of a walk.</summary>
    public Cursors? Cursors { get; init; }
}
