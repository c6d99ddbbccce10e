namespace Relata.Conformance;

/// <summary>Counts beside lists.</summary>
public abstract class CountSpec(ConformanceServer server) : Specification(server)
{
    [Theory]
    [InlineData("count=exact", "6", "items 0-5/6")]
    [InlineData("count=exact&limit=2", "6", "items 0-1/6")]
    [InlineData("count=exact&limit=2&offset=1", "6", "items 1-2/6")]
    [InlineData("count=exact&limit=4&offset=4", "6", "items 4-5/6")]
    [InlineData("count=exact&offset=6", "6", "items */6")]
    [InlineData("count=exact&limit=0", "6", "items */6")]
    [InlineData("count=exact&is_active=false", "2", "items 0-1/2")]
    [InlineData("count=exact&is_active=false&limit=1", "2", "items 0-0/2")]
    [InlineData("count=exact&name=Nobody", "0", "items */0")]
    [InlineData("count=exact&id__in=", "0", "items */0")]
    [InlineData("count=exact&depth=2&mentor_id__isnotnull", "4", "items 0-3/4")]
    public async Task Counts_the_rows_that_the_filter_finds(string query, string total, string range)
    {
        var answer = await Get($"/person?{query}");
        answer.Status.ShouldBe(200, answer.Body);
        answer.Header("X-Total-Count").ShouldBe(total);
        answer.Header("Content-Range").ShouldBe(range);
    }

    [Fact]
    public async Task Answers_the_same_rows_with_a_count()
    {
        var plain = (await Get("/person?limit=3&ordering=-score")).Body;
        await Get("/person?limit=3&ordering=-score&count=exact").ShouldAnswer(200, plain);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?count=none")]
    [InlineData("?limit=2")]
    public async Task Does_not_count_unless_asked(string query)
    {
        var answer = await Get($"/person{query}");
        answer.Status.ShouldBe(200);
        answer.Header("X-Total-Count").ShouldBeNull();
        answer.Header("Content-Range").ShouldBeNull();
    }

    [Fact]
    public async Task Counts_views_and_tables_without_a_key()
    {
        (await Get("/active_person?count=exact")).Header("X-Total-Count").ShouldBe("4");
        (await Get("/log_entry?count=exact&message=start")).Header("X-Total-Count").ShouldBe("2");
    }

    [Fact]
    public async Task Refuses_another_way_to_count()
    {
        await Get("/person?count=some").ShouldFail(400, "bad-value",
            "\"count\" is one of none, exact, estimated, not \"some\".", null, "query 6 4");
        await Get("/person/1?count=exact").ShouldFail(400, "unknown-option",
            "The option \"count\" means nothing here.", "Known here: fields, depth, envelope.", "query 0 5");
    }
}
