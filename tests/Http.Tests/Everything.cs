using Relata.Model.Schema;

namespace Relata.Http.Tests;

/// <summary>A table with a column of every kind of type, and tables with every kind of key.</summary>
internal static class Everything
{
    private static readonly ColumnType Integer = new(TypeKind.Int32, "integer");
    private static readonly ColumnType Text = new(TypeKind.Text, "text");

    /// <summary>The columns of <c>item</c> beside its key, by their names.</summary>
    public static IReadOnlyDictionary<string, ColumnType> Types { get; } = new Dictionary<string, ColumnType>
    {
        ["boolean"] = new(TypeKind.Boolean, "boolean"),
        ["int16"] = new(TypeKind.Int16, "smallint"),
        ["int64"] = new(TypeKind.Int64, "bigint"),
        ["uint32"] = new(TypeKind.UInt32, "oid"),
        ["decimal"] = new(TypeKind.Decimal, "numeric"),
        ["money"] = new(TypeKind.Decimal, "numeric(8,2)") { Precision = 8, Scale = 2 },
        ["single"] = new(TypeKind.Single, "real"),
        ["double"] = new(TypeKind.Double, "double precision"),
        ["text"] = Text,
        ["short_text"] = new(TypeKind.Text, "varchar(3)") { Length = 3 },
        ["uuid"] = new(TypeKind.Uuid, "uuid"),
        ["date"] = new(TypeKind.Date, "date"),
        ["time"] = new(TypeKind.Time, "time"),
        ["timetz"] = new(TypeKind.TimeTz, "timetz"),
        ["timestamp"] = new(TypeKind.Timestamp, "timestamp"),
        ["timestamptz"] = new(TypeKind.TimestampTz, "timestamptz"),
        ["interval"] = new(TypeKind.Interval, "interval"),
        ["json"] = new(TypeKind.Json, "jsonb"),
        ["bytes"] = new(TypeKind.Bytes, "bytea"),
        ["enum"] = new(TypeKind.Enum, "mood") { Labels = ["sad", "happy", "10"] },
        ["array"] = new(TypeKind.Array, "integer[]") { Element = Integer },
        ["range"] = new(TypeKind.Range, "int4range") { Element = Integer },
        ["map"] = new(TypeKind.Map, "hstore"),
        ["other"] = new(TypeKind.Other, "cidr"),
        ["owner_id"] = Integer,
    };

    private static readonly Table Owner = TableOf("owner", ("id", Integer), ("name", Text), ("deleted_at", Types["timestamptz"]));

    private static readonly Table Item = TableOf("item", [("id", Integer), .. Types.Select(type => (type.Key, type.Value))]);

    private static readonly Table Part = TableOf("part", ("id", Integer), ("item_id", Integer), ("name", Text), ("size", Integer));

    /// <summary>The names of tables, each with a key of another kind.</summary>
    public static IReadOnlyList<string> Keyed { get; } = [.. Types.Where(type => type.Value.Kind is not TypeKind.Json).Select(type => $"by_{type.Key}")];

    public static DatabaseSchema Schema { get; } = Snapshot(1);

    /// <summary>The schema as another snapshot.</summary>
    public static DatabaseSchema Snapshot(int version) => new(
        ["main"],
        [
            Item, Owner, Part,
            .. Keyed.Select(name => TableOf(name, ("id", Types[name[3..]]), ("claimed_until", Types["timestamptz"]), ("name", Text))),
            TableOf("by_two", keys: 2, ("id", Integer), ("number", Integer), ("name", Text)),
        ],
        [
            new Relationship("owner", RelationshipKind.Parent, Item, [Item.FindColumn("owner_id")!], Owner, [Owner.FindColumn("id")!]),
            new Relationship("part", RelationshipKind.Children, Item, [Item.FindColumn("id")!], Part, [Part.FindColumn("item_id")!]),
        ],
        version);

    private static Table TableOf(string name, params (string Name, ColumnType Type)[] all) => TableOf(name, keys: 1, all);

    private static Table TableOf(string name, int keys, params (string Name, ColumnType Type)[] all)
    {
        var columns = all.Select((column, i) => new Column(column.Name, i, column.Type) { IsNullable = i >= keys }).ToArray();
        return new Table(new QualifiedName("main", name), TableKind.Table, columns)
        {
            PrimaryKey = new Key("", columns[..keys]),
            DeletedAt = columns.FirstOrDefault(column => column.Name == "deleted_at"),
            Claims = ClaimColumns.Of(columns),
            Writes = TableWrites.All,
        };
    }
}
