using Relata.Model.Schema;

namespace Relata.Sql.Tests.Golden;

/// <summary>The schema that every golden case asks: each table is there for one thing, and small otherwise.</summary>
internal static class GoldenSchema
{
    private static readonly ColumnType Bigint = new(TypeKind.Int64, "bigint") { Native = Native("int8") };
    private static readonly ColumnType Integer = new(TypeKind.Int32, "integer") { Native = Native("int4") };
    private static readonly ColumnType Text = new(TypeKind.Text, "text") { Native = Native("text") };
    private static readonly ColumnType Boolean = new(TypeKind.Boolean, "boolean");
    private static readonly ColumnType Date = new(TypeKind.Date, "date");
    private static readonly ColumnType Instant =
        new(TypeKind.TimestampTz, "timestamp with time zone") { Native = Native("timestamptz") };
    private static readonly ColumnType Json = new(TypeKind.Json, "jsonb");
    private static readonly ColumnType Inet = new(TypeKind.Other, "inet");

    private static readonly ColumnType Money =
        new(TypeKind.Decimal, "numeric(10,2)") { Precision = 10, Scale = 2, Native = Native("numeric") };
    private static readonly ColumnType Code =
        new(TypeKind.Text, "varchar(8)") { Length = 8, Native = Native("varchar") };
    private static readonly ColumnType State = new(TypeKind.Enum, "state") { Labels = ["new", "open", "done"] };

    /// <summary>The schema, its tables in a default schema of that name and in the schema <c>archive</c>.</summary>
    public static DatabaseSchema Build(string main)
    {
        var draft = new SchemaDraft(main, "archive").Extension("pg_trgm", "tools");
        AddShop(draft);
        AddPrints(draft);
        AddOrders(draft);
        AddKinds(draft);
        AddGenerated(draft);
        AddConventions(draft);
        AddOddities(draft);
        AddStructures(draft);
        return draft.Build();
    }

    /// <summary>Two foreign keys to one table, one to the table itself, a junction, and rows that stay when deleted.</summary>
    private static void AddShop(SchemaDraft draft) => draft
        .Table("person")
        .Column("id", Bigint, generation: ColumnGeneration.IdentityByDefault)
        .Column("name", Text)
        .Column("email", Text, nullable: true)
        .Key("id").Unique("email")
        .Table("item")
        .Column("id", Bigint, generation: ColumnGeneration.IdentityByDefault)
        .Column("name", Text)
        .Column("price", Money, otherwise: "0")
        .Column("note", Text, nullable: true)
        .Column("is_active", Boolean, otherwise: "TRUE")
        .Column("created_at", Instant, otherwise: "CURRENT_TIMESTAMP")
        .Column("owner_id", Bigint)
        .Column("reviewer_id", Bigint, nullable: true)
        .Column("parent_id", Bigint, nullable: true)
        .Key("id").Unique("owner_id", "name")
        .Index("item_note", "is_active", "note")
        .Index("item_dear", "price > 100", "reviewer_id")
        .Index("item_cheap", "price < 1", "reviewer_id")
        .Index("item_parent", null, "parent_id", "note")
        .Reference(["owner_id"], "person", "id")
        .Reference(["reviewer_id"], "person", "id")
        .Reference(["parent_id"], "item", "id")
        .Table("label")
        .Column("id", Bigint)
        .Column("name", Text, nullable: true)
        .Key("id")
        .Table("item_label")
        .Column("item_id", Bigint)
        .Column("label_id", Bigint)
        .Key("item_id", "label_id")
        .Reference(["item_id"], "item", "id")
        .Reference(["label_id"], "label", "id")
        .Table("memo")
        .Column("id", Bigint)
        .Column("item_id", Bigint)
        .Column("words", Text, nullable: true)
        .Column("deleted_at", Instant, nullable: true)
        .Key("id")
        .Reference(["item_id"], "item", "id")
        .Table("spell")
        .Column("id", Bigint)
        .Column("during", new ColumnType(TypeKind.Range, "tstzrange") { Element = Instant })
        .Column("times", new ColumnType(TypeKind.Multirange, "datemultirange")
        {
            Element = new ColumnType(TypeKind.Range, "daterange") { Element = Date with { Native = new QualifiedName("pg_catalog", "date") } },
        })
        .Column("words", new ColumnType(TypeKind.Other, "tsvector") { Native = new QualifiedName("pg_catalog", "tsvector") })
        .Key("id");

