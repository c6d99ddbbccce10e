using System.Text;

namespace Relata.Conformance;

/// <summary>Reading lists with QUERY, whose body holds the query string.</summary>
public abstract class QueryMethodSpec(ConformanceServer server) : Specification(server)
{
    private const string Form = "application/x-www-form-urlencoded";

    [Theory]
    [InlineData("/person", "id__in=1,3&fields=id,name")]
    [InlineData("/person", "name=Ada")]
    [InlineData("/person", "is_active=true&ordering=-score&limit=2&count=exact")]
    [InlineData("/person.csv", "fields=id&limit=2")]
    [InlineData("/order", "na%C3%AFve+%E2%98%83=%E2%98%83&fields=select")]
    [InlineData("/place", "")]
    public async Task Answers_as_GET_does_with_the_same_query(string target, string query)
    {
        var get = await Get($"{target}?{query}");
        var answer = await Send("QUERY", target, query, Form);
        (answer.Status, answer.Body).ShouldBe((200, get.Body));
        foreach (var header in new[] { "Content-Type", "X-Total-Count", "Content-Range" })
            answer.Header(header).ShouldBe(get.Header(header), header);
    }

    [Fact]
    public async Task Reads_queries_that_are_too_long_for_a_URL()
    {
        var ids = string.Join(',', Enumerable.Range(1, 9_999));
        await Send("QUERY", "/person", $"id__in={ids}&fields=id", Form).ShouldAnswer(200, Ids("1,2,3,4,5,6"));
        (await Get($"/person?id__in={ids}&fields=id")).Status.ShouldBe(414);
    }

    [Fact]
    public async Task Reads_what_was_not_encoded_too_and_a_line_break_at_the_end()
    {
        await Send("QUERY", "/place", "name=Cádiz\n", $"{Form}; charset=UTF-8").ShouldAnswer(200, """[{"id":3,"name":"Cádiz"}]""");
        await Send("QUERY", "/place", "name=Aden\r\n", Form).ShouldAnswer(200, """[{"id":1,"name":"Aden"}]""");
        await Send("QUERY", "/place", "name=Aden%0A", Form).ShouldAnswer(200, "[]");
    }

    [Fact]
    public async Task Says_where_in_the_body_the_trouble_is()
    {
        await Send("QUERY", "/person", "name=Ada&nam=x", Form).ShouldFail(400, "unknown-column",
            "\"person\" has no column \"nam\".", "Did you mean \"name\"?", "body 9 3");
        await Send("QUERY", "/person", "name=ä&id=ö", Form).ShouldFail(400, "bad-value",
            "The value \"ö\" is no integer: column \"id\" is of type integer.", null, "body 11 2");
    }

    [Fact]
    public async Task Refuses_a_second_query_in_the_URL() =>
        await Send("QUERY", "/person?limit=1", "name=Ada", Form).ShouldFail(400, "malformed-syntax",
            "A QUERY has its query in the body and none in the URL.", "Move it to the body.", "query 0 7");

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded; charset=latin1")]
    [InlineData(null)]
    public Task Refuses_another_media_type(string? type) =>
        Send("QUERY", "/person", "name=Ada", type).ShouldFail(415, "unsupported-media-type",
            $"The body of a QUERY is {Form} in UTF-8.", $"Send the header Content-Type: {Form}.");

    [Fact]
    public async Task Refuses_bodies_that_cannot_be_read()
    {
        await Send("QUERY", "/person", [(byte)'a', 0xff], Form).ShouldFail(400, "malformed-body", "The body is no UTF-8.");
        await Send("QUERY", "/person", "name=%zz", Form).ShouldFail(400, "malformed-syntax");
        var large = Encoding.ASCII.GetBytes($"name={new string('x', 10 * 1024 * 1024)}");
        await Send("QUERY", "/person", large, Form, expectContinue: true).ShouldFail(413, "body-too-large");
    }

    [Fact]
    public async Task Is_possible_on_lists_and_views_alone()
    {
        await Send("QUERY", "/active_person", "id=1&fields=id", Form).ShouldAnswer(200, Ids("1"));
        (await Send("QUERY", "/person/1", "fields=id", Form).ShouldFail(405, "method-not-allowed"))
            .Header("Allow").ShouldBe("GET, HEAD, OPTIONS, PUT, PATCH, DELETE");
    }
}
