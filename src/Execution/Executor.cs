using System.Runtime.CompilerServices;
using Relata.Model.Callers;
using Relata.Model.Failures;
using Relata.Model.Requests;
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

    /// <summary>The script of a read; runs of plans of the same shape can share it.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="schemaVersion">The snapshot for which the plan was made.</param>
    public PreparedScript ScriptOf(ReadPlan plan, int schemaVersion) => scripts.For(plan, schemaVersion);

    /// <summary>Starts a read; see <see cref="ISessionSource.ReadAsync"/>.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="prepared">Its script.</param>
    /// <param name="caller">Who asks; null for the connection's own role.</param>
    /// <param name="needsPrimary">Whether a standby may not answer it.</param>
    /// <param name="stop">Cancels the read.</param>
    // Nearly every read waits in here, and its state need not be made anew for each.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<ReadResult> ReadAsync(
        ReadPlan plan, PreparedScript prepared, Caller? caller, bool needsPrimary, CancellationToken stop)
    {
        var run = new ScriptRun(prepared, plan.Values) { Caller = caller, NeedsPrimary = needsPrimary };
        var rows = await sessions.ReadAsync(run, stop).ConfigureAwait(false);
        return await ReadResult.OfAsync(plan, prepared, rows, stop).ConfigureAwait(false);
    }

    /// <summary>
    /// Does work in one transaction and commits it. Nothing has been answered before the commit, so a transaction that
    /// the database gave up for the sake of another one is tried again; once, where another one may only have been
    /// faster.
    /// </summary>
    /// <param name="schemaVersion">The snapshot for which the work's plans are made.</param>
    /// <param name="caller">Who asks, for all of the work; null for the connection's own role.</param>
    /// <param name="work">
    /// Runs plans; called again from the start for another try. What it throws undoes everything.
    /// </param>
    /// <param name="isRehearsal">Whether everything is undone where it would be committed.</param>
    /// <param name="stop">Cancels the work, which then leaves nothing behind.</param>
    public async ValueTask<T> TransactAsync<T>(
        int schemaVersion,
        Caller? caller,
        Func<Transaction, ValueTask<T>> work,
        bool isRehearsal,
        CancellationToken stop)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var session = sessions.Begin();
                var result = await work(new Transaction(scripts, session, schemaVersion, caller)).ConfigureAwait(false);
                if (isRehearsal) await session.RehearseAsync(stop).ConfigureAwait(false);
                else await session.CommitAsync(stop).ConfigureAwait(false);
                return result;
            }
            catch (FailureException e) when (IsWorthAnother(e.Failure, attempt))
            {
                await Task.Delay(FirstPause * attempt, time, stop).ConfigureAwait(false);
            }
        }
    }

    private static bool IsWorthAnother(Failure failure, int attempt) =>
        failure.Code == FailureCode.TransactionConflict ? attempt < Tries : failure.MayBeRace && attempt == 1;
}

/// <summary>A read that has started.</summary>
/// <param name="Rows">The rows, before the first; whoever holds the result disposes them.</param>
/// <param name="Layout">How they are answered.</param>
/// <param name="Total">The number of rows without the page; null when they were not counted.</param>
/// <param name="Offset">How many rows the page passes over.</param>
/// <param name="Limit">The most rows that the page holds; null when it names one row.</param>
public readonly record struct ReadResult(Rows Rows, RowLayout Layout, long? Total, long Offset, long? Limit)
{
    /// <summary>How many rows without the page the database expects; null when nobody asked.</summary>
    public long? Estimate { get; init; }

    /// <summary>Whether a row beyond the limit is not answered, but tells that there are more.</summary>
    public bool LooksAhead { get; init; }

    /// <summary>The groups of which each has the limit; null where it is that of all rows.</summary>
    public Partition? Partition { get; init; }

    /// <summary>Whether the rows come from the page's last to its first.</summary>
    public bool IsBackward { get; init; }

    /// <summary>Whether the page begins somewhere inside the list, where a cursor led.</summary>
    public bool BeginsAtPlace { get; init; }

    /// <summary>Makes the cursors of the pages beside this one; null when it is no page of a walk.</summary>
    public Cursors? Cursors { get; init; }

    /// <summary>Reads the total, if there is one, and stops before the first row.</summary>
    internal static async ValueTask<ReadResult> OfAsync(
        ReadPlan plan, PreparedScript prepared, Rows rows, CancellationToken stop)
    {
        try
        {
            var count = prepared.Script.CountsFirst ? await ReadTotalAsync(rows, stop).ConfigureAwait(false) : null;
            await rows.NextResultAsync(stop).ConfigureAwait(false);
            var offset = plan.Offset is { } passed ? (long)plan.Values[passed.Index]! : 0;
            var limit = plan.LooksAhead ? plan.Limit - 1 : plan.Limit;
            var isEstimate = prepared.Script.Count == CountMode.Estimated;
            return new ReadResult(rows, prepared.Script.Layout!, isEstimate ? null : count, offset, limit)
            {
                Estimate = isEstimate ? count : null,
                LooksAhead = plan.LooksAhead,
                Partition = plan.Partition,
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

    private static async ValueTask<long?> ReadTotalAsync(Rows rows, CancellationToken stop)
    {
        await rows.NextResultAsync(stop).ConfigureAwait(false);
        await rows.NextRowAsync(stop).ConfigureAwait(false);
        return rows.ReadInt64(0);
    }
}
