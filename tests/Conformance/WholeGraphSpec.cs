using System.Globalization;
using static Relata.Conformance.SeedRows;

namespace Relata.Conformance;

/// <summary>
/// <c>depth=0</c> loads all that is related to a row and to its related rows, on each way until it meets a row that it holds.
/// </summary>
public abstract class WholeGraphSpec(ConformanceServer server) : Specification(server)
{
    private const string TooFar = "A row is related to others beyond the levels that one request loads.";
    private const string Hint = "Ask for a number of levels, or for single relations.";

    [Fact]
    public async Task Ends_where_no_row_is_related()
    {
        await Get("/hostile?depth=0").ShouldAnswer(200, "[]");
        await Get("/shelf?depth=0&room=a,b").ShouldAnswer(200,
            """
            [{"room":"a,b","label":"c","capacity":20,"referenced_by_book_shelf_room_shelf_label_objects":[{"id":1,"title":"Found","shelf_room":"a,b","shelf_label":"c"}]}]
            """);
        await Get("/person/5?fields=id&depth=0").ShouldAnswer(200, Row("\"id\":5", Parent("mentor_id", "null"),
            Children("crew", "person_id", "[]"), Children("person", "mentor_id", "[]"),
            Children("voyage", "captain_id", "[]"), "\"voyage_through_crew\":[]"));
    }

    [Fact]
    public Task Leaves_out_the_child_from_which_a_parent_was_reached() => Get("/book?depth=0&fields=id").ShouldAnswer(200,
        """
        [{"id":1,"shelf_room_shelf_label_object":{"room":"a,b","label":"c","capacity":20,"referenced_by_book_shelf_room_shelf_label_objects":[]}},{"id":2,"shelf_room_shelf_label_object":null},{"id":3,"shelf_room_shelf_label_object":null},{"id":4,"shelf_room_shelf_label_object":{"room":"x/y","label":"%2C","capacity":null,"referenced_by_book_shelf_room_shelf_label_objects":[]}}]
        """);

    [Fact]
    public async Task Follows_a_table_to_itself_to_the_end_of_a_chain()
    {
        await InsertChain(10, 14);
        await Get("/draft/10?depth=0").ShouldAnswer(200, Draft(10, null, Parent("parent_id", "null"), Below(11, 14, levels: 4)));
        await Get("/draft/14?depth=0").ShouldAnswer(200, Draft(14, 13,
            Parent("parent_id", Draft(13, 12,
                Parent("parent_id", Draft(12, 11,
                    Parent("parent_id", Draft(11, 10, Parent("parent_id", Draft(10, null)), Below(0, -1))), Below(0, -1))),
                Below(0, -1))),
            Below(0, -1)));
        await Get("/draft/12?depth=0").ShouldAnswer(200, Draft(12, 11,
            Parent("parent_id", Draft(11, 10,
                Parent("parent_id", Draft(10, null, Parent("parent_id", "null"), Below(0, -1))), Below(0, -1))),
            Below(13, 14)));
    }

    [Fact]
    public async Task Refuses_a_chain_that_is_longer_than_the_limit_lets_it_be_followed()
    {
        await InsertChain(20, 25);
        await Get("/draft/20?depth=0").ShouldFail(400, "limit-exceeded", TooFar, Hint);
        await Get("/draft/25?depth=0").ShouldFail(400, "limit-exceeded", TooFar, Hint);
        await Get("/draft?depth=0&id__range=20,25").ShouldFail(400, "limit-exceeded", TooFar, Hint);
        await Send("GET", "/draft.csv?depth=0&id=20", null).ShouldFail(400, "limit-exceeded", TooFar, Hint);
        await Send("GET", "/draft.ndjson?depth=0&id=20", null).ShouldFail(400, "limit-exceeded", TooFar, Hint);
        (await Get("/draft/21?depth=0&fields=id")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Refuses_nothing_because_of_a_row_that_is_not_answered()
    {
        await InsertChain(30, 35);
        await Get("/draft?depth=0&id__in=32,35&ordering=id&limit=1").ShouldAnswer(200, $"[{Draft(32, 31,
            Parent("parent_id", Draft(31, 30,
                Parent("parent_id", Draft(30, null, Parent("parent_id", "null"), Below(0, -1))), Below(0, -1))),
            Below(33, 35))}]");
        await Get("/draft/30?depth=0&draft__draft__objects__id=0").ShouldAnswer(200, Draft(30, null,
            Parent("parent_id", "null"), Children("draft", "parent_id", $"[{Draft(31, 30, Below(0, -1))}]")));
    }

    [Fact]
    public async Task Ends_where_a_row_is_related_to_itself()
    {
        await Get("/person/6?depth=0").ShouldAnswer(200, Row(Neil, Parent("mentor_id", "null"),
            Children("crew", "person_id", "[]"), Children("person", "mentor_id", "[]"),
            Children("voyage", "captain_id", "[]"), "\"voyage_through_crew\":[]"));
        await Get("/person/6?fields=id&depth=0&mentor__mentor__load=").ShouldAnswer(200, Row("\"id\":6",
            Parent("mentor_id", "null"), Children("crew", "person_id", "[]"), Children("person", "mentor_id", "[]"),
            Children("voyage", "captain_id", "[]"), "\"voyage_through_crew\":[]"));
    }

    [Fact]
    public Task Ends_where_two_tables_reference_each_other() => Get("/team/1?depth=0").ShouldAnswer(200, Row(Team(1, "1", "1"),
        Lead(Row(Member(1, 1), Parent("team_id", "null"), Led("[]"))),
        Members($"[{Row(Member(1, 1), Led("[]"))},{Row(Member(1, 2), Led("[]"))}]")));

