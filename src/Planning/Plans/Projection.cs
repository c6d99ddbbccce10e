using Relata.Model.Expressions;
using Relata.Model.Schema;

namespace Relata.Planning.Plans;

/// <summary>What is read of a table and of the parents that stand inside its rows.</summary>
/// <param name="Cells">The columns, in the order in which a statement returns them.</param>
/// <param name="Joins">The parents, each after the table that it hangs on; empty for writes.</param>
/// <param name="Layout">How the cells become the row that is answered.</param>
public sealed record Projection(
    IReadOnlyList<ColumnReference> Cells, IReadOnlyList<ParentJoin> Joins, RowLayout Layout)
{
    /// <summary>Whether this is every column of the table in its order and nothing else, as most requests ask.</summary>
    public bool IsWholeTable { get; init; }
}

/// <summary>A parent of one of the plan's tables; a row without a parent stays.</summary>
/// <param name="Source">The parent's own number among the plan's tables.</param>
/// <param name="Child">The number of the table that holds the foreign key.</param>
/// <param name="Relationship">How the two are related.</param>
public sealed record ParentJoin(int Source, int Child, Relationship Relationship);
