using System.Text.Json.Nodes;

namespace Relata.Conformance;

/// <summary>
/// The description of the schema. Types keep each database's own names, and constraints theirs where it keeps any, so
/// those are left out of the comparison.
/// </summary>
public abstract class SchemaDocumentSpec(ConformanceServer server) : Specification(server)
{
    [Fact]
    public async Task Lists_the_tables_by_name()
    {
        var document = await Document();
        ((string?)document["schemas"]![0]).ShouldBe(Server.Schema);
        document["tables"]!.AsArray().Select(table => (string?)table!["name"]).ShouldBe(
        [
            "Mixed Case", "active_person", "album", "alias", "article", "authorship", "be low.\"é__z", "book", "citation",
            "crew", "dot.ted", "draft", "errand", "hostile", "job", "log_entry", "member", "o'er \"x.é__y", "order",
            "person", "place", "quo\"te;--", "review", "scratch", "shelf", "shift", "song", "specimen", "task", "team", "track", "voyage",
            "writer",
        ]);
        document["tables"]!.AsArray().Select(table => (string?)table!["schema"]).ShouldAllBe(schema => schema == Server.Schema);
    }

    [Theory]
    [InlineData("person", "table insert,update,delete",
        "id integer! by-default", "name text!", "nickname text(20)", "email text", "is_active boolean! =",
        "score decimal(6,2)",
        "born date", "mentor_id integer")]
    [InlineData("specimen", "table insert,update,delete",
        "id integer! by-default", "flag boolean", "small int16", "whole integer", "large integer",
        "price decimal(12,2)", "ratio float", "single float", "note text", "code text(8)", "token uuid", "day date",
        "clock time", "moment timestamp",
        "instant timestamp-tz", "document json", "payload bytes")]
    [InlineData("draft", "table insert,update,delete",
        "id integer! by-default", "title text!", "state text! =", "amount integer =", "twice integer computed",
        "label text(10)",
        "code text", "small int16", "price decimal(8,2)", "parent_id integer")]
    [InlineData("log_entry", "table insert,update,delete", "happened timestamp!", "message text")]
    [InlineData("active_person", "view ", "id integer", "name text", "score decimal(6,2)")]
    public async Task Describes_the_columns_of(string name, string kind, params string[] columns)
    {
        var table = await Table(name);
        $"{table["kind"]} {Names(table["writes"]!)}".ShouldBe(kind);
        table["columns"]!.AsArray().Select(column => Described(column!)).ShouldBe(columns);
    }

    [Theory]
    [InlineData("task", "created_at,updated_at,deleted_at")]
    [InlineData("job", "claimed_until,checker_claimed_until")]
    [InlineData("errand", "deleted_at,claimed_until,checker_claimed_until")]
    [InlineData("person", "")]
    public async Task Says_which_columns_are_more_than_names_in(string name, string columns) =>
        Names((await Table(name))["conventions"]).ShouldBe(columns);

    [Theory]
    [InlineData("person", "id", "email", "mentor_id > person(id)")]
    [InlineData("crew", "voyage_id,person_id", "", "person_id > person(id)", "voyage_id > voyage(id)")]
    [InlineData("shift", "voyage_id,person_id,number", "", "voyage_id,person_id > crew(voyage_id,person_id)")]
    [InlineData("book", "id", "", "shelf_room,shelf_label > shelf(room,label)")]
    [InlineData("voyage", "id", "", "captain_id > person(id)", "destination_id > place(id)", "origin_id > place(id)")]
    [InlineData("log_entry", "", "")]
    [InlineData("active_person", "", "")]
    public async Task Describes_the_keys_of(string name, string primary, string unique, params string[] foreign)
    {
        var table = await Table(name);
        Names(table["primaryKey"]).ShouldBe(primary);
        string.Join(' ', table["uniqueKeys"]!.AsArray().Select(key => Names(key!["columns"]))).ShouldBe(unique);
        table["foreignKeys"]!.AsArray()
            .Select(key => $"{Names(key!["columns"])} > {Local(key["target"])}({Names(key["targetColumns"])})")
            .Order(StringComparer.Ordinal).ShouldBe(foreign);
    }

    [Theory]
    [InlineData("person",
        "mentor parent person", "crew children crew", "person children person", "voyage children voyage",
        "voyage_through_crew many-to-many voyage by crew")]
    [InlineData("voyage",
        "captain parent person", "destination parent place", "origin parent place", "crew children crew",
        "person many-to-many person by crew")]
    [InlineData("place", "voyage_by_destination children voyage", "voyage_by_origin children voyage")]
    [InlineData("crew", "person parent person", "voyage parent voyage", "shift children shift")]
    [InlineData("book", "shelf parent shelf")]
    public async Task Describes_the_relationships_of(string name, params string[] relationships) =>
        (await Table(name))["relationships"]!.AsArray()
            .Select(link => $"{link!["name"]} {link["kind"]} {Local(link["target"])}"
                + (link["junction"] is { } junction ? $" by {Local(junction["table"])}" : ""))
            .ShouldBe(relationships);

    [Fact]
    public async Task Is_JSON_and_only_read()
    {
        var answer = await Get("/__schema");
        answer.Status.ShouldBe(200);
        answer.Header("Content-Type").ShouldBe("application/json");
        (await Send("HEAD", "/__schema")).Status.ShouldBe(200);
        (await Post("/__schema", "{}").ShouldFail(405, "method-not-allowed")).Header("Allow").ShouldBe("GET, HEAD, OPTIONS");
    }

    [Fact]
    public async Task Health_is_told()
    {
        await Get("/__health/live").ShouldAnswer(200, """{"status":"alive"}""");
        await Get("/__health/ready").ShouldAnswer(200, """{"status":"ready"}""");
        await Get("/__health/other").ShouldFail(404, "unknown-table");
    }

    private async Task<JsonNode> Document() => JsonNode.Parse((await Get("/__schema")).Body)!;

    private async Task<JsonNode> Table(string name) =>
        (await Document())["tables"]!.AsArray().Single(table => (string?)table!["name"] == name)!;

    /// <summary>
    /// An integer of one database may be wider than that of another; the smallest is the same everywhere.
    /// </summary>
    private static string Described(JsonNode column)
    {
        var kind = (string?)column["kind"] switch
        {
            "int32" or "int64" => "integer",
            "single" or "double" => "float",
            var other => other,
        };
        var size = (column["length"], column["precision"]) switch
        {
            ({ } length, _) => $"({length})",
            (_, { } precision) => $"({precision},{column["scale"]})",
            _ => "",
        };
        var filled = (string?)column["generation"] switch
        {
            "none" => column["default"] is null ? "" : " =",
            var generation => $" {generation!.Replace("identity-", "", StringComparison.Ordinal)}",
        };
        return $"{column["name"]} {kind}{size}{((bool)column["nullable"]! ? "" : "!")}{filled}";
    }

    private static string Names(JsonNode? names) =>
        names is null ? "" : string.Join(',', names.AsArray().Select(name => (string?)name));

    private string Local(JsonNode? name) => ((string)name!)[(Server.Schema.Length + 1)..];
}
