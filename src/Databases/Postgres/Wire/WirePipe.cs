using System.Collections.Concurrent;
using Npgsql;
using Relata.Databases.Postgres.Sessions;
using Relata.Databases.Postgres.Types;

namespace Relata.Databases.Postgres.Wire;

/// <summary>
/// A connection that many short runs share: their statements are sent behind each other without waiting for answers,
/// and those that wait at the same time share a Sync.
/// </summary>
/// <remarks>
/// A Sync for each statement costs the server a transaction and a send of its own, and one for several ties their fates
/// together: an error discards what follows it up to the Sync (manual, "Pipelining"). The innocent are sent again,
/// which nobody notices, since they only read; and a script that failed goes alone the next time. There is one writer
/// at a time, whoever comes when nobody writes, and one reader.
/// </remarks>
internal sealed class WirePipe : IAsyncDisposable
{
    private static readonly TimeSpan LongestCancellation = TimeSpan.FromSeconds(5);

    private readonly WireLink link;
    private readonly TimeProvider time;
    private readonly AbandonedStatements abandoned;
    private readonly Tempo tempo;
    private readonly WireQueue queue;
    private readonly WireOutput output = new();
    private readonly WireInput input;
    private readonly WireStatements statements = new();
    private readonly ConcurrentQueue<string> forgotten = new();
    private readonly List<WireGroup> writing = [];
    private long cancelledAt;

    /// <summary>Starts to read.</summary>
    /// <param name="link">The connection; disposed with this.</param>
    /// <param name="abandoned">Ends what is given up.</param>
    /// <param name="tempo">How long all runs take.</param>
    /// <param name="time">The clock.</param>
    public WirePipe(WireLink link, AbandonedStatements abandoned, Tempo tempo, TimeProvider time)
    {
        (this.link, this.abandoned, this.tempo, this.time) = (link, abandoned, tempo, time);
        queue = new WireQueue(tempo, time);
        input = new WireInput(link);
        Reading = ReadAsync();
    }

    /// <summary>How many calls wait or are under way.</summary>
    public int Load => queue.Load;

    /// <summary>Whether the call that is under way holds up others.</summary>
    public bool IsClogged => queue.IsClogged;

    /// <summary>When it got its last call, as a timestamp.</summary>
    public long LastUse => queue.LastUse;

    /// <summary>Ends when the connection has.</summary>
    public Task Reading { get; }

    /// <summary>Takes a call; false when it takes none any more.</summary>
    public bool TrySubmit(WireCall call)
    {
        if (!queue.TryAdd(call, out var mustWrite)) return false;
        if (mustWrite) _ = WriteAsync();
        return true;
    }

    /// <summary>Takes no calls any more, and closes when those that it has are answered.</summary>
    public void Retire()
    {
        if (queue.Close()) _ = link.DisposeAsync().AsTask();
    }

