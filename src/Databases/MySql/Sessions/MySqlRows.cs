using Relata.Databases.MySql.Types;
using Relata.Execution;

namespace Relata.Databases.MySql.Sessions;

/// <summary>The rows of scripts, taken piece by piece from the connection.</summary>
/// <param name="session">Where they run.</param>
/// <param name="run">The scripts.</param>
/// <param name="pool">Where the session goes with the rows; null when a transaction goes on with it.</param>
/// <param name="first">Whether there is a first result, where it has been begun.</param>
internal sealed class MySqlRows(MySqlSession session, MySqlRun run, MySqlPool? pool, bool? first) : Rows
{
    private bool? begun = first;
    private int row = -1;
    private long rowsBefore;
    private bool hasResult;
    private bool isMoving;
    private bool isReturned;

    /// <inheritdoc/>
    public override async ValueTask<bool> NextResultAsync(CancellationToken stop)
    {
        Move();
        (row, rowsBefore) = (-1, 0);
        hasResult = begun ?? await session.DoAsync(run.NextResultAsync, stop);
        begun = null;
        isMoving = false;
        return hasResult;
    }

    /// <inheritdoc/>
    public override ValueTask<bool> NextRowAsync(CancellationToken stop)
    {
        if (!hasResult) return new(false);
        if (row + 1 >= run.Buffer.Rows) return run.IsAtEnd ? new(false) : MoreAsync(stop);
        row++;
        return new(true);
    }

    /// <inheritdoc/>
    public override bool IsNull(int cell) => run.Buffer[row, cell].Storage == MySqlStorage.Null;

    /// <inheritdoc/>
    public override void WriteCell(int cell, CellSink sink)
    {
        var value = run.Buffer[row, cell];
        if (value.Storage == MySqlStorage.Null) sink.Null();
        else if (cell < run.Cells.Length) run.Cells[cell](run.Buffer, value, sink);
        else MySqlCells.WriteAsStored(run.Buffer, value, sink);
    }

    /// <inheritdoc/>
    public override ListRows OpenList(int list) => run.Lists[list].Open(rowsBefore + row + 1);

    /// <inheritdoc/>
    public override long ReadInt64(int cell) => MySqlCells.ReadInt64(run.Buffer, run.Buffer[row, cell]);

    /// <inheritdoc/>
    public override async ValueTask<long> EndAsync(CancellationToken stop)
    {
        while (await NextResultAsync(stop)) { }
        return run.Changed;
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        if (isReturned) return;
        isReturned = true;
        if (run.IsReading) session.Abandon();
        if (pool is null) return;
        try
        {
            if (session is { IsInTransaction: true, IsBroken: false })
                await session.DoAsync(EndTransactionAsync, CancellationToken.None);
        }
        catch (Model.Failures.FailureException)
        {
            // What was read is read; the connection is closed.
        }

        pool.Return(session);
    }

    private async Task<bool> EndTransactionAsync(StatementLimit limit)
    {
        await session.EndAsync(commits: true, limit.Stop);
        return true;
    }

    private async ValueTask<bool> MoreAsync(CancellationToken stop)
    {
        Move();
        rowsBefore += run.Buffer.Rows;
        row = -1;
        await session.DoAsync(run.MoreAsync, stop);
        isMoving = false;
        if (run.Buffer.Rows == 0) return false;
        row = 0;
        return true;
    }

    /// <summary>Refuses to go on after a failure: what is left of the transaction may not be committed.</summary>
    private void Move()
    {
        if (isMoving) throw new InvalidOperationException("A run that failed does not go on.");
        isMoving = true;
    }
}
