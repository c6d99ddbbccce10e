namespace Relata.Conformance;

/// <summary>PATCH changes what is present, PUT writes the whole row.</summary>
public abstract class UpdateSpec(ConformanceServer server) : Specification(server)
{
    [Fact]
    public async Task PATCH_changes_only_what_is_present()
    {
        await Insert(10, """ "state":"old","amount":5,"label":"l","price":2.25 """);
        await Patch("/draft/10", """{"amount":6}""").ShouldAnswer(200,
            """{"id":10,"title":"t10","state":"old","amount":6,"twice":12,"label":"l","code":null,"small":null,"price":2.25,"parent_id":null}""");
        await Patch("/draft/10?fields=label,price", """{"label":null,"price":null}""")
            .ShouldAnswer(200, """{"label":null,"price":null}""");
        await Get("/draft/10").ShouldAnswer(200,
            """{"id":10,"title":"t10","state":"old","amount":6,"twice":12,"label":null,"code":null,"small":null,"price":null,"parent_id":null}""");
    }

    [Fact]
    public async Task PUT_writes_defaults_and_NULL_for_what_is_absent()
    {
        await Insert(20, """ "state":"old","amount":5,"label":"l","code":"c20","price":2.25 """);
        await Put("/draft/20", """{"title":"put"}""").ShouldAnswer(200,
            """{"id":20,"title":"put","state":"new","amount":7,"twice":14,"label":null,"code":null,"small":null,"price":null,"parent_id":null}""");
        await Put("/draft/20?fields=amount,twice", """{"title":"put","amount":null}""")
            .ShouldAnswer(200, """{"amount":null,"twice":null}""");
        await Put("/draft/20", """{"state":"s"}""").ShouldFail(422, "not-null-violation");
        await Put("/draft/20", """{"title":null}""").ShouldFail(422, "not-null-violation");
        await Get("/draft/20?fields=title").ShouldAnswer(200, """{"title":"put"}""");
    }

    [Fact]
    public async Task Takes_a_row_back_as_it_was_read()
    {
        await Insert(30, """ "amount":5,"label":"l","code":"c30" """);
        var row = (await Get("/draft/30")).Body;
        await Put("/draft/30", row).ShouldAnswer(200, row);
        await Patch("/draft/30", row).ShouldAnswer(200, row);
        await Get("/draft/30").ShouldAnswer(200, row);
    }

    [Fact]
    public async Task Refuses_another_value_for_what_only_the_database_fills_or_for_the_key()
    {
        const string Detail = "A column that only the database fills, or the key, holds another value than the one sent.";
        const string Hint = "Leave such columns out, or send them as they were read.";
        await Insert(40, """ "amount":5 """);
        await Patch("/draft/40", """{"label":"x","twice":11}""").ShouldFail(400, "generated-column", Detail, Hint);
        await Patch("/draft/40", """{"label":"x","twice":null}""").ShouldFail(400, "generated-column", Detail, Hint);
        await Put("/draft/40", """{"title":"x","twice":11}""").ShouldFail(400, "generated-column", Detail, Hint);
        await Put("/draft/40", """{"id":41,"title":"x"}""").ShouldFail(400, "generated-column", Detail, Hint);
        await Patch("/draft?id=40", """{"twice":10}""").ShouldFail(400, "generated-column",
            "\"twice\" is filled by the database; a value cannot be set.");
        await Get("/draft/40?fields=title,label").ShouldAnswer(200, """{"title":"t40","label":null}""");
        await Patch("/draft/40?fields=label", """{"label":"x","twice":10}""").ShouldAnswer(200, """{"label":"x"}""");
    }

    [Fact]
    public async Task PATCH_can_change_a_key()
    {
        await Insert(50, """ "label":"k" """);
        await Patch("/draft/50?fields=id,label", """{"id":51}""").ShouldAnswer(200, """{"id":51,"label":"k"}""");
        (await Get("/draft/50")).Status.ShouldBe(404);
        await Patch("/draft/51", """{"id":1}""").ShouldFail(409, "unique-violation");
        await Post("/shelf", """{"room":"r,1","label":"l","capacity":1}""");
        await Patch("/shelf/r%2C1,l", """{"label":"m,2"}""")
            .ShouldAnswer(200, """{"room":"r,1","label":"m,2","capacity":1}""");
        await Put("/shelf/r%2C1,m%2C2", "{}").ShouldAnswer(200, """{"room":"r,1","label":"m,2","capacity":null}""");
    }

