using System.Buffers;
using System.Buffers.Binary;
using System.Threading.Tasks.Sources;
using Npgsql;
using Relata.Databases.Postgres.Sessions;
using Relata.Databases.Postgres.Types;
using Relata.Model.Callers;
using Relata.Sql;

namespace Relata.Databases.Postgres.Wire;

/// <summary>What became of a call on a shared connection.</summary>
internal enum WireOutcome
{
    /// <summary>All of its rows are here.</summary>
    Rows,

    /// <summary>It failed, as <see cref="WireCall.Failure"/> says.</summary>
    Failed,

    /// <summary>It is to be run on another connection.</summary>
    Elsewhere,

    /// <summary>It took longer than it may.</summary>
    TimedOut,

    /// <summary>Nobody waits for it any more.</summary>
    GivenUp,
}

/// <summary>
/// One run on a shared connection, and its rows once all of them are here: whoever reads them slowly holds up nobody.
/// </summary>
/// <remarks>
/// The connection writes to the buffer until the call has ended there, whether or not somebody still waits for it; an
/// object is never used for a second run.
/// </remarks>
internal sealed class WireCall : WireRows, IValueTaskSource<WireOutcome>, IThreadPoolWorkItem
{
    /// <summary>More bytes are not gathered: the run gets a connection of its own.</summary>
    public const int MostBytes = 4 * Pace.MostBytes;

    private const int FirstBuffer = 1024;
    private const int Pending = 0;
    private const int Ended = 1;
    private const int Left = 2;

    private readonly RowReaders readers;
    private ManualResetValueTaskSourceCore<WireOutcome> waiting;
    private byte[]? buffer;
    private int length;
    private int position;
    private bool hasEntered;
    private int state;
    private WireOutcome outcome;

    /// <summary>A run that is not sent yet.</summary>
    /// <param name="script">A script of one statement.</param>
    /// <param name="values">The plan's values.</param>
    /// <param name="caller">Whose run it is; null for that of the connection's role.</param>
    /// <param name="deadline">When it has taken too long, as a timestamp.</param>
    /// <param name="stop">Says that nobody waits any more.</param>
    public WireCall(
        PostgresScript script, IReadOnlyList<object?> values, Caller? caller, long deadline, CancellationToken stop)
    {
        (Script, Values, Caller, Deadline, Stop) = (script, values, caller, deadline, stop);
        CallerText = caller is null ? null : CallerStatement.TextFor(caller);
        readers = script.Results[0];
        waiting.RunContinuationsAsynchronously = false;
    }

    /// <summary>The script.</summary>
    public PostgresScript Script { get; }

    /// <summary>Its only statement.</summary>
    public Statement Statement => Script.Script.Statements[0];

    /// <summary>Whose run it is; null for that of the connection's role.</summary>
    public Caller? Caller { get; }

    /// <summary>The statement before its own that makes the transaction the caller's; null for none.</summary>
    public string? CallerText { get; }

    /// <summary>Whether the statement before its own is under way.</summary>
    public bool IsEntering { get; set; }

    /// <summary>The plan's values.</summary>
    public IReadOnlyList<object?> Values { get; }

    /// <summary>When it has taken too long.</summary>
    public long Deadline { get; }

    /// <summary>Says that nobody waits any more.</summary>
    public CancellationToken Stop { get; }

    /// <summary>The statement on the connection.</summary>
    public WireStatement? Prepared { get; set; }

    /// <summary>Whether the statement is parsed with this run.</summary>
    public bool Parses { get; set; }

    /// <summary>Whether all of its messages have come.</summary>
    public bool IsAnswered { get; set; }

    /// <summary>
    /// Whether it shares no Sync: because it may well fail, or because what a caller has set holds up to there.
    /// </summary>
    public bool IsAlone => CallerText is not null || Script.Pace.FailedLast;

    /// <summary>How often it was sent.</summary>
    public int Tries { get; set; }

    /// <summary>Whether somebody waits for it.</summary>
    public bool IsPending => Volatile.Read(ref state) == Pending;

    /// <summary>How many bytes its rows have.</summary>
    public int Length => length;

    /// <summary>Why it failed.</summary>
    public Exception? Failure { get; private set; }

