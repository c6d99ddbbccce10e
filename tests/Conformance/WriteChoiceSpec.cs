using System.Text.Json.Nodes;

namespace Relata.Conformance;

/// <summary>PATCH and DELETE of the first rows that a filter finds.</summary>
public abstract class WriteChoiceSpec(ConformanceServer server) : Specification(server)
{
    [Fact]
    public async Task Changes_the_first_rows_of_an_order()
    {
        await Insert("first", 51, 52, 53, 54);
        await Patch("/draft?label=first&ordering=-amount&limit=1&fields=id", """{"state":"done"}""")
            .ShouldAnswer(200, """[{"id":54}]""");
        await Patch("/draft?label=first&order_by=amount&order=desc&limit=1&offset=1&fields=id", """{"state":"done"}""")
            .ShouldAnswer(200, """[{"id":53}]""");
        await Get("/draft?label=first&state=new&fields=id").ShouldAnswer(200, Ids("51,52"));
    }

    [Fact]
    public async Task Changes_the_first_rows_by_their_key_without_an_order()
    {
        await Insert("key", 13, 11, 12);
        await Patch("/draft?label=key&limit=1&fields=id", """{"state":"done"}""").ShouldAnswer(200, """[{"id":11}]""");
        await Patch("/draft?label=key&offset=2&fields=id", """{"state":"last"}""").ShouldAnswer(200, """[{"id":13}]""");
    }

    [Fact]
    public async Task Deletes_the_first_rows_of_an_order()
    {
        await Insert("away", 21, 22, 23, 24);
        await Delete("/draft?label=away&ordering=-id&limit=2").ShouldAnswerNothing();
        await Delete("/draft?label=away&limit=0").ShouldAnswerNothing();
        await Get("/draft?label=away&fields=id").ShouldAnswer(200, Ids("21,22"));
        await Delete("/draft?label=away&offset=1").ShouldAnswerNothing();
        await Get("/draft?label=away&fields=id").ShouldAnswer(200, Ids("21"));
    }

    [Fact]
    public async Task Deletes_the_first_rows_that_a_filter_across_relations_finds()
    {
        await Insert("far", 61, 62, 63, 64);
        await Patch("/draft?id__in=62,63,64", """{"parent_id":61}""");
        const string filter = "/draft?parent__label=far&title__in=t,u&title__icontains=T&label__ne=x";
        await Delete($"{filter}&ordering=-id&limit=1").ShouldAnswerNothing();
        await Delete($"{filter}&id__lt=63").ShouldAnswerNothing();
        await Get("/draft?label=far&fields=id").ShouldAnswer(200, Ids("61,63"));
    }

    [Fact]
    public async Task Marks_the_first_rows_of_an_order_as_deleted()
    {
        await Post("/task", """[{"id":901,"title":"c1"},{"id":902,"title":"c2"},{"id":903,"title":"c3"}]""");
        await Delete("/task?id__range=901,903&ordering=-title&limit=1").ShouldAnswerNothing();
        await Get("/task?id__range=901,903&fields=id").ShouldAnswer(200, Ids("901,902"));
        await Delete("/task?id__range=901,903&ordering=-title&limit=1").ShouldAnswerNothing();
        await Get("/task?id__range=901,903&fields=id").ShouldAnswer(200, Ids("901"));
    }

    [Fact]
    public async Task Changes_the_first_rows_of_a_key_of_several_columns()
    {
        await Post("/shelf", """[{"room":"wc","label":"a"},{"room":"wc","label":"b"}]""");
        await Patch("/shelf?room=wc&ordering=-label&limit=1", """{"capacity":5}""")
            .ShouldAnswer(200, """[{"room":"wc","label":"b","capacity":5}]""");
        await Delete("/shelf?room=wc&limit=1").ShouldAnswerNothing();
        await Delete("/shelf?room=wc").ShouldAnswerNothing();
    }

    [Fact]
    public async Task Two_callers_never_change_the_same_row()
    {
        await Insert("race", [.. Enumerable.Range(31, 8)]);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ =>
            Patch("/draft?label=race&state=new&limit=1&fields=id", """{"state":"mine"}""")));
        answers.SelectMany(answer => JsonNode.Parse(answer.Body)!.AsArray()).Select(row => (int)row!["id"]!).Order()
            .ShouldBe(Enumerable.Range(31, 8));
    }

    [Fact]
    public async Task Refuses_what_it_cannot_choose()
    {
        await Patch("/draft?limit=1", """{"state":"x"}""").ShouldFail(400, "filter-required");
        await Delete("/draft?limit=1").ShouldFail(400, "filter-required");
        await Delete("/draft?id=1&limit=-1").ShouldFail(400, "bad-value", "The limit -1 is negative.");
        await Patch("/draft?id=1&offset=-1", """{"state":"x"}""")
            .ShouldFail(400, "bad-value", "The offset -1 is negative.");
        await Delete("/draft?id=1&ordering=idd").ShouldFail(400, "unknown-column",
            "\"draft\" has no column \"idd\".", "Did you mean \"id\"?", "query 14 3");
        await Delete("/log_entry?message=x&limit=1").ShouldFail(400, "not-applicable",
            "\"log_entry\" has no primary key, by which the first of its rows could be named.",
            "Leave the order, the limit and the offset out.", "path 1 9");
        await Delete("/draft?id=1&page=1").ShouldFail(400, "unknown-option");
        await Delete("/draft/1?limit=1").ShouldFail(400, "unknown-option");
    }

    private async Task Insert(string label, params int[] ids) => (await Post("/draft",
        $"[{string.Join(',', ids.Select(id => $$"""{"id":{{id}},"title":"t","label":"{{label}}","amount":{{id}}}"""))}]"))
        .Status.ShouldBe(201);
}
