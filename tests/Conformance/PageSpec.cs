using System.Text.Json;

namespace Relata.Conformance;

/// <summary>Pages of a list and the limits that hold for them.</summary>
public abstract class PageSpec(ConformanceServer server) : Specification(server)
{
    [Theory]
    [InlineData("limit=2", "1,2")]
    [InlineData("limit=2&offset=2", "3,4")]
    [InlineData("offset=4", "5,6")]
    [InlineData("limit=2&offset=5", "6")]
    [InlineData("limit=2&offset=6", "")]
    [InlineData("offset=9223372036854775807", "")]
    [InlineData("limit=0", "")]
    [InlineData("limit=10000", "1,2,3,4,5,6")]
    [InlineData("offset=0", "1,2,3,4,5,6")]
    [InlineData("limit=2&ordering=-score", "4,6")]
    [InlineData("limit=2&offset=2&ordering=-score", "1,3")]
    [InlineData("limit=1&is_active=false&offset=1", "5")]
    public Task Answers_a_page(string page, string ids) => Get($"/person?{page}&fields=id").ShouldAnswer(200, Ids(ids));

    [Theory]
    [InlineData("limit=-1", "The limit -1 is negative.")]
    [InlineData("offset=-1", "The offset -1 is negative.")]
    public Task Refuses_a_negative_page(string page, string detail) =>
        Get($"/person?{page}").ShouldFail(400, "bad-value", detail);

    [Fact]
    public async Task Refuses_a_page_that_is_no_number()
    {
        await Get("/person?limit=ten")
            .ShouldFail(400, "bad-value", "\"limit\" is an integer, not \"ten\".", null, "query 6 3");
        await Get("/person?limit=")
            .ShouldFail(400, "bad-value", "\"limit\" is an integer, not \"\".", null, "query 6 0");
        await Get("/person?offset=1.5")
            .ShouldFail(400, "bad-value", "\"offset\" is an integer, not \"1.5\".", null, "query 7 3");
        await Get("/person?limit=99999999999999999999").ShouldFail(400, "bad-value",
            "\"limit\" is an integer, not \"99999999999999999999\".", null, "query 6 20");
        await Get("/person?limit=1&limit=2").ShouldFail(400, "malformed-syntax",
            "The option \"limit\" is given twice.", null, "query 8 5");
    }

    [Fact]
    public Task Refuses_a_limit_above_the_largest() => Get("/person?limit=10001").ShouldFail(400, "limit-exceeded",
        "The limit 10001 is larger than 10000, the most that one request may ask for.");

    [Fact]
    public async Task Pages_of_any_size_together_are_the_whole_list()
    {
        var rows = Enumerable.Range(1, 250).Select(id => $$"""{"id":{{id}},"number":{{id % 3}}}""");
        (await Post("/hostile?fields=id", $"[{string.Join(',', rows)}]")).Status.ShouldBe(201);

        // More rows than a page holds unless a limit says otherwise.
        JsonDocument.Parse((await Get("/hostile")).Body).RootElement.GetArrayLength().ShouldBe(100);

        var whole = (await Get("/hostile?ordering=-number&fields=id&limit=1000")).Body;
        foreach (var size in new[] { 1, 7, 100, 249 })
        {
            var pages = new List<string>();
            for (var offset = 0; offset < 250; offset += size)
            {
                var page = (await Get($"/hostile?ordering=-number&fields=id&limit={size}&offset={offset}")).Body;
                pages.Add(page[1..^1]);
            }

            $"[{string.Join(',', pages)}]".ShouldBe(whole);
        }
    }
}