    /// <summary>Waits for the end.</summary>
    public ValueTask<WireOutcome> Outcome => new(this, waiting.Version);

    /// <summary>Whether the rows that the server describes are what the script expects.</summary>
    public bool Fits(ReadOnlySpan<byte> description) => Fits(description, readers);

    /// <summary>Takes the body of a DataRow message.</summary>
    public void Add(ReadOnlySpan<byte> row)
    {
        if (!IsPending) return;
        if (length + row.Length > MostBytes)
        {
            Outgrow();
            return;
        }

        var needed = length + sizeof(int) + row.Length;
        if (buffer is null || buffer.Length < needed) Grow(needed);
        BinaryPrimitives.WriteInt32LittleEndian(buffer.AsSpan(length), row.Length);
        row.CopyTo(buffer.AsSpan(length + sizeof(int)));
        length = needed;
    }

    /// <summary>Has more rows than are gathered.</summary>
    public void Outgrow()
    {
        Script.Pace.TurnLong();
        Leave(WireOutcome.Elsewhere);
    }

    /// <summary>Says why it failed, for when it is ended.</summary>
    public void Fail(Exception failure) => Failure = failure;

    /// <summary>Ends it once it is answered; what the driver may do better, it gets.</summary>
    public void End() => End(Failure switch
    {
        null => WireOutcome.Rows,
        PostgresException error when PreparedPlans.MayBeStale(error)
            || error.EndsSession()
            || error.SqlState is PostgresErrorCodes.ReadOnlySqlTransaction or PostgresErrorCodes.QueryCanceled
                or PostgresErrorCodes.InvalidSqlStatementName => WireOutcome.Elsewhere,
        _ => WireOutcome.Failed,
    });

    /// <summary>Ends it on the connection's side, which does not touch it any more.</summary>
    public void End(WireOutcome how)
    {
        if (Interlocked.CompareExchange(ref state, Ended, Pending) != Pending)
        {
            Return();
            return;
        }

        outcome = how;
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: true);
    }

    /// <summary>Lets whoever waits go on without it; the connection still ends it.</summary>
    public bool Leave(WireOutcome how)
    {
        if (Interlocked.CompareExchange(ref state, Left, Pending) != Pending) return false;
        outcome = how;
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        return true;
    }

    /// <summary>Tells whoever waits.</summary>
    public void Execute() => waiting.SetResult(outcome);

    /// <inheritdoc/>
    public override ValueTask<bool> NextResultAsync(CancellationToken stop)
    {
        var isFirst = !hasEntered;
        if (isFirst) Enter(readers);
        else position = length;
        hasEntered = true;
        return ValueTask.FromResult(isFirst);
    }

    /// <inheritdoc/>
    public override ValueTask<bool> NextRowAsync(CancellationToken stop)
    {
        if (position >= length) return ValueTask.FromResult(false);
        var row = BinaryPrimitives.ReadInt32LittleEndian(buffer.AsSpan(position));
        Stand(buffer!, position + sizeof(int), row);
        position += sizeof(int) + row;
        return ValueTask.FromResult(true);
    }

    /// <inheritdoc/>
    public override ValueTask<long> EndAsync(CancellationToken stop) => ValueTask.FromResult(0L);

    /// <inheritdoc/>
    /// <remarks>Of a call that was left the connection still writes to the buffer, and gives it back.</remarks>
    public override ValueTask DisposeAsync()
    {
        position = length = 0;
        Leave();
        if (Volatile.Read(ref state) == Ended) Return();
        return ValueTask.CompletedTask;
    }

    WireOutcome IValueTaskSource<WireOutcome>.GetResult(short token) => waiting.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<WireOutcome>.GetStatus(short token) => waiting.GetStatus(token);

    void IValueTaskSource<WireOutcome>.OnCompleted(
        Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        waiting.OnCompleted(continuation, state, token, flags);

    private void Grow(int needed)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, Math.Max(FirstBuffer, length * 2)));
        if (buffer is not null)
        {
            buffer.AsSpan(0, length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(buffer);
        }

        buffer = larger;
    }

    private void Return()
    {
        if (Interlocked.Exchange(ref buffer, null) is { } used) ArrayPool<byte>.Shared.Return(used);
    }
}
