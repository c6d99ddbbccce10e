using System.Text.Json.Nodes;

namespace Relata.Conformance;

/// <summary>POST: one row or many, what is stored for what was left out, and where the new row is.</summary>
public abstract class InsertSpec(ConformanceServer server) : Specification(server)
{
    [Fact]
    public async Task Answers_the_row_as_stored_and_where_it_is()
    {
        var answer = await Post("/draft", """{"id":10,"title":"first","price":1.5}""").ShouldAnswer(201,
            """{"id":10,"title":"first","state":"new","amount":7,"twice":14,"label":null,"code":null,"small":null,"price":1.50,"parent_id":null}""");
        answer.Header("Location").ShouldBe("/draft/10");
        await Get("/draft/10").ShouldAnswer(200, answer.Body);
    }

    [Fact]
    public async Task Lets_the_database_give_the_key()
    {
        var answer = await Post("/place", """{"name":"Dover"}""");
        answer.Status.ShouldBe(201);
        var id = (int?)JsonNode.Parse(answer.Body)!["id"];
        answer.Body.ShouldBe($$"""{"id":{{id}},"name":"Dover"}""");
        answer.Header("Location").ShouldBe($"/place/{id}");
        await Get(answer.Header("Location")!).ShouldAnswer(200, answer.Body);
    }

    [Theory]
    [InlineData("/shelf", """{"room":"1,2/3","label":"ä %\"","capacity":1}""", "/shelf/1%2C2%2F3,%C3%A4%20%25%22")]
    [InlineData("/shelf", """{"room":"","label":"+","capacity":null}""", "/shelf/,%2B")]
    [InlineData("/shift", """{"voyage_id":1,"person_id":1,"number":9,"note":null}""", "/shift/1,1,9")]
    [InlineData("/Mixed Case", """{"Id":7,"Name":null}""", "/Mixed%20Case/7")]
    [InlineData("""/quo"te;--""", """{"id":7,"name":"x"}""", "/quo%22te%3B--/7")]
    public async Task Writes_any_key_so_that_the_location_can_be_followed(string table, string row, string location)
    {
        var answer = await Post(table, row).ShouldAnswer(201, row);
        answer.Header("Location").ShouldBe(location);
        await Get(location).ShouldAnswer(200, row);
    }

    [Fact]
    public async Task Stores_the_default_for_an_absent_key_and_NULL_for_null()
    {
        await Post("/draft?fields=amount,state,twice", """{"id":20,"title":"absent"}""")
            .ShouldAnswer(201, """{"amount":7,"state":"new","twice":14}""");
        await Post("/draft?fields=amount,state,twice", """{"id":21,"title":"null","amount":null}""")
            .ShouldAnswer(201, """{"amount":null,"state":"new","twice":null}""");
    }

    [Fact]
    public async Task Answers_an_array_in_the_order_sent_whatever_keys_its_rows_have()
    {
        var answer = await Post("/draft?fields=id,title,amount,label",
            """
            [{"id":33,"title":"c","amount":1},{"title":"a","id":31},{"id":32,"title":"b","label":"x"},{"amount":2,"id":30,"title":"d"},{"id":34,"title":"e"}]
            """).ShouldAnswer(201,
            """
            [{"id":33,"title":"c","amount":1,"label":null},{"id":31,"title":"a","amount":7,"label":null},{"id":32,"title":"b","amount":7,"label":"x"},{"id":30,"title":"d","amount":2,"label":null},{"id":34,"title":"e","amount":7,"label":null}]
            """);
        answer.Header("Location").ShouldBeNull();
    }