    /// <summary>Looks after calls that wait for long. Called now and then.</summary>
    public void Watch()
    {
        if (!queue.Watch()) return;
        var now = time.GetTimestamp();
        if (Interlocked.CompareExchange(ref cancelledAt, now, 0) is not 0 and var since)
        {
            if (time.GetElapsedTime(since, now) < LongestCancellation) return;
            abandoned.End(link.Session);
            _ = link.DisposeAsync().AsTask();
        }
        else
        {
            _ = CancelAsync();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await link.DisposeAsync();
        await Reading;
    }

    private async Task CancelAsync()
    {
        using var limit = new CancellationTokenSource(LongestCancellation, time);
        try
        {
            await link.CancelAsync(limit.Token);
        }
        catch (Exception e) when (WireReads.IsNoConnection(e))
        {
            // It is tried once more in another way when this had no effect.
        }
    }

    /// <summary>Sends what waits until nothing may be sent.</summary>
    private async Task WriteAsync()
    {
        var (isDone, isEmpty) = (false, false);
        try
        {
            while (queue.TryTake(writing, out isEmpty))
            {
                Write();
                await link.SendAsync(output.Written, CancellationToken.None);
                output.Clear();
            }

            isDone = !isEmpty;
        }
        catch (Exception e) when (WireLane.IsLost(e))
        {
            // The reader finds out, too, and tells everybody.
        }
        finally
        {
            // Also when a value could not be written, since nobody would write what waits, and when it was retired.
            if (!isDone) await link.DisposeAsync();
        }
    }

    private void Write()
    {
        while (forgotten.TryDequeue(out var text)) statements.Forget(text);
        statements.Close(output);
        foreach (var group in writing)
        {
            foreach (var call in group.Calls)
            {
                call.Tries++;
                if (call.CallerText is { } text) output.Run(Prepare(text, out _), call.Caller!);
                call.IsEntering = call.CallerText is not null;
                call.Prepared = Prepare(call.Statement.Text, out var isNew);
                call.Parses = isNew;
                output.Run(call.Prepared, call.Statement, call.Values);
            }

            output.Sync();
        }
    }

    private WireStatement Prepare(string text, out bool isNew)
    {
        var prepared = statements.For(text);
        isNew = !prepared.IsSent;
        if (isNew) output.Prepare(prepared, text);
        prepared.IsSent = true;
        return prepared;
    }

    private async Task ReadAsync()
    {
        // Whoever made this goes on.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        try
        {
            while (true)
            {
                while (input.TryRead()) Take();
                if (input.TrySkipRow(WireCall.MostBytes)) Current().Outgrow();
                if (!await input.FillAsync()) break;
            }
        }
        catch (Exception e) when (WireLane.IsLost(e) || e is ArgumentException or IndexOutOfRangeException)
        {
            // Everybody is told below.
        }
        finally
        {
            queue.Break();
            await link.DisposeAsync();
            input.Dispose();
        }
    }

    private void Take()
    {
        switch (input.Type)
        {
            case 'D': Add(Current()); break;
            case 'C' or 'I': Answer(Current()); break;
            case 'T' or 'n': Describe(Current()); break;
            case 'E': TakeError(WireErrors.Read(input.Body)); break;
            case 'Z': EndGroup(); break;
            case '1' or '2' or '3' or 't' or 'N' or 'S' or 'A': break;
            default: throw new WireException($"A message of the type {input.Type} was not expected.");
        }
    }

    private WireCall Current() =>
        queue.Head?.Current ?? throw new WireException("More answers came than were asked.");

    private void Add(WireCall call)
    {
        if (!call.IsEntering) call.Add(input.Body);
    }

    private void Describe(WireCall call)
    {
        if (!call.IsEntering) call.Prepared!.IsReady = input.Type == 'T' && call.Fits(input.Body);
    }

    private void Answer(WireCall call)
    {
        if (call.IsEntering)
        {
            call.IsEntering = false;
            return;
        }

        if (!call.Prepared!.IsReady)
        {
            call.Fail(StaleSchema.Found());
            forgotten.Enqueue(call.Statement.Text);
        }

        queue.Head!.Answer();
    }

    private void TakeError(PostgresException error)
    {
        // Without a call that is under way it is the server's farewell.
        if (queue.Head?.Current is { } call)
        {
            queue.Head.HasFailed = true;
            Fail(call, error);
            queue.Head.Answer();
        }

        if (error.EndsSession()) throw new WireException("The server ended the connection.");
    }

    private void Fail(WireCall call, PostgresException error)
    {
        if (call.Parses && !call.Prepared!.IsReady) forgotten.Enqueue(call.Statement.Text);
        if (call.IsEntering)
        {
            forgotten.Enqueue(call.CallerText!);
            call.Fail(error.MeaningFor(call.Caller!));
            return;
        }

        var pace = call.Script.Pace;
        pace.FailedLast = true;
        if (error.SqlState == PostgresErrorCodes.ReadOnlySqlTransaction) pace.IsForDriver = true;
        if (PreparedPlans.MayBeStale(error)) forgotten.Enqueue(call.Statement.Text);
        call.Fail(error);
    }

    /// <summary>Notes a run. The answers of a group come together, so its time is that of all in equal parts.</summary>
    private void Note(WireCall call, TimeSpan share)
    {
        var pace = call.Script.Pace;
        pace.Ran(call.Length, share, tempo);
        if (pace.FailedLast) pace.FailedLast = false;
    }

    private void EndGroup()
    {
        if (queue.Head is not { } head) throw new WireException("The server is ready twice.");
        if (!head.HasFailed && head.Current is not null) throw new WireException("The server has left answers out.");
        foreach (var call in head.Calls) if (!call.IsAnswered && call.Parses) forgotten.Enqueue(call.Statement.Text);
        Interlocked.Exchange(ref cancelledAt, 0);
        var group = queue.EndGroup(out var took, out var mustWrite, out var isDone);
        if (mustWrite) _ = WriteAsync();
        foreach (var call in group.Calls)
            if (call is { IsAnswered: true, Failure: null }) Note(call, took / group.Calls.Count);
        foreach (var call in group.Calls) if (call.IsAnswered) call.End();
        if (isDone) _ = link.DisposeAsync().AsTask();
    }
}
