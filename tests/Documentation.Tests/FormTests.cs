using Relata.Documentation.Tests.Examples;

namespace Relata.Documentation.Tests;

/// <summary>What the form of the examples means.</summary>
public sealed class FormTests
{
    private static readonly Answer Page = new(
        "HTTP/1.1 200 OK",
        new Dictionary<string, string>
        {
            ["Content-Type"] = "application/json",
            ["Link"] = "</tag?cursor=a%2Fb>; rel=\"next\"",
        },
        """[{"id":1},{"id":2},{"id":3}]""");

    [Fact]
    public void A_command_is_sent_as_curl_sends_it()
    {
        var patch = CurlCommand.Parse(
            "curl -i -X PATCH -H 'If-Match: \"1\"' -H 'accept: a/b' --json '[\"c d\"]' 'http://127.0.0.1:8080/tag/1?x=%20'");
        (patch.Method, patch.Target, patch.Body).ShouldBe(("PATCH", "/tag/1?x=%20", "[\"c d\"]"));
        patch.Headers.Select(header => $"{header.Key}: {header.Value}")
            .ShouldBe(["Accept: a/b", "Content-Type: application/json", "If-Match: \"1\""], ignoreOrder: true);

        CurlCommand.Parse("curl -I 'http://127.0.0.1:8080/tag'").Method.ShouldBe("HEAD");
        CurlCommand.Parse("curl -i --data 'a' 'http://127.0.0.1:8080/tag'").Method.ShouldBe("POST");
    }

    [Theory]
    [InlineData("curl 'http://127.0.0.1:8080/tag'")]
    [InlineData("curl -i http://127.0.0.1:8080/tag?a=1&b=2")]
    [InlineData("curl -i 'http://127.0.0.1:8080/tag?a=[1]'")]
    [InlineData("curl -i 'http://127.0.0.1:8080/tag?a=ü'")]
    [InlineData("curl -i 'http://127.0.0.1:8080/tag' -X DELETE")]
    [InlineData("curl -i -k 'http://127.0.0.1:8080/tag'")]
    [InlineData("curl -i 'http://localhost:8080/tag'")]
    [InlineData("curl -i 'http://127.0.0.1:8080/tag")]
    public void A_command_of_another_form_is_refused(string line) =>
        Should.Throw<FormatException>(() => CurlCommand.Parse(line));

    [Fact]
    public void Dots_stand_for_anything_and_the_first_are_remembered()
    {
        ShouldMatch("HTTP/1.1 200 OK", "Link: </tag?cursor=…>; …", "", "[{\"id\":1},", "  …,", " {\"id\":3}]")
            .ShouldBe("a%2Fb");
        ShouldMatch("HTTP/1.1 200 OK", "", """[{"id":1},{"id":2},{"id":3}]""").ShouldBeNull();
        Should.Throw<ShouldAssertException>(() => ShouldMatch("HTTP/1.1 200 OK", "", """[{"id":1},…,{"id":4}]"""));
        Should.Throw<ShouldAssertException>(() => ShouldMatch("HTTP/1.1 200 OK", "Link: x", "", "…"));
        Should.Throw<ShouldAssertException>(() => ShouldMatch("HTTP/1.1 200 OK"));
        Should.Throw<ShouldAssertException>(() => ShouldMatch("HTTP/1.1 201 Created", "", "…"));
    }

    [Fact]
    public void Line_breaks_mean_something_outside_of_JSON()
    {
        var csv = new Dictionary<string, string> { ["Content-Type"] = "text/csv" };
        var text = Page with { Headers = csv, Body = "a\r\n b\r\n" };
        ExpectedAnswer.Parse(["", text.Status, "", "a", " b"]).ShouldMatch(text).ShouldBeNull();
        Should.Throw<ShouldAssertException>(() => ExpectedAnswer.Parse(["", text.Status, "", "a b"]).ShouldMatch(text));
    }

    private static string? ShouldMatch(params string[] lines) => ExpectedAnswer.Parse(["", .. lines]).ShouldMatch(Page);
}
