using System.Text.Json.Nodes;

namespace Relata.Conformance.Ex;

/// <summary>Writes of the ex dialect.</summary>
public abstract class ExWriteSpec(ConformanceServer server) : ExSpecification(server)
{
    [Fact]
    public async Task Inserts_an_object_and_answers_the_stored_row()
    {
        await Ex("POST", "/ex/v1/scratch", """{"id":1,"words":"true","document":{"a":[1,null]},"price":1.5}""").ShouldAnswer(200,
            """[{"id":1,"words":"true","number":null,"flag":null,"price":1.50,"ratio":null,"day":null,"instant":null,"document":{"a":[1,null]},"payload":null}]""");
        await Post("/ex/place", """{"id":10,"name":"by JSON"}""").ShouldAnswer(200, """[{"id":10,"name":"by JSON"}]""");
    }

    [Fact]
    public async Task Inserts_an_array_in_one_transaction_and_answers_in_its_order()
    {
        await Ex("POST", "/ex/place", """[{"id":22,"name":"b"},{"name":"a","id":21}]""")
            .ShouldAnswer(200, """[{"id":22,"name":"b"},{"id":21,"name":"a"}]""");
        await Ex("POST", "/ex/place", """[{"id":23,"name":"c"},{"id":22,"name":"d"}]""").ShouldBeError(409, "unique-violation");
        await IdsOf("/ex/place?id:btwn=21,29").ShouldAnswer(200, Ids("21,22"));
    }

    [Fact]
    public async Task Answers_at_most_the_largest_number_of_rows_of_all_groups_together()
    {
        var rows = Enumerable.Range(1_000_001, 10_000).Select(id => $$"""{"id":{{id}},"name":"{{id}}"}""");
        (await Ex("POST", "/ex/place", $"[{string.Join(',', rows)}]")).Status.ShouldBe(200);
        (await IdsOf("/ex/place?id:gt=1000000", "X-Partition-By: id", "X-Limit: 1")).Body
            .ShouldBe(Ids(string.Join(',', Enumerable.Range(1_000_001, 10_000))));
        await Ex("POST", "/ex/place", """{"id":1000000,"name":"one more"}""").ShouldAnswer(
            200, """[{"id":1000000,"name":"one more"}]""");
        var refused = await IdsOf("/ex/place?id:gt_eq=1000000", "X-Partition-By: id", "X-Limit: 1")
            .ShouldBeError(400, "limit-exceeded", "The groups have more than 10000 rows together");
        refused.Body.ShouldContain("header X-Partition-By");
        await Ex("POST", "/ex/:batch", """
            {"requests":[{"action":"QUERY","resource":"place","where":{"id:gt_eq":1000000},"partition":["id"],"limit":1}]}
            """).ShouldBeError(400, "limit-exceeded", "requests[0]");
        (await Ex("DELETE", "/ex/place?id:gt_eq=1000000")).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("1")]
    [InlineData("[1]")]
    [InlineData("{")]
    public async Task Refuses_bodies_without_rows(string body)
    {
        await Ex("POST", "/ex/place", body).ShouldBeError(400, "malformed-body");
        await Ex("PUT", "/ex/place?id=1", body).ShouldBeError(400, "malformed-body");
        await Ex("GET", "/ex/place?id=1").ShouldAnswer(200, """[{"id":1,"name":"Aden"}]""");
    }

    [Theory]
    [InlineData("""{"id":-1}""")]
    [InlineData("null")]
    [InlineData("id=-1")]
    public async Task Refuses_bodies_where_they_mean_nothing(string body)
    {
        await Ex("GET", "/ex/place", body).ShouldBeError(400, "malformed-body");
        await Ex("DELETE", "/ex/place?id=-1", body).ShouldBeError(400, "malformed-body");
        await Ex("DELETE", "/ex/place?id=-1", "").ShouldAnswer(200, "[]");
    }

    [Fact]
    public async Task Marks_deleted_rows_and_meets_them_in_an_upsert()
    {
        await Ex("POST", "/ex/alias", """{"id":901,"name":"a"}""");
        var deleted = await Ex("DELETE", "/ex/alias?id=901");
        var mark = (string?)JsonNode.Parse(deleted.Body)![0]!["deleted_at"];
        mark.ShouldNotBeNull();
        var met = await Ex("POST", "/ex/alias", """{"id":901,"name":"b"}""", "X-On-Conflict-Update: name");
        var row = JsonNode.Parse(met.Body)![0]!;
        ((string?)row["name"], (string?)row["deleted_at"]).ShouldBe(("b", mark));
        await IdsOf("/ex/alias?id=901").ShouldAnswer(200, "[]");
        await Ex("POST", "/ex/alias", """{"id":901,"name":"c"}""", "X-On-Conflict-Ignore: true").ShouldAnswer(200, "[]");
        await Ex("POST", "/ex/alias", """{"id":901,"name":"d","deleted_at":null}""", "X-On-Conflict-Update: name,deleted_at");
        await IdsOf("/ex/alias?id=901").ShouldAnswer(200, Ids("901"));
    }

