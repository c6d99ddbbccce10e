using System.Runtime.CompilerServices;
using Relata.Execution;
using Relata.Introspection;
using Relata.Model.Failures;
using Relata.Model.Schema;
using Relata.Planning;
using Relata.Planning.Paging;

namespace Relata.Databases.Contract;

/// <summary>
/// What stands between a request and its rows: the schema that is current, the planner and the executor.
/// </summary>
/// <param name="Live">The schema snapshot that is current.</param>
/// <param name="Planner">Request to plan.</param>
/// <param name="Executor">Plan to rows.</param>
/// <param name="Raw">Statements of callers to rows.</param>
/// <param name="Limits">How much one request may ask for.</param>
public sealed record Engine(LiveSchema Live, Planner Planner, Executor Executor, IRawSql Raw, Limits Limits)
{
    private const int Tries = 3;

    /// <summary>An engine over a database; nothing is read yet.</summary>
    public static Engine Over(
        Database database, LiveSchema live, Limits limits, CursorSeal seal, TimeProvider time) => new(
        live,
        new Planner(limits, database.Capabilities, seal),
        new Executor(new ScriptCache(database.Compiler, database.Sessions), database.Sessions, time),
        database.Raw,
        limits);

    /// <summary>
    /// Does work against one view of the schema; again, at most twice, when it met tables that have changed, since
    /// nothing was stored or sent then.
    /// </summary>
    /// <exception cref="FailureException">The work is refused.</exception>
    // Nearly every read waits in here, and its state need not be made anew for each.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<T> RunAsync<T>(Func<DatabaseSchema, ValueTask<T>> work, CancellationToken stop)
    {
        for (var attempt = 1; ; attempt++)
        {
            var schema = Live.Snapshot;
            try
            {
                return await work(schema);
            }
            catch (FailureException e) when (e.Failure.Code == FailureCode.SchemaChanged && attempt < Tries)
            {
                if (await Live.ReloadAsync(schema, stop) == schema) throw;
            }
        }
    }
}
