using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Relata.Databases.Sqlite.Types;
using Relata.Introspection;
using Relata.Model.Schema;

namespace Relata.Databases.Sqlite.Catalog;

/// <summary>Collects the rows of the catalogue queries and settles what SQLite leaves open about keys.</summary>
/// <param name="schema">The name of the schema that all tables are in.</param>
internal sealed partial class SqliteCatalogRows(string schema)
{
    /// <summary>
    /// By name; SQLite's names are the same whatever their case, and a foreign key spells them as its author did.
    /// </summary>
    private readonly Dictionary<string, SqliteTable> tables = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The exposed tables or views.</summary>
    /// <param name="type"><c>table</c> or <c>view</c>.</param>
    public IReadOnlyList<string> NamesOf(string type) =>
        [.. tables.Values.Where(table => table.IsView == (type == "view")).Select(table => table.Name)];

    /// <summary>Takes a row of <c>tables.sql</c>.</summary>
    public void AddTable(SqliteDataReader row)
    {
        var table = new SqliteTable(
            row.GetString(0), isView: row.GetBoolean(1), isVirtual: row.GetBoolean(2), hasKeyIndex: row.GetBoolean(3));
        tables.Add(table.Name, table);
    }

    /// <summary>Takes a row of <c>columns.sql</c>.</summary>
    public void AddColumn(SqliteDataReader row)
    {
        if (!tables.TryGetValue(row.GetString(0), out var table)) return;
        var declared = row.IsDBNull(2) ? "" : row.GetString(2);
        var isGenerated = row.GetInt32(6) is 2 or 3;
        table.Columns.Add(new SqliteColumn(
            row.GetString(1),
            isGenerated ? WithoutGeneratedAlways(declared) : declared,
            IsNotNull: row.GetBoolean(3),
            Default: row.IsDBNull(4) ? null : row.GetString(4),
            KeyPlace: table.IsVirtual ? 0 : row.GetInt32(5),
            isGenerated));
    }

    /// <summary>Takes a row of <c>unique-keys.sql</c>.</summary>
    public void AddUniqueKeyColumn(SqliteDataReader row)
    {
        if (!tables.TryGetValue(row.GetString(0), out var table)) return;
        if (!table.UniqueKeys.TryGetValue(row.GetString(1), out var columns))
            table.UniqueKeys[row.GetString(1)] = columns = [];
        columns.Add(row.GetString(2));
    }

    /// <summary>Takes a row of <c>unique-indexes.sql</c>.</summary>
    public void AddUniqueIndexColumn(SqliteDataReader row)
    {
        if (!tables.TryGetValue(row.GetString(0), out var table)) return;
        if (!table.UniqueIndexes.TryGetValue(row.GetString(1), out var index))
            table.UniqueIndexes[row.GetString(1)] = index = new SqliteUniqueIndex(
                row.GetBoolean(3) ? row.GetString(4) : null);
        index.Columns.Add(row.IsDBNull(2) ? null : row.GetString(2));
    }

    /// <summary>Takes a row of <c>foreign-keys.sql</c>.</summary>
    public void AddForeignKeyColumn(SqliteDataReader row)
    {
        if (!tables.TryGetValue(row.GetString(0), out var table)) return;
        if (!table.ForeignKeys.TryGetValue(row.GetInt32(1), out var key))
            table.ForeignKeys[row.GetInt32(1)] = key = new SqliteForeignKey(row.GetString(2));
        key.Columns.Add(row.GetString(3));
        if (!row.IsDBNull(4)) key.TargetColumns.Add(row.GetString(4));
    }

    /// <summary>Takes a row of <c>estimates.sql</c>.</summary>
    public void AddEstimate(SqliteDataReader row)
    {
        if (!row.IsDBNull(1) && tables.TryGetValue(row.GetString(0), out var table))
            table.EstimatedRows = row.GetInt64(1);
    }

    /// <summary>Drops the columns of a relation, to read them again.</summary>
    public void ForgetColumns(string name) => tables[name].Columns.Clear();

    /// <summary>Drops a relation.</summary>
    public void Forget(string name) => tables.Remove(name);

    /// <summary>Everything taken, as a catalogue.</summary>
    public Introspection.Catalog ToCatalog() => new(
        [schema],
        [.. tables.Values.Select(ToTable)],
        [.. tables.Values.SelectMany(table => table.Columns.Select(column => ToColumn(table, column)))],
        [.. tables.Values.SelectMany(ToKeys)],
        [.. tables.Values.SelectMany(table => table.ForeignKeys.Values.Select(key => ToForeignKey(table, key)))])
    {
        Indexes = [.. tables.Values.SelectMany(ToIndexes)],
    };

    private CatalogTable ToTable(SqliteTable table) => new(
        NameOf(table),
        table.IsView ? TableKind.View : TableKind.Table,
        table.IsView ? TableWrites.None : TableWrites.All,
        table.EstimatedRows,
        Comment: null);

    private CatalogColumn ToColumn(SqliteTable table, SqliteColumn column)
    {
        var isRowId = table.RowId == column;
        return new CatalogColumn(
            NameOf(table),
            column.Name,
            SqliteColumnTypes.Of(column.DeclaredType),
            IsNullable: !column.IsNotNull && !isRowId,
            (isRowId, column.IsGenerated) switch
            {
                (true, _) => ColumnGeneration.IdentityByDefault,
                (_, true) => ColumnGeneration.Computed,
                _ => ColumnGeneration.None,
            },
            column.Default,
            Comment: null);
    }

    /// <summary>SQLite keeps no names of constraints.</summary>
    private IEnumerable<CatalogKey> ToKeys(SqliteTable table)
    {
        if (table.PrimaryKey is { Count: > 0 } primary)
            yield return new CatalogKey(NameOf(table), "", IsPrimary: true, primary);
        foreach (var columns in table.UniqueKeys.Values)
            yield return new CatalogKey(NameOf(table), "", IsPrimary: false, columns);
    }

    private IEnumerable<CatalogIndex> ToIndexes(SqliteTable table)
    {
        foreach (var (name, index) in table.UniqueIndexes)
        {
            string[] columns = [.. index.Columns.OfType<string>()];
            var condition = index.Sql is { } sql ? SqliteIndexCondition.Of(sql) : null;
            if (columns.Length == index.Columns.Count && (condition is null) == (index.Sql is null))
                yield return new CatalogIndex(NameOf(table), name, columns, condition);
        }
    }

    private CatalogForeignKey ToForeignKey(SqliteTable table, SqliteForeignKey key)
    {
        var target = tables.GetValueOrDefault(key.Target);
        string[] columns = [.. key.Columns.Select(table.Spell)];
        return new CatalogForeignKey(
            NameOf(table),
            $"{table.Name}_{string.Join('_', columns)}_fkey",
            columns,
            target is null ? new QualifiedName(schema, key.Target) : NameOf(target),
            target switch
            {
                null => key.TargetColumns,
                _ when key.TargetColumns.Count == 0 => target.PrimaryKey,
                _ => [.. key.TargetColumns.Select(target.Spell)],
            });
    }

    /// <summary>
    /// SQLite's parser takes <c>GENERATED ALWAYS</c> for words of the type's name, and older versions keep them there.
    /// </summary>
    private static string WithoutGeneratedAlways(string declared) => GeneratedAlways().Replace(declared, "");

    [GeneratedRegex(@"\s*\bgenerated\s+always$", RegexOptions.IgnoreCase)]
    private static partial Regex GeneratedAlways();

    private QualifiedName NameOf(SqliteTable table) => new(schema, table.Name);
}
