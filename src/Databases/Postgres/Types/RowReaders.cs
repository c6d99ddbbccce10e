using Relata.Planning.Plans;

namespace Relata.Databases.Postgres.Types;

/// <summary>
/// The readers of a row's cells, chosen once; behind the cells a row has one for each list inside it.
/// </summary>
/// <param name="cells">The readers of the cells.</param>
/// <param name="lists">For each list, the readers of its rows.</param>
internal sealed class RowReaders(CellReader[] cells, RowReaders[] lists)
{
    /// <summary>The readers of the cells.</summary>
    public CellReader[] Cells { get; } = cells;

    /// <summary>For each list, the readers of its rows.</summary>
    public RowReaders[] Lists { get; } = lists;

    /// <summary>How many values the server sends for a row.</summary>
    public int Count => Cells.Length + Lists.Length;

    /// <summary>The readers for a layout.</summary>
    public static RowReaders For(RowLayout layout) =>
        new([.. layout.Cells.Select(CellReaders.For)], [.. layout.Lists.Select(For)]);
}
