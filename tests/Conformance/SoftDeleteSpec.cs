namespace Relata.Conformance;

/// <summary>Rows of a table with <c>deleted_at</c>: a delete marks them, and they are not seen until somebody asks for them.</summary>
public abstract class SoftDeleteSpec(ConformanceServer server) : Specification(server)
{
    [Fact]
    public async Task Marks_the_row_once()
    {
        await Insert(1);
        await Delete("/task/1").ShouldAnswerNothing();
        await Delete("/task/1").ShouldFail(404, "row-not-found", "There is no such row.");
        (await Stored("/task?id=1&deleted_at__isnotnull=true")).ShouldBe(1);
        (await Stored("/task?id=1&deleted_at__lte=2000-01-01")).ShouldBe(0);
    }

    [Fact]
    public async Task Keeps_the_mark_that_a_row_has()
    {
        await Insert(2);
        await Patch("/task/2?fields=id", """{"deleted_at":"2001-01-01T00:00:00Z"}""").ShouldAnswer(200, """{"id":2}""");
        await Delete("/task?id=2&deleted_at__isnotnull=true").ShouldAnswerNothing();
        await Delete("/task?id=2").ShouldAnswerNothing();
        await Get("/task?id=2&deleted_at__isnotnull=true&fields=id,deleted_at").ShouldAnswer(200,
            """[{"id":2,"deleted_at":"2001-01-01T00:00:00Z"}]""");
    }

    [Fact]
    public async Task Hides_marked_rows_from_every_read()
    {
        await Insert(10, 11, 12);
        await Delete("/task/11").ShouldAnswerNothing();
        await Get("/task/11").ShouldFail(404, "row-not-found");
        var list = await Get("/task?id__range=10,12&fields=id&count=exact").ShouldAnswer(200, Ids("10,12"));
        list.Header("X-Total-Count").ShouldBe("2");
    }

    [Theory]
    [InlineData("deleted_at__isnull=true", "20,22")]
    [InlineData("deleted_at__isnull=false", "21")]
    [InlineData("deleted_at__isnotnull", "21")]
    [InlineData("deleted_at__gte=2000-01-01", "21")]
    [InlineData("deleted_at__isnull=true&deleted_at__isnotnull=true", "")]
    [InlineData("deleted_at__isnull=true&deleted_at__isnull=false", "20,21,22")]
    public async Task Shows_marked_rows_to_who_speaks_of_the_mark(string filter, string ids)
    {
        if (await Stored("/task?id__in=20,21,22&deleted_at__isnull=true&deleted_at__isnull=false") == 0)
        {
            await Insert(20, 21, 22);
            await Delete("/task/21").ShouldAnswerNothing();
        }

        await Get($"/task?id__in=20,21,22&fields=id&{filter}").ShouldAnswer(200, Ids(ids));
    }

    [Fact]
    public async Task An_order_by_the_mark_or_its_field_alone_shows_nothing_more()
    {
        await Insert(25, 26);
        await Delete("/task/26").ShouldAnswerNothing();
        await Get("/task?id__in=25,26&ordering=-deleted_at&fields=id,deleted_at").ShouldAnswer(200,
            """[{"id":25,"deleted_at":null}]""");
    }

    [Fact]
    public async Task A_marked_parent_is_null_in_its_children()
    {
        await Insert(27);
        (await Post("/task", """{"id":28,"title":"task 28","parent_id":27}""")).Status.ShouldBe(201);
        const string Below = "\"referenced_by_task_parent_id_objects\":[]";
        (await Get("/task/28?fields=id&parent__load")).Body.ShouldStartWith("""{"id":28,"parent_id_object":{"id":27,""");
        await Delete("/task/27").ShouldAnswerNothing();
        foreach (var (query, row) in new[]
        {
            ("parent__load", """{"id":28,"parent_id":27,"parent_id_object":null}"""),
            ("depth=2", $$"""{"id":28,"parent_id":27,"parent_id_object":null,{{Below}}}"""),
            ("depth=0", $$"""{"id":28,"parent_id":27,"parent_id_object":null,{{Below}}}"""),
        })
        {
            await Get($"/task/28?fields=id,parent_id&{query}").ShouldAnswer(200, row);
            await Get($"/task?id=28&fields=id,parent_id&{query}").ShouldAnswer(200, $"[{row}]");
        }
    }

    [Theory]
    [InlineData("note=old", "70,71", "72")]
    [InlineData("__all=true", "70,71,72", "")]
    public async Task A_delete_of_many_rows_marks_them_and_keeps_them(string filter, string marked, string seen)
    {
        (await Post("/alias?resolution=merge", """
            [{"id":70,"name":"a","note":"old","deleted_at":null},{"id":71,"name":"b","note":"old","deleted_at":null},{"id":72,"name":"c","deleted_at":null}]
            """)).Status.ShouldBe(201);
        await Get("/alias?id__range=70,72&fields=id").ShouldAnswer(200, Ids("70,71,72"));
        await Delete($"/alias?{filter}").ShouldAnswerNothing();
        await Get("/alias?id__range=70,72&fields=id").ShouldAnswer(200, Ids(seen));
        await Get("/alias?id__range=70,72&deleted_at__isnull=false&fields=id").ShouldAnswer(200, Ids(marked));
    }

