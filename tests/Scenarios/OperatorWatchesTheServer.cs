using System.Net;
using System.Text.RegularExpressions;
using Relata.Scenarios.Stage;
using Relata.Support;

namespace Relata.Scenarios;

/// <summary>The operator looks at the numbers of a server, or keeps others from it.</summary>
public sealed partial class OperatorWatchesTheServer
{
    private const string Notes = "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT); INSERT INTO note VALUES (1, 'a');";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("npgsql")]
    [InlineData("wire")]
    public async Task Each_read_of_PostgreSQL_went_one_way(string reads)
    {
        await using var served = await Served.StartAsync(
            Notes, $$"""{ "postgres": { "reads": "{{reads}}" } }""", Stop);
        var before = await ReadsAsync(served.Client);
        before.Keys.Order().ShouldBe(["npgsql", "wire-lane", "wire-pipe"]);
        var page = await File.ReadAllTextAsync(Repository.PathOf("docs", "metrics.md"), Stop);
        foreach (Match family in Families().Matches(await MetricsAsync(served.Client)))
            page.ShouldContain($"| `{family.Groups[1].Value}` | ");

        for (var i = 0; i < 5; i++) (await Outcome.GetAsync(served.Client, "/note/1", Stop)).IsGood.ShouldBeTrue();
        (await Outcome.PostAsync(served.Client, "/note", """{"id":2}""", Stop)).IsGood.ShouldBeTrue();
        (await Outcome.GetAsync(served.Client, "/__health/ready", Stop)).IsGood.ShouldBeTrue();

        var after = await ReadsAsync(served.Client);
        (after.Values.Sum() - before.Values.Sum()).ShouldBe(5);
        if (reads == "npgsql") (after["npgsql"] - before["npgsql"]).ShouldBe(5);
    }

    [Fact]
    public async Task A_way_of_reads_that_does_not_fit_ends_the_start()
    {
        using var file = await SqliteFile.CreateAsync(Notes, Stop);
        var result = await RelataProcess.RunAsync(
            ["serve", "--database", file.Url, "--postgres-reads", "npgsql"], stop: Stop);
        (result.ExitCode, result.Errors).ShouldBe(
            (2, "relata: --postgres-reads means nothing here: the database is not PostgreSQL\n"));
    }

    [Fact]
    public async Task Nothing_is_there_when_it_is_switched_off()
    {
        using var file = await SqliteFile.CreateAsync(Notes, Stop);
        const string off = """{ "metrics": { "endpoint": false } }""";
        await using var chain = await Chain.StartAsync(file.Url, off, off, Stop);
        foreach (var relata in new[] { chain.Inner!, chain.Front })
            (await Outcome.GetAsync(relata.Client, "/__metrics", Stop)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_server_in_front_counts_what_it_answered_itself()
    {
        using var file = await SqliteFile.CreateAsync(Notes, Stop);
        await using var chain = await Chain.StartAsync(file.Url, stop: Stop);
        for (var i = 0; i < 3; i++)
            (await Outcome.GetAsync(chain.Front.Client, "/note", Stop)).Status.ShouldBe(HttpStatusCode.NotFound);
        await Poll.UntilAsync(async () => await RefusedAsync(chain.Front) == 3, stop: Stop);
        (await RefusedAsync(chain.Inner!)).ShouldBe(0);
        (await MetricsAsync(chain.Front.Client)).ShouldNotContain("relata_reads_total");
    }

    private static async Task<long> RefusedAsync(RelataProcess relata) =>
        long.Parse(Refused().Match(await MetricsAsync(relata.Client)).Groups[1].Value);

    private static async Task<Dictionary<string, long>> ReadsAsync(HttpClient client) =>
        Reads().Matches(await MetricsAsync(client))
            .ToDictionary(match => match.Groups[1].Value, match => long.Parse(match.Groups[2].Value));

    private static Task<string> MetricsAsync(HttpClient client) => client.GetStringAsync("/__metrics", Stop);

    [GeneratedRegex("^# TYPE ([a-z_]+) ", RegexOptions.Multiline)]
    private static partial Regex Families();

    [GeneratedRegex("""^relata_reads_total\{path="([^"]+)"\} (\d+)$""", RegexOptions.Multiline)]
    private static partial Regex Reads();

    [GeneratedRegex("""^relata_requests_total\{status="4xx"\} (\d+)$""", RegexOptions.Multiline)]
    private static partial Regex Refused();
}
