using Relata.Databases.Sqlite.Types;
using Relata.Execution;
using SQLitePCL;

namespace Relata.Databases.Sqlite.Sessions;

/// <summary>
/// Runs the statements of its scripts one after the other, each when it is asked for, and reads their rows.
/// </summary>
/// <param name="session">Where they run.</param>
/// <param name="runs">The scripts.</param>
/// <param name="pool">Where the session goes with the rows; null when a transaction goes on with it.</param>
internal sealed class SqliteRows(SqliteSession session, IReadOnlyList<ScriptRun> runs, SqlitePool? pool) : Rows
{
    private int run;
    private int place;
    private SqliteStatement? current;
    private SqliteRow row;
    private SqliteCell[] cells = [];
    private SqliteList[] lists = [];
    private bool hasRow;
    private bool isUnread;
    private int rowsSeen;
    private int changesBefore;
    private long changed;
    private bool isMoving;
    private bool isReturned;

    /// <inheritdoc/>
    public override async ValueTask<bool> NextResultAsync(CancellationToken stop)
    {
        Move();
        Leave(stop);
        while (run < runs.Count)
        {
            if (await StartNextAsync(stop)) break;
            Leave(stop);
        }

        isMoving = false;
        return current is not null;
    }

    /// <inheritdoc/>
    public override ValueTask<bool> NextRowAsync(CancellationToken stop)
    {
        if (isUnread || current is null || !hasRow)
        {
            isUnread = false;
            return new(hasRow);
        }

        Move();
        Step(current, stop);
        isMoving = false;
        return new(hasRow);
    }

    /// <inheritdoc/>
    public override bool IsNull(int cell) => row.Storage(cell) == raw.SQLITE_NULL;

    /// <inheritdoc/>
    public override void WriteCell(int cell, CellSink sink) => cells[cell](row, cell, sink);

    /// <inheritdoc/>
    public override ListRows OpenList(int list) => lists[list].Open(rowsSeen);

    /// <inheritdoc/>
    public override long ReadInt64(int cell) => row.Integer(cell);

    /// <inheritdoc/>
    public override async ValueTask<long> EndAsync(CancellationToken stop)
    {
        while (await NextResultAsync(stop)) { }
        return changed;
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        if (isReturned) return ValueTask.CompletedTask;
        isReturned = true;
        FinishCurrent();
        if (pool is null) return ValueTask.CompletedTask;
        session.RollBack();
        pool.Return(session);
        return ValueTask.CompletedTask;
    }

    /// <summary>Runs the next statement to its first row; false when it is one that returns no rows.</summary>
    private async ValueTask<bool> StartNextAsync(CancellationToken stop)
    {
        var (prepared, values) = runs[run];
        var limit = runs[run].Timeout;
        var script = (SqliteScript)prepared;
        if (place > script.Answering)
        {
            (run, place) = (run + 1, 0);
            return false;
        }

        var statement = script.Script.Statements[place++];
        current = await session.PrepareAsync(statement.Text, stop);
        row = new SqliteRow(current.Handle, session.IsUtf16);
        session.Bind(current, statement.Parameters, values);
        changesBefore = session.TotalChanges;
        hasRow = isUnread = await session.StartAsync(current, stop, limit);
        cells = CellsOf(script, current);
        rowsSeen = hasRow ? 1 : 0;
        if (script.Lists.Length > 0 && place > script.Answering)
            lists = await SqliteList.StartAsync(session, script, values, stop);
        return current.Columns > 0;
    }

    /// <summary>
    /// The layout describes the rows that are answered; the cells of any other are written as they are stored.
    /// </summary>
    private SqliteCell[] CellsOf(SqliteScript script, SqliteStatement statement)
    {
        if (place <= script.Answering || script.Script.Layout is null)
            return SqliteCells.AsStored(statement.Columns);
        return script.Cells.Length == statement.Columns
            ? script.Cells
            : throw SqliteFailures.StaleSchema.AsException();
    }

    /// <summary>
    /// Ends the current statement. One that writes is run to its end first: SQLite checks foreign keys only there
    /// (https://www.sqlite.org/foreignkeys.html, section 4.2), after the rows of its RETURNING clause.
    /// </summary>
    private void Leave(CancellationToken stop)
    {
        if (current is null) return;
        if (current.Writes)
        {
            while (hasRow) Step(current, stop);
            changed += ChangesOf(current);
        }

        FinishCurrent();
        (hasRow, isUnread) = (false, false);
    }

    private void FinishCurrent()
    {
        foreach (var list in lists) list.Finish();
        current?.Finish();
        (current, lists) = (null, []);
    }

    /// <summary>
    /// SQLite does not count what an INSTEAD OF trigger does in place of the statement
    /// (https://www.sqlite.org/c3ref/changes.html): for a view, the rows returned count, or else what the triggers
    /// changed.
    /// </summary>
    private int ChangesOf(SqliteStatement statement)
    {
        if (session.Changes is > 0 and var direct) return direct;
        return statement.Columns > 0 ? rowsSeen : session.TotalChanges - changesBefore;
    }

    private void Step(SqliteStatement statement, CancellationToken stop)
    {
        hasRow = session.Step(statement, stop);
        if (hasRow) rowsSeen++;
    }

    /// <summary>Refuses to go on after a failure: what is left of the transaction may not be committed.</summary>
    private void Move()
    {
        if (isMoving) throw new InvalidOperationException("A run that failed does not go on.");
        isMoving = true;
    }
}