    /// <summary>A table without a key that references a junction.</summary>
    private static void AddPrints(SchemaDraft draft) => draft
        .Table("print")
        .Column("item_id", Bigint, nullable: true)
        .Column("label_id", Bigint, nullable: true)
        .Column("copies", Integer, nullable: true)
        .Reference(["item_id", "label_id"], "item_label", "item_id", "label_id");

    /// <summary>A key of two columns, and a foreign key to it; a table without any key.</summary>
    private static void AddOrders(SchemaDraft draft) => draft
        .Table("order_line")
        .Column("order_code", Code)
        .Column("line_no", Integer)
        .Column("quantity", Integer, otherwise: "1")
        .Key("order_code", "line_no")
        .Table("shipment")
        .Column("id", Bigint, generation: ColumnGeneration.IdentityByDefault)
        .Column("order_code", Code, nullable: true)
        .Column("line_no", Integer, nullable: true)
        .Column("shipped_on", Date, nullable: true)
        .Key("id")
        .Reference(["order_code", "line_no"], "order_line", "order_code", "line_no")
        .Table("log")
        .Column("at", Instant, otherwise: "CURRENT_TIMESTAMP")
        .Column("message", Text, nullable: true);

    /// <summary>A column of every kind.</summary>
    private static void AddKinds(SchemaDraft draft) => draft
        .Table("kinds")
        .Column("id", Integer)
        .Column("boolean", Boolean, nullable: true)
        .Column("int16", new ColumnType(TypeKind.Int16, "smallint"), nullable: true)
        .Column("int32", Integer, nullable: true)
        .Column("int64", Bigint, nullable: true)
        .Column("decimal", new ColumnType(TypeKind.Decimal, "numeric"), nullable: true)
        .Column("single", new ColumnType(TypeKind.Single, "real"), nullable: true)
        .Column("double", new ColumnType(TypeKind.Double, "double precision"), nullable: true)
        .Column("text", Text, nullable: true)
        .Column("uuid", new ColumnType(TypeKind.Uuid, "uuid"), nullable: true)
        .Column("date", Date, nullable: true)
        .Column("time", new ColumnType(TypeKind.Time, "time"), nullable: true)
        .Column("timestamp", new ColumnType(TypeKind.Timestamp, "timestamp"), nullable: true)
        .Column("timestamptz", Instant, nullable: true)
        .Column("interval", new ColumnType(TypeKind.Interval, "interval"), nullable: true)
        .Column("json", Json, nullable: true)
        .Column("bytes", new ColumnType(TypeKind.Bytes, "bytea"), nullable: true)
        .Column("enum", State, nullable: true)
        .Column("array", new ColumnType(TypeKind.Array, "text[]") { Element = Text }, nullable: true)
        .Column("other", Inet, nullable: true)
        .Column("others", new ColumnType(TypeKind.Array, "inet[]") { Element = Inet }, nullable: true)
        .Key("id");

    /// <summary>Columns that only the database fills, and every sort of default.</summary>
    private static void AddGenerated(SchemaDraft draft) => draft
        .Table("invoice")
        .Column("id", Bigint, generation: ColumnGeneration.IdentityAlways)
        .Column("number", Code)
        .Column("net", Money)
        .Column("gross", Money, nullable: true, generation: ColumnGeneration.Computed)
        .Key("id").Unique("number")
        .Table("preset")
        .Column("id", Bigint)
        .Column("required", Text)
        .Column("label", Text, otherwise: "'it''s new'")
        .Column("count", Integer, otherwise: "-1")
        .Column("ratio", new ColumnType(TypeKind.Double, "double precision"), otherwise: "0.5")
        .Column("flag", Boolean, otherwise: "FALSE")
        .Column("born", Date, otherwise: "CURRENT_DATE")
        .Column("plain", Text, nullable: true)
        .Key("id")
        .Table("ticket")
        .Column("id", Bigint)
        .Column("title", Text)
        .Column("token", Text, otherwise: "lower(hex(randomblob(8)))")
        .Key("id");

