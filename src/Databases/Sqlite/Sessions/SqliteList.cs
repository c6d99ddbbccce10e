using Relata.Databases.Sqlite.Types;
using Relata.Execution;
using Relata.Model.Failures;
using SQLitePCL;

namespace Relata.Databases.Sqlite.Sessions;

/// <summary>
/// The lists of one place in all rows, read by one statement that answers them one after the other: its last cell is
/// the number of the row around. It goes on as the rows around do.
/// </summary>
internal sealed class SqliteList : ListRows
{
    private readonly SqliteSession session;
    private readonly SqliteStatement statement;
    private readonly SqliteCell[] cells;
    private readonly SqliteList[] lists;
    private readonly SqliteRow row;
    private bool hasRow;
    private bool isRead;
    private long rowsSeen;
    private long around;

    private SqliteList(
        SqliteSession session, SqliteStatement statement, bool hasRow, ListCells shape, SqliteList[] lists)
    {
        (this.session, this.statement, this.hasRow, this.lists) = (session, statement, hasRow, lists);
        row = new SqliteRow(statement.Handle, session.IsUtf16);
        cells = statement.Columns == shape.Cells.Length + 1 ? shape.Cells : throw OtherCells();
        rowsSeen = hasRow ? 1 : 0;
    }

    /// <summary>Starts the statements of the lists inside the rows of a script.</summary>
    public static async ValueTask<SqliteList[]> StartAsync(
        SqliteSession session, SqliteScript script, IReadOnlyList<object?> values, CancellationToken stop)
    {
        var place = script.Answering;
        var started = new List<SqliteStatement>();
        try
        {
            return await StartAsync(script.Lists);
        }
        catch
        {
            foreach (var statement in started) statement.Finish();
            throw;
        }

        async ValueTask<SqliteList[]> StartAsync(ListCells[] shapes)
        {
            var lists = new SqliteList[shapes.Length];
            for (var i = 0; i < shapes.Length; i++)
            {
                var sql = script.Script.Statements[++place];
                var statement = await session.PrepareAsync(sql.Text, stop);
                started.Add(statement);
                session.Bind(statement, sql.Parameters, values);
                var hasRow = await session.StartAsync(statement, stop);
                lists[i] = new SqliteList(session, statement, hasRow, shapes[i], await StartAsync(shapes[i].Lists));
            }

            return lists;
        }
    }

    /// <summary>Goes to the list inside a row, given by its number.</summary>
    public SqliteList Open(long number)
    {
        around = number;
        return this;
    }

    /// <inheritdoc/>
    public override bool NextRow()
    {
        if (isRead) Step();
        while (hasRow && row.Integer(cells.Length) < around) Step();
        return isRead = hasRow && row.Integer(cells.Length) == around;
    }

    /// <inheritdoc/>
    public override bool IsNull(int cell) => row.Storage(cell) == raw.SQLITE_NULL;

    /// <inheritdoc/>
    public override void WriteCell(int cell, CellSink sink) => cells[cell](row, cell, sink);

    /// <inheritdoc/>
    public override ListRows OpenList(int list) => lists[list].Open(rowsSeen);

    /// <summary>Ends the statements.</summary>
    public void Finish()
    {
        foreach (var list in lists) list.Finish();
        statement.Finish();
    }

    public static FailureException OtherCells() =>
        new Failure(FailureCode.Internal, "A statement returns other cells than its layout says.").AsException();

    private void Step()
    {
        hasRow = session.Step(statement, session.Stop);
        if (hasRow) rowsSeen++;
    }
}