    [Fact]
    public async Task Changes_exactly_the_rows_that_it_answers()
    {
        await Insert("change", 31, 32, 33);
        (await IdsIn(Ex("PUT", "/ex/draft?label=change&id:gt=31", """{"state":"done"}"""))).ShouldBe([32, 33]);

        // The condition does not hold any more, and a row in which it always held is not answered.
        (await IdsIn(Ex("PUT", "/ex/draft?label=change&state=new", """{"state":"done"}"""))).ShouldBe([31]);
        (await IdsIn(Ex("PUT", "/ex/draft?label=change", """[{"state":"one in an array"}]"""))).ShouldBe([31, 32, 33]);
        await Ex("PUT", "/ex/draft?label=change", """[{"state":"a"},{"state":"b"}]""").ShouldBeError(400, "malformed-body");
        await Ex("PUT", "/ex/draft?label=nowhere", """{"state":"x"}""").ShouldAnswer(200, "[]");
    }

    [Fact]
    public async Task Changes_and_deletes_the_first_rows_of_an_order()
    {
        await Insert("choice", 41, 42, 43, 44, 45);
        (await IdsIn(Ex("PUT", "/ex/draft?label=choice", """{"state":"last"}""", "X-Order-By: id desc", "X-Limit: 2"))).ShouldBe([44, 45]);
        (await IdsIn(Ex("DELETE", "/ex/draft?label=choice", null, "X-Order-By: id desc", "X-Limit: 1"))).ShouldBe([45]);
        (await IdsIn(Ex("DELETE", "/ex/draft?label=choice", null, "X-Limit: 1"))).ShouldBe([41]);
        (await IdsIn(Ex("DELETE", "/ex/draft?label=choice", null, "X-Limit: 0"))).ShouldBeEmpty();
        await IdsOf("/ex/draft?label=choice", "X-Order-By: id").ShouldAnswer(200, Ids("42,43,44"));
        await IdsOf("/ex/draft?state=last", "X-Order-By: id").ShouldAnswer(200, Ids("44"));
    }

    [Fact]
    public async Task Deletes_and_answers_the_rows_as_they_were()
    {
        await Ex("POST", "/ex/place", """[{"id":51,"name":"x"},{"id":52,"name":"y"}]""");
        await Ex("DELETE", "/ex/place?id=51").ShouldAnswer(200, """[{"id":51,"name":"x"}]""");
        await Ex("DELETE", "/ex/place?id=51").ShouldAnswer(200, "[]");
        await Ex("DELETE", "/ex/place?id=1").ShouldBeError(409, "foreign-key-violation");
    }

    [Fact]
    public async Task Changes_and_deletes_every_row_without_a_filter()
    {
        await Ex("POST", "/ex/hostile", """[{"id":1,"words":"a"},{"id":2,"words":"b"}]""");
        (await IdsIn(Ex("PUT", "/ex/hostile", """{"words":"all-names"}"""))).ShouldBe([1, 2]);
        await Ex("GET", "/ex/hostile", null, "X-Columns: words")
            .ShouldAnswer(200, """[{"words":"all-names"},{"words":"all-names"}]""");
        (await IdsIn(Ex("DELETE", "/ex/hostile"))).ShouldBe([1, 2]);
        await Ex("GET", "/ex/hostile").ShouldAnswer(200, "[]");
    }

    [Fact]
    public async Task Updates_the_columns_named_where_the_key_exists()
    {
        await Insert("upsert", 61);
        await Ex("POST", "/ex/draft", """{"id":61,"title":"new","state":"new state"}""", "X-On-Conflict-Update: title");
        await Ex("GET", "/ex/draft?id=61", null, "X-Columns: id,title,state")
            .ShouldAnswer(200, """[{"id":61,"title":"new","state":"new"}]""");

        // Without the primary key in the rows the other key that they hold is meant.
        await Ex("POST", "/ex/draft", """{"code":"k61","title":"by code"}""", "X-On-Conflict-Update: title");
        await Ex("GET", "/ex/draft?id=61", null, "X-Columns: id,title").ShouldAnswer(200, """[{"id":61,"title":"by code"}]""");
        await Ex(
            "POST", "/ex/draft", """{"id":6100,"code":"k61","title":"named"}""",
            "X-On-Conflict-Update: title,state", "X-On-Conflict-Constraint: code");
        await Ex("GET", "/ex/draft?code=k61", null, "X-Columns: id,title,state")
            .ShouldAnswer(200, """[{"id":61,"title":"named","state":"new"}]""");
    }

