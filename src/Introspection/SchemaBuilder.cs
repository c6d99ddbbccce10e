using Relata.Model.Schema;

namespace Relata.Introspection;

/// <summary>
/// Derives a snapshot from a catalogue: the same catalogue always gives the same snapshot, whatever its order.
/// </summary>
public static class SchemaBuilder
{
    /// <summary>Builds the snapshot of the tables that a filter exposes.</summary>
    /// <param name="catalog">What the database said.</param>
    /// <param name="filter">Which tables are exposed; a foreign key from or to another one is passed over.</param>
    /// <param name="version">A number that no other snapshot of this process has.</param>
    /// <param name="conventions">Which tables keep which conventions; null means that all keep all.</param>
    public static DatabaseSchema Build(
        Catalog catalog, TableFilter filter, int version, TableConventions? conventions = null)
    {
        conventions ??= TableConventions.All;
        var columns = ColumnsOf(catalog);
        var keys = catalog.Keys.ToLookup(key => key.Table);
        var indexes = catalog.Indexes.ToLookup(index => index.Table);
        var foreignKeys = catalog.ForeignKeys.ToLookup(key => key.Table);
        var exposed = catalog.Tables.Where(table => filter.Exposes(table.Name)).ToDictionary(
            table => table.Name, table => columns.GetValueOrDefault(table.Name, []));
        Table[] tables =
        [
            .. catalog.Tables
                .Where(table => exposed.ContainsKey(table.Name))
                .OrderBy(table => table.Name.Schema, StringComparer.Ordinal)
                .ThenBy(table => table.Name.Name, StringComparer.Ordinal)
                .Select(table => TableOf(
                    table, keys[table.Name], indexes[table.Name], foreignKeys[table.Name], exposed, conventions)),
        ];
        return new DatabaseSchema(catalog.Schemas, tables, RelationshipBuilder.Build(tables), version)
        {
            Extensions = catalog.Extensions.ToDictionary(extension => extension.Name, extension => extension.Schema),
        };
    }

    private static Dictionary<QualifiedName, Column[]> ColumnsOf(Catalog catalog) =>
        catalog.Columns.GroupBy(column => column.Table).ToDictionary(
            group => group.Key,
            group => group.Select(ColumnOf).ToArray());

    private static Column ColumnOf(CatalogColumn column, int ordinal) => new(column.Name, ordinal, column.Type)
    {
        IsNullable = column.IsNullable,
        Generation = column.Generation,
        Default = column.Default,
        Comment = column.Comment,
    };

    private static Table TableOf(
        CatalogTable table,
        IEnumerable<CatalogKey> keys,
        IEnumerable<CatalogIndex> indexes,
        IEnumerable<CatalogForeignKey> foreignKeys,
        Dictionary<QualifiedName, Column[]> exposed,
        TableConventions conventions)
    {
        var columns = exposed[table.Name];
        var byKind = keys
            .OrderBy(key => key.Name, StringComparer.Ordinal)
            .ThenBy(key => string.Join(',', key.Columns), StringComparer.Ordinal)
            .ToLookup(key => key.IsPrimary, key => KeyOf(key, columns));
        return new Table(table.Name, table.Kind, columns)
        {
            PrimaryKey = byKind[true].OfType<Key>().FirstOrDefault(),
            UniqueKeys = [.. byKind[false].OfType<Key>()],
            UniqueIndexes =
            [
                .. indexes
                    .OrderBy(index => index.Name, StringComparer.Ordinal)
                    .Select(index => Find(columns, index.Columns) is { } found
                        ? new UniqueIndex(index.Name, found, index.Condition)
                        : null)
                    .OfType<UniqueIndex>(),
            ],
            ForeignKeys =
            [
                .. foreignKeys
                    .OrderBy(key => key.Name, StringComparer.Ordinal)
                    .ThenBy(key => key.Target.ToString(), StringComparer.Ordinal)
                    .Select(key => ForeignKeyOf(key, columns, exposed))
                    .OfType<ForeignKey>(),
            ],
            Comment = table.Comment,
            EstimatedRows = table.EstimatedRows,
            Writes = table.Writes,
            DeletedAt = conventions.DeletedAt(table.Name, columns),
            CreatedAt = conventions.CreatedAt(table.Name, columns),
            Claims = byKind[true].OfType<Key>().Any() ? ClaimColumns.Of(columns) : [],
            UpdatedAt = conventions.UpdatedAt(table.Name, columns),
        };
    }

    private static Key? KeyOf(CatalogKey key, Column[] columns) =>
        Find(columns, key.Columns) is { } found ? new Key(key.Name, found) : null;

    private static ForeignKey? ForeignKeyOf(
        CatalogForeignKey key, Column[] columns, Dictionary<QualifiedName, Column[]> exposed)
    {
        var found = Find(columns, key.Columns);
        var target = Find(exposed.GetValueOrDefault(key.Target, []), key.TargetColumns);
        return found is null || target is null || found.Length != target.Length
            ? null
            : new ForeignKey(key.Name, found, key.Target, key.TargetColumns);
    }

    /// <summary>
    /// The columns of those names, or null when one is not exposed: a key without all its columns is none.
    /// </summary>
    private static Column[]? Find(Column[] columns, IReadOnlyList<string> names)
    {
        var found = new Column[names.Count];
        for (var i = 0; i < found.Length; i++)
        {
            if (Array.Find(columns, column => column.Name == names[i]) is not { } column) return null;
            found[i] = column;
        }

        return found;
    }
}
