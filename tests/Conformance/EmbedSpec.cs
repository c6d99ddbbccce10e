using static Relata.Conformance.SeedRows;

namespace Relata.Conformance;

/// <summary>All related rows down to a depth: <c>depth=2</c> loads the neighbours of a row, both ways, <c>depth=3</c> theirs too.</summary>
public abstract class EmbedSpec(ConformanceServer server) : Specification(server)
{
    [Fact]
    public async Task Loads_nothing_at_depth_1()
    {
        await Get("/voyage/1?depth=1").ShouldAnswer(200, Row(There));
        await Get("/place/1?depth=1").ShouldAnswer(200, Row(Aden));
        await Get("/hostile?depth=2").ShouldAnswer(200, "[]");
    }

    [Fact]
    public Task Loads_the_neighbours_of_both_directions_at_depth_2() => Get("/voyage/1?depth=2").ShouldAnswer(200, Row(There,
        Parent("captain_id", Row(Ada)),
        Parent("destination_id", Row(Bergen)),
        Parent("origin_id", Row(Aden)),
        Children("crew", "voyage_id", Rows(CaptainThere, CookThere)),
        $"\"person\":{Rows(Ada, Brook)}"));

    [Fact]
    public async Task Answers_null_for_a_parent_and_an_empty_array_for_children_that_are_not_there()
    {
        var row = Row(Adrift,
            Parent("captain_id", Row(Darya)), Parent("destination_id", "null"),
            Parent("origin_id", Row(Cadiz)), Children("crew", "voyage_id", "[]"), "\"person\":[]");
        await Get("/voyage?depth=2&id=3").ShouldAnswer(200, $"[{row}]");
    }

    [Fact]
    public Task Keeps_several_foreign_keys_to_one_table_apart() => Get("/place?depth=2").ShouldAnswer(200, $"[{string.Join(',',
        Row(Aden, Children("voyage", "destination_id", Rows(BackAgain)), Children("voyage", "origin_id", Rows(There))),
        Row(Bergen, Children("voyage", "destination_id", Rows(There)), Children("voyage", "origin_id", Rows(BackAgain))),
        Row(Cadiz, Children("voyage", "destination_id", "[]"), Children("voyage", "origin_id", Rows(Adrift))))}]");

    [Fact]
    public Task Loads_what_is_related_to_related_rows_at_depth_3()
    {
        var backAgain = Row(BackAgain,
            Parent("captain_id", "null"), Parent("destination_id", Row(Aden)), Parent("origin_id", Row(Bergen)),
            Children("crew", "voyage_id", Rows(BrookBack)), $"\"person\":{Rows(Brook)}");
        var there = Row(There,
            Parent("captain_id", Row(Ada)), Parent("destination_id", Row(Bergen)), Parent("origin_id", Row(Aden)),
            Children("crew", "voyage_id", Rows(CaptainThere, CookThere)), $"\"person\":{Rows(Ada, Brook)}");
        return Get("/place/1?depth=3").ShouldAnswer(200, Row(Aden,
            Children("voyage", "destination_id", $"[{backAgain}]"), Children("voyage", "origin_id", $"[{there}]")));
    }

    [Fact]
    public Task Follows_a_table_to_itself_in_both_directions() => Get("/draft?fields=id&depth=3&id__in=1,2").ShouldAnswer(200,
        $"[{string.Join(',', DraftWithNeighbours(1), DraftWithNeighbours(2))}]");

    [Fact]
    public async Task Filters_orders_and_pages_the_rows_themselves()
    {
        var rows = string.Join(',',
            Row("\"id\":3", Children("voyage", "destination_id", "[]"), Children("voyage", "origin_id", Rows(Adrift))),
            Row("\"id\":2", Children("voyage", "destination_id", Rows(There)), Children("voyage", "origin_id", Rows(BackAgain))));
        await Get("/place?depth=2&id__gt=1&ordering=-name&limit=2&fields=id").ShouldAnswer(200, $"[{rows}]");
        var last = Row(
            "\"id\":1", Children("voyage", "destination_id", Rows(BackAgain)), Children("voyage", "origin_id", Rows(There)));
        await Get("/place?depth=2&ordering=-id&limit=2&offset=2&fields=id").ShouldAnswer(200, $"[{last}]");
    }

    [Fact]
    public async Task Counts_the_rows_themselves()
    {
        var answer = await Get("/place?depth=2&limit=1&fields=name&count=exact");
        answer.Header("X-Total-Count").ShouldBe("3");
        answer.Body.ShouldBe($"[{Row("\"name\":\"Aden\"",
            Children("voyage", "destination_id", Rows(BackAgain)), Children("voyage", "origin_id", Rows(There)))}]");
    }

    [Fact]
    public async Task Refuses_a_depth_that_cannot_be()
    {
        await Get("/voyage?depth=-1").ShouldFail(
            400, "bad-value", "\"depth\" is a number of levels, or 0 for all that there are.", null, "query 6 2");
        await Get("/voyage?depth=6").ShouldFail(400, "limit-exceeded", "\"depth\" is at most 5.", null, "query 6 1");
        await Get("/voyage?depth=5").ShouldFail(
            400, "limit-exceeded", "At this depth there are more than 64 related tables.", null, "query 6 1");
        await Get("/voyage?depth=two")
            .ShouldFail(400, "bad-value", "\"depth\" is an integer, not \"two\".", null, "query 6 3");
    }

    /// <summary>Draft 1 is the parent of draft 2, and there is no other.</summary>
    private static string DraftWithNeighbours(int id)
    {
        const string root =
            "\"id\":1,\"title\":\"root\",\"state\":\"old\",\"amount\":5,\"twice\":10,\"label\":\"one\",\"code\":\"R\",\"small\":1,\"price\":1.50,\"parent_id\":null";
        const string leaf =
            "\"id\":2,\"title\":\"leaf\",\"state\":\"new\",\"amount\":7,\"twice\":14,\"label\":null,\"code\":\"L\",\"small\":null,\"price\":null,\"parent_id\":1";
        return id == 1
            ? Row("\"id\":1", Parent("parent_id", "null"), Children("draft", "parent_id",
                $"[{Row(leaf, Parent("parent_id", Row(root)), Children("draft", "parent_id", "[]"))}]"))
            : Row("\"id\":2",
                Parent("parent_id", Row(root, Parent("parent_id", "null"), Children("draft", "parent_id", Rows(leaf)))),
                Children("draft", "parent_id", "[]"));
    }
}