    [Fact]
    public async Task Leaves_rows_alone_whose_key_exists()
    {
        await Insert("ignore", 71);
        string[] rows = ["""{"id":71,"title":"by id"}""", """{"id":72,"title":"by code","code":"k71"}""", """{"id":73,"title":"fresh"}"""];
        var body = $"[{string.Join(',', rows)}]";
        (await IdsIn(Ex("POST", "/ex/draft", body, "X-On-Conflict-Ignore: true"))).ShouldBe([73]);
        (await IdsIn(Ex("POST", "/ex/draft", rows[0], "X-On-Conflict-Ignore: id"))).ShouldBeEmpty();
        (await IdsIn(Ex("POST", "/ex/draft", rows[0], "X-On-Conflict-Constraint: id"))).ShouldBeEmpty();
        await Ex("POST", "/ex/draft", rows[1], "X-On-Conflict-Constraint: id").ShouldBeError(409, "unique-violation");
        await Ex("GET", "/ex/draft?id:in=71,72,73", null, "X-Columns: id,title", "X-Order-By: id")
            .ShouldAnswer(200, """[{"id":71,"title":"t71"},{"id":73,"title":"fresh"}]""");
    }

    [Fact]
    public async Task Refuses_rows_whose_key_exists_unless_told_otherwise()
    {
        await Insert("error", 81);
        const string row = """{"id":81,"title":"again"}""";
        await Ex("POST", "/ex/draft", row).ShouldBeError(409, "unique-violation");
        await Ex("POST", "/ex/draft", row, "X-On-Conflict-Error: true", "X-On-Conflict-Ignore: true", "X-On-Conflict-Update: title")
            .ShouldBeError(409, "unique-violation");
        (await IdsIn(Ex("POST", "/ex/draft", row, "X-On-Conflict-Ignore: true", "X-On-Conflict-Update: title"))).ShouldBeEmpty();
        await Ex("POST", "/ex/draft", row, "X-On-Conflict-Ignore: false").ShouldBeError(400, "bad-value");
        await Ex("POST", "/ex/draft", row, "X-On-Conflict-Update: titel").ShouldBeError(400, "unknown-column", "title");
        await Ex("POST", "/ex/draft", row, "X-On-Conflict-Update: twice").ShouldBeError(400, "generated-column");
        await Ex("POST", "/ex/draft", row, "X-On-Conflict-Update: title", "X-On-Conflict-Constraint: label")
            .ShouldBeError(400, "not-applicable", "id · code");
        await Ex("POST", "/ex/draft", """{"title":"keyless"}""", "X-On-Conflict-Update: title").ShouldBeError(400, "not-applicable");
        await Ex("GET", "/ex/draft?id=81", null, "X-Columns: title").ShouldAnswer(200, """[{"title":"t81"}]""");
    }

    [Fact]
    public async Task Refuses_a_misspelt_header_in_place_of_changing_every_row()
    {
        var rows = (await Ex("GET", "/ex/voyage")).Body;
        await Ex("DELETE", "/ex/voyage", null, "X-Limits: 0").ShouldBeError(400, "unknown-option", "X-Limit\\\"");
        await Ex("PUT", "/ex/voyage", """{"title":"x"}""", "X-Limt: 0").ShouldBeError(400, "unknown-option", "X-Limit");
        await Ex("POST", "/ex/:batch", """[{"action":"DELETE","resource":"voyage"}]""", "X-Colums: id")
            .ShouldBeError(400, "unknown-option", "X-Columns");
        await Ex("GET", "/ex/voyage", null, "X-Request-Id: 1", "X-Forwarded-For: 127.0.0.1", "X-Real-IP: 127.0.0.1")
            .ShouldAnswer(200, rows);
    }

    [Fact]
    public async Task Refuses_what_a_write_has_no_use_for()
    {
        await Ex("POST", "/ex/place?id=1", """{"id":91,"name":"n"}""").ShouldBeError(400, "unknown-option");
        await Ex("POST", "/ex/place", """{"id":91,"name":"n"}""", "X-Limit: 1").ShouldBeError(400, "unknown-option", "X-Limit");
        await Ex("PUT", "/ex/place?id=1", """{"name":"n"}""", "X-Columns: id").ShouldBeError(400, "unknown-option", "X-Columns");
        await Ex("DELETE", "/ex/place?id=1", null, "X-Group-By: id").ShouldBeError(400, "unknown-option", "X-Group-By");
        await Ex("POST", "/ex/place", """{"id":91,"nam":"n"}""").ShouldBeError(400, "unknown-column", "name");
        await Ex("POST", "/ex/place", """{"id":91}""").ShouldBeError(422, "not-null-violation");
        await Ex("POST", "/ex/place", """{"id":"x","name":"n"}""").ShouldBeError(400, "bad-value");
        await IdsOf("/ex/place?id:btwn=91,99").ShouldAnswer(200, "[]");
    }

    private static async Task<int[]> IdsIn(Task<Answer> asking)
    {
        var answer = await asking;
        answer.Status.ShouldBe(200, answer.Body);
        return [.. JsonNode.Parse(answer.Body)!.AsArray().Select(row => (int)row!["id"]!).Order()];
    }

    private async Task Insert(string label, params int[] ids)
    {
        var rows = ids.Select(id => $$"""{"id":{{id}},"title":"t{{id}}","label":"{{label}}","code":"k{{id}}"}""");
        (await Ex("POST", "/ex/draft", $"[{string.Join(',', rows)}]")).Status.ShouldBe(200);
    }
}
