namespace Relata.Databases.Postgres.Wire;

/// <summary>
/// The calls on a shared connection, from when they come until they end: which wait, and which are under way in which
/// group.
/// </summary>
/// <remarks>
/// Those who come, the one who writes and the one who reads meet here, under a lock that is held for moments. What
/// waits while a group is under way becomes the next group, so that groups grow with the load.
/// </remarks>
/// <param name="tempo">How long all runs take.</param>
/// <param name="time">The clock.</param>
internal sealed class WireQueue(Tempo tempo, TimeProvider time)
{
    private const int MostInGroup = 32;
    private const int MostGroups = 1;

    /// <summary>Groups that do not grow are sent behind each other.</summary>
    private const int MostAlone = 16;

    private const int MostTries = 3;

    /// <summary>What each call of a group may add to the time after which the group is slow.</summary>
    private static readonly TimeSpan ShareOfCall = TimeSpan.FromMilliseconds(4);

    private readonly Lock gate = new();
    private readonly Queue<WireCall> waiting = new();
    private readonly Queue<WireGroup> sent = new();
    private volatile WireGroup? head;
    private bool isWriting;
    private volatile bool isClosed;
    private volatile bool isClogged;
    private int load;
    private long headSince;

    /// <summary>How many calls wait or are under way.</summary>
    public int Load => Volatile.Read(ref load);

    /// <summary>Whether the call that is under way holds up others.</summary>
    public bool IsClogged => isClogged;

    /// <summary>When the last call came, as a timestamp.</summary>
    public long LastUse { get; private set; } = time.GetTimestamp();

    /// <summary>The group that is answered; null when nothing is under way.</summary>
    public WireGroup? Head => head;

    /// <summary>Takes a call; false when it takes none any more.</summary>
    /// <param name="call">The call.</param>
    /// <param name="mustWrite">Whether whoever brought it is the one who writes now.</param>
    public bool TryAdd(WireCall call, out bool mustWrite)
    {
        lock (gate)
        {
            mustWrite = false;
            if (isClosed || isClogged) return false;
            LastUse = time.GetTimestamp();
            waiting.Enqueue(call);
            load++;
            mustWrite = MayStartToWrite();
            return true;
        }
    }

    /// <summary>Takes no calls any more; true when it has none.</summary>
    public bool Close()
    {
        lock (gate)
        {
            isClosed = true;
            return load == 0;
        }
    }

    /// <summary>Gives the next groups to be written; when there are none, nobody writes any more.</summary>
    /// <param name="groups">Gets them.</param>
    /// <param name="isDone">Whether it was closed and has no calls any more.</param>
    public bool TryTake(List<WireGroup> groups, out bool isDone)
    {
        groups.Clear();
        lock (gate)
        {
            while (MayWrite())
            {
                var group = new WireGroup();
                while (group.Calls.Count < MostInGroup && waiting.TryPeek(out var call))
                {
                    if (call.IsAlone && group.Calls.Count > 0) break;
                    waiting.Dequeue();
                    if (call.IsPending) group.Calls.Add(call);
                    else Drop(call);
                    if (call.IsAlone) break;
                }

                if (group.Calls.Count == 0) continue;
                if (head is null)
                {
                    (head, headSince) = (group, time.GetTimestamp());
                }

                sent.Enqueue(group);
                groups.Add(group);
            }

            isWriting = groups.Count > 0;
            isDone = isClosed && load == 0;
            return isWriting;
        }
    }

    /// <summary>The group that was under way has ended; those that an error discarded wait again.</summary>
    /// <param name="took">How long it was under way.</param>
    /// <param name="mustWrite">Whether whoever read this is the one who writes now.</param>
    /// <param name="isDone">Whether it was closed and has no calls any more.</param>
    public WireGroup EndGroup(out TimeSpan took, out bool mustWrite, out bool isDone)
    {
        lock (gate)
        {
            var group = sent.Dequeue();
            head = sent.TryPeek(out var next) ? next : null;
            load -= group.Calls.Count;
            foreach (var call in group.Calls) if (!call.IsAnswered) TryAgain(call);
            isClogged = false;
            var now = time.GetTimestamp();
            (took, headSince) = (time.GetElapsedTime(headSince, now), now);
            mustWrite = MayStartToWrite();
            isDone = isClosed && load == 0;
            return group;
        }
    }

    /// <summary>
    /// Looks after calls: those that nobody waits for, or that take too long, are left; those beside and behind a slow
    /// one go elsewhere. Of a group it is not known which is the slow one: the server may keep the answers of those
    /// before it.
    /// </summary>
    /// <returns>Whether what is under way is slow and has nobody who waits for it.</returns>
    public bool Watch()
    {
        var now = time.GetTimestamp();
        lock (gate)
        {
            if (load == 0) return false;
            var isSlow = head is { } group
                && time.GetElapsedTime(headSince, now) > (2 * tempo.Limit) + (group.Calls.Count * ShareOfCall);
            var slow = isSlow && head!.Calls is [var only] ? only : null;
            if (isSlow && !isClogged) slow?.Script.Pace.TurnLong();
            isClogged = isSlow;
            foreach (var call in sent.SelectMany(group => group.Calls).Concat(waiting))
            {
                if (call.Stop.IsCancellationRequested) call.Leave(WireOutcome.GivenUp);
                else if (now > call.Deadline) call.Leave(WireOutcome.TimedOut);
                else if (isSlow && call != slow) call.Leave(WireOutcome.Elsewhere);
            }

            return isSlow && slow is not { IsPending: true };
        }
    }

    /// <summary>Ends everything, once nothing is read any more.</summary>
    public void Break()
    {
        lock (gate)
        {
            isClosed = true;
            foreach (var call in sent.SelectMany(group => group.Calls).Concat(waiting))
                call.End(WireOutcome.Elsewhere);
            sent.Clear();
            waiting.Clear();
            load = 0;
        }
    }

    private bool MayWrite() => waiting.TryPeek(out var call) && sent.Count < (call.IsAlone ? MostAlone : MostGroups);

    private bool MayStartToWrite()
    {
        if (isWriting || !MayWrite()) return false;
        isWriting = true;
        return true;
    }

    /// <summary>Sends a call again that did nothing: an error of another one discarded it.</summary>
    private void TryAgain(WireCall call)
    {
        if (call.Tries >= MostTries || !call.IsPending)
        {
            call.End(WireOutcome.Elsewhere);
            return;
        }

        load++;
        waiting.Enqueue(call);
    }

    /// <summary>Ends a call that was left before it was sent.</summary>
    private void Drop(WireCall call)
    {
        load--;
        call.End(WireOutcome.Elsewhere);
    }
}
