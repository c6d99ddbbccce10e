using System.Data.Common;
using System.Globalization;
using Relata.Databases.MySql.Types;
using Relata.Introspection;
using Relata.Model.Schema;

namespace Relata.Databases.MySql.Catalog;

/// <summary>Collects the rows of the catalogue queries.</summary>
/// <param name="schemas">The exposed databases.</param>
internal sealed class MySqlCatalogRows(IReadOnlyList<string> schemas)
{
    private readonly List<CatalogTable> tables = [];
    private readonly HashSet<QualifiedName> views = [];
    private readonly HashSet<(QualifiedName Table, string Column)> json = [];
    private readonly List<CatalogColumn> columns = [];
    private readonly Dictionary<(QualifiedName Table, string Name), (bool IsPrimary, List<string> Columns)> keys = [];
    private readonly Dictionary<(QualifiedName Table, string Name), MySqlForeignKey> foreignKeys = [];

    /// <summary>Takes a row of a query.</summary>
    /// <param name="query">The query's file; those come in the order of <see cref="CatalogQuery.All"/>.</param>
    /// <param name="schema">The database.</param>
    /// <param name="row">The row.</param>
    public void Add(string query, string schema, DbDataReader row)
    {
        switch (query)
        {
            case CatalogQuery.Tables: AddTable(schema, row); break;
            case CatalogQuery.Checks: AddJson(schema, row); break;
            case CatalogQuery.Columns: AddColumn(schema, row); break;
            case CatalogQuery.Keys: AddKeyColumn(schema, row); break;
            case CatalogQuery.ForeignKeys: AddForeignKeyColumn(schema, row); break;
            default: throw new ArgumentException($"There is no query {query}.", nameof(query));
        }
    }

    /// <summary>Everything taken, as a catalogue.</summary>
    public Introspection.Catalog ToCatalog() => new(
        schemas,
        tables,
        columns,
        [.. keys.Select(key => new CatalogKey(key.Key.Table, key.Key.Name, key.Value.IsPrimary, key.Value.Columns))],
        [.. foreignKeys.Select(key => new CatalogForeignKey(
            key.Key.Table, key.Key.Name, key.Value.Columns, key.Value.Target, key.Value.TargetColumns))]);

    private void AddTable(string schema, DbDataReader row)
    {
        var name = new QualifiedName(schema, row.GetString(0));
        var isView = Truth(row, 1);
        if (isView) views.Add(name);
        tables.Add(new CatalogTable(
            name,
            isView ? TableKind.View : TableKind.Table,
            Truth(row, 4) ? TableWrites.All : TableWrites.None,
            isView ? null : Number(row, 2),
            Text(row, 3)));
    }

    private void AddJson(string schema, DbDataReader row) =>
        json.Add((new QualifiedName(schema, row.GetString(0)), row.GetString(1)));

    private void AddColumn(string schema, DbDataReader row)
    {
        var table = new QualifiedName(schema, row.GetString(0));
        var isView = views.Contains(table);
        columns.Add(new CatalogColumn(
            table,
            row.GetString(1),
            MySqlColumnTypes.Of(
                row.GetString(2),
                row.GetString(3),
                (int?)Number(row, 4),
                (int?)Number(row, 5),
                Length(row, 6),
                Text(row, 7),
                json.Contains((table, row.GetString(1)))),
            isView || Truth(row, 8),
            (Truth(row, 10), Truth(row, 11)) switch
            {
                (true, _) => ColumnGeneration.IdentityByDefault,
                (_, true) => ColumnGeneration.Computed,
                _ => ColumnGeneration.None,
            },
            isView || Truth(row, 11) ? null : Text(row, 9),
            Text(row, 12)));
    }

    private void AddKeyColumn(string schema, DbDataReader row)
    {
        var name = (new QualifiedName(schema, row.GetString(0)), row.GetString(1));
        if (!keys.TryGetValue(name, out var key)) keys[name] = key = (Truth(row, 2), []);
        key.Columns.Add(row.GetString(3));
    }

    private void AddForeignKeyColumn(string schema, DbDataReader row)
    {
        var name = (new QualifiedName(schema, row.GetString(0)), row.GetString(1));
        if (!foreignKeys.TryGetValue(name, out var key))
        {
            var target = new QualifiedName(row.GetString(3), row.GetString(4));
            foreignKeys[name] = key = new MySqlForeignKey(target, [], []);
        }

        key.Columns.Add(row.GetString(2));
        key.TargetColumns.Add(row.GetString(5));
    }

    private static string? Text(DbDataReader row, int cell) =>
        row.IsDBNull(cell) ? null : Convert.ToString(row.GetValue(cell), CultureInfo.InvariantCulture);

    private static long? Number(DbDataReader row, int cell) =>
        row.IsDBNull(cell) ? null : Convert.ToInt64(row.GetValue(cell), CultureInfo.InvariantCulture);

    private static bool Truth(DbDataReader row, int cell) => Number(row, cell) is > 0;

    /// <summary>A length beyond any that could be checked is none.</summary>
    private static int? Length(DbDataReader row, int cell) =>
        Number(row, cell) is { } length and <= int.MaxValue ? (int)length : null;

    private sealed record MySqlForeignKey(QualifiedName Target, List<string> Columns, List<string> TargetColumns);
}
