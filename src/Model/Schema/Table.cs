using System.Collections.Frozen;

namespace Relata.Model.Schema;

/// <summary>A table, or anything else that is read as one.</summary>
/// <remarks>Immutable; two tables are the same only when they are the same object of the same snapshot.</remarks>
public sealed class Table
{
    private readonly FrozenDictionary<string, Column> byName;

    /// <summary>Builds a table from its parts.</summary>
    public Table(QualifiedName name, TableKind kind, IReadOnlyList<Column> columns)
    {
        Name = name;
        Kind = kind;
        Columns = columns;
        byName = columns.ToFrozenDictionary(column => column.Name, StringComparer.Ordinal);
    }

    /// <summary>The schema and name.</summary>
    public QualifiedName Name { get; }

    /// <summary>What kind of relation it is.</summary>
    public TableKind Kind { get; }

    /// <summary>All columns in their order.</summary>
    public IReadOnlyList<Column> Columns { get; }

    /// <summary>The primary key; null when there is none, as for every view.</summary>
    public Key? PrimaryKey { get; init; }

    /// <summary>The unique keys beside the primary one.</summary>
    public IReadOnlyList<Key> UniqueKeys { get; init; } = [];

    /// <summary>The unique indexes that belong to no key; none of them is over an expression.</summary>
    public IReadOnlyList<UniqueIndex> UniqueIndexes { get; init; } = [];

    /// <summary>The foreign keys that this table holds.</summary>
    public IReadOnlyList<ForeignKey> ForeignKeys { get; init; } = [];

    /// <summary>What the database's owner wrote about the table.</summary>
    public string? Comment { get; init; }

    /// <summary>The database's own estimate of the number of rows; null when it has none yet.</summary>
    public long? EstimatedRows { get; init; }

    /// <summary>Which writes the database takes.</summary>
    public TableWrites Writes { get; init; }

    /// <summary>
    /// The column that holds when a row was deleted: such a row stays and is hidden. Null where a delete removes the
    /// row.
    /// </summary>
    public Column? DeletedAt { get; init; }

    /// <summary>The column that holds when a row was inserted, and stays as it is; null where there is none.</summary>
    public Column? CreatedAt { get; init; }

    /// <summary>The column that holds when a row was changed last; null where there is none.</summary>
    public Column? UpdatedAt { get; init; }

    /// <summary>
    /// The ways in which its rows are claimed; none without a primary key, by which a claimed row is named.
    /// </summary>
    public IReadOnlyList<ClaimColumns> Claims { get; init; } = [];

    /// <summary>The column of that exact name, or null.</summary>
    public Column? FindColumn(string name) => byName.GetValueOrDefault(name);

    /// <summary>The column of that exact name, or null; without making a string of it.</summary>
    public Column? FindColumn(ReadOnlySpan<char> name) =>
        byName.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var column) ? column : null;

    /// <summary>The qualified name.</summary>
    public override string ToString() => Name.ToString();
}

/// <summary>What kind of relation a <see cref="Table"/> is.</summary>
public enum TableKind
{
    /// <summary>An ordinary table.</summary>
    Table,

    /// <summary>A partitioned table; its partitions are not exposed.</summary>
    PartitionedTable,

    /// <summary>A table whose rows live elsewhere.</summary>
    ForeignTable,

    /// <summary>A view.</summary>
    View,

    /// <summary>A view with stored rows.</summary>
    MaterializedView,
}

/// <summary>The writes that the database takes on a table.</summary>
[Flags]
public enum TableWrites
{
    /// <summary>None: it is read only.</summary>
    None = 0,

    /// <summary>Rows can be inserted.</summary>
    Insert = 1,

    /// <summary>Rows can be updated.</summary>
    Update = 2,

    /// <summary>Rows can be deleted.</summary>
    Delete = 4,

    /// <summary>Every write.</summary>
    All = Insert | Update | Delete,
}
