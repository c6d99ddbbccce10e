using Relata.Databases.MySql.Types;
using Relata.Execution;

namespace Relata.Databases.MySql.Sessions;

/// <summary>
/// The lists of one place in all rows, read before the rows around them: a connection of MariaDB gives one result at a
/// time. The last cell is the number of the row around.
/// </summary>
/// <param name="rows">The rows of all lists.</param>
/// <param name="shape">How their cells are written.</param>
/// <param name="lists">The lists inside them.</param>
internal sealed class MySqlList(MySqlBuffer rows, ListCells shape, MySqlList[] lists) : ListRows
{
    private int row;
    private bool isRead;
    private long around;

    /// <summary>Goes to the list inside a row, given by its number.</summary>
    public MySqlList Open(long number)
    {
        around = number;
        return this;
    }

    /// <inheritdoc/>
    public override bool NextRow()
    {
        if (isRead) row++;
        while (row < rows.Rows && Number < around) row++;
        return isRead = row < rows.Rows && Number == around;
    }

    /// <inheritdoc/>
    public override bool IsNull(int cell) => rows[row, cell].Storage == MySqlStorage.Null;

    /// <inheritdoc/>
    public override void WriteCell(int cell, CellSink sink)
    {
        var value = rows[row, cell];
        if (value.Storage == MySqlStorage.Null) sink.Null();
        else shape.Cells[cell](rows, value, sink);
    }

    /// <inheritdoc/>
    public override ListRows OpenList(int list) => lists[list].Open(row + 1);

    private long Number => MySqlCells.ReadInt64(rows, rows[row, shape.Cells.Length]);
}
