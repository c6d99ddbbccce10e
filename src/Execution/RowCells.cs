namespace Relata.Execution;

/// <summary>The cells of a current row.</summary>
public abstract class RowCells
{
    /// <summary>Whether a cell of the current row is NULL.</summary>
    public abstract bool IsNull(int cell);

    /// <summary>Writes a cell of the current row, NULL included.</summary>
    public abstract void WriteCell(int cell, CellSink sink);

    /// <summary>
    /// Opens a list that stands inside the current row; it is read to its end before another list or cell of the row.
    /// The lists of a row are opened in the order of its layout; one of which nobody asks for is passed over.
    /// </summary>
    /// <param name="list">The list's place among <see cref="Relata.Planning.Plans.RowLayout.Lists"/>.</param>
    public abstract ListRows OpenList(int list);
}

/// <summary>The rows of a list inside a row, before the first; gone when the row around it is.</summary>
public abstract class ListRows : RowCells
{
    /// <summary>Moves to the next row; false after the last.</summary>
    public abstract bool NextRow();
}