    [Fact]
    public async Task Does_not_change_what_it_hides()
    {
        await Insert(30, 31);
        await Delete("/task/31").ShouldAnswerNothing();
        await Patch("/task/31", """{"note":"x"}""").ShouldFail(404, "row-not-found");
        await Put("/task/31", """{"title":"x"}""").ShouldFail(404, "row-not-found");
        await Patch("/task?id__in=30,31&fields=id", """{"note":"x"}""").ShouldAnswer(200, Ids("30"));
    }

    [Fact]
    public async Task Brings_a_row_back()
    {
        await Insert(40, 41);
        await Delete("/task?id__in=40,41").ShouldAnswerNothing();
        await Patch("/task/40?fields=id,deleted_at", """{"deleted_at":null}""").ShouldAnswer(200,
            """{"id":40,"deleted_at":null}""");
        await Get("/task/40?fields=id").ShouldAnswer(200, """{"id":40}""");
        await Get("/task/41").ShouldFail(404, "row-not-found");
    }

    [Fact]
    public async Task A_replacement_with_all_that_was_read_brings_nothing_back()
    {
        await Insert(47);
        var row = (await Get("/task/47")).Body;
        row.ShouldContain("\"deleted_at\":null");
        (await Put("/task/47", row)).Status.ShouldBe(200);
        await Delete("/task/47").ShouldAnswerNothing();
        await Put("/task/47", row).ShouldFail(404, "row-not-found");
        await Get("/task?id=47&deleted_at__isnull=false&fields=id").ShouldAnswer(200, Ids("47"));
    }

    [Fact]
    public async Task A_marked_row_is_replaced_with_its_mark()
    {
        await Insert(48);
        await Delete("/task/48").ShouldAnswerNothing();
        var list = (await Get("/task?id=48&deleted_at__isnull=false")).Body;
        var (row, mark) = (list[1..^1], list[list.IndexOf("\"deleted_at\"", StringComparison.Ordinal)..^2]);
        (await Put("/task/48", row.Replace("task 48", "marked 48", StringComparison.Ordinal))).Body.ShouldContain(mark);
        await Get($"/task?id=48&deleted_at__isnull=false&fields=title,deleted_at").ShouldAnswer(200,
            $$"""[{"title":"marked 48",{{mark}}}]""");
        await Get("/task/48").ShouldFail(404, "row-not-found");
    }

    [Fact]
    public async Task A_replacement_can_mark_a_row()
    {
        await Insert(49);
        await Put("/task/49?fields=deleted_at", """{"title":"task 49","deleted_at":"2001-01-01T00:00:00Z"}""").ShouldAnswer(200,
            """{"deleted_at":"2001-01-01T00:00:00Z"}""");
        await Get("/task/49").ShouldFail(404, "row-not-found");
    }

    [Fact]
    public async Task Brings_the_rows_of_a_filter_back()
    {
        await Insert(45, 46);
        await Delete("/task?id__in=45,46").ShouldAnswerNothing();
        await Patch("/task?id__in=45,46&fields=deleted_at", """{"deleted_at":null}""").ShouldAnswer(200,
            """[{"deleted_at":null},{"deleted_at":null}]""");
    }

    [Fact]
    public async Task Replacing_a_row_leaves_its_mark_alone()
    {
        await Insert(50);
        await Put("/task/50?fields=id,note,deleted_at", """{"title":"new 50"}""").ShouldAnswer(200,
            """{"id":50,"note":"none","deleted_at":null}""");
    }

    [Fact]
    public async Task A_marked_row_still_holds_its_unique_values()
    {
        await Insert(60);
        await Delete("/task/60").ShouldAnswerNothing();
        await Post("/task", """{"title":"task 60"}""").ShouldFail(409, "unique-violation");
        await Post("/task?on_conflict=title&fields=id,note", """{"title":"task 60","note":"merged"}""").ShouldAnswer(201,
            """{"id":60,"note":"merged"}""");
        await Get("/task/60").ShouldFail(404, "row-not-found");
        await Post("/task?on_conflict=title&fields=id", """{"title":"task 60","deleted_at":null}""").ShouldAnswer(201,
            """{"id":60}""");
        await Get("/task/60?fields=id").ShouldAnswer(200, """{"id":60}""");
    }

    private async Task Insert(params int[] ids) => (await Post("/task",
        $"[{string.Join(',', ids.Select(id => $$"""{"id":{{id}},"title":"task {{id}}"}"""))}]")).Status.ShouldBe(201);

    private async Task<int> Stored(string target) =>
        int.Parse((await Get($"{target}&count=exact&limit=0")).Header("X-Total-Count")!, provider: null);
}
