namespace Relata.Conformance;

/// <summary>What callers can learn about a resource without its body: HEAD and OPTIONS.</summary>
public abstract class HeadOptionsSpec(ConformanceServer server) : Specification(server)
{
    [Theory]
    [InlineData("/person")]
    [InlineData("/person?count=exact&limit=2")]
    [InlineData("/person/1")]
    [InlineData("/person/1.csv?fields=name")]
    [InlineData("/person.csv")]
    [InlineData("/person.csv?count=exact&limit=2")]
    [InlineData("/person.ndjson")]
    [InlineData("/active_person")]
    [InlineData("/person/99")]
    [InlineData("/person?nam=1")]
    [InlineData("/persn")]
    [InlineData("/log_entry/1")]
    [InlineData("/__schema")]
    [InlineData("/__health/live")]
    public Task Answers_HEAD_as_GET_without_the_body(string target) => ShouldBeWithoutBody(target, accept: null);

    [Theory]
    [InlineData("/person?count=exact&limit=2", "text/csv", "text/csv; charset=utf-8")]
    [InlineData("/person", "application/x-ndjson", "application/x-ndjson")]
    [InlineData("/person/1", "text/csv", "text/csv; charset=utf-8")]
    [InlineData("/person", "application/json, text/csv;q=0.5", "application/json")]
    [InlineData("/person", "image/png", "application/problem+json")]
    public async Task Answers_HEAD_as_GET_in_the_format_that_is_accepted(string target, string accept, string type) =>
        (await ShouldBeWithoutBody(target, accept)).Header("Content-Type").ShouldBe(type);
    [Theory]
    [InlineData("/person", "GET, HEAD, OPTIONS, QUERY, POST, PATCH, DELETE")]
    [InlineData("/person.csv", "GET, HEAD, OPTIONS, QUERY, POST, PATCH, DELETE")]
    [InlineData("/person/1", "GET, HEAD, OPTIONS, PUT, PATCH, DELETE")]
    [InlineData("/person/99", "GET, HEAD, OPTIONS, PUT, PATCH, DELETE")]
    [InlineData("/log_entry", "GET, HEAD, OPTIONS, QUERY, POST, PATCH, DELETE")]
    [InlineData("/log_entry/1", "OPTIONS")]
    [InlineData("/job/claim", "OPTIONS, POST")]
    [InlineData("/job/checker-claim", "OPTIONS, POST")]
    [InlineData("/job/1/claim", "OPTIONS, POST, DELETE")]
    [InlineData("/__batch", "OPTIONS, POST")]
    [InlineData("/active_person", "GET, HEAD, OPTIONS, QUERY")]
    [InlineData("/active_person/1", "OPTIONS")]
    [InlineData("/__schema", "GET, HEAD, OPTIONS")]
    [InlineData("/__health/ready", "GET, HEAD, OPTIONS")]
    [InlineData("/__metrics", "GET, HEAD, OPTIONS")]
    public async Task Answers_OPTIONS_with_the_methods_that_are_possible(string target, string allow)
    {
        var answer = await Send("OPTIONS", target).ShouldAnswerNothing();
        answer.Header("Allow").ShouldBe(allow);
    }

    [Theory]
    [InlineData("/person")]
    [InlineData("/person/1")]
    [InlineData("/log_entry")]
    [InlineData("/log_entry/1")]
    [InlineData("/active_person")]
    [InlineData("/job/claim")]
    [InlineData("/job/1/claim")]
    [InlineData("/__batch")]
    public async Task Takes_the_methods_that_OPTIONS_names_and_no_others(string target)
    {
        var allow = (await Send("OPTIONS", target)).Header("Allow")!.Split(", ");
        foreach (var method in new[] { "GET", "HEAD", "OPTIONS", "QUERY", "POST", "PUT", "PATCH", "DELETE" })
        {
            // What is possible is refused for its body, or its missing filter, and changes nothing.
            var body = method is "POST" or "PUT" or "PATCH" ? "[[]]"u8.ToArray() : null;
            if (method == "DELETE" && target == "/person/1") continue;
            ((await Send(method, target, body)).Status == 405).ShouldBe(!allow.Contains(method), method);
        }
    }

    [Fact]
    public async Task Refuses_OPTIONS_where_nothing_is()
    {
        await Send("OPTIONS", "/persn").ShouldFail(404, "unknown-table");
        await Send("OPTIONS", "/person/1/name").ShouldFail(404, "route-not-found");
    }

    private async Task<Answer> ShouldBeWithoutBody(string target, string? accept)
    {
        var get = await Send("GET", target, body: (byte[]?)null, accept: accept);
        var head = await Send("HEAD", target, body: (byte[]?)null, accept: accept);
        head.Status.ShouldBe(get.Status);
        head.Bytes.ShouldBeEmpty();
        head.Header("Content-Length").ShouldBe($"{get.Bytes.Length}");
        foreach (var (name, value) in get.Headers)
            if (name != "Date") head.Header(name).ShouldBe(value, name);
        get.Headers.Keys.Except(head.Headers.Keys).ShouldBeEmpty();
        return head;
    }
}
