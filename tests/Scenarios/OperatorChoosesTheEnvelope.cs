using Relata.Scenarios.Stage;
using Relata.Support;

namespace Relata.Scenarios;

/// <summary>The operator says what stands around rows where a request does not.</summary>
public sealed class OperatorChoosesTheEnvelope
{
    private const string Notes =
        "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT); INSERT INTO note VALUES (1, 'a'), (2, 'b'), (3, 'c');";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lists_are_answered_as_Django_REST_Framework_does()
    {
        using var file = await SqliteFile.CreateAsync(Notes, Stop);
        await using var relata = await StartAsync(file, "drf");
        var origin = relata.Client.BaseAddress!.GetLeftPart(UriPartial.Authority);
        await ShouldAnswerAsync(relata, "/note?limit=1&fields=id",
            $$"""{"count":3,"next":"{{origin}}/note?fields=id&limit=1&offset=1","previous":null,"results":[{"id":1}]}""");
        await ShouldAnswerAsync(relata, "/note?limit=1&envelope=none", """[{"id":1,"text":"a"}]""");
        await ShouldAnswerAsync(relata, "/note?limit=1&fields=id&envelope=djangolang",
            """{"status":200,"success":true,"objects":[{"id":1}],"count":1,"total_count":3,"limit":1,"offset":0}""");
        await ShouldAnswerAsync(relata, "/note/1", """{"id":1,"text":"a"}""");
        await ShouldAnswerAsync(relata, "/note.csv?limit=1", "id,text\r\n1,a\r\n");
    }

    [Fact]
    public async Task Everything_is_answered_as_djangolang_does()
    {
        using var file = await SqliteFile.CreateAsync(Notes, Stop);
        await using var relata = await StartAsync(file, "djangolang");
        await ShouldAnswerAsync(relata, "/note?limit=1&fields=id",
            """{"status":200,"success":true,"objects":[{"id":1}],"count":1,"total_count":3,"limit":1,"offset":0}""");
        await ShouldAnswerAsync(relata, "/note?limit=1&envelope=none", """[{"id":1,"text":"a"}]""");
        await ShouldAnswerAsync(relata, "/note/1?fields=id", OfOne(200, 1));
        await ShouldAnswerAsync(relata, "/note/1?fields=id&envelope=none", """{"id":1}""");
        await ShouldAnswerAsync(relata, "/note/1?fields=id&envelope=drf", """{"id":1}""");
        (await Outcome.PostAsync(relata.Client, "/note?fields=id", """{"id":4}""", Stop)).Text.ShouldBe(OfOne(201, 4));
        (await Outcome.PostAsync(relata.Client, "/note?fields=id&envelope=none", """{"id":5}""", Stop)).Text
            .ShouldBe("""{"id":5}""");
        (await Outcome.SendAsync(relata.Client, HttpMethod.Patch, "/note/4?fields=id", """{"text":"d"}""", Stop)).Text
            .ShouldBe(OfOne(200, 4));
    }

    private static Task<RelataProcess> StartAsync(SqliteFile file, string envelope) =>
        RelataProcess.StartAsync(file.Url, $$"""{ "rest": { "envelope": "{{envelope}}" } }""", stop: Stop);

    private static async Task ShouldAnswerAsync(RelataProcess relata, string path, string body) =>
        (await Outcome.GetAsync(relata.Client, path, Stop)).Text.ShouldBe(body);

    private static string OfOne(int status, int id) =>
        $$"""{"status":{{status}},"success":true,"objects":[{"id":{{id}}}],"count":1,"total_count":1,"limit":0,"offset":0}""";
}
