namespace Relata.Conformance.Differential;

/// <summary>What a column of the town holds.</summary>
internal enum Kind
{
    Integer,
    Decimal,
    Double,
    Boolean,
    Text,
    Uuid,
    Date,
    Instant,
}

/// <summary>A column.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it holds.</param>
internal sealed record TownColumn(string Name, Kind Kind);

/// <summary>A way from a row to others.</summary>
/// <param name="Name">Its name, which the documentation's rules give it; written down here, not derived.</param>
/// <param name="Key">Under which key the related rows stand in an answer.</param>
/// <param name="IsMany">Whether it leads to any number of rows.</param>
/// <param name="Target">The name of the table that it leads to.</param>
/// <param name="Near">The columns of the row that it starts from.</param>
/// <param name="Far">The columns of the target that equal those, or those of the junction.</param>
/// <param name="Junction">The table between, for many-to-many.</param>
internal sealed record TownRelation(
    string Name, string Key, bool IsMany, string Target, string[] Near, string[] Far, TownJunction? Junction = null);

/// <summary>The table between two others.</summary>
/// <param name="Table">Its name.</param>
/// <param name="Near">Its column that equals <see cref="TownRelation.Near"/>.</param>
/// <param name="Far">Its column that equals <see cref="TownRelation.Far"/>.</param>
internal sealed record TownJunction(string Table, string Near, string Far);

/// <summary>A table.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Key">The columns of its primary key.</param>
/// <param name="Columns">All columns in their order.</param>
/// <param name="Relations">Where its rows lead.</param>
internal sealed record TownTable(
    string Name, string[] Key, IReadOnlyList<TownColumn> Columns, IReadOnlyList<TownRelation> Relations)
{
    /// <summary>Whether rows of which <c>deleted_at</c> is not NULL are hidden.</summary>
    public bool HidesDeleted => Columns.Any(column => column.Name == "deleted_at");

    /// <summary>The column of that name.</summary>
    public TownColumn Column(string name) => Columns[IndexOf(name)];

    /// <summary>The place of the column of that name.</summary>
    public int IndexOf(string name) => Columns.Index().Single(column => column.Item.Name == name).Index;
}
