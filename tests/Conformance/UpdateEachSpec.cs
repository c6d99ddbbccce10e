using System.Text.Json.Nodes;

namespace Relata.Conformance;

/// <summary>PATCH of a list by an array: each object changes the row whose key it holds.</summary>
public abstract class UpdateEachSpec(ConformanceServer server) : Specification(server)
{
    [Fact]
    public async Task Changes_each_row_in_its_own_way_and_answers_in_the_order_sent()
    {
        await Insert(10, 11, 12, 13);
        await Patch("/draft?fields=id,title,state,label",
            """[{"id":13,"label":"c"},{"label":null,"id":10,"state":"s"},{"id":12},{"title":"t","id":11}]""")
            .ShouldAnswer(200,
                """[{"id":13,"title":"t13","state":"new","label":"c"},{"id":10,"title":"t10","state":"s","label":null},{"id":12,"title":"t12","state":"new","label":"l"},{"id":11,"title":"t","state":"new","label":"l"}]""");
        await Get("/draft?id__range=10,13&fields=title,state,label").ShouldAnswer(200,
            """[{"title":"t10","state":"s","label":null},{"title":"t","state":"new","label":"l"},{"title":"t12","state":"new","label":"l"},{"title":"t13","state":"new","label":"c"}]""");
        await Patch("/draft", "[]").ShouldAnswer(200, "[]");
    }

    [Fact]
    public async Task Writes_values_of_each_type()
    {
        await Insert(20, 21);
        await Patch("/draft",
            """[{"id":21,"title":"21","state":"x","amount":null,"label":"0","code":"c21","small":-5,"price":"10.00","parent_id":20},{"id":20,"title":"a","state":"b","amount":3,"label":"l","code":null,"small":null,"price":null,"parent_id":null}]""")
            .ShouldAnswer(200,
                """[{"id":21,"title":"21","state":"x","amount":null,"twice":null,"label":"0","code":"c21","small":-5,"price":10.00,"parent_id":20},{"id":20,"title":"a","state":"b","amount":3,"twice":6,"label":"l","code":null,"small":null,"price":null,"parent_id":null}]""");
    }

    [Fact]
    public async Task Finds_rows_by_a_key_of_several_columns()
    {
        await Post("/shelf", """[{"room":"e,1","label":"a"},{"room":"e,1","label":"b"}]""");
        await Patch("/shelf", """[{"room":"e,1","label":"b","capacity":2},{"label":"a","capacity":1,"room":"e,1"}]""")
            .ShouldAnswer(200, """[{"room":"e,1","label":"b","capacity":2},{"room":"e,1","label":"a","capacity":1}]""");
        await Patch("/shelf", """[{"room":"e,1","label":"c","capacity":2}]""").ShouldFail(404, "row-not-found",
            """There is no row with room "e,1", label "c".""");
        await Delete("/shelf?room=e%2C1").ShouldAnswerNothing();
    }

    [Fact]
    public async Task Changes_hundreds_of_rows()
    {
        await Insert([.. Enumerable.Range(3000, 300)]);
        var ids = Enumerable.Range(3000, 300).Reverse().ToArray();
        var body = ids.Select(id => $$"""{"id":{{id}},"{{(id % 2 == 0 ? "code" : "label")}}":"v{{id}}"}""");
        var answer = await Patch("/draft?fields=id,code,label", $"[{string.Join(',', body)}]");
        answer.Status.ShouldBe(200, answer.Body);
        JsonNode.Parse(answer.Body)!.AsArray().Select(row => ((int)row!["id"]!, (string?)row["code"], (string?)row["label"]))
            .ShouldBe(ids.Select(id => id % 2 == 0 ? (id, $"v{id}", "l") : (id, (string?)null, (string?)$"v{id}")));
    }

    [Fact]
    public async Task A_row_that_is_not_there_is_named_and_none_is_changed()
    {
        await Insert(30);
        await Patch("/draft", """[{"id":30,"label":"x"},{"id":999,"label":"y"}]""")
            .ShouldFail(404, "row-not-found", "There is no row with id 999.");
        await Patch("/draft", """[{"id":999},{"id":998}]""").ShouldFail(404, "row-not-found", "There is no row with id 999.");
        await Patch("/draft", """[{"id":null,"label":"y"}]""").ShouldFail(404, "row-not-found", "There is no row with id null.");
        await Get("/draft/30?fields=label").ShouldAnswer(200, """{"label":"l"}""");
    }

    [Fact]
    public async Task A_row_that_is_named_twice_is_refused()
    {
        await Insert(35);
        await Patch("/draft", """[{"id":35,"label":"x"},{"id":"35","title":"y"}]""")
            .ShouldFail(400, "malformed-body", "The body names the row with id \"35\" twice.");
        await Get("/draft/35?fields=title,label").ShouldAnswer(200, """{"title":"t35","label":"l"}""");
    }

