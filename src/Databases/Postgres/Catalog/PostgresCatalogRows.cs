using Npgsql;
using Relata.Databases.Postgres.Types;
using Relata.Introspection;
using Relata.Model.Schema;

namespace Relata.Databases.Postgres.Catalog;

/// <summary>Collects the rows of the catalogue queries and puts names in the place of object identifiers.</summary>
/// <remarks>
/// Each query sees the database at a moment of its own. A row about a relation that the first query did not return, be
/// it new or hidden from the role, is passed over.
/// </remarks>
internal sealed class PostgresCatalogRows
{
    private readonly Dictionary<uint, CatalogTable> tables = [];
    private readonly Dictionary<uint, PostgresType> types = [];
    private readonly Dictionary<(uint Table, short Number), CatalogColumn> columns = [];
    private readonly List<CatalogKey> keys = [];
    private readonly List<CatalogForeignKey> foreignKeys = [];
    private readonly List<CatalogIndex> indexes = [];
    private readonly List<CatalogExtension> extensions = [];
    private readonly PostgresColumnTypes columnTypes;

    public PostgresCatalogRows() => columnTypes = new PostgresColumnTypes(types);

    /// <summary>Takes a row of <c>relations.sql</c>.</summary>
    public void AddRelation(NpgsqlDataReader row)
    {
        var writes = (row.GetBoolean(6) ? TableWrites.Insert : TableWrites.None)
            | (row.GetBoolean(7) ? TableWrites.Update : TableWrites.None)
            | (row.GetBoolean(8) ? TableWrites.Delete : TableWrites.None);
        tables.Add(row.GetFieldValue<uint>(0), new CatalogTable(
            new QualifiedName(row.GetString(1), row.GetString(2)),
            KindOf(row.GetString(3)),
            writes,
            row.IsDBNull(4) ? null : row.GetInt64(4),
            TextOrNull(row, 5)));
    }

    /// <summary>Takes a row of <c>types.sql</c>.</summary>
    public void AddType(NpgsqlDataReader row) => types.Add(row.GetFieldValue<uint>(0), TypeOf(row));

    /// <summary>The type in a row of <c>types.sql</c>.</summary>
    internal static PostgresType TypeOf(NpgsqlDataReader row)
    {
        var fieldTypes = row.GetFieldValue<uint[]>(10);
        var fieldModifiers = row.GetFieldValue<int[]>(11);
        var fieldTypeNames = row.GetFieldValue<string[]>(12);
        return new PostgresType(
            row.GetString(1),
            row.GetString(2),
            row.GetFieldValue<uint>(3),
            new PostgresTypeUse(row.GetFieldValue<uint>(4), row.GetInt32(5), TextOrNull(row, 6) ?? ""),
            row.GetBoolean(7),
            row.GetFieldValue<string[]>(8),
            [
                .. row.GetFieldValue<string[]>(9).Select((name, i) => new PostgresField(
                    name, new PostgresTypeUse(fieldTypes[i], fieldModifiers[i], fieldTypeNames[i]))),
            ],
            new PostgresTypeUse(row.GetFieldValue<uint>(13), -1, TextOrNull(row, 14) ?? ""),
            row.GetBoolean(15));
    }

    /// <summary>Takes a row of <c>columns.sql</c>.</summary>
    public void AddColumn(NpgsqlDataReader row)
    {
        var relation = row.GetFieldValue<uint>(0);
        if (!tables.TryGetValue(relation, out var table)) return;
        var type = new PostgresTypeUse(row.GetFieldValue<uint>(3), row.GetInt32(4), row.GetString(5));

        // What a view's query makes of a column that is never NULL may be NULL, as after an outer join.
        var isNullable = row.GetBoolean(7) || !(row.GetBoolean(6) || columnTypes.RefusesNull(type.Type));
        var generation = row.GetBoolean(9) ? ColumnGeneration.Computed : GenerationOf(row.GetString(8));
        columns.Add((relation, row.GetInt16(1)), new CatalogColumn(
            table.Name,
            row.GetString(2),
            columnTypes.Of(type),
            isNullable,
            generation,
            generation == ColumnGeneration.Computed ? null : TextOrNull(row, 10),
            TextOrNull(row, 11)));
    }

    /// <summary>Takes a row of <c>constraints.sql</c>.</summary>
    public void AddConstraint(NpgsqlDataReader row)
    {
        if (!tables.TryGetValue(row.GetFieldValue<uint>(0), out var table)) return;
        if (NamesOf(row.GetFieldValue<uint>(0), row.GetFieldValue<short[]>(3)) is not { } names) return;
        if (row.GetString(2) != "f")
        {
            keys.Add(new CatalogKey(table.Name, row.GetString(1), IsPrimary: row.GetString(2) == "p", names));
            return;
        }

        if (!tables.TryGetValue(row.GetFieldValue<uint>(4), out var target)) return;
        if (NamesOf(row.GetFieldValue<uint>(4), row.GetFieldValue<short[]>(5)) is not { } targetNames) return;
        foreignKeys.Add(new CatalogForeignKey(table.Name, row.GetString(1), names, target.Name, targetNames));
    }

    /// <summary>Takes a row of <c>indexes.sql</c>.</summary>
    public void AddIndex(NpgsqlDataReader row)
    {
        if (!tables.TryGetValue(row.GetFieldValue<uint>(0), out var table)) return;
        if (NamesOf(row.GetFieldValue<uint>(0), row.GetFieldValue<short[]>(2)) is { } names)
            indexes.Add(new CatalogIndex(table.Name, row.GetString(1), names, TextOrNull(row, 3)));
    }

    /// <summary>Takes a row of <c>extensions.sql</c>.</summary>
    public void AddExtension(NpgsqlDataReader row) =>
        extensions.Add(new CatalogExtension(row.GetString(0), row.GetString(1)));

    /// <summary>Everything taken, as a catalogue.</summary>
    public Introspection.Catalog ToCatalog(IReadOnlyList<string> schemas) =>
        new(schemas, [.. tables.Values], [.. columns.Values], keys, foreignKeys)
        {
            Indexes = indexes,
            Extensions = extensions,
        };

    /// <summary>The columns of those numbers, or null when one of them is hidden from the role.</summary>
    private List<string>? NamesOf(uint table, short[] numbers)
    {
        var names = new List<string>(numbers.Length);
        foreach (var number in numbers)
        {
            if (!columns.TryGetValue((table, number), out var column)) return null;
            names.Add(column.Name);
        }

        return names;
    }

    private static TableKind KindOf(string relkind) => relkind switch
    {
        "p" => TableKind.PartitionedTable,
        "f" => TableKind.ForeignTable,
        "v" => TableKind.View,
        "m" => TableKind.MaterializedView,
        _ => TableKind.Table,
    };

    private static ColumnGeneration GenerationOf(string attidentity) => attidentity switch
    {
        "a" => ColumnGeneration.IdentityAlways,
        "d" => ColumnGeneration.IdentityByDefault,
        _ => ColumnGeneration.None,
    };

    private static string? TextOrNull(NpgsqlDataReader row, int field) =>
        row.IsDBNull(field) ? null : row.GetString(field);
}
