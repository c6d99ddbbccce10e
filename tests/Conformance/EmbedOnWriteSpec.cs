using System.Text.Json;
using Relata.Support;
using static Relata.Conformance.SeedRows;

namespace Relata.Conformance;

/// <summary>Related rows inside the rows that a write answers.</summary>
public abstract class EmbedOnWriteSpec(ConformanceServer server) : Specification(server)
{
    private const string Parents = "parent__load&fields=id,title";
    private const string Leaves = "referenced_by_draft__load&fields=id";

    [Fact]
    public async Task A_created_row_is_answered_with_its_parents_and_lists()
    {
        var answer = await Post("/voyage?depth=2",
            """{"id":10,"title":"Out","origin_id":1,"captain_id":4,"distance":5}""").ShouldAnswer(201, Row(
            "\"id\":10,\"title\":\"Out\",\"origin_id\":1,\"destination_id\":null,\"captain_id\":4,\"departed\":null,\"distance\":5",
            Parent("captain_id", Row(Darya)), Parent("destination_id", "null"), Parent("origin_id", Row(Aden)),
            Children("crew", "voyage_id", "[]"), "\"person\":[]"));
        answer.Header("Location").ShouldBe("/voyage/10");
        (await Get("/voyage/10?depth=2")).Body.ShouldBe(answer.Body);
    }

    [Fact]
    public async Task A_created_row_has_the_tag_that_a_read_gives()
    {
        var posted = await Post("/draft?depth=2", """{"id":20,"title":"a","parent_id":1}""");
        var read = await Get("/draft/20?depth=2");
        (posted.Status, posted.Body).ShouldBe((201, read.Body));
        var tag = posted.Header("ETag").ShouldNotBeNull();
        tag.ShouldBe(read.Header("ETag"));
        tag[..23].ShouldBe((await Get("/draft/20")).Header("ETag")![..23]);
        var patched = await Send("PATCH", "/draft/20?depth=2", """{"state":"s"}"""u8.ToArray(), headers: [$"If-Match: {tag}"]);
        patched.Status.ShouldBe(200, patched.Body);
        (await Get("/draft/20?depth=2")).Header("ETag").ShouldBe(patched.Header("ETag"));
        (await Patch("/draft/20?depth=2&fields=id", "{}")).Header("ETag")!.ShouldStartWith("\"-.");
    }

    [Fact]
    public async Task Created_rows_are_answered_in_the_order_sent()
    {
        await Post($"/draft?{Parents}", """
            [{"id":33,"title":"c","parent_id":1},{"id":31,"title":"a"},{"id":32,"title":"b","parent_id":31}]
            """).ShouldAnswer(201, """
            [{"id":33,"title":"c","parent_id_object":{"id":1,"title":"root","state":"old","amount":5,"twice":10,"label":"one","code":"R","small":1,"price":1.50,"parent_id":null}},{"id":31,"title":"a","parent_id_object":null},{"id":32,"title":"b","parent_id_object":{"id":31,"title":"a","state":"new","amount":7,"twice":14,"label":null,"code":null,"small":null,"price":null,"parent_id":null}}]
            """);
        await Post($"/draft?{Parents}", "[]").ShouldAnswer(201, "[]");
    }