    [Fact]
    public async Task An_update_that_changes_nothing_answers_the_row()
    {
        await Insert(60, """ "label":"same" """);
        await Patch("/draft/60?fields=label", "{}").ShouldAnswer(200, """{"label":"same"}""");
        await Patch("/draft/60?fields=label", """{"twice":14}""").ShouldAnswer(200, """{"label":"same"}""");
        await Patch("/draft?id=60", "{}").ShouldFail(400, "malformed-body", "The body names no column to change.");
    }

    [Fact]
    public async Task PATCH_of_a_list_changes_the_rows_that_the_filter_finds()
    {
        await Insert(70, """ "label":"list","amount":1 """);
        await Insert(71, """ "label":"list","amount":2 """);
        var answer = await Patch("/draft?label=list&fields=id,label,amount", """{"label":"moved"}""");
        answer.Status.ShouldBe(200, answer.Body);
        await Get("/draft?label=moved&fields=id,label,amount").ShouldAnswer(200,
            """[{"id":70,"label":"moved","amount":1},{"id":71,"label":"moved","amount":2}]""");
        await Patch("/draft?label=list", """{"amount":3}""").ShouldAnswer(200, "[]");
        await Patch("/draft?label=moved", """{"amount":1001}""").ShouldFail(422, "check-violation");
        await Get("/draft?label=moved&fields=amount").ShouldAnswer(200, """[{"amount":1},{"amount":2}]""");
    }

    [Fact]
    public async Task Refuses_to_change_every_row_unless_told_so()
    {
        await Patch("/place", """{"name":"x"}""").ShouldFail(400, "filter-required",
            "An update without a filter would update every row.", "Say __all=true if that is meant.");
        await Patch("/place?__all=false", """{"name":"x"}""").ShouldFail(400, "filter-required");
        await Patch("/place?__all=yes", """{"name":"x"}""").ShouldFail(400, "bad-value",
            "\"__all\" is one of true, false, not \"yes\".", null, "query 6 3");
        await Patch("/Mixed Case?__all=true", """{"Name":"all"}""").ShouldAnswer(200, """[{"Id":1,"Name":"all"}]""");
    }

    [Fact]
    public async Task Never_drops_a_filter_that_it_does_not_know()
    {
        await Patch("/place?nam=Aden", """{"name":"x"}""").ShouldFail(400, "unknown-column",
            "\"place\" has no column \"nam\".", "Did you mean \"name\"?", "query 0 3");
        await Patch("/place?name__is=Aden", """{"name":"x"}""").ShouldFail(400, "unknown-option");
        await Patch("/place?page=1&name=Aden", """{"name":"x"}""").ShouldFail(400, "unknown-option",
            "The option \"page\" means nothing here.",
            "Known here: fields, depth, __all, limit, offset, order_by, order, ordering, envelope.", "query 0 4");
        await Patch("/order?limit=1", """{"from":"x"}""").ShouldFail(400, "filter-required");
        await Patch("/place/1?name=Bergen", """{"name":"x"}""").ShouldFail(400, "unknown-option",
            "\"name\" means nothing here.", "Known here: fields, depth, envelope.", "query 0 4");
        await Patch("/place?id__in=", """{"name":"x"}""").ShouldAnswer(200, "[]");
        await Get("/place")
            .ShouldAnswer(200, """[{"id":1,"name":"Aden"},{"id":2,"name":"Bergen"},{"id":3,"name":"Cádiz"}]""");
    }

    [Theory]
    [InlineData("PATCH", """{"title":"x"}""")]
    [InlineData("PATCH", "{}")]
    [InlineData("PATCH", """{"title":"x","twice":1}""")]
    [InlineData("PUT", """{"title":"x"}""")]
    [InlineData("PUT", """{"id":999,"title":"x"}""")]
    public Task Does_not_find_a_row_that_is_not_there(string method, string body) =>
        Send(method, "/draft/999", body).ShouldFail(404, "row-not-found", "There is no such row.");

    private async Task Insert(int id, string members) =>
        (await Post("/draft", $$"""{"id":{{id}},"title":"t{{id}}",{{members}}}""")).Status.ShouldBe(201);
}
