using System.Text.Json;
using Relata.Dialects.Contract;
using Relata.Dialects.Rest;
using Relata.Model.Failures;
using Relata.Model.Requests;
using Relata.Model.Schema;

namespace Relata.Dialects.Tests.Rest;

/// <summary>Calls of the Rest dialect on a schema of items, parts with a key of two columns, and a view.</summary>
internal static class RestCalls
{
    private static readonly ColumnType Text = new(TypeKind.Text, "text");

    private static readonly Table Item =
        TableOf("main", "item", ["id"], "id", "name", "note", "name__gte", "limit", "page", "owner_id");
    private static readonly Table Person = TableOf("main", "person", ["id"], "id", "name");
    private static readonly Table Part = TableOf("main", "item_part", ["item_id", "number"], "item_id", "number", "note");
    private static readonly Table Archived = TableOf("archive", "item", ["id"], "id");
    private static readonly Table View = TableOf("main", "overview", [], "total");

    private static readonly Table Report = TableOf("main", "report", ["id"], "id");
    private static readonly Table ReportCsv = TableOf("main", "report.csv", ["id"], "id");

    private static readonly Table Counter = new(
        new QualifiedName("main", "counter"), TableKind.Table, [new Column("id", 0, new ColumnType(TypeKind.Int32, "integer"))])
    {
        PrimaryKey = new Key("", [new Column("id", 0, new ColumnType(TypeKind.Int32, "integer"))]),
        Writes = TableWrites.All,
    };

    private static readonly Table Ticket = Claimable("ticket", TypeKind.Text, TableWrites.All);
    private static readonly Table Job = Claimable("job", TypeKind.Int64, TableWrites.All);
    private static readonly Table Frozen = Claimable("frozen", TypeKind.Int64, TableWrites.Insert | TableWrites.Delete);

    private static readonly DatabaseSchema Schema = new(
        ["main", "archive"], [Archived, Item, Part, View, Person, Report, ReportCsv, Counter, Ticket, Job, Frozen],
        [
            new Relationship("owner", RelationshipKind.Parent, Item, [Item.FindColumn("owner_id")!], Person, [Person.FindColumn("id")!]),
            new Relationship("item", RelationshipKind.Parent, Part, [Part.FindColumn("item_id")!], Item, [Item.FindColumn("id")!]),
            new Relationship("item_part", RelationshipKind.Children, Item, [Item.FindColumn("id")!], Part, [Part.FindColumn("item_id")!]),
        ],
        version: 1);

    /// <summary>What a call such as <c>GET /item?name=a</c> asks for, the dialect being mounted at <c>/api</c>.</summary>
    public static ParsedCall Parse(string line, string? body = null)
    {
        var (method, target) = (line.Split(' ')[0], line.Split(' ')[1]);
        var question = target.IndexOf('?', StringComparison.Ordinal);
        var (path, query) = question < 0 ? (target, "") : (target[..question], target[(question + 1)..]);
        var call = new ApiCall(method, "/api", path, query, body is null ? null : JsonElement.Parse(body));
        return new RestDialect(new RestOptions { MaxDepth = 3 }).Parse(call, Schema);
    }

    /// <summary>The methods that a path takes.</summary>
    public static IReadOnlyList<string> Methods(string path) =>
        new RestDialect(new RestOptions()).Methods(new ApiCall("OPTIONS", "/api", path, "", null), Schema);

    /// <summary>The read that a query of items asks for.</summary>
    public static Read Query(string query) => (Read)Parse($"GET /item?{query}").Request;

    /// <summary>Why a call is refused.</summary>
    public static Failure Refused(string line, string? body = null) =>
        Should.Throw<FailureException>(() => Parse(line, body)).Failure;

    private static Table Claimable(string name, TypeKind key, TableWrites writes)
    {
        var columns = new[]
        {
            new Column("id", 0, new ColumnType(key, "key")),
            new Column("checker_claimed_until", 1, new ColumnType(TypeKind.TimestampTz, "timestamptz")),
        };
        return new Table(new QualifiedName("main", name), TableKind.Table, columns)
        {
            PrimaryKey = new Key("", [columns[0]]),
            Claims = ClaimColumns.Of(columns),
            Writes = writes,
        };
    }

    private static Table TableOf(string schema, string name, string[] key, params string[] names)
    {
        var columns = names.Select((column, i) => new Column(column, i, Text)).ToArray();
        return new Table(new QualifiedName(schema, name), key.Length > 0 ? TableKind.Table : TableKind.View, columns)
        {
            PrimaryKey = key.Length > 0 ? new Key("", [.. key.Select(part => columns.First(column => column.Name == part))]) : null,
            Writes = key.Length > 0 ? TableWrites.All : TableWrites.None,
        };
    }
}
