using Relata.Model.Schema;

namespace Relata.Introspection.Tests;

/// <summary>
/// A catalogue written in a few lines: each table with its columns, keys and foreign keys, all columns integers that
/// are not null.
/// </summary>
internal sealed class CatalogDraft
{
    private static readonly ColumnType Integer = new(TypeKind.Int32, "integer");

    private readonly List<CatalogTable> tables = [];
    private readonly List<CatalogColumn> columns = [];
    private readonly List<CatalogKey> keys = [];
    private readonly List<CatalogForeignKey> foreignKeys = [];

    /// <summary>Adds a table; what follows is about it.</summary>
    /// <param name="name"><c>table</c>, in the schema <c>public</c>, or <c>schema.table</c>.</param>
    /// <param name="columnNames">
    /// Its columns with blanks between; a key consists of the first until <see cref="Key"/> says more.
    /// </param>
    public CatalogDraft Table(string name, string columnNames)
    {
        tables.Add(new CatalogTable(NameOf(name), TableKind.Table, TableWrites.All, null, null));
        columns.AddRange(columnNames.Split(' ').Select(column => new CatalogColumn(
            NameOf(name), column, Integer, IsNullable: false, ColumnGeneration.None, Default: null, Comment: null)));
        return this;
    }

    /// <summary>Adds a primary key.</summary>
    public CatalogDraft Key(string columnNames) => AddKey(columnNames, isPrimary: true);

    /// <summary>Adds a unique key.</summary>
    public CatalogDraft Unique(string columnNames) => AddKey(columnNames, isPrimary: false);

    /// <summary>Adds a foreign key.</summary>
    public CatalogDraft ForeignKey(string columnNames, string target, string targetColumns = "id")
    {
        foreignKeys.Add(new CatalogForeignKey(
            tables[^1].Name, $"{tables[^1].Name.Name}_{columnNames.Replace(' ', '_')}_fkey",
            columnNames.Split(' '), NameOf(target), targetColumns.Split(' ')));
        return this;
    }

    /// <summary>The catalogue.</summary>
    public Catalog ToCatalog() =>
        new([.. tables.Select(table => table.Name.Schema).Distinct()], tables, columns, keys, foreignKeys);

    /// <summary>The snapshot built from it.</summary>
    public DatabaseSchema Build(TableFilter? filter = null) =>
        SchemaBuilder.Build(ToCatalog(), filter ?? TableFilter.All, 1);

    /// <summary>
    /// The relationships of a table, one line for each: name, kind, columns, target and target columns.
    /// </summary>
    public string Relationships(string table)
    {
        var schema = Build();
        return string.Join('\n', schema.RelationshipsOf(schema.FindTable(table)!).Select(Line));
    }

    private static string Line(Relationship relationship)
    {
        var (arrow, through) = relationship switch
        {
            { Junction: { } junction } => ("<->",
                $" through {junction.Table.Name.Name}({Names(junction.NearColumns)} | {Names(junction.FarColumns)})"),
            { Kind: RelationshipKind.Parent } => ("->", ""),
            _ => ("<-", ""),
        };
        return $"{relationship.Name}: ({Names(relationship.FromColumns)}) {arrow} "
            + $"{relationship.To.Name.Name}({Names(relationship.ToColumns)}){through}";
    }

    private static string Names(IEnumerable<Column> columns) => string.Join(' ', columns.Select(column => column.Name));

    private static QualifiedName NameOf(string name) =>
        name.Split('.') is [var schema, var table]
            ? new QualifiedName(schema, table)
            : new QualifiedName("public", name);

    private CatalogDraft AddKey(string columnNames, bool isPrimary)
    {
        var table = tables[^1].Name;
        var name = $"{table.Name}_{columnNames.Replace(' ', '_')}_key";
        keys.Add(new CatalogKey(table, name, isPrimary, columnNames.Split(' ')));
        return this;
    }
}
