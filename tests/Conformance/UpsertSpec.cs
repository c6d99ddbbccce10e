namespace Relata.Conformance;

/// <summary>POST that meets rows which are there already.</summary>
public abstract class UpsertSpec(ConformanceServer server) : Specification(server)
{
    [Fact]
    public async Task Merges_into_the_row_with_the_same_primary_key()
    {
        await Insert(10, """ "state":"old","label":"l" """);
        await Post("/draft?resolution=merge&fields=id,title,state,amount,label",
            """{"id":10,"title":"merged","amount":9}""")
            .ShouldAnswer(201, """{"id":10,"title":"merged","state":"old","amount":9,"label":"l"}""");
        await Post("/draft?resolution=merge&fields=id,title,amount", """{"id":11,"title":"fresh"}""")
            .ShouldAnswer(201, """{"id":11,"title":"fresh","amount":7}""");
        await Get("/draft?id__in=10,11&fields=id,title").ShouldAnswer(200,
            """[{"id":10,"title":"merged"},{"id":11,"title":"fresh"}]""");
    }

    [Fact]
    public async Task Merges_into_the_row_with_the_same_unique_value()
    {
        await Insert(20, """ "code":"c20","label":"l" """);
        var answer = await Post("/draft?on_conflict=code&fields=id,title,label", """{"code":"c20","title":"merged"}""")
            .ShouldAnswer(201, """{"id":20,"title":"merged","label":"l"}""");
        answer.Header("Location").ShouldBe("/draft/20");
    }

    [Fact]
    public async Task Merges_an_array_in_the_order_sent()
    {
        await Insert(30, """ "code":"c30" """);
        await Insert(32, """ "code":"c32" """);
        await Post("/draft?on_conflict=id&fields=id,title,code",
            """[{"id":33,"title":"d"},{"id":32,"title":"c"},{"id":31,"title":"b"},{"id":30,"title":"a"}]""")
                .ShouldAnswer(201,
            """[{"id":33,"title":"d","code":null},{"id":32,"title":"c","code":"c32"},{"id":31,"title":"b","code":null},{"id":30,"title":"a","code":"c30"}]""");
    }

    [Fact]
    public async Task Merges_by_a_key_of_several_columns()
    {
        await Post("/shelf?resolution=merge",
            """[{"room":"u","label":"v","capacity":1},{"room":"u","label":"w","capacity":2}]""")
            .ShouldAnswer(201, """[{"room":"u","label":"v","capacity":1},{"room":"u","label":"w","capacity":2}]""");
        await Post("/shelf?on_conflict=label,room", """{"room":"u","label":"v","capacity":3}""")
            .ShouldAnswer(201, """{"room":"u","label":"v","capacity":3}""");
        await Post("/shelf?resolution=merge", """{"room":"u","label":"v"}""")
            .ShouldAnswer(201, """{"room":"u","label":"v","capacity":3}""");
    }

    [Fact]
    public async Task Ignores_rows_that_are_there()
    {
        await Insert(40, """ "code":"c40" """);
        await Post("/draft?resolution=ignore&fields=id", """{"id":40,"title":"ignored"}""").ShouldAnswer(200, "[]");
        await Post("/draft?resolution=ignore&fields=id,title",
            """[{"id":41,"title":"new"},{"id":40,"title":"ignored"}]""")
            .ShouldAnswer(201, """[{"id":41,"title":"new"}]""");
        await Post("/draft?resolution=ignore&on_conflict=code&fields=id", """{"id":42,"title":"x","code":"c40"}""")
            .ShouldAnswer(200, "[]");
        await Get("/draft?id__in=40,41,42&fields=id,title").ShouldAnswer(200,
            """[{"id":40,"title":"t40"},{"id":41,"title":"new"}]""");
    }

    [Fact]
    public async Task The_last_of_two_rows_with_the_same_key_wins()
    {
        await Post("/draft?resolution=merge&fields=id,title",
            """[{"id":60,"title":"a"},{"id":61,"title":"b"},{"id":60,"title":"c"}]""")
            .ShouldAnswer(201, """[{"id":60,"title":"a"},{"id":61,"title":"b"},{"id":60,"title":"c"}]""");
        await Post("/draft?resolution=ignore&fields=id,title", """[{"id":62,"title":"a"},{"id":62,"title":"b"}]""")
            .ShouldAnswer(201, """[{"id":62,"title":"a"}]""");
        await Get("/draft?id__in=60,61,62&fields=title")
            .ShouldAnswer(200, """[{"title":"c"},{"title":"b"},{"title":"a"}]""");
    }

    [Fact]
    public Task A_row_without_columns_has_no_key_to_meet() =>
        Post("/draft?resolution=merge", "{}").ShouldFail(400, "malformed-body",
            "A row without any column has no key that could exist already.",
            "Leave on_conflict and resolution out to insert a row of defaults.");

    [Fact]
    public async Task Another_key_still_conflicts()
    {
        await Insert(50, """ "code":"c50" """);
        await Post("/draft?resolution=merge", """{"id":51,"title":"x","code":"c50"}""")
            .ShouldFail(409, "unique-violation");
        await Post("/draft?resolution=ignore&on_conflict=id", """{"id":51,"title":"x","code":"c50"}""")
            .ShouldFail(409, "unique-violation");
        await Post("/draft", """{"id":50,"title":"x"}""").ShouldFail(409, "unique-violation");
        (await Get("/draft/51")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Refuses_columns_that_are_no_key()
    {
        await Post("/draft?on_conflict=title", """{"title":"x"}""").ShouldFail(400, "not-applicable",
            "title is no key of \"draft\".", "Its keys: id · code.", "query 12 5");
        await Post("/draft?on_conflict=titel", """{"title":"x"}""").ShouldFail(400, "unknown-column",
            "\"draft\" has no column \"titel\".", "Did you mean \"title\"?", "query 12 5");
        await Post("/log_entry?resolution=merge", """{"message":"x"}""").ShouldFail(400, "not-applicable",
            "\"log_entry\" has no primary key that rows could conflict with.", null, "path 1 9");
        await Post("/draft?resolution=replace", """{"title":"x"}""").ShouldFail(400, "bad-value",
            "\"resolution\" is one of merge, ignore, not \"replace\".", null, "query 11 7");
    }

    [Fact]
    public async Task Merges_by_an_index_over_all_rows()
    {
        await Post("/alias", """{"id":10,"name":"k","region":"r","code":"c"}""");
        await Post("/alias?on_conflict=code,region&fields=id,name", """{"name":"l","region":"r","code":"c"}""")
            .ShouldAnswer(201, """{"id":10,"name":"l"}""");
    }

    private async Task Insert(int id, string members) =>
        (await Post("/draft", $$"""{"id":{{id}},"title":"t{{id}}",{{members}}}""")).Status.ShouldBe(201);
}
