namespace Relata.Conformance;

/// <summary>Upserts by unique indexes over some of the rows.</summary>
public abstract class PartialIndexSpec(ConformanceServer server) : Specification(server)
{
    [Fact]
    public async Task Merges_by_an_index_over_some_of_the_rows()
    {
        await Post("/alias", """[{"id":1,"name":"a","note":"old"},{"id":2,"name":"b"}]""");
        await Delete("/alias/1").ShouldAnswerNothing();

        // The row that is marked as deleted is not in the index, so its name is free.
        await Post("/alias?on_conflict=name&fields=id,name,note", """[{"id":3,"name":"a","note":"new"},{"id":4,"name":"b","note":"n"}]""")
            .ShouldAnswer(201, """[{"id":3,"name":"a","note":"new"},{"id":4,"name":"b","note":"n"}]""");
        await Post("/alias?on_conflict=name&fields=id,note", """{"name":"a","note":"newer"}""")
            .ShouldAnswer(201, """{"id":3,"note":"newer"}""");
        await Post("/alias?on_conflict=name&resolution=ignore&fields=name", """[{"name":"a"},{"name":"c"}]""")
            .ShouldAnswer(201, """[{"name":"c"}]""");
        await Get("/alias?name=a&deleted_at__isnull=false&fields=id,note").ShouldAnswer(200, """[{"id":1,"note":"old"}]""");
        await Post("/alias", """{"name":"a"}""").ShouldFail(409, "unique-violation");
    }

    [Fact]
    public async Task Merges_by_an_index_with_a_long_condition()
    {
        const string note = "it's one; WHERE two";
        await Post("/alias?on_conflict=region,note&fields=id,name", $$"""{"id":11,"name":"m","region":"s","note":"{{note}}"}""")
            .ShouldAnswer(201, """{"id":11,"name":"m"}""");
        await Post("/alias?on_conflict=region,note&fields=id,name", $$"""{"name":"n","region":"s","note":"{{note}}"}""")
            .ShouldAnswer(201, """{"id":11,"name":"n"}""");
    }

    [Fact]
    public async Task Refuses_an_index_that_could_be_another_or_is_over_an_expression()
    {
        await Post("/alias?on_conflict=code", """{"name":"x","code":"x"}""").ShouldFail(400, "not-applicable",
            "code is a key among different rows of \"alias\", and which are meant is not known.",
            "Its indexes, each with a condition of its own: alias_first · alias_last.", "query 12 4");
        await Post("/alias?on_conflict=region,id", """{"name":"x","region":"x"}""").ShouldFail(400, "not-applicable",
            "region,id is no key of \"alias\".", "Its keys: id · region,code · code · name · note,region.", "query 12 9");
    }
}