    [Fact]
    public async Task Answers_an_array_of_any_length_in_the_order_sent()
    {
        int[] ids = [.. Enumerable.Range(1, 777).Select(i => i * 419 % 1009)];
        var rows = $"[{string.Join(',', ids.Select(id => $$"""{"id":{{id}}}"""))}]";
        await Post("/hostile?fields=id", rows).ShouldAnswer(201, rows);
        (await Get("/hostile?count=exact&limit=0")).Header("X-Total-Count").ShouldBe("777");
    }

    [Fact]
    public async Task Takes_an_array_of_one_and_an_empty_array()
    {
        (await Post("/place?fields=name", """[{"name":"Essen"}]""").ShouldAnswer(201, """[{"name":"Essen"}]"""))
            .Header("Location").ShouldBeNull();
        await Post("/place", "[]").ShouldAnswer(201, "[]");
    }

    [Fact]
    public async Task Takes_rows_without_any_key()
    {
        await Post("/scratch?fields=words,number", "{}").ShouldAnswer(201, """{"words":null,"number":null}""");
        await Post("/scratch?fields=words", """[{},{"words":"w"},{}]""")
            .ShouldAnswer(201, """[{"words":null},{"words":"w"},{"words":null}]""");
    }

    [Fact]
    public async Task Inserts_into_a_table_without_a_key_and_names_no_place()
    {
        var row = """{"happened":"2024-03-01T00:00:00","message":"equal"}""";
        (await Post("/log-entry", row).ShouldAnswer(201, row)).Header("Location").ShouldBeNull();
        await Post("/log_entry", $"[{row},{row}]").ShouldAnswer(201, $"[{row},{row}]");
        await Get("/log_entry?message=equal").ShouldAnswer(200, $"[{row},{row},{row}]");
    }

    [Theory]
    [InlineData("""[{"id":40,"title":"good"},{"id":41}]""", 422, "not-null-violation")]
    [InlineData("""[{"id":40,"title":"good"},{"id":41,"title":"bad","amount":1001}]""", 422, "check-violation")]
    [InlineData("""[{"id":40,"title":"good"},{"id":1,"title":"bad"}]""", 409, "unique-violation")]
    [InlineData("""[{"id":40,"title":"good"},{"id":40,"title":"bad"}]""", 409, "unique-violation")]
    [InlineData("""[{"id":40,"title":"good"},{"id":41,"title":"bad","code":"R"}]""", 409, "unique-violation")]
    [InlineData("""[{"id":40,"title":"good"},{"id":41,"title":"bad","parent_id":99}]""", 409, "foreign-key-violation")]
    [InlineData("""[{"id":40,"title":"good"},{"id":41,"title":"bad","small":40000}]""", 422, "value-out-of-range")]
    [InlineData("""[{"id":40,"title":"good"},{"id":41,"title":"bad","nope":1}]""", 400, "unknown-column")]
    [InlineData("""[{"id":40,"title":"good"},7]""", 400, "malformed-body")]
    public async Task Leaves_nothing_behind_when_one_row_fails(string rows, int status, string code)
    {
        await Post("/draft", rows).ShouldFail(status, code);
        (await Get("/draft/40")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Refuses_a_value_for_a_column_that_only_the_database_fills()
    {
        await Post("/draft", """{"title":"t","twice":14}""").ShouldFail(400, "generated-column",
            "\"twice\" is filled by the database; a value cannot be set.");
        await Post("/draft", """{"title":"t","twice":null}""").ShouldFail(400, "generated-column",
            "\"twice\" is filled by the database; a value cannot be set.");
    }

    [Fact]
    public async Task Refuses_what_it_does_not_know()
    {
        await Post("/draft", """{"titel":"t"}""").ShouldFail(400, "unknown-column",
            "\"draft\" has no column \"titel\".", "Did you mean \"title\"?");
        await Post("/draft?limit=2", """{"title":"t"}""").ShouldFail(400, "unknown-option",
            "The option \"limit\" means nothing here.", "Known here: fields, depth, on_conflict, resolution, envelope.", "query 0 5");
        await Post("/draft?title=t", """{"title":"t"}""").ShouldFail(400, "unknown-option",
            "\"title\" means nothing here.", "Known here: fields, depth, on_conflict, resolution, envelope.", "query 0 5");
        await Post("/draft?fields=titel", """{"title":"t"}""").ShouldFail(400, "unknown-column",
            "\"draft\" has no column \"titel\".", "Did you mean \"title\"?", "query 7 5");
    }
}