    [Fact]
    public async Task Rows_with_a_key_of_several_columns_are_answered_in_the_order_sent()
    {
        // More than any chunk of keys holds, and not a multiple of one.
        var numbers = Enumerable.Range(0, 150).Select(i => (i * 7) % 150).ToArray();
        var rows = numbers.Select(i => $$"""{"room":"r,{{i}}","label":"l","capacity":{{i}}}""").ToArray();
        await Post("/shelf?book__load", $"[{string.Join(',', rows)}]").ShouldAnswer(201,
            $"[{string.Join(',', rows.Select(row => $$"""{{row[..^1]}},"referenced_by_book_shelf_room_shelf_label_objects":[]}"""))}]");
        await Patch("/shelf/r%2C5,l?book__load&fields=label", """{"capacity":1}""").ShouldAnswer(200,
            """{"label":"l","referenced_by_book_shelf_room_shelf_label_objects":[]}""");
    }

    [Fact]
    public async Task Many_rows_are_answered_with_their_lists()
    {
        var rows = Enumerable.Range(5000, 1200).Select(i => $$"""{"id":{{i}},"title":"t","parent_id":{{(i == 5000 ? 1 : i - 1)}}}""");
        using var answer = JsonDocument.Parse((await Post($"/draft?{Leaves}", $"[{string.Join(',', rows)}]")).Body);
        var answered = answer.RootElement.EnumerateArray().ToArray();
        answered.Select(row => row.GetProperty("id").GetInt32()).ShouldBe(Enumerable.Range(5000, 1200));
        answered.Select(row => row.EnumerateObject().Last().Value.EnumerateArray().Count()).ShouldBe([.. Enumerable.Repeat(1, 1199), 0]);

        if (!Server.ChecksKeysAtTheEnd)
        {
            await Delete("/draft?id__gte=5000&id__lt=7000").ShouldFail(409, "foreign-key-violation");
            await Prefer("return=minimal", "PATCH", "/draft?id__gte=5000&id__lt=7000", """{"parent_id":null}""").ShouldAnswerNothing();
        }

        await Delete("/draft?id__gte=5000&id__lt=7000").ShouldAnswerNothing();
    }

    [Fact]
    public async Task An_upsert_is_answered_with_related_rows()
    {
        var task = $"/task?on_conflict=title&fields=id,note&parent__load";
        (await Post("/task", """[{"id":1,"title":"one"},{"id":2,"title":"two","parent_id":1}]""")).Status.ShouldBe(201);
        using var answer = JsonDocument.Parse((await Post(
            task, """[{"title":"two","note":"x"},{"title":"one","note":"y"},{"title":"two","note":"z"}]""")).Body);
        var rows = answer.RootElement.EnumerateArray().ToArray();
        rows.Select(row => $"{row.GetProperty("id")} {row.GetProperty("note")}").ShouldBe(["2 z", "1 y", "2 z"]);
        rows[0].GetProperty("parent_id_object").GetProperty("note").GetString().ShouldBe("y");
        await Post(task + "&resolution=ignore", """[{"title":"two"},{"id":3,"title":"three"}]""").ShouldAnswer(
            201, """[{"id":3,"note":"none","parent_id_object":null}]""");
        await Post(task + "&resolution=ignore", """{"title":"two"}""").ShouldAnswer(200, "[]");
    }

    [Fact]
    public async Task A_replaced_row_is_answered_with_related_rows() =>
        await Put($"/draft/2?{Parents}", """{"title":"leaf","amount":7,"code":"L","parent_id":2}""").ShouldAnswer(200,
            """{"id":2,"title":"leaf","parent_id_object":{"id":2,"title":"leaf","state":"new","amount":7,"twice":14,"label":null,"code":"L","small":null,"price":null,"parent_id":2}}""");

    [Fact]
    public async Task A_changed_row_is_answered_with_what_is_related_to_it_now()
    {
        (await Post("/draft", """[{"id":50,"title":"p"},{"id":51,"title":"c","parent_id":50}]""")).Status.ShouldBe(201);
        await Patch($"/draft/50?{Leaves}", """{"title":"q"}""").ShouldAnswer(200,
            """{"id":50,"referenced_by_draft_parent_id_objects":[{"id":51,"title":"c","state":"new","amount":7,"twice":14,"label":null,"code":null,"small":null,"price":null,"parent_id":50}]}""");
        await Patch("/draft/51?parent__load&fields=id", """{"id":52,"parent_id":null}""").ShouldAnswer(
            200, """{"id":52,"parent_id_object":null}""");
        await Patch($"/draft/52?{Leaves}", "{}").ShouldAnswer(200, """{"id":52,"referenced_by_draft_parent_id_objects":[]}""");
        await Patch($"/draft/999?{Leaves}", """{"title":"q"}""").ShouldFail(404, "row-not-found");
        await Patch($"/draft/999?{Leaves}", "{}").ShouldFail(404, "row-not-found");
        await Patch($"/draft/50?{Leaves}", """{"twice":1}""").ShouldFail(400, "generated-column");
    }

    [Fact]
    public async Task Rows_changed_by_a_filter_are_answered_with_related_rows()
    {
        (await Post("/draft", """[{"id":60,"title":"p"},{"id":61,"title":"c"},{"id":62,"title":"c"}]""")).Status.ShouldBe(201);
        using var answer = JsonDocument.Parse((await Patch(
            "/draft?id__in=61,62&fields=id&parent__load", """{"parent_id":60}""")).Body);
        answer.RootElement.EnumerateArray().Select(row => row.GetProperty("id").GetInt32()).Order().ShouldBe([61, 62]);
        foreach (var row in answer.RootElement.EnumerateArray())
            row.GetProperty("parent_id_object").GetProperty("id").GetInt32().ShouldBe(60);
        await Patch("/draft?id=99999&parent__load", """{"parent_id":60}""").ShouldAnswer(200, "[]");
        await Prefer("max-affected=1", "PATCH", "/draft?id__in=61,62&depth=2", """{"parent_id":null}""")
            .ShouldFail(400, "too-many-affected");
    }

    [Fact]
    public async Task Lists_inside_written_rows_have_their_options()
    {
        (await Post("/draft", """[{"id":130,"title":"p"},{"id":131,"title":"a"},{"id":132,"title":"b"},{"id":133,"title":"b"}]"""))
            .Status.ShouldBe(201);
        (await Patch("/draft?id__range=131,133", """{"parent_id":130}""")).Status.ShouldBe(200);
        await Patch("/draft/130?fields=id&draft__objects__title=b&draft__fields=id&draft__limit=1", """{"title":"q"}""")
            .ShouldAnswer(200, """{"id":130,"referenced_by_draft_parent_id_objects":[{"id":132}]}""");
        await Patch("/draft?draft__objects__title=b", """{"title":"q"}""").ShouldFail(400, "filter-required");
    }

    [Fact]
    public async Task A_row_that_was_just_marked_as_deleted_is_answered()
    {
        (await Post("/task", """[{"id":70,"title":"p70"},{"id":71,"title":"c71","parent_id":70}]""")).Status.ShouldBe(201);
        (await Patch("/task/70?fields=id&referenced_by_task__load", """{"deleted_at":"2024-07-19T03:45:00Z"}""")).Body
            .ShouldStartWith("""{"id":70,"referenced_by_task_parent_id_objects":[{"id":71,""");
        await Patch("/task/71?fields=id&parent__load", """{"note":"n"}""").ShouldAnswer(200, """{"id":71,"parent_id_object":null}""");
    }

    [Fact]
    public async Task Nothing_is_read_for_an_answer_without_rows()
    {
        var posted = await Prefer("return=minimal", "POST", "/draft?depth=2", """{"id":80,"title":"a","parent_id":1}""");
        (posted.Status, posted.Body, posted.Header("Location")).ShouldBe((201, "", "/draft/80"));
        await Prefer("return=minimal", "PATCH", "/draft/80?depth=2", """{"state":"s"}""").ShouldAnswerNothing();
        await Prefer("return=minimal", "POST", "/log_entry?depth=2", """{"happened":"2030-01-01T00:00:00"}""");
    }

    [Fact]
    public async Task A_rehearsal_shows_the_related_rows_and_undoes_all()
    {
        await Prefer("tx=rollback", "POST", "/draft?fields=id&parent__load", """{"id":90,"title":"a","parent_id":null}""")
            .ShouldAnswer(201, """{"id":90,"parent_id_object":null}""");
        await Get("/draft/90").ShouldFail(404, "row-not-found");
    }

    [Fact]
    public async Task A_batch_answers_related_rows_and_refers_to_them()
    {
        var answer = await Post("/__batch", """
            {"requests":[
              {"method":"POST","path":"/draft?fields=id&parent__load","body":{"id":100,"title":"a","parent_id":2}},
              {"method":"POST","path":"/draft?fields=id,title","body":{"id":101,"title":{"$ref":"0.parent_id_object.title"}}}]}
            """);
        var read = (await Get("/draft/100?fields=id&parent__load")).Body;
        read.ShouldContain("\"title\":\"leaf\"");
        answer.Body.ShouldBeJson(
            $$$"""{"results":[{"status":201,"headers":{"Location":"/draft/100"},"body":{{{read}}}},{"status":201,"headers":{"Location":"/draft/101"},"body":{"id":101,"title":"leaf"}}]}""");
    }

    [Fact]
    public async Task Other_formats_hold_related_rows()
    {
        var csv = await Send("POST", "/draft.csv?fields=id&parent__load", """[{"id":111,"title":"b"},{"id":110,"title":"a"}]""");
        csv.Body.ShouldBe("id,parent_id_object\r\n111,\r\n110,\r\n");
        var lines = await Send("PATCH", "/draft/110.ndjson?fields=id&parent__load", """{"title":"c"}""");
        lines.Body.ShouldBe("{\"id\":110,\"parent_id_object\":null}\n");
        (await Send("PATCH", "/draft.csv?id=99999&fields=id&parent__load", """{"title":"c"}""")).Body
            .ShouldBe("id,parent_id_object\r\n");
    }

    [Fact]
    public async Task What_cannot_be_loaded_is_refused_before_anything_is_written()
    {
        await Post("/draft?parrent__load", """{"id":120,"title":"a"}""").ShouldFail(400, "unknown-relationship");
        await Post("/draft?depth=99", """{"id":120,"title":"a"}""").ShouldFail(400, "limit-exceeded");
        await Patch("/draft/1?depth=x", """{"title":"a"}""").ShouldFail(400, "bad-value");
        await Delete("/draft/1?depth=2").ShouldFail(400, "unknown-option");
        await Prefer("return=representation", "DELETE", "/draft/1?depth=2").ShouldFail(400, "unknown-option");
        await Prefer("return=representation", "DELETE", "/draft/1?parent__load").ShouldFail(400, "unknown-option");
        await Get("/draft/120").ShouldFail(404, "row-not-found");
    }

    [Fact]
    public async Task A_row_is_answered_down_to_a_depth_when_it_is_replaced_and_when_it_is_changed()
    {
        (await Post("/draft", """[{"id":140,"title":"p"},{"id":141,"title":"m"},{"id":142,"title":"c","parent_id":141}]"""))
            .Status.ShouldBe(201);
        var related = new[] { Parent("parent_id", Row(Titled(140, "p", "null"))), Children("draft", "parent_id", Rows(Titled(142, "c", "141"))) };
        await Put("/draft/141?depth=2", """{"title":"n","amount":7,"parent_id":140}""").ShouldAnswer(
            200, Row([Titled(141, "n", "140"), .. related]));
        await Patch("/draft/141?depth=2", """{"title":"o"}""").ShouldAnswer(200, Row([Titled(141, "o", "140"), .. related]));
        await Patch("/draft?id=141&depth=2&fields=id", """{"title":"q"}""").ShouldAnswer(200, $"[{Row(["\"id\":141", .. related])}]");
        await Put("/draft/141?depth=3&fields=id", """{"title":"r","amount":7,"parent_id":140}""").ShouldAnswer(200, Row("\"id\":141",
            Parent("parent_id", Row(Titled(140, "p", "null"),
                Parent("parent_id", "null"), Children("draft", "parent_id", Rows(Titled(141, "r", "140"))))),
            Children("draft", "parent_id", $"[{Row(Titled(142, "c", "141"),
                Parent("parent_id", Row(Titled(141, "r", "140"))), Children("draft", "parent_id", "[]"))}]")));

        static string Titled(int id, string title, string parent) =>
            $"\"id\":{id},\"title\":\"{title}\",\"state\":\"new\",\"amount\":7,\"twice\":14,\"label\":null,\"code\":null,\"small\":null,\"price\":null,\"parent_id\":{parent}";
    }

    [Fact]
    public async Task Lists_inside_created_and_replaced_rows_have_their_options()
    {
        const string Found = "draft__objects__title=b&draft__fields=id,title&draft__order_by=-id&draft__limit=2";
        const string List = "\"referenced_by_draft_parent_id_objects\":[{\"id\":153,\"title\":\"b\"},{\"id\":152,\"title\":\"b\"}]";
        await Post($"/draft?fields=id&{Found}", """
            [{"id":150,"title":"p"},{"id":151,"title":"b","parent_id":150},{"id":152,"title":"b","parent_id":150},{"id":153,"title":"b","parent_id":150},{"id":154,"title":"a","parent_id":150}]
            """).ShouldAnswer(201, $"[{string.Join(',', Row("\"id\":150", List), Row(Without(151)), Row(Without(152)), Row(Without(153)), Row(Without(154)))}]");
        await Put($"/draft/150?fields=title&{Found}", """{"title":"q","amount":7}""").ShouldAnswer(200, Row("\"title\":\"q\"", List));
        await Post($"/draft?fields=id&{Found}", """{"id":155,"title":"b","parent_id":155}""").ShouldAnswer(201,
            """{"id":155,"referenced_by_draft_parent_id_objects":[{"id":155,"title":"b"}]}""");

        static string Without(int id) => $"\"id\":{id},\"referenced_by_draft_parent_id_objects\":[]";
    }
}
