using Relata.Model.Expressions;
using Relata.Model.Schema;

namespace Relata.Planning.Plans;

/// <summary>What is read of a table and of the related rows that stand inside its rows.</summary>
/// <param name="Cells">The columns, in the order in which a statement returns them.</param>
/// <param name="Joins">The parents, each after the table that it hangs on; empty for writes.</param>
/// <param name="Layout">How the cells become the row that is answered.</param>
public sealed record Projection(
    IReadOnlyList<ColumnReference> Cells, IReadOnlyList<ParentJoin> Joins, RowLayout Layout)
{
    /// <summary>
    /// Whether this is every column of the table in its order and nothing else, as most requests ask.
    /// </summary>
    public bool IsWholeTable { get; init; }

    /// <summary>
    /// What must not hold of any row, because more is related to it than is answered; each is a cell behind the others,
    /// NULL where it does not hold.
    /// </summary>
    public IReadOnlyList<Expression> Ends { get; init; } = [];

    /// <summary>
    /// The lists that stand inside the row or inside one of its parents, in the order of the layout's.
    /// </summary>
    public IReadOnlyList<RelatedList> Lists { get; init; } = [];
}

/// <summary>A parent of one of the plan's tables; a row without a parent stays.</summary>
/// <param name="Source">The parent's own number among the plan's tables.</param>
/// <param name="Child">The number of the table that holds the foreign key.</param>
/// <param name="Relationship">How the two are related.</param>
public sealed record ParentJoin(int Source, int Child, Relationship Relationship)
{
    /// <summary>What the parent must be, beside being the one that the child names; one that is not is none.</summary>
    public Expression? Filter { get; init; }
}

/// <summary>Rows of another table inside each row: its children, or what a junction connects it with.</summary>
/// <param name="Source">The other table's own number among the plan's tables.</param>
/// <param name="Near">The number of the table inside whose rows the list stands.</param>
/// <param name="Relationship">How the two are related.</param>
/// <param name="Projection">What is read of each row of the list.</param>
public sealed record RelatedList(int Source, int Near, Relationship Relationship, Projection Projection)
{
    /// <summary>The junction's number among the plan's tables; null without a junction.</summary>
    public int? Junction { get; init; }

    /// <summary>Which of the related rows; null means all.</summary>
    public Expression? Filter { get; init; }

    /// <summary>Their order; unique within the list when the table has a key.</summary>
    public IReadOnlyList<Sort> Order { get; init; } = [];

    /// <summary>At most so many in each list; null means all.</summary>
    public long? Limit { get; init; }
}
