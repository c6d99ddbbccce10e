using Relata.Databases.Postgres.Sessions;
using Relata.Databases.Postgres.Types;
using Relata.Model.Callers;

namespace Relata.Databases.Postgres.Wire;

/// <summary>Rows that are received while they are read.</summary>
/// <param name="lane">Where they come from.</param>
/// <param name="lanes">Gets the connection back.</param>
/// <param name="script">The script.</param>
/// <param name="deadlines">The deadlines of statements.</param>
internal sealed class WireLaneRows(
    WireLane lane, WireLanes lanes, PostgresScript script, StatementDeadlines deadlines) : WireRows
{
    private const char Row = 'D';
    private const char EndOfStatement = 'C';
    private const char EndOfAll = 'Z';
    private const char Nothing = '\0';

    private readonly long started = lanes.Time.GetTimestamp();
    private readonly RowReaders[] results = script.Results;

    /// <summary>What has come and was not asked for yet: a row, or the end of a statement or of all.</summary>
    private char ahead;
    private int result = -1;
    private long bytes;
    private bool hasFailed;
    private bool isReturned;

    /// <summary>Sends the run and waits for its first row, or for its end when there is none.</summary>
    public async ValueTask StartAsync(IReadOnlyList<object?> values, Caller? caller, CancellationToken stop)
    {
        var deadline = deadlines.Start(stop);
        try
        {
            await using var registration = CancelWith(deadline.Token);
            await lane.SendAsync(script, values, caller);
            await SeekAsync();
        }
        catch
        {
            hasFailed = true;
            throw;
        }
        finally
        {
            deadlines.End(deadline);
        }
    }

    /// <inheritdoc/>
    public override async ValueTask<bool> NextResultAsync(CancellationToken stop)
    {
        Require();
        if (result == results.Length) return false;
        var deadline = deadlines.Start(stop);
        try
        {
            await using var registration = CancelWith(deadline.Token);
            if (result >= 0)
            {
                while (ahead is Row or Nothing) await AdvanceAsync();
                await SeekAsync();
            }

            result++;
        }
        catch (Exception cause)
        {
            throw Failed(cause, stop);
        }
        finally
        {
            deadlines.End(deadline);
        }

        if (ahead == EndOfAll) result = results.Length;
        if (result == results.Length) return false;
        if (!lane.Fits(result)) throw Failed(StaleSchema.Found(), stop);
        Enter(results[result]);
        return true;
    }

    /// <inheritdoc/>
    public override ValueTask<bool> NextRowAsync(CancellationToken stop)
    {
        Require();
        try
        {
            if (ahead == Nothing && lane.TryNext(script, out var what)) Note(what);
        }
        catch (Exception cause)
        {
            throw Failed(cause, stop);
        }

        return ahead == Row ? new(Stand()) : MoveAsync(stop);
    }

    /// <inheritdoc/>
    public override async ValueTask<long> EndAsync(CancellationToken stop)
    {
        while (await NextResultAsync(stop)) { }
        return 0;
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        if (isReturned) return ValueTask.CompletedTask;
        isReturned = true;
        Leave();
        return lanes.ReturnAsync(lane, script);
    }

    /// <summary>Waits for the next row; behind the last one of the last result, for the end of all.</summary>
    private async ValueTask<bool> MoveAsync(CancellationToken stop)
    {
        try
        {
            await using var registration = CancelWith(stop);
            if (ahead == Nothing) await AdvanceAsync();
            if (ahead == Row) return Stand();
            while (ahead == EndOfStatement && result == results.Length - 1) await AdvanceAsync();
            return false;
        }
        catch (Exception cause)
        {
            throw Failed(cause, stop);
        }
    }

    /// <summary>Moves to the first row of a result, to its end when it has none, or to the end of all.</summary>
    private async ValueTask SeekAsync()
    {
        do await AdvanceAsync();
        while (ahead == EndOfStatement && !lane.HasEndedResult);
    }

    private async ValueTask AdvanceAsync() => Note(await lane.NextAsync(script));

    private void Note(char what)
    {
        ahead = what;
        if (what == Row) bytes += lane.Input.BodyLength;
        else if (what == EndOfAll) script.Pace.Ran(bytes, lanes.Time.GetElapsedTime(started), lanes.Tempo);
    }

    private bool Stand()
    {
        ahead = Nothing;
        Stand(lane.Input.Bytes, lane.Input.BodyStart, lane.Input.BodyLength);
        return true;
    }

    private CancellationTokenRegistration CancelWith(CancellationToken stop) =>
        stop.UnsafeRegister(static lane => ((WireLane)lane!).Cancel(), lane);

    /// <summary>Refuses to go on after a failure.</summary>
    private void Require()
    {
        if (hasFailed) throw new InvalidOperationException("A run that failed does not go on.");
    }

    private Exception Failed(Exception cause, CancellationToken stop)
    {
        hasFailed = true;
        return WireLanes.Explain(lane, cause, stop);
    }
}
