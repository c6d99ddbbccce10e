using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using Relata.Model.Expressions;
using Relata.Model.Requests;
using Relata.Model.Schema;
using Relata.Planning.Paging;
using Relata.Planning.Plans;

namespace Relata.Planning.Tests;

/// <summary>Items with two parents in another table and one in their own; and a table of the same shape in another schema.</summary>
internal static class TestSchema
{
    private static readonly ColumnType Integer = new(TypeKind.Int32, "integer");
    private static readonly ColumnType Text = new(TypeKind.Text, "text");

    private static readonly Table Person = TableOf("main", "person", ("name", Text));

    private static readonly Table Item = TableOf(
        "main", "item",
        ("name", Text), ("note", Text), ("size", Integer), ("is_new", new ColumnType(TypeKind.Boolean, "boolean")),
        ("details", new ColumnType(TypeKind.Json, "jsonb")), ("tags", new ColumnType(TypeKind.Array, "text[]") { Element = Text }), ("made", new ColumnType(TypeKind.Date, "date")),
        ("owner_id", Integer), ("reviewer_id", Integer), ("parent_id", Integer));

    private static readonly Table Archived = TableOf("archive", "item", ("name", Text), ("note", Text), ("size", Integer));

    private static readonly CursorSeal Seal = new("a key of the tests"u8.ToArray());

    private static readonly Table Label = TableOf("main", "label", ("name", Text));

    private static readonly Table ItemLabel = TableOf("main", "item_label", ("item_id", Integer), ("label_id", Integer));

    private static readonly Planner Generous = PlannerWith(new Limits());

    public static DatabaseSchema Schema { get; } = new(
        ["main", "archive"],
        [Archived, Item, Person, Label, ItemLabel],
        [
            Parent("owner", Person), Parent("reviewer", Person), Parent("parent", Item),
            new Relationship(
                "label", RelationshipKind.ManyToMany, Item, [Item.FindColumn("id")!], Label, [Label.FindColumn("id")!],
                new Junction(ItemLabel, [ItemLabel.FindColumn("item_id")!], [ItemLabel.FindColumn("label_id")!])),
        ],
        version: 1);

    public static Planner PlannerWith(Limits limits) =>
        new(limits, new Capabilities { Database = "Test", Containers = [.. Enum.GetValues<TypeKind>()], Functions = [.. Enum.GetValues<Function>()], Extensions = FrozenDictionary<Function, string>.Empty, Estimates = true, Callers = true, MaxParameters = 1000 }, Seal);

    /// <summary>A page of a walk through items.</summary>
    /// <param name="order">The order as a cursor says it, such as <c>&lt;id</c>, and the key.</param>
    /// <param name="place">The values as a JSON array.</param>
    /// <param name="isBackward">Whether the page stands before the place.</param>
    public static Page Walk(string[] order, string place, bool isBackward = false) => new(5, null)
    {
        Cursor = new PageCursor(
            Seal.Seal(string.Join('\0', ["main", "item", .. order]), isBackward, Encoding.UTF8.GetBytes(place)), null),
    };

    public static Name Name(string text) => new(text, null);

    public static ColumnName Column(string name) => new(Name(name));

    public static Literal Value(object? value) => Literal.FromJson(JsonSerializer.SerializeToElement(value), null);

    public static LiteralList ListOf(params object?[] values) => new([.. values.Select(Value)], null);

    public static Comparison Equal(string column, object? value) => new(ComparisonOperator.Equal, Column(column), Value(value));

    public static PayloadRow Row(params (string Column, object? Value)[] fields) =>
        new([.. fields.Select(field => new PayloadField(Name(field.Column), Value(field.Value)))]);

    /// <summary>The plan of a request within the usual limits.</summary>
    public static Plan PlanOf(Request request) => Generous.Plan(request, Schema);

    /// <summary>The plan of a read of items.</summary>
    public static ReadPlan PlanRead(Expression? filter = null) => (ReadPlan)PlanOf(new Read(Name("item")) { Filter = filter });

    private static Table TableOf(string schema, string name, params (string Name, ColumnType Type)[] others)
    {
        var id = new Column("id", 0, Integer);
        var columns = others.Select((column, i) => new Column(column.Name, i + 1, column.Type) { IsNullable = true }).Prepend(id).ToArray();
        return new Table(new QualifiedName(schema, name), TableKind.Table, columns)
        {
            PrimaryKey = new Key("", [id]),
            UniqueKeys = [new Key("", [columns[1]])],
            Writes = TableWrites.All,
        };
    }

    private static Relationship Parent(string name, Table to) => new(
        name, RelationshipKind.Parent, Item, [Item.FindColumn($"{name}_id")!], to, [to.FindColumn("id")!]);
}
