using Relata.Model.Callers;
using Relata.Planning.Plans;

namespace Relata.Execution;

/// <summary>Plans that run one after the other in one transaction: each sees what those before it wrote.</summary>
/// <remarks>
/// The results of a plan are read before the next one runs. Who holds a transaction neither commits nor disposes it:
/// that is done by <see cref="Executor.TransactAsync"/>, which gave it.
/// </remarks>
public sealed class Transaction
{
    private readonly ScriptCache scripts;
    private readonly ITransaction session;
    private readonly int schemaVersion;
    private readonly Caller? caller;

    internal Transaction(ScriptCache scripts, ITransaction session, int schemaVersion, Caller? caller) =>
        (this.scripts, this.session, this.schemaVersion, this.caller) = (scripts, session, schemaVersion, caller);

    /// <summary>Reads; whoever holds the result disposes its rows.</summary>
    public async ValueTask<ReadResult> ReadAsync(ReadPlan plan, CancellationToken stop)
    {
        var prepared = scripts.For(plan, schemaVersion);
        var rows = await session.RunAsync([RunOf(prepared, plan)], stop).ConfigureAwait(false);
        return await ReadResult.OfAsync(plan, prepared, rows, stop).ConfigureAwait(false);
    }

    /// <summary>Runs a script that no plan stands for; whoever holds the rows disposes them.</summary>
    public ValueTask<Rows> RunAsync(ScriptRun run, CancellationToken stop) =>
        session.RunAsync([run with { Caller = caller }], stop);

    /// <summary>Writes.</summary>
    /// <param name="plan">The write, or a batch of them.</param>
    /// <param name="consume">Reads what the statements return, one result for each layout.</param>
    /// <param name="stop">Cancels the write.</param>
    /// <returns>How many rows were changed.</returns>
    public async ValueTask<long> WriteAsync(
        Plan plan, Func<Rows, IReadOnlyList<RowLayout>, ValueTask> consume, CancellationToken stop)
    {
        var steps = plan is BatchPlan batch ? batch.Steps : [plan];
        if (steps.Count == 0) return 0;
        var runs = steps.Select(step => RunOf(scripts.For(step, schemaVersion), step)).ToArray();
        var layouts = runs.Select(run => run.Prepared.Script.Layout).OfType<RowLayout>().ToArray();
        await using var rows = await session.RunAsync(runs, stop).ConfigureAwait(false);
        await consume(rows, layouts).ConfigureAwait(false);
        return await rows.EndAsync(stop).ConfigureAwait(false);
    }

    private ScriptRun RunOf(PreparedScript prepared, Plan plan) => new(prepared, plan.Values) { Caller = caller };
}
