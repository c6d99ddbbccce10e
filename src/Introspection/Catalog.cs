using Relata.Model.Schema;

namespace Relata.Introspection;

/// <summary>What a database's catalogue says, row by row, before anything is derived from it.</summary>
/// <param name="Schemas">The exposed schemas, the default one first.</param>
/// <param name="Tables">Every exposed relation.</param>
/// <param name="Columns">Their columns, in any order of tables and in column order within one.</param>
/// <param name="Keys">Their primary and unique keys.</param>
/// <param name="ForeignKeys">Their foreign keys; those whose target is not exposed are passed over when
/// building.</param>
public sealed record Catalog(
    IReadOnlyList<string> Schemas,
    IReadOnlyList<CatalogTable> Tables,
    IReadOnlyList<CatalogColumn> Columns,
    IReadOnlyList<CatalogKey> Keys,
    IReadOnlyList<CatalogForeignKey> ForeignKeys)
{
    /// <summary>The unique indexes that belong to no key.</summary>
    public IReadOnlyList<CatalogIndex> Indexes { get; init; } = [];

    /// <summary>The extensions whose functions the role may use.</summary>
    public IReadOnlyList<CatalogExtension> Extensions { get; init; } = [];
}

/// <summary>A relation.</summary>
public sealed record CatalogTable(
    QualifiedName Name, TableKind Kind, TableWrites Writes, long? EstimatedRows, string? Comment);

/// <summary>A column; its place is that among the columns of its table.</summary>
public sealed record CatalogColumn(
    QualifiedName Table,
    string Name,
    ColumnType Type,
    bool IsNullable,
    ColumnGeneration Generation,
    string? Default,
    string? Comment);

/// <summary>A primary or unique key.</summary>
public sealed record CatalogKey(QualifiedName Table, string Name, bool IsPrimary, IReadOnlyList<string> Columns);

/// <summary>A unique index over columns.</summary>
/// <param name="Table">Its table.</param>
/// <param name="Name">Its name.</param>
/// <param name="Columns">Its columns in their order.</param>
/// <param name="Condition">Which rows are in it, in the database's SQL; null means that all are.</param>
public sealed record CatalogIndex(QualifiedName Table, string Name, IReadOnlyList<string> Columns, string? Condition);

/// <summary>A foreign key.</summary>
public sealed record CatalogForeignKey(
    QualifiedName Table,
    string Name,
    IReadOnlyList<string> Columns,
    QualifiedName Target,
    IReadOnlyList<string> TargetColumns);

/// <summary>An extension of the database.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Schema">The schema that its functions are in.</param>
public sealed record CatalogExtension(string Name, string Schema);
