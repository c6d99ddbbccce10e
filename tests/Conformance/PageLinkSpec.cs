namespace Relata.Conformance;

/// <summary>Pages by number, and the addresses of the pages beside an answer.</summary>
public abstract class PageLinkSpec(ConformanceServer server) : Specification(server)
{
    [Theory]
    [InlineData("page=1&page_size=4", "1,2,3,4")]
    [InlineData("page=2&page_size=4", "5,6")]
    [InlineData("page=3&page_size=4", "")]
    [InlineData("page_size=2", "1,2")]
    [InlineData("page=1", "1,2,3,4,5,6")]
    [InlineData("page=2", "")]
    [InlineData("page=2&page_size=1&ordering=-score", "6")]
    public Task Answers_a_page_by_its_number(string page, string ids) =>
        Get($"/person?{page}&fields=id").ShouldAnswer(200, Ids(ids));

    [Theory]
    [InlineData("/person", null, null)]
    [InlineData("/person?limit=6", null, null)]
    [InlineData("/person?limit=5", "/person?limit=5&offset=5", null)]
    [InlineData("/person?limit=2&offset=2", "/person?limit=2&offset=4", "/person?limit=2")]
    [InlineData("/person?limit=2&offset=1", "/person?limit=2&offset=3", "/person?limit=2")]
    [InlineData("/person?limit=2&offset=4", null, "/person?limit=2&offset=2")]
    [InlineData("/person?limit=2&offset=9", null, "/person?limit=2&offset=7")]
    [InlineData("/person?offset=9223372036854775807&limit=2", null, "/person?limit=2&offset=9223372036854775805")]
    [InlineData("/person?limit=0", null, null)]
    [InlineData("/person?limit=0&offset=3", null, null)]
    [InlineData("/person?page_size=4", "/person?page=2&page_size=4", null)]
    [InlineData("/person?page=2&page_size=2", "/person?page=3&page_size=2", "/person?page=1&page_size=2")]
    [InlineData("/person?page=3&page_size=2", null, "/person?page=2&page_size=2")]
    [InlineData("/person?page=2", null, "/person?page=1")]
    [InlineData("/person?limit=2&name__ne=%C3%87elik&fields=id", "/person?name__ne=%C3%87elik&fields=id&limit=2&offset=2", null)]
    [InlineData("/person?id__in=1,2,3&%6Cimit=2", "/person?id__in=1,2,3&limit=2&offset=2", null)]
    [InlineData("/person?count=exact&limit=5", "/person?count=exact&limit=5&offset=5", null)]
    [InlineData("/person/?limit=5", "/person/?limit=5&offset=5", null)]
    [InlineData("/active_person?limit=3", "/active_person?limit=3&offset=3", null)]
    public async Task Names_the_pages_beside_it(string target, string? next, string? previous)
    {
        var answer = await Get(target);
        answer.Status.ShouldBe(200, answer.Body);
        (answer.Next(), answer.Previous()).ShouldBe((next, previous));
    }

    [Fact]
    public async Task Writes_links_as_the_standard_says() =>
        (await Get("/person?limit=2&offset=2")).Header("Link")
            .ShouldBe("</person?limit=2&offset=4>; rel=\"next\", </person?limit=2>; rel=\"prev\"");

    [Fact]
    public async Task Names_them_without_the_body_too() =>
        (await Send("HEAD", "/person?limit=2")).Next().ShouldBe("/person?limit=2&offset=2");

    [Fact]
    public async Task Following_the_links_reads_every_row_once()
    {
        var rows = Enumerable.Range(1, 250).Select(id => $$"""{"id":{{id}},"words":"{{new string('x', 1000)}}"}""");
        (await Post("/hostile?fields=id", $"[{string.Join(',', rows)}]")).Status.ShouldBe(201);
        foreach (var start in new[] { "/hostile?fields=id", "/hostile?limit=50&fields=id", "/hostile?page_size=83&fields=id" })
        {
            var ids = new List<string>();
            for (var target = start; target is not null;)
            {
                var page = await Get(target);
                page.Body.ShouldNotBe("[]");
                ids.Add(page.Body[1..^1]);
                target = page.Next();
            }

            $"[{string.Join(',', ids)}]".ShouldBe(Ids(string.Join(',', Enumerable.Range(1, 250))));
        }
    }

    [Theory]
    [InlineData("page=0", "bad-value", "\"page\" is at least 1.", null, "query 5 1")]
    [InlineData("page=-1", "bad-value", "\"page\" is at least 1.", null, "query 5 2")]
    [InlineData("page=last", "bad-value", "\"page\" is an integer, not \"last\".", null, "query 5 4")]
    [InlineData("page=9223372036854775807", "bad-value", "\"page\" is too large.", null, "query 5 19")]
    [InlineData("page_size=0", "bad-value", "\"page_size\" is at least 1.", null, "query 10 1")]
    [InlineData("page_size=10001", "limit-exceeded",
        "The limit 10001 is larger than 10000, the most that one request may ask for.", null, null)]
    [InlineData("page=1&limit=2", "malformed-syntax", "\"page\" and \"limit\" are two ways to page.",
        "Use limit with offset, page with page_size, or cursor with limit or page_size.", "query 7 5")]
    [InlineData("offset=1&page_size=2", "malformed-syntax", "\"page_size\" and \"offset\" are two ways to page.",
        "Use limit with offset, page with page_size, or cursor with limit or page_size.", "query 0 6")]
    public Task Refuses_a_page_that_cannot_be(string query, string code, string detail, string? hint, string? at) =>
        Get($"/person?{query}").ShouldFail(400, code, detail, hint, at);
}
