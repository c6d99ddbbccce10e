namespace Relata.Databases.Sqlite.Catalog;

/// <summary>A table or view with what the queries said about it.</summary>
internal sealed class SqliteTable(string name, bool isView, bool isVirtual, bool hasKeyIndex)
{
    public string Name { get; } = name;

    public bool IsView { get; } = isView;

    public bool IsVirtual { get; } = isVirtual;

    public List<SqliteColumn> Columns { get; } = [];

    /// <summary>The columns of each UNIQUE constraint, by the name of its index.</summary>
    public Dictionary<string, List<string>> UniqueKeys { get; } = [];

    /// <summary>The unique indexes that belong to no constraint, by their names.</summary>
    public Dictionary<string, SqliteUniqueIndex> UniqueIndexes { get; } = [];

    /// <summary>By their number in the table.</summary>
    public Dictionary<int, SqliteForeignKey> ForeignKeys { get; } = [];

    public long? EstimatedRows { get; set; }

    /// <summary>The columns of the primary key in its order.</summary>
    public IReadOnlyList<string> PrimaryKey =>
    [
        .. Columns.Where(column => column.KeyPlace > 0)
            .OrderBy(column => column.KeyPlace)
            .Select(column => column.Name),
    ];

    /// <summary>
    /// The column that is the rowid under another name: never NULL, and numbered by SQLite when nobody gives a value.
    /// It is the key of a table whose key needs no index of its own.
    /// </summary>
    public SqliteColumn? RowId => hasKeyIndex ? null : Columns.Find(column => column.KeyPlace > 0);

    /// <summary>A column's name as the table spells it.</summary>
    public string Spell(string column) =>
        Columns.Find(known => string.Equals(known.Name, column, StringComparison.OrdinalIgnoreCase))?.Name ?? column;
}

/// <summary>A column with what the pragma said about it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="DeclaredType">Its type as it was written, which may be empty.</param>
/// <param name="IsNotNull">Whether it refuses NULL.</param>
/// <param name="Default">Its default as it was written.</param>
/// <param name="KeyPlace">Its place in the primary key, from 1; 0 outside.</param>
/// <param name="IsGenerated">Whether an expression gives its value.</param>
internal sealed record SqliteColumn(
    string Name, string DeclaredType, bool IsNotNull, string? Default, int KeyPlace, bool IsGenerated);

/// <summary>A unique index.</summary>
/// <param name="Sql">The statement that made it; null when all rows are in it.</param>
internal sealed record SqliteUniqueIndex(string? Sql)
{
    /// <summary>Its columns; null stands for an expression.</summary>
    public List<string?> Columns { get; } = [];
}

/// <summary>A foreign key, spelled as its author spelled it.</summary>
internal sealed class SqliteForeignKey(string target)
{
    public string Target { get; } = target;

    public List<string> Columns { get; } = [];

    /// <summary>None when the target's primary key is meant.</summary>
    public List<string> TargetColumns { get; } = [];
}
