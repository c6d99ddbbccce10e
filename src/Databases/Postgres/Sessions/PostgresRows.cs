using System.Buffers;
using Npgsql;
using Relata.Databases.Postgres.Types;
using Relata.Execution;

namespace Relata.Databases.Postgres.Sessions;

/// <summary>Reads the results of a command; cells go, as the server sent them, through one buffer.</summary>
/// <param name="connection">Where the command runs.</param>
/// <param name="command">The command; disposed with this.</param>
/// <param name="reader">Reads its results; disposed with this.</param>
/// <param name="results">For each result, one reader for each of its cells.</param>
/// <param name="deadlines">The deadlines of statements.</param>
/// <param name="keepsConnection">Whether the connection is not given back with this: a transaction goes on with
/// it.</param>
internal sealed class PostgresRows(
    NpgsqlConnection connection,
    PostgresCommand command,
    NpgsqlDataReader reader,
    RowReaders[] results,
    StatementDeadlines deadlines,
    bool keepsConnection) : Rows
{
    private const int FirstBuffer = 4096;

    /// <summary>So few rows are read to the end sooner than a cancellation takes effect.</summary>
    private const int RowsWorthReading = 16;

    private static readonly TimeSpan LongestReadingOn = TimeSpan.FromMilliseconds(20);

    private byte[] buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
    private RecordRows[] lists = [];
    private int result = -1;
    private bool mayHaveRows;
    private bool isMoving;
    private bool isReturned;
    private long? changed;
    private Exception? failure;

    /// <inheritdoc/>
    public override async ValueTask<bool> NextResultAsync(CancellationToken stop)
    {
        Move();
        try
        {
            // The driver stands on the first result already.
            mayHaveRows = result < 0 ? reader.FieldCount > 0 : await MoveToResultAsync(stop);
        }
        catch (Exception cause)
        {
            throw Failed(cause, stop);
        }

        result = mayHaveRows ? result + 1 : results.Length;
        if (mayHaveRows) StartResult();
        isMoving = false;
        return mayHaveRows;
    }

    /// <inheritdoc/>
    public override async ValueTask<bool> NextRowAsync(CancellationToken stop)
    {
        Move();
        try
        {
            mayHaveRows = await reader.ReadAsync(stop);
        }
        catch (Exception cause)
        {
            throw Failed(cause, stop);
        }

        isMoving = false;
        return mayHaveRows;
    }

    /// <inheritdoc/>
    public override bool IsNull(int cell) => reader.IsDBNull(cell);

    /// <inheritdoc/>
    public override void WriteCell(int cell, CellSink sink)
    {
        if (reader.IsDBNull(cell)) sink.Null();
        else results[result].Cells[cell].Write(Bytes(cell), sink);
    }

    /// <inheritdoc/>
    public override ListRows OpenList(int list)
    {
        var length = Bytes(results[result].Cells.Length + list).Length;
        lists[list].Open(buffer, 0, length);
        return lists[list];
    }

    /// <inheritdoc/>
    public override long ReadInt64(int cell) => results[result].Cells[cell].ReadInt64(Bytes(cell));

    /// <inheritdoc/>
    public override async ValueTask<long> EndAsync(CancellationToken stop)
    {
        if (changed is { } known) return known;

        // Whoever disposed the results in a transaction has received all of them.
        if (isReturned && !isMoving) return 0;
        while (await NextResultAsync(stop)) { }
        Move();
        await reader.DisposeAsync();
        changed = command.RowsChanged;
        return changed.Value;
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        if (isReturned) return;
        isReturned = true;
        try
        {
            // A cancellation would end the transaction that goes on.
            if (failure is null && !keepsConnection && (mayHaveRows || result < results.Length - 1)) await LeaveAsync();
            await reader.DisposeAsync();
            await command.DisposeAsync();
            if (failure is not null) await PreparedPlans.ForgetAsync(connection, command, failure);
        }
        catch (Exception cause) when (cause is NpgsqlException or OperationCanceledException)
        {
            // What is left of the results has no reader, and neither has the reason why it was not sent.
        }
        finally
        {
            // What is left of a transaction is rolled back by the driver.
            if (!keepsConnection) await connection.DisposeAsync();
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>
    /// Ends results that nobody reads to their end. Disposing the reader receives them all, maybe millions of rows;
    /// a cancellation takes a connection and a round trip of its own, too much when the end of the result is near.
    /// </summary>
    private async ValueTask LeaveAsync()
    {
        var patience = deadlines.Start(LongestReadingOn, CancellationToken.None);
        try
        {
            var rows = 0;
            while (mayHaveRows && rows++ < RowsWorthReading) mayHaveRows = await reader.ReadAsync(patience.Token);
        }
        finally
        {
            deadlines.End(patience);
        }

        if (mayHaveRows || result < results.Length - 1) command.Cancel();
    }

    private async ValueTask<bool> MoveToResultAsync(CancellationToken stop)
    {
        var deadline = deadlines.Start(stop);
        try
        {
            return await reader.NextResultAsync(deadline.Token);
        }
        finally
        {
            deadlines.End(deadline);
        }
    }

    /// <summary>A cell as the server sent it, until the next cell is asked for.</summary>
    private ReadOnlySpan<byte> Bytes(int cell)
    {
        var length = (int)reader.GetBytes(cell, 0, buffer, 0, buffer.Length);
        if (length < buffer.Length) return buffer.AsSpan(0, length);

        length = (int)reader.GetBytes(cell, 0, null, 0, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = ArrayPool<byte>.Shared.Rent(length + 1);
        reader.GetBytes(cell, 0, buffer, 0, length);
        return buffer.AsSpan(0, length);
    }

    /// <summary>Checks that the rows are what their layout says.</summary>
    private void StartResult()
    {
        if (result == results.Length || results[result].Count != reader.FieldCount) throw StaleSchema.Found();

        var readers = results[result];
        for (var cell = 0; cell < reader.FieldCount; cell++)
        {
            var type = reader.GetDataTypeOID(cell);
            var isRead = cell < readers.Cells.Length ? readers.Cells[cell].Reads(type) : type == TypeOid.Records;
            if (!isRead) throw StaleSchema.Found();
        }

        lists = readers.Lists.Length == 0 ? [] : [.. readers.Lists.Select(list => new RecordRows(list))];
    }

    /// <summary>Refuses to go on after a failure: a failed transaction is "committed" without an error.</summary>
    private void Move()
    {
        if (isMoving) throw new InvalidOperationException("A run that failed does not go on.");
        isMoving = true;
    }

    private Exception Failed(Exception cause, CancellationToken stop)
    {
        failure = cause;
        return PostgresFailures.WhileRunning(cause, stop);
    }
}
