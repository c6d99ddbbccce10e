using System.Security.Authentication;
using System.Security.Cryptography;
using Npgsql;
using Relata.Databases.Postgres.Sessions;
using Relata.Execution;
using Relata.Model.Failures;

namespace Relata.Databases.Postgres.Wire;

/// <summary>
/// Reads that do not need the driver. A script that is known to be short shares a connection with others; every other
/// one has a connection for itself while it runs.
/// </summary>
/// <remarks>
/// What it does not take, the driver does: that is no failure, and the driver says what is wrong when there is no
/// connection to be had. So nothing here waits for a connection, and no run is lost with one.
/// </remarks>
internal sealed class WireReads : IAsyncDisposable
{
    private static readonly TimeSpan WatchEvery = TimeSpan.FromMilliseconds(50);

    private readonly WirePipes pipes;
    private readonly WireLanes lanes;
    private readonly StatementDeadlines deadlines;
    private readonly TimeSpan limit;
    private readonly TimeProvider time;
    private readonly ReadPaths paths;
    private readonly ITimer watch;

    /// <summary>Connects to nothing yet.</summary>
    public WireReads(
        WireTarget target, WireShares shares, StatementDeadlines deadlines, TimeSpan limit,
        AbandonedStatements abandoned, ReadPaths paths, TimeProvider time)
    {
        (this.deadlines, this.limit, this.paths, this.time) = (deadlines, limit, paths, time);
        var tempo = new Tempo();
        pipes = new WirePipes(target, shares.Pipes, abandoned, tempo, time);
        lanes = new WireLanes(target, shares.Lanes, abandoned, tempo, time);
        (paths.Pipes, paths.Lanes) = (() => pipes.Count, () => lanes.Count);
        watch = time.CreateTimer(static reads => ((WireReads)reads!).Watch(), this, WatchEvery, WatchEvery);
    }

    /// <summary>Reads; null when the driver is to do it.</summary>
    public async ValueTask<Rows?> ReadAsync(ScriptRun run, CancellationToken stop)
    {
        var script = (PostgresScript)run.Prepared;
        if (run.MayChangeSession || run.IsConfined || run.Timeout is not null) return null;
        if (script.Pace.IsForDriver) return null;
        if (script.Pace.IsShort && script.IsOne && pipes.Choose() is { } pipe)
        {
            var deadline = limit == Timeout.InfiniteTimeSpan
                ? long.MaxValue
                : time.GetTimestamp() + (long)(limit.TotalSeconds * time.TimestampFrequency);
            var call = new WireCall(script, run.Values, run.Caller, deadline, stop);
            if (pipe.TrySubmit(call))
            {
                var outcome = await call.Outcome;
                if (outcome != WireOutcome.Elsewhere) return Gathered(call, outcome, stop);
            }
        }

        return await StreamAsync(script, run, stop);
    }

    /// <summary>Forgets what was prepared for tables as they were.</summary>
    public void ForgetSchema()
    {
        pipes.Clear();
        lanes.Clear();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await watch.DisposeAsync();
        await pipes.DisposeAsync();
        await lanes.DisposeAsync();
    }

    private WireCall Gathered(WireCall call, WireOutcome outcome, CancellationToken stop)
    {
        paths.Pipe();
        return outcome switch
        {
            WireOutcome.Rows => call,
            WireOutcome.Failed => throw (call.Failure is FailureException failure
                ? failure
                : PostgresFailures.WhileRunning(call.Failure!, stop)),
            WireOutcome.TimedOut => throw SqlStates.TooSlow.AsException(),
            _ => throw PostgresFailures.WhileRunning(new OperationCanceledException(stop), stop),
        };
    }

    private async ValueTask<Rows?> StreamAsync(PostgresScript script, ScriptRun run, CancellationToken stop)
    {
        if (await TakeLaneAsync(stop) is not { } lane) return null;
        var rows = new WireLaneRows(lane, lanes, script, deadlines);
        try
        {
            await rows.StartAsync(run.Values, run.Caller, stop);
            paths.Lane();
            return rows;
        }
        catch (Exception cause)
        {
            // To give the connection back cancels what it does.
            var (isCancelled, meaning) = (lane.IsCancelled, WireLanes.Explain(lane, cause, stop));
            await rows.DisposeAsync();
            if (isCancelled) throw meaning;
            if (WireLane.IsLost(cause) || cause is PostgresException error && IsForDriver(script, error))
            {
                if (cause is not PostgresException refusal || refusal.EndsSession()) lanes.Clear();
                return null;
            }

            paths.Lane();
            throw meaning;
        }
    }

    /// <summary>Whether something says that there is no connection to be had.</summary>
    internal static bool IsNoConnection(Exception e) => WireLane.IsLost(e)
        || e is NpgsqlException or WireRefusedException or AuthenticationException or OperationCanceledException
            or CryptographicException;

    private static bool IsForDriver(PostgresScript script, PostgresException error)
    {
        if (error.SqlState == PostgresErrorCodes.ReadOnlySqlTransaction) return script.Pace.IsForDriver = true;
        return PreparedPlans.MayBeStale(error) || error.EndsSession();
    }

    private async ValueTask<WireLane?> TakeLaneAsync(CancellationToken stop)
    {
        try
        {
            return await lanes.TakeAsync(stop);
        }
        catch (Exception e) when (IsNoConnection(e) && !stop.IsCancellationRequested)
        {
            return null;
        }
    }

    private void Watch()
    {
        pipes.Watch();
        lanes.Watch();
    }
}

/// <summary>How many connections there are at most, by what they are for.</summary>
/// <param name="Pipes">Those that short runs share.</param>
/// <param name="Lanes">Those for one run at a time.</param>
/// <param name="Driver">Those of the driver.</param>
internal readonly record struct WireShares(int Pipes, int Lanes, int Driver)
{
    private const int PipesForCore = 2;

    /// <summary>Too few to be worth dividing.</summary>
    private const int Least = 8;

    /// <summary>Divides; without any for the wire where there are few.</summary>
    public static WireShares Of(int connections)
    {
        if (connections < Least) return new WireShares(0, 0, connections);
        var pipes = Math.Min(PipesForCore * Environment.ProcessorCount, connections / 4);
        var lanes = (connections - pipes) / 3;
        return new WireShares(pipes, lanes, connections - pipes - lanes);
    }
}
