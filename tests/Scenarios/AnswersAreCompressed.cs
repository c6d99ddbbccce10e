using System.IO.Compression;
using System.Net;
using System.Text;
using Relata.Scenarios.Stage;
using Relata.Support;

namespace Relata.Scenarios;

/// <summary>Callers accept gzip or Brotli.</summary>
public sealed class AnswersAreCompressed
{
    private const string Schema = """
        CREATE TABLE number (id INTEGER PRIMARY KEY, text TEXT);
        WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n LIMIT 100000)
        INSERT INTO number SELECT id, 'number ' || id FROM n;
        CREATE VIEW broken_late AS
            SELECT id, abs(CASE id WHEN 90000 THEN -9223372036854775807 - 1 ELSE id END) AS part FROM number;
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("gzip", "gzip")]
    [InlineData("br", "br")]
    [InlineData("gzip, deflate, br", "br")]
    [InlineData("gzip;q=0, br;q=0", null)]
    [InlineData("identity", null)]
    public async Task In_every_format_if_they_ask(string accepted, string? coding)
    {
        using var file = await SqliteFile.CreateAsync(Schema, Stop);
        await using var relata = await RelataProcess.StartAsync(file.Url, """{ "limits": { "maxRows": 100000 } }""", stop: Stop);
        foreach (var path in new[] { "/number?limit=50000", "/number.csv?limit=50000", "/number.ndjson?limit=50000", "/number/1", "/numbr" })
        {
            var plain = await relata.Client.GetAsync(new Uri(path, UriKind.Relative), Stop);
            var answer = await SendAsync(relata, HttpMethod.Get, path, ("Accept-Encoding", accepted));
            answer.StatusCode.ShouldBe(plain.StatusCode);
            answer.Content.Headers.ContentEncoding.ShouldBe(coding is null ? [] : [coding], path);
            answer.Content.Headers.ContentType.ShouldBe(plain.Content.Headers.ContentType);
            (await TextAsync(answer)).ShouldBe(await plain.Content.ReadAsStringAsync(Stop));
            var head = await SendAsync(relata, HttpMethod.Head, path, ("Accept-Encoding", accepted));
            head.StatusCode.ShouldBe(plain.StatusCode);
        }

        relata.ShouldHaveNoFault();
    }

    [Fact]
    public async Task And_the_tag_of_a_compressed_row_will_do()
    {
        using var file = await SqliteFile.CreateAsync(Schema, Stop);
        await using var relata = await RelataProcess.StartAsync(file.Url, stop: Stop);
        var plain = (await relata.Client.GetAsync(new Uri("/number/1", UriKind.Relative), Stop)).Headers.ETag!.Tag;
        var gzip = (await SendAsync(relata, HttpMethod.Get, "/number/1", ("Accept-Encoding", "gzip"))).Headers.ETag!.Tag;
        gzip.ShouldBe($"{plain[..^1]}+gzip\"");
        foreach (var tag in new[] { plain, gzip })
        {
            (await SendAsync(relata, HttpMethod.Get, "/number/1", ("Accept-Encoding", "gzip"), ("If-None-Match", tag)))
                .StatusCode.ShouldBe(HttpStatusCode.NotModified);
        }

        (await SendAsync(relata, HttpMethod.Delete, "/number/1", ("If-Match", gzip))).StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task And_a_stream_that_breaks_still_shows_it()
    {
        using var file = await SqliteFile.CreateAsync(Schema, Stop);
        await using var relata = await RelataProcess.StartAsync(file.Url, """{ "limits": { "maxRows": 100000 } }""", stop: Stop);
        foreach (var suffix in new[] { "json", "csv" })
        {
            await Should.ThrowAsync<HttpRequestException>(
                () => SendAsync(relata, HttpMethod.Get, $"/broken_late.{suffix}?limit=100000", ("Accept-Encoding", "gzip")));
        }

        var lines = await SendAsync(relata, HttpMethod.Get, "/broken_late.ndjson?limit=100000", ("Accept-Encoding", "br"));
        (await TextAsync(lines)).Split('\n')[^2].ShouldStartWith("{\"error\":{\"type\":\"urn:relata:failure:");
        relata.ShouldHaveNoFault();
    }

    [Fact]
    public async Task Unless_the_operator_switches_it_off()
    {
        using var file = await SqliteFile.CreateAsync(Schema, Stop);
        await using var relata = await RelataProcess.StartAsync(file.Url, """{ "compression": false }""", stop: Stop);
        var answer = await SendAsync(relata, HttpMethod.Get, "/number", ("Accept-Encoding", "gzip"));
        answer.Content.Headers.ContentEncoding.ShouldBeEmpty();
        answer.Headers.Vary.ShouldBe(["Accept"]);
    }

    private static async Task<HttpResponseMessage> SendAsync(
        RelataProcess relata, HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await relata.Client.SendAsync(request, Stop);
    }

    private static async Task<string> TextAsync(HttpResponseMessage answer)
    {
        var bytes = await answer.Content.ReadAsStreamAsync(Stop);
        await using var plain = answer.Content.Headers.ContentEncoding.SingleOrDefault() switch
        {
            "gzip" => new GZipStream(bytes, CompressionMode.Decompress),
            "br" => new BrotliStream(bytes, CompressionMode.Decompress),
            _ => bytes,
        };
        using var reader = new StreamReader(plain, Encoding.UTF8);
        return await reader.ReadToEndAsync(Stop);
    }
}
