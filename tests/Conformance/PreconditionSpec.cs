using System.Text;

namespace Relata.Conformance;

/// <summary>Tags of single rows, and the conditions that callers set with them.</summary>
public abstract class PreconditionSpec(ConformanceServer server) : Specification(server)
{
    [Fact]
    public async Task A_row_has_the_same_tag_until_it_changes()
    {
        var row = await CreateAsync();
        var tag = row.Header("ETag").ShouldNotBeNull();
        var path = row.Header("Location")!;
        tag.ShouldMatch("^\"[A-Za-z0-9_-]{22}\"$");
        (await Get(path)).Header("ETag").ShouldBe(tag);
        (await Send("HEAD", path)).Header("ETag").ShouldBe(tag);
        (await Patch(path, "{}")).Header("ETag").ShouldBe(tag);

        var changed = (await Patch(path, """{"state":"other"}""")).Header("ETag").ShouldNotBeNull();
        changed.ShouldNotBe(tag);
        (await Get(path)).Header("ETag").ShouldBe(changed);
        var put = (await Put(path, """{"title":"put"}""")).Header("ETag").ShouldNotBeNull();
        (await Get(path)).Header("ETag").ShouldBe(put);
        new[] { tag, changed, put }.Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public async Task Lists_have_no_tag()
    {
        (await Get("/person")).Header("ETag").ShouldBeNull();
        (await Get("/person?id=1")).Header("ETag").ShouldBeNull();
        (await Post("/draft", """[{"title":"x"}]""")).Header("ETag").ShouldBeNull();
        (await Send("GET", "/person?fields=id&id=1", headers: "If-None-Match: *")).Body.ShouldBe(Ids("1"));
    }

    [Fact]
    public async Task Every_representation_has_its_own_tag_that_begins_with_that_of_the_row()
    {
        var row = (await Get("/person/2")).Header("ETag")!.Trim('"');
        string[] whole = ["/person/2?depth=2", "/person/2.csv", "/person/2.ndjson"];
        string[] part = ["/person/2?fields=id", "/person/2?fields=name", "/person/2.csv?fields=id"];
        var tags = new HashSet<string>();
        foreach (var target in whole.Concat(part))
        {
            var tag = (await Get(target)).Header("ETag")!.Trim('"');
            tags.Add(tag).ShouldBeTrue(target);
            tag.ShouldStartWith(whole.Contains(target) ? $"{row}." : "-.", Case.Sensitive, target);
        }
    }

    [Fact]
    public async Task A_row_that_the_caller_has_is_304()
    {
        foreach (var target in new[] { "/person/3", "/person/3.csv", "/person/3?depth=2", "/person/3?fields=name" })
        {
            var tag = (await Get(target)).Header("ETag")!;
            foreach (var known in new[] { tag, $"W/{tag}", $"\"other\", {tag}", $"{tag}, W/\"other\"", "*" })
            {
                var answer = await Send("GET", target, headers: $"If-None-Match: {known}");
                (answer.Status, answer.Body, answer.Header("ETag")).ShouldBe((304, "", tag), known);
                (await Send("HEAD", target, headers: $"If-None-Match: {known}")).Status.ShouldBe(304);
            }

            (await Send("GET", target, headers: "If-None-Match: \"other\"")).Status.ShouldBe(200);
        }

        await Send("GET", "/person/99", headers: "If-None-Match: *").ShouldFail(404, "row-not-found");
    }

    [Fact]
    public async Task A_read_with_another_tag_in_If_Match_is_412()
    {
        var tag = (await Get("/person/3")).Header("ETag")!;
        (await Send("GET", "/person/3", headers: $"If-Match: {tag}")).Status.ShouldBe(200);
        (await Send("GET", "/person/3", headers: "If-Match: *")).Status.ShouldBe(200);
        await Send("GET", "/person/3", headers: "If-Match: \"other\"").ShouldFail(412, "precondition-failed");
        await Send("GET", "/person/3", headers: $"If-Match: W/{tag}").ShouldFail(412, "precondition-failed");
    }

    [Theory]
    [InlineData("PUT", """{"title":"new","code":null}""")]
    [InlineData("PATCH", """{"state":"new state"}""")]
    [InlineData("DELETE", null)]
    public async Task A_write_is_done_only_in_the_state_that_the_caller_knows(string method, string? body)
    {
        var row = await CreateAsync();
        var (path, old) = (row.Header("Location")!, row.Header("ETag")!);
        var tag = (await Patch(path, """{"state":"in between"}""")).Header("ETag")!;
        foreach (var wrong in new[] { old, "\"other\"", $"{old}, \"other\"", $"W/{tag}", "\"\"", (await Get($"{path}?fields=id")).Header("ETag")! })
            await Send(method, path, body, headers: $"If-Match: {wrong}").ShouldFail(412, "precondition-failed");
        foreach (var known in new[] { tag, $"W/{tag}", $"\"other\", {tag}", "*" })
            await Send(method, path, body, headers: $"If-None-Match: {known}").ShouldFail(412, "precondition-failed");
        (await Get(path)).Header("ETag").ShouldBe(tag);

        var answer = await Send(method, path, body, headers: $"If-Match: {old}, {tag}");
        answer.Status.ShouldBe(method == "DELETE" ? 204 : 200, answer.Body);
        (await Get(path)).Status.ShouldBe(method == "DELETE" ? 404 : 200);
    }

    [Fact]
    public async Task The_tag_of_every_representation_of_the_whole_row_will_do()
    {
        var path = (await CreateAsync()).Header("Location")!;
        foreach (var target in new[] { $"{path}.csv", $"{path}.ndjson", $"{path}?depth=2" })
        {
            var tag = (await Get(target)).Header("ETag")!;
            (await Send("PATCH", path, $$"""{"state":"{{tag[5..9]}}"}""", headers: $"If-Match: {tag}")).Status.ShouldBe(200, target);
            await Send("PATCH", path, """{"state":"x"}""", headers: $"If-Match: {tag}").ShouldFail(412, "precondition-failed");
        }

        (await Send("PATCH", path, """{"state":"x"}""", headers: "If-Match: *")).Status.ShouldBe(200);
        var answered = await Send("PATCH", $"{path}.csv", """{"state":"y"}""");
        (await Get($"{path}.csv")).Header("ETag").ShouldBe(answered.Header("ETag"));
    }

    [Fact]
    public async Task A_row_that_is_not_there_is_404_whatever_the_condition()
    {
        await Send("PATCH", "/draft/99999", """{"state":"x"}""", headers: "If-Match: \"other\"").ShouldFail(404, "row-not-found");
        await Send("DELETE", "/draft/99999", headers: "If-Match: *").ShouldFail(404, "row-not-found");
        await Send("DELETE", "/draft/99999", headers: "If-None-Match: *").ShouldFail(404, "row-not-found");
    }

    [Fact]
    public async Task Of_writes_that_know_the_same_state_one_is_done()
    {
        var row = await CreateAsync();
        var (path, tag) = (row.Header("Location")!, row.Header("ETag")!);
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(i =>
            Send("PATCH", path, $$"""{"state":"writer {{i}}"}""", headers: $"If-Match: {tag}")));
        answers.Select(answer => answer.Status).Order().ShouldBe([200, .. Enumerable.Repeat(412, 15)]);
        (await Get(path)).Header("ETag").ShouldBe(answers.Single(answer => answer.Status == 200).Header("ETag"));
    }

