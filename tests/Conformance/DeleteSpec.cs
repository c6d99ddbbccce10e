namespace Relata.Conformance;

/// <summary>DELETE of a row and of the rows that a filter finds.</summary>
public abstract class DeleteSpec(ConformanceServer server) : Specification(server)
{
    [Fact]
    public async Task Deletes_a_row_once()
    {
        (await Post("/draft", """{"id":10,"title":"t"}""")).Status.ShouldBe(201);
        await Delete("/draft/10").ShouldAnswerNothing();
        await Delete("/draft/10").ShouldFail(404, "row-not-found", "There is no such row.");
        await Get("/draft/10").ShouldFail(404, "row-not-found", "There is no such row.");
    }

    [Fact]
    public async Task Deletes_the_row_of_a_key_of_several_columns()
    {
        (await Post("/shelf", """{"room":"d,1","label":"e"}""")).Status.ShouldBe(201);
        await Delete("/shelf/d%2C1,e").ShouldAnswerNothing();
        await Delete("/shelf/d%2C1,e").ShouldFail(404, "row-not-found");
        await Get("/shelf?fields=label&order_by=label").ShouldAnswer(200,
            """[{"label":"%2C"},{"label":"b"},{"label":"b,c"},{"label":"c"}]""");
    }

    [Fact]
    public async Task Deletes_the_rows_that_a_filter_finds()
    {
        (await Post("/draft",
            """[{"id":20,"title":"x","label":"go"},{"id":21,"title":"y","label":"go"},{"id":22,"title":"z","label":"stay"}]"""))
            .Status.ShouldBe(201);
        await Delete("/draft?label=go&title__in=x,y").ShouldAnswerNothing();
        await Delete("/draft?label=go").ShouldAnswerNothing();
        await Get("/draft?id__gte=20&fields=id").ShouldAnswer(200, """[{"id":22}]""");
    }

    [Fact]
    public async Task Deletes_from_a_table_without_a_key()
    {
        (await Post("/log_entry", """{"happened":"2025-01-01T00:00:00","message":"gone"}""")).Status.ShouldBe(201);
        await Delete("/log_entry?message=gone").ShouldAnswerNothing();
        (await Get("/log_entry?count=exact&limit=0")).Header("X-Total-Count").ShouldBe("3");
    }

    [Fact]
    public async Task Refuses_to_delete_every_row_unless_told_so()
    {
        await Delete("/place").ShouldFail(400, "filter-required",
            "A delete without a filter would delete every row.", "Say __all=true if that is meant.");
        await Delete("/place?__all=false").ShouldFail(400, "filter-required");
        (await Post("/scratch", "[{},{},{}]")).Status.ShouldBe(201);
        await Delete("/scratch?__all=true").ShouldAnswerNothing();
        await Get("/scratch").ShouldAnswer(200, "[]");
    }

    [Fact]
    public async Task Never_drops_a_filter_that_it_does_not_know()
    {
        await Delete("/place?nam=Aden").ShouldFail(400, "unknown-column",
            "\"place\" has no column \"nam\".", "Did you mean \"name\"?", "query 0 3");
        await Delete("/place?name__foo=Aden").ShouldFail(400, "unknown-option");
        await Delete("/place?name__contain=Aden").ShouldFail(400, "unknown-option",
            "There is no lookup \"contain\".", "Did you mean \"contains\"?", "query 6 7");
        await Delete("/place?page=1").ShouldFail(400, "unknown-option", "The option \"page\" means nothing here.",
            "Known here: __all, limit, offset, order_by, order, ordering.", "query 0 4");
        await Delete("/place?id=x").ShouldFail(400, "bad-value");
        await Delete("/place/1?name=Bergen").ShouldFail(400, "unknown-option",
            "\"name\" means nothing here.", null, "query 0 4");
        await Delete("/place?id__in=").ShouldAnswerNothing();
        await Delete("/place?__all=true&id__in=").ShouldAnswerNothing();
        await Get("/place?fields=id").ShouldAnswer(200, Ids("1,2,3"));
    }

    [Fact]
    public async Task Refuses_to_delete_a_row_that_others_refer_to()
    {
        await Delete("/person/1").ShouldFail(409, "foreign-key-violation");
        await Delete("/voyage?id__gte=1").ShouldFail(409, "foreign-key-violation");
        await Delete("/crew/1,1").ShouldFail(409, "foreign-key-violation");
        await Get("/voyage?fields=id").ShouldAnswer(200, Ids("1,2,3"));
    }
}
