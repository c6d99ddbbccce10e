using Relata.Introspection;
using Relata.Model.Schema;

namespace Relata.Sql.Tests.Golden;

/// <summary>A catalogue written table by table: what is added is about the table that was added last.</summary>
/// <param name="schemas">Its schemas, the default one first.</param>
internal sealed class SchemaDraft(params IReadOnlyList<string> schemas)
{
    private readonly List<CatalogTable> tables = [];
    private readonly List<CatalogColumn> columns = [];
    private readonly List<CatalogKey> keys = [];
    private readonly List<CatalogIndex> indexes = [];
    private readonly List<CatalogForeignKey> foreignKeys = [];

    private readonly List<CatalogExtension> extensions = [];

    private QualifiedName Current => tables[^1].Name;

    public SchemaDraft Table(string name, TableKind kind = TableKind.Table, TableWrites writes = TableWrites.All)
    {
        tables.Add(new CatalogTable(NameOf(name), kind, writes, EstimatedRows: null, Comment: null));
        return this;
    }

    public SchemaDraft Column(
        string name,
        ColumnType type,
        bool nullable = false,
        string? otherwise = null,
        ColumnGeneration generation = ColumnGeneration.None)
    {
        columns.Add(new CatalogColumn(Current, name, type, nullable, generation, otherwise, Comment: null));
        return this;
    }

    public SchemaDraft Key(params string[] names) => AddKey(names, isPrimary: true);

    public SchemaDraft Unique(params string[] names) => AddKey(names, isPrimary: false);

    public SchemaDraft Index(string name, string? condition, params string[] names)
    {
        indexes.Add(new CatalogIndex(Current, name, names, condition));
        return this;
    }

    public SchemaDraft Reference(string[] names, string target, params string[] targetColumns)
    {
        var name = $"{Current.Name}_{string.Join('_', names)}_fkey";
        foreignKeys.Add(new CatalogForeignKey(Current, name, names, NameOf(target), targetColumns));
        return this;
    }

    public SchemaDraft Extension(string name, string schema)
    {
        extensions.Add(new CatalogExtension(name, schema));
        return this;
    }

    public DatabaseSchema Build()
    {
        var catalog = new Catalog(schemas, tables, columns, keys, foreignKeys) { Indexes = indexes, Extensions = extensions };
        return SchemaBuilder.Build(catalog, TableFilter.All, version: 1);
    }

    private QualifiedName NameOf(string name) => name.Split('.') is [var schema, var table]
        ? new QualifiedName(schema, table)
        : new QualifiedName(schemas[0], name);

    private SchemaDraft AddKey(string[] names, bool isPrimary)
    {
        keys.Add(new CatalogKey(Current, $"{Current.Name}_{string.Join('_', names)}_key", isPrimary, names));
        return this;
    }
}
