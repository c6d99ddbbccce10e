using System.Net;
using Relata.Support;

namespace Relata.Scenarios;

/// <summary>Scripts of pages that come from other origins than the server (CORS).</summary>
public sealed class BrowsersCallFromElsewhere
{
    private const string Schema = "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT); INSERT INTO note VALUES (1, 'a');";
    private const string Shop = "https://shop.example";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_a_setting_nothing_is_said_about_origins()
    {
        using var file = await SqliteFile.CreateAsync(Schema, Stop);
        await using var relata = await RelataProcess.StartAsync(file.Url, stop: Stop);
        var answer = await SendAsync(relata, "GET", "/note/1", $"Origin: {Shop}");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        Header(answer, "Access-Control-Allow-Origin").ShouldBeNull();
        Header(answer, "Vary").ShouldBe("Accept, Accept-Encoding");
    }

    [Fact]
    public async Task An_origin_that_is_allowed_is_answered_and_any_other_is_not()
    {
        using var file = await SqliteFile.CreateAsync(Schema, Stop);
        await using var relata = await RelataProcess.StartAsync(
            file.Url, """{ "cors": { "origins": ["https://shop.example"], "credentials": true } }""", stop: Stop);
        foreach (var path in new[] { "/note", "/note/1", "/note/99", "/nothing", "/note?x=1", "/__schema" })
        {
            var answer = await SendAsync(relata, "GET", path, $"Origin: {Shop}");
            Header(answer, "Access-Control-Allow-Origin").ShouldBe(Shop, path);
            Header(answer, "Access-Control-Allow-Credentials").ShouldBe("true");
            Header(answer, "Access-Control-Expose-Headers")!.ShouldContain("ETag");
            Header(answer, "Vary")!.Split(", ").Count(name => name == "Origin").ShouldBe(1, path);
            Header(await SendAsync(relata, "GET", path, "Origin: https://evil.example"), "Access-Control-Allow-Origin").ShouldBeNull();
        }

        Header(await SendAsync(relata, "GET", "/note"), "Vary").ShouldBe("Accept, Accept-Encoding, Origin");
    }

    [Fact]
    public async Task A_preflight_request_is_answered_without_the_database()
    {
        using var file = await SqliteFile.CreateAsync(Schema, Stop);
        await using var relata = await RelataProcess.StartAsync(
            file.Url,
            """{ "cors": { "origins": ["*"], "methods": ["GET", "PATCH"], "headers": ["If-Match"], "maxAgeSeconds": 5 } }""",
            stop: Stop);
        var answer = await SendAsync(relata, "OPTIONS", "/note/1",
            $"Origin: {Shop}", "Access-Control-Request-Method: PATCH", "Access-Control-Request-Headers: if-match");
        answer.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        Header(answer, "Access-Control-Allow-Origin").ShouldBe("*");
        Header(answer, "Access-Control-Allow-Methods")!.ShouldContain("PATCH");
        Header(answer, "Access-Control-Allow-Headers")!.ShouldBe("If-Match", StringCompareShould.IgnoreCase);
        Header(answer, "Access-Control-Max-Age").ShouldBe("5");

        var refused = await SendAsync(relata, "OPTIONS", "/note/1", $"Origin: {Shop}", "Access-Control-Request-Method: DELETE");
        Header(refused, "Access-Control-Allow-Methods")?.ShouldNotContain("DELETE");
        Header(await SendAsync(relata, "OPTIONS", "/note/1"), "Allow").ShouldBe("GET, HEAD, OPTIONS, PUT, PATCH, DELETE");
    }

    [Fact]
    public async Task Every_method_may_be_used_unless_the_operator_says_otherwise()
    {
        using var file = await SqliteFile.CreateAsync(Schema, Stop);
        await using var relata = await RelataProcess.StartAsync(
            file.Url, """{ "cors": { "origins": ["https://shop.example"] } }""", stop: Stop);
        var answer = await SendAsync(relata, "OPTIONS", "/note",
            $"Origin: {Shop}", "Access-Control-Request-Method: QUERY", "Access-Control-Request-Headers: content-type");
        answer.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        Header(answer, "Access-Control-Allow-Origin").ShouldBe(Shop);
        Header(answer, "Access-Control-Allow-Methods")!.Split(',')
            .ShouldBe(["GET", "HEAD", "QUERY", "POST", "PUT", "PATCH", "DELETE"], ignoreOrder: true);
    }

    private static async Task<HttpResponseMessage> SendAsync(
        RelataProcess relata, string method, string path, params string[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        foreach (var header in headers)
            request.Headers.TryAddWithoutValidation(header[..header.IndexOf(':')], header[(header.IndexOf(':') + 2)..]);
        return await relata.Client.SendAsync(request, Stop);
    }

    private static string? Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) || answer.Content.Headers.TryGetValues(name, out values)
            ? string.Join(", ", values)
            : null;
}