    /// <summary>
    /// Columns that are more than their names; one timestamp has a default, one has no zone; rows that are claimed.
    /// </summary>
    private static void AddConventions(SchemaDraft draft) => draft
        .Table("task")
        .Column("id", Bigint, generation: ColumnGeneration.IdentityByDefault)
        .Column("title", Text)
        .Column("created_at", Instant, otherwise: "CURRENT_TIMESTAMP")
        .Column("updated_at", new ColumnType(TypeKind.Timestamp, "timestamp"))
        .Column("deleted_at", Instant, nullable: true)
        .Key("id").Unique("title")
        .Table("job")
        .Column("id", Bigint, generation: ColumnGeneration.IdentityByDefault)
        .Column("queue", Text, otherwise: "'main'")
        .Column("claimed_until", Instant, nullable: true)
        .Column("claimed_by", Text, nullable: true)
        .Column("checker_claimed_until", new ColumnType(TypeKind.Timestamp, "timestamp"), nullable: true)
        .Key("id");

    /// <summary>A view, a table of another schema, and names that must be quoted or look like something else.</summary>
    private static void AddOddities(SchemaDraft draft) => draft
        .Table("item_total", TableKind.View, TableWrites.None)
        .Column("owner_id", Bigint, nullable: true)
        .Column("total", new ColumnType(TypeKind.Decimal, "numeric"), nullable: true)
        .Table("archive.item")
        .Column("id", Bigint)
        .Column("name", Text, nullable: true)
        .Key("id")
        .Table("archive.receipt")
        .Column("id", Bigint)
        .Column("item_id", Bigint)
        .Key("id")
        .Reference(["item_id"], "archive.item", "id")
        .Table("Odd \"Table\"")
        .Column("Id", Bigint)
        .Column("limit", Integer, nullable: true)
        .Column("size__gte", Integer, nullable: true)
        .Column("say \"hi\"; --", Text, nullable: true)
        .Key("Id")
        .Table("twins")
        .Column("Key", Bigint)
        .Column("key", Text, nullable: true)
        .Key("Key");

    /// <summary>Types that only PostgreSQL has, and PostGIS's.</summary>
    private static void AddStructures(SchemaDraft draft)
    {
        var spot = new ColumnType(TypeKind.Composite, "spot")
        {
            Native = new QualifiedName("public", "spot"),
            Fields = [new CompositeField("site", Text), new CompositeField("room", Integer)],
        };
        var money = new ColumnType(TypeKind.Other, "money") { Native = new QualifiedName("pg_catalog", "money") };
        draft
            .Table("structures")
            .Column("id", Integer)
            .Column("spot", spot, nullable: true)
            .Column("priced", new ColumnType(TypeKind.Composite, "priced")
            {
                Native = new QualifiedName("public", "priced"),
                Fields = [new CompositeField("price", money), new CompositeField("spot", spot)],
            }, nullable: true)
            .Column("period", new ColumnType(TypeKind.Range, "daterange") { Element = Date }, nullable: true)
            .Column("price", money, nullable: true)
            .Column("corner", Figure("point", ShapeKind.Point), nullable: true)
            .Column("trail", Figure("path", ShapeKind.Path), nullable: true)
            .Column("edge", Figure("lseg", ShapeKind.Segment), nullable: true)
            .Column("area", Place("geometry"), nullable: true)
            .Column("spread", Place("geography"), nullable: true)
            .Key("id");
    }

    private static ColumnType Figure(string name, ShapeKind shape) =>
        new(TypeKind.Shape, name) { Shape = shape, Native = new QualifiedName("pg_catalog", name) };

    private static ColumnType Place(string name) =>
        new(TypeKind.GeoJson, name) { Native = new QualifiedName("Geo", name) };

    private static QualifiedName Native(string name) => new("pg_catalog", name);
}