    [Fact]
    public Task Ends_where_a_circle_closes() => Get("/team/2?depth=0").ShouldAnswer(200, Row(Team(2, "3", "1"),
        Lead(Row(Member(3, 1),
            Parent("team_id", Row(Team(3, "2", "1"),
                Lead(Row(Member(2, 1), Parent("team_id", "null"), Led("[]"))),
                Members("[]"))),
            Led("[]"))),
        Members($"[{Row(Member(2, 1), Led($"[{Row(Team(3, "2", "1"),
            Members($"[{Row(Member(3, 1), Led("[]"))}]"))}]"))}]")));

    [Fact]
    public async Task Follows_two_tables_as_far_as_the_limit_goes()
    {
        await Get("/team/8?depth=0").ShouldFail(400, "limit-exceeded", TooFar, Hint);
        await Get("/member/4,1?depth=0").ShouldFail(400, "limit-exceeded", TooFar, Hint);
        await Get("/member/7,1?depth=0").ShouldFail(400, "limit-exceeded", TooFar, Hint);
    }

    [Fact]
    public async Task Leaves_out_rows_that_are_marked_as_deleted()
    {
        await Post("/task?fields=id", """[{"id":60,"title":"t60"},{"id":61,"title":"t61","parent_id":60}]""")
            .ShouldAnswer(201, Ids("60,61"));
        await Get("/task/60?fields=id&depth=0&task__fields=id").ShouldAnswer(200, Row("\"id\":60", Parent("parent_id", "null"),
            Children("task", "parent_id", $"[{Row("\"id\":61", Children("task", "parent_id", "[]"))}]")));
        await Delete("/task/61").ShouldAnswerNothing();
        await Get("/task/60?fields=id&depth=0").ShouldAnswer(200,
            Row("\"id\":60", Parent("parent_id", "null"), Children("task", "parent_id", "[]")));
    }

    [Fact]
    public async Task Answers_written_rows_with_all_that_is_related_or_takes_them_back()
    {
        await InsertChain(40, 44);
        await Post("/draft?depth=0&fields=id", """{"id":45,"title":"d45","parent_id":44}""")
            .ShouldFail(400, "limit-exceeded", TooFar, Hint);
        (await Get("/draft/45")).Status.ShouldBe(404);
        await Post("/draft?depth=0&fields=id", """{"id":46,"title":"d46","parent_id":46}""").ShouldAnswer(201,
            Row("\"id\":46", Parent("parent_id", "null"), Children("draft", "parent_id", "[]")));
    }

    [Fact]
    public async Task Answers_replaced_and_changed_rows_with_all_that_is_related_or_takes_the_change_back()
    {
        await InsertChain(50, 54);
        var above = Parent("parent_id", Draft(50, null, Parent("parent_id", "null"), Below(0, -1)));
        await Patch("/draft/51?depth=0", """{"title":"d51"}""").ShouldAnswer(200, Draft(51, 50, above, Below(52, 54)));
        await Put("/draft/51?depth=0", """{"title":"d51","amount":7,"parent_id":50}""")
            .ShouldAnswer(200, Draft(51, 50, above, Below(52, 54)));
        await InsertChain(55, 56);
        (await Patch("/draft/55", """{"parent_id":54}""")).Status.ShouldBe(200);
        foreach (var (method, body) in new[] { ("PATCH", """{"title":"x"}"""), ("PUT", """{"title":"x","amount":7}""") })
        {
            await Send(method, "/draft/50?depth=0", body).ShouldFail(400, "limit-exceeded", TooFar, Hint);
            await Get("/draft/50").ShouldAnswer(200, Draft(50, null));
        }
    }

    private static string Team(int id, string team, string number) =>
        $"\"id\":{id},\"lead_team\":{team},\"lead_number\":{number}";

    private static string Member(int team, int number) => $"\"team_id\":{team},\"number\":{number}";

    private static string Lead(string row) => Parent("lead_team_lead_number", row);

    private static string Led(string rows) => Children("team", "lead_team_lead_number", rows);

    private static string Members(string rows) => Children("member", "team_id", rows);

    private static string Draft(int id, int? parent, params string[] related) => Row(
        [
            $"\"id\":{id},\"title\":\"d{id}\",\"state\":\"new\",\"amount\":7,\"twice\":14,\"label\":null,\"code\":null",
            $"\"small\":null,\"price\":null,\"parent_id\":{parent?.ToString(CultureInfo.InvariantCulture) ?? "null"}", .. related,
        ]);

    /// <summary>
    /// The children of a draft, each the parent of the next; none when the last is before the first. Rows on the last level that is
    /// loaded have no members for related rows.
    /// </summary>
    private static string Below(int first, int last, int levels = 5) => Children("draft", "parent_id", first > last
        ? "[]"
        : $"[{(levels == 1 ? Draft(first, first - 1) : Draft(first, first - 1, Below(first + 1, last, levels - 1)))}]");

    private async Task InsertChain(int first, int last)
    {
        var rows = Enumerable.Range(first, last - first + 1).Select(id =>
            $$"""{"id":{{id}},"title":"d{{id}}","parent_id":{{(id == first ? "null" : $"{id - 1}")}}}""");
        (await Post("/draft?fields=id", $"[{string.Join(',', rows)}]")).Status.ShouldBe(201);
    }
}