    [Fact]
    public async Task Refuses_what_it_cannot_mean()
    {
        await Patch("/draft", """[{"id":1,"label":"x"},{"label":"y"}]""").ShouldFail(400, "malformed-body",
            "The object at place 1 of the array has no \"id\".", "Each object names its row by id.");
        await Patch("/shelf", """[{"room":"a","capacity":1}]""").ShouldFail(400, "malformed-body",
            "The object at place 0 of the array has no \"label\".", "Each object names its row by room, label.");
        await Patch("/draft", """[{"id":1,"twice":2}]""").ShouldFail(400, "generated-column");
        await Patch("/draft", """[{"id":1,"amount":"x"}]""").ShouldFail(400, "bad-value");
        await Patch("/draft", """[{"id":"x","amount":1}]""").ShouldFail(400, "bad-value");
        await Patch("/draft", """[{"id":1,"amuont":1}]""").ShouldFail(400, "unknown-column");
        await Patch("/draft", """[1]""").ShouldFail(400, "malformed-body", "A row is an object.");
        await Patch("/draft?id=1", """[{"id":1,"label":"x"}]""").ShouldFail(400, "unknown-option",
            "\"id\" means nothing here.", "Known here: fields, depth, envelope.", "query 0 2");
        await Patch("/draft?__all=true", """[{"id":1,"label":"x"}]""").ShouldFail(400, "unknown-option");
        await Patch("/draft/1", """[{"id":1,"label":"x"}]""").ShouldFail(400, "malformed-body");
        await Patch("/log_entry", """[{"message":"x"}]""").ShouldFail(400, "not-applicable",
            "\"log_entry\" has no primary key, by which the rows could be named.",
            "Send one object, and say in a filter which rows it changes.", "path 1 9");
        await Send("PATCH", "/draft", """[{"id":1}]"""u8.ToArray(), headers: ["If-Match: *"])
            .ShouldFail(400, "not-applicable");
    }

    [Fact]
    public async Task A_failure_of_one_row_is_the_failure_of_all()
    {
        await Insert(40, 41);
        await Patch("/draft", """[{"id":40,"amount":5},{"id":41,"amount":1001}]""").ShouldFail(422, "check-violation");
        await Patch("/draft", """[{"id":40,"amount":5},{"id":41,"parent_id":998}]""")
            .ShouldFail(409, "foreign-key-violation");
        await Get("/draft?id__in=40,41&fields=amount").ShouldAnswer(200, """[{"amount":7},{"amount":7}]""");
    }

    [Fact]
    public async Task Keeps_the_conventions()
    {
        await Post("/task", """[{"id":801,"title":"e1"},{"id":802,"title":"e2"},{"id":803,"title":"e3"}]""");
        await Patch("/task?id__in=801,802&fields=id", """{"updated_at":"2001-01-01T00:00:00"}""");
        await Patch("/task?fields=id,note", """[{"id":802,"note":"n"},{"id":801,"updated_at":"2002-01-01T00:00:00"}]""")
            .ShouldAnswer(200, """[{"id":802,"note":"n"},{"id":801,"note":"none"}]""");
        await Get("/task?id__in=801,802&updated_at__gt=2003-01-01&fields=id").ShouldAnswer(200, Ids("802"));
        await Delete("/task/803").ShouldAnswerNothing();
        await Patch("/task", """[{"id":801,"note":"x"},{"id":803,"note":"x"}]""")
            .ShouldFail(404, "row-not-found", "There is no row with id 803.");
        await Patch("/task?fields=id,deleted_at", """[{"id":803,"deleted_at":null}]""")
            .ShouldAnswer(200, """[{"id":803,"deleted_at":null}]""");
        await Patch("/task?fields=id", """[{"id":803,"deleted_at":"2001-01-01T00:00:00Z"}]""").ShouldAnswer(200, Ids("803"));
        await Get("/task/803").ShouldFail(404, "row-not-found");
    }

    [Fact]
    public async Task Keeps_preferences()
    {
        await Insert(50, 51);
        const string Body = """[{"id":50,"label":"p"},{"id":51,"label":"q"}]""";
        (await Prefer("tx=rollback", "PATCH", "/draft?fields=label", Body))
            .Body.ShouldBe("""[{"label":"p"},{"label":"q"}]""");
        await Prefer("max-affected=1", "PATCH", "/draft", Body).ShouldFail(400, "too-many-affected");
        await Get("/draft?id__in=50,51&fields=label").ShouldAnswer(200, """[{"label":"l"},{"label":"l"}]""");
        await Prefer("return=minimal, max-affected=2", "PATCH", "/draft", Body).ShouldAnswerNothing();
        await Get("/draft?id__in=50,51&fields=label").ShouldAnswer(200, """[{"label":"p"},{"label":"q"}]""");
        await Prefer("return=minimal", "PATCH", "/draft", """[{"id":50},{"id":999}]""")
            .ShouldFail(404, "row-not-found");
    }

    [Fact]
    public async Task Answers_related_rows_in_the_order_sent()
    {
        await Insert(70, 71);
        await Patch("/draft?parent__load&parent__fields=id&referenced_by_draft__load&referenced_by_draft__fields=id&fields=id",
            """[{"id":71,"parent_id":70},{"id":70,"label":"x"}]""")
            .ShouldAnswer(200,
                """[{"id":71,"parent_id_object":{"id":70},"referenced_by_draft_parent_id_objects":[]},{"id":70,"parent_id_object":null,"referenced_by_draft_parent_id_objects":[{"id":71}]}]""");
        await Prefer("return=minimal", "PATCH", "/draft", """[{"id":71,"parent_id":null}]""").ShouldAnswerNothing();
    }

    [Fact]
    public async Task Takes_part_in_a_batch()
    {
        await Insert(60, 61);
        await Post("/__batch",
            """
            {"requests":[
              {"method":"GET","path":"/draft?id__in=60,61&fields=id"},
              {"method":"PATCH","path":"/draft?fields=id,label","body":[{"id":{"$ref":"0.1.id"},"label":"b"},{"id":{"$ref":"0.0.id"},"label":"a"}]}]}
            """)
            .ShouldAnswer(200,
                """{"results":[{"status":200,"body":[{"id":60},{"id":61}]},{"status":200,"body":[{"id":61,"label":"b"},{"id":60,"label":"a"}]}]}""");
    }

    private async Task Insert(params int[] ids) => (await Post("/draft",
        $"[{string.Join(',', ids.Select(id => $$"""{"id":{{id}},"title":"t{{id}}","label":"l"}"""))}]")).Status.ShouldBe(201);
}
