using Relata.Model.Schema;

namespace Relata.Planning.Plans;

/// <summary>How the flat cells of a result row become the row that is answered.</summary>
/// <param name="Cells">The type of every cell, in the order in which the statement returns them.</param>
/// <param name="Fields">What the answered row holds, in its order.</param>
/// <param name="KeyCells">
/// The cells that say which row it is: its primary key for a <c>Location</c>, the values of its order for a cursor;
/// empty when nobody asked.
/// </param>
/// <remarks>
/// Formats keep what they prepare for a layout under the object itself: a compiled script has one layout for all its
/// runs.
/// </remarks>
public sealed record RowLayout(
    IReadOnlyList<ColumnType> Cells, IReadOnlyList<RowField> Fields, IReadOnlyList<int> KeyCells)
{
    /// <summary>The type of a cell that only tells where related rows end.</summary>
    public static ColumnType EndType { get; } = new(TypeKind.Int32, "integer");

    /// <summary>
    /// How many of the cells, the last ones, must be NULL, because more is related to the row where they are not.
    /// </summary>
    public int EndCells { get; init; }

    /// <summary>Whether a row, or one inside it, can turn out to be related to more than is answered.</summary>
    public bool MayGoOn => EndCells > 0 || Lists.Any(list => list.MayGoOn);

    /// <summary>The rows of each list that stands inside the row.</summary>
    public IReadOnlyList<RowLayout> Lists { get; init; } = [];
}

/// <summary>One field of an answered row.</summary>
/// <param name="Name">Its name.</param>
public abstract record RowField(string Name);

/// <summary>A field that holds one cell.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Cell">The cell's place in the result row.</param>
public sealed record CellField(string Name, int Cell) : RowField(Name);

/// <summary>A field that holds a related row.</summary>
/// <param name="Name">Its name.</param>
/// <param name="PresenceCell">A cell that is NULL exactly when there is no related row; the field is null then.</param>
/// <param name="Fields">What the related row holds.</param>
public sealed record ObjectField(string Name, int PresenceCell, IReadOnlyList<RowField> Fields) : RowField(Name);

/// <summary>A field that holds a list of related rows.</summary>
/// <param name="Name">Its name.</param>
/// <param name="List">The list's place among <see cref="RowLayout.Lists"/>.</param>
public sealed record ListField(string Name, int List) : RowField(Name);
