namespace Relata.Model.Schema;

/// <summary>A way from the rows of one table to related rows of another, derived from foreign keys.</summary>
/// <param name="Name">
/// The name by which it is asked for, unique among the relationships and columns of <paramref name="From"/>: for a
/// parent the foreign key's column without <c>_id</c>, for children the child table's name, through a junction the far
/// table's.
/// </param>
/// <param name="Kind">How many rows stand at the far end and how they are reached.</param>
/// <param name="From">The table at the near end.</param>
/// <param name="FromColumns">The columns of the near end that are compared.</param>
/// <param name="To">The table at the far end.</param>
/// <param name="ToColumns">The columns of the far end, one for each of <paramref name="FromColumns"/>.</param>
/// <param name="Junction">The table between the two ends; null unless the kind is many-to-many.</param>
public sealed record Relationship(
    string Name,
    RelationshipKind Kind,
    Table From,
    IReadOnlyList<Column> FromColumns,
    Table To,
    IReadOnlyList<Column> ToColumns,
    Junction? Junction = null)
{
    /// <summary>
    /// Whether this leads from children back to the parent from which the other one comes, over the same foreign key.
    /// </summary>
    public bool ReturnsFrom(Relationship other) =>
        Kind == RelationshipKind.Parent && other.Kind == RelationshipKind.Children && From == other.To
            && To == other.From
        && FromColumns.SequenceEqual(other.ToColumns) && ToColumns.SequenceEqual(other.FromColumns);
}

/// <summary>The table through which a many-to-many relationship goes.</summary>
/// <param name="Table">The junction table.</param>
/// <param name="NearColumns">Its columns that reference the near end, in the order of the near end's columns.</param>
/// <param name="FarColumns">Its columns that reference the far end, in the order of the far end's columns.</param>
public sealed record Junction(Table Table, IReadOnlyList<Column> NearColumns, IReadOnlyList<Column> FarColumns);

/// <summary>What stands at the far end of a relationship.</summary>
public enum RelationshipKind
{
    /// <summary>At most one row: the near end holds the foreign key.</summary>
    Parent,

    /// <summary>Any number of rows: the far end holds the foreign key.</summary>
    Children,

    /// <summary>Any number of rows, through a junction table.</summary>
    ManyToMany,
}
