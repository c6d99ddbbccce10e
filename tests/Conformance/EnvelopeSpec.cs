using Relata.Support;

namespace Relata.Conformance;

/// <summary>What stands around the rows of an answer.</summary>
public abstract class EnvelopeSpec(ConformanceServer server) : Specification(server)
{
    [Fact]
    public async Task Answers_as_Django_REST_Framework_does()
    {
        var origin = await OriginAsync();
        await Get("/place?envelope=drf&limit=2&fields=id").ShouldAnswer(200,
            $$"""{"count":3,"next":"{{origin}}/place?envelope=drf&fields=id&limit=2&offset=2","previous":null,"results":[{"id":1},{"id":2}]}""");
        await Get("/place?envelope=drf&limit=2&offset=2&fields=id").ShouldAnswer(200,
            $$"""{"count":3,"next":null,"previous":"{{origin}}/place?envelope=drf&fields=id&limit=2","results":[{"id":3}]}""");
        await Get("/place?envelope=drf&page=2&page_size=1&fields=id").ShouldAnswer(200,
            $$"""{"count":3,"next":"{{origin}}/place?envelope=drf&fields=id&page=3&page_size=1","previous":"{{origin}}/place?envelope=drf&fields=id&page=1&page_size=1","results":[{"id":2}]}""");
        await Get("/place?envelope=drf&name=Nowhere").ShouldAnswer(200,
            """{"count":0,"next":null,"previous":null,"results":[]}""");
    }

    [Fact]
    public async Task Walks_in_the_envelope_of_Django_REST_Framework()
    {
        var first = await Get("/place?envelope=drf&cursor=&page_size=2&fields=id");
        var link = first.Next().ShouldNotBeNull();
        first.Body.ShouldBeJson(
            $$"""{"count":3,"next":"{{await OriginAsync()}}{{link}}","previous":null,"results":[{"id":1},{"id":2}]}""");
        (await Get(link)).Body.ShouldEndWith(""","results":[{"id":3}]}""");
    }

    [Fact]
    public async Task Answers_as_djangolang_does()
    {
        await Get("/place?envelope=djangolang&limit=2&fields=id").ShouldAnswer(200,
            """{"status":200,"success":true,"objects":[{"id":1},{"id":2}],"count":2,"total_count":3,"limit":2,"offset":0}""");
        await Get("/place?envelope=djangolang&offset=2&fields=id").ShouldAnswer(200,
            """{"status":200,"success":true,"objects":[{"id":3}],"count":1,"total_count":3,"limit":100,"offset":2}""");
        await Get("/place?envelope=djangolang&name=Nowhere").ShouldAnswer(200,
            """{"status":200,"success":true,"count":0,"total_count":0,"limit":100,"offset":0}""");
        await Get("/place/2?envelope=djangolang").ShouldAnswer(200,
            """{"status":200,"success":true,"objects":[{"id":2,"name":"Bergen"}],"count":1,"total_count":1,"limit":0,"offset":0}""");
    }

    [Fact]
    public async Task Answers_writes_as_djangolang_does()
    {
        await Post("/place?envelope=djangolang", """{"id":901,"name":"Zanzibar"}""").ShouldAnswer(201,
            """{"status":201,"success":true,"objects":[{"id":901,"name":"Zanzibar"}],"count":1,"total_count":1,"limit":0,"offset":0}""");
        await Post("/place?envelope=djangolang&fields=id", """[{"id":902,"name":"Y"},{"id":903,"name":"X"}]""").ShouldAnswer(201,
            """{"status":201,"success":true,"objects":[{"id":902},{"id":903}],"count":2,"total_count":2,"limit":0,"offset":0}""");
        await Patch("/place/901?envelope=djangolang&fields=name", """{"name":"Zadar"}""").ShouldAnswer(200,
            """{"status":200,"success":true,"objects":[{"name":"Zadar"}],"count":1,"total_count":1,"limit":0,"offset":0}""");
        await Patch("/place?id=999&envelope=djangolang", """{"name":"W"}""").ShouldAnswer(200,
            """{"status":200,"success":true,"count":0,"total_count":0,"limit":0,"offset":0}""");
        await Delete("/place?id__gte=900").ShouldAnswerNothing();
    }

    [Fact]
    public async Task Counts_in_an_envelope_unless_told_not_to()
    {
        await Get("/place?envelope=drf&limit=2&fields=id&count=none").ShouldAnswer(200,
            $$"""{"count":null,"next":"{{await OriginAsync()}}/place?envelope=drf&fields=id&count=none&limit=2&offset=2","previous":null,"results":[{"id":1},{"id":2}]}""");
        await Get("/place?envelope=djangolang&count=none&fields=id").ShouldAnswer(200,
            """{"status":200,"success":true,"objects":[{"id":1},{"id":2},{"id":3}],"count":3,"total_count":null,"limit":100,"offset":0}""");
    }

    [Fact]
    public async Task Has_nothing_around_what_is_no_list_of_Django_REST_Framework()
    {
        await Get("/place/2?envelope=drf").ShouldAnswer(200, """{"id":2,"name":"Bergen"}""");
        await Get("/place?envelope=none&limit=1").ShouldAnswer(200, """[{"id":1,"name":"Aden"}]""");
        (await Get("/place.csv?envelope=drf&limit=1")).Body.ShouldBe("id,name\r\n1,Aden\r\n");
        await Get("/place/99?envelope=djangolang").ShouldFail(404, "row-not-found");
    }

    [Fact]
    public async Task Stands_around_a_list_that_is_sent_in_pieces()
    {
        var words = new string('w', 1000);
        var rows = Enumerable.Range(1, 2500).Select(id => $$"""{"id":{{id}},"words":"{{words}}"}""").ToArray();
        (await Post("/hostile?fields=id", $"[{string.Join(',', rows)}]")).Status.ShouldBe(201);
        var whole = string.Join(',', rows.Select(row => row.Replace("}", ",\"number\":null}", StringComparison.Ordinal)));
        await Get("/hostile?envelope=djangolang&limit=5000").ShouldAnswer(200,
            $$"""{"status":200,"success":true,"objects":[{{whole}}],"count":2500,"total_count":2500,"limit":5000,"offset":0}""");
        await Get("/hostile?envelope=drf&limit=5000").ShouldAnswer(200,
            $$"""{"count":2500,"next":null,"previous":null,"results":[{{whole}}]}""");
    }

    [Fact]
    public Task Refuses_another_envelope() => Get("/place?envelope=django").ShouldFail(400, "bad-value",
        "\"envelope\" is one of none, drf, djangolang, not \"django\".", null, "query 9 6");

    private async Task<string> OriginAsync() =>
        (await Server.ProcessAsync(Stop)).Client.BaseAddress!.GetLeftPart(UriPartial.Authority);
}