    [Fact]
    public async Task A_condition_that_cannot_be_checked_is_400()
    {
        const string list = "If-Match is about one row, and this call names none.";
        await Send("PATCH", "/draft?id=99999", """{"state":"x"}""", headers: "If-Match: *").ShouldFail(400, "not-applicable", list);
        await Send("DELETE", "/draft?id=99999", headers: "If-Match: *").ShouldFail(400, "not-applicable", list);
        await Send("GET", "/draft", headers: "If-Match: *").ShouldFail(400, "not-applicable", list);
        await Send("POST", "/draft", """{"title":"x"}""", headers: "If-Match: *").ShouldFail(400, "not-applicable", list);
        const string none = "If-None-Match is about one row, and this call names none.";
        await Send("PATCH", "/draft?id=99999", """{"state":"x"}""", headers: "If-None-Match: *")
            .ShouldFail(400, "not-applicable", none);
        await Send("DELETE", "/draft?id=99999", headers: "If-None-Match: *").ShouldFail(400, "not-applicable", none);
        await Send("POST", "/draft", """{"title":"x"}""", headers: "If-None-Match: *").ShouldFail(400, "not-applicable", none);
        await Send("POST", "/__batch", """{"requests":[]}""", headers: "If-None-Match: *")
            .ShouldFail(400, "not-applicable", none);
        await Send("GET", "/draft?id=99999", headers: "If-None-Match: *").ShouldAnswer(200, "[]");
        foreach (var header in new[] { "If-Match", "If-None-Match" })
        {
            await Send("DELETE", "/draft/99999", headers: $"{header}: unquoted").ShouldFail(400, "malformed-syntax",
                $"{header} is * or a list of tags in double quotes.", "Send an ETag as it was answered, with its quotes.");
        }
    }

    private Task<Answer> Send(string method, string target, string? body, string headers) =>
        Send(method, target, body is null ? null : Encoding.UTF8.GetBytes(body), headers: [headers]);

    private Task<Answer> CreateAsync() => Post("/draft", """{"title":"tagged","price":1.5}""");
}
