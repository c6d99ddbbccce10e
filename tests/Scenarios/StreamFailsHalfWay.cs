using System.Net;
using System.Text.Json.Nodes;
using Relata.Scenarios.Stage;
using Relata.Support;

namespace Relata.Scenarios;

/// <summary>The database fails when a part of the answer has been sent already, or just before.</summary>
public sealed class StreamFailsHalfWay
{
    private const string Configuration = """{ "connections": { "max": 1 } }""";

    /// <summary>
    /// Row 5,000 of <c>broken_late</c>, behind more than the first piece of an answer, and row 2 of <c>broken_early</c> cannot be
    /// computed.
    /// </summary>
    private const string PostgresSchema = """
        CREATE VIEW broken_late AS SELECT n AS id, 1 / (n - 5000) AS part, repeat('x', 250) AS filler
            FROM generate_series(1, 10000) AS n;
        CREATE VIEW broken_early AS SELECT n AS id, 1 / (n - 2) AS part FROM generate_series(1, 10000) AS n;
        CREATE VIEW sound AS SELECT 1 AS id;
        """;

    private const string SqliteSchema = """
        CREATE TABLE number (id INTEGER PRIMARY KEY);
        WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n LIMIT 10000)
        INSERT INTO number SELECT id FROM n;
        CREATE VIEW broken_late AS
            SELECT id, abs(CASE id WHEN 5000 THEN -9223372036854775807 - 1 ELSE id END) AS part, hex(zeroblob(125)) AS filler
            FROM number;
        CREATE VIEW broken_early AS
            SELECT id, abs(CASE id WHEN 2 THEN -9223372036854775807 - 1 ELSE id END) AS part FROM number;
        CREATE VIEW sound AS SELECT 1 AS id;
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("npgsql")]
    [InlineData("wire")]
    public async Task On_PostgreSQL_an_answer_that_has_begun_ends_abnormally(string reads)
    {
        await using var served = await Served.StartAsync(PostgresSchema, Reading(reads), Stop);
        await ShouldEndAbnormallyAsync(served.Relata);
    }

    [Fact]
    public async Task On_SQLite_an_answer_that_has_begun_ends_abnormally()
    {
        using var file = await SqliteFile.CreateAsync(SqliteSchema, Stop);
        await using var relata = await RelataProcess.StartAsync(file.Url, Configuration, stop: Stop);
        await ShouldEndAbnormallyAsync(relata);
    }

    [Theory]
    [InlineData("npgsql")]
    [InlineData("wire")]
    public async Task On_PostgreSQL_lines_of_JSON_end_with_the_problem(string reads)
    {
        await using var served = await Served.StartAsync(PostgresSchema, Reading(reads), Stop);
        await ShouldEndWithProblemAsync(served.Relata);
    }

    [Fact]
    public async Task On_SQLite_lines_of_JSON_end_with_the_problem()
    {
        using var file = await SqliteFile.CreateAsync(SqliteSchema, Stop);
        await using var relata = await RelataProcess.StartAsync(file.Url, Configuration, stop: Stop);
        await ShouldEndWithProblemAsync(relata);
    }

    [Theory]
    [InlineData("npgsql")]
    [InlineData("wire")]
    public async Task On_PostgreSQL_an_answer_that_has_not_begun_is_a_problem(string reads)
    {
        await using var served = await Served.StartAsync(PostgresSchema, Reading(reads), Stop);
        await ShouldBeProblemAsync(served.Relata, HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task On_SQLite_an_answer_that_has_not_begun_is_a_problem()
    {
        using var file = await SqliteFile.CreateAsync(SqliteSchema, Stop);
        await using var relata = await RelataProcess.StartAsync(file.Url, Configuration, stop: Stop);
        await ShouldBeProblemAsync(relata, HttpStatusCode.UnprocessableEntity);
    }

    private static string Reading(string way) => $$"""{ "postgres": { "reads": "{{way}}" }, "connections": { "max": 8 } }""";

    private static async Task ShouldEndAbnormallyAsync(RelataProcess relata)
    {
        using var client = await WireClient.SendAsync(relata.Client.BaseAddress, "GET /broken_late?limit=10000", Stop);
        var answer = await client.ReadToEndAsync(Stop);
        answer.ShouldStartWith("HTTP/1.1 200 OK\r\n");
        answer.ShouldContain("Transfer-Encoding: chunked\r\n");
        answer.ShouldNotEndWith("\r\n0\r\n\r\n");
        answer.ShouldNotContain("urn:relata:failure");

        (await Outcome.GetAsync(relata.Client, "/broken_late?limit=10000", Stop)).IsCutOff.ShouldBeTrue();
        (await Outcome.GetAsync(relata.Client, "/broken_late.csv?limit=10000", Stop)).IsCutOff.ShouldBeTrue();
        (await Outcome.GetAsync(relata.Client, "/sound", Stop)).Text.ShouldBe("""[{"id":1}]""");
        relata.ShouldHaveNoFault();
    }

    private static async Task ShouldEndWithProblemAsync(RelataProcess relata)
    {
        var answer = await Outcome.GetAsync(relata.Client, "/broken_late.ndjson?limit=10000", Stop);
        answer.Status.ShouldBe(HttpStatusCode.OK, answer.Text);
        var lines = answer.Text.Split('\n');
        lines[^1].ShouldBe("");
        var error = lines[^2].ShouldBeJson()["error"].ShouldNotBeNull();
        error["type"]!.ToString().ShouldStartWith("urn:relata:failure:");
        ((int?)error["status"]).ShouldBe(422);
        var rows = lines[..^2];
        rows.Length.ShouldBeInRange(1, 4999);
        rows.Index().ShouldAllBe(row => (int?)JsonNode.Parse(row.Item)!["id"] == row.Index + 1);
        (await Outcome.GetAsync(relata.Client, "/__metrics", Stop)).Text
            .ShouldContain("relata_requests_total{status=\"4xx\"} 1\n");
        (await Outcome.GetAsync(relata.Client, "/sound", Stop)).Text.ShouldBe("""[{"id":1}]""");
        relata.ShouldHaveNoFault();
    }

    private static async Task ShouldBeProblemAsync(RelataProcess relata, HttpStatusCode status)
    {
        var answer = await Outcome.GetAsync(relata.Client, "/broken_early?limit=10000", Stop);
        answer.Status.ShouldBe(status, answer.Text);
        answer.Text.ShouldBeJson()["type"]!.ToString().ShouldStartWith("urn:relata:failure:");
        foreach (var suffix in new[] { "csv", "ndjson" })
        {
            var other = await Outcome.GetAsync(relata.Client, $"/broken_early.{suffix}?limit=10000", Stop);
            (other.Status, other.Text).ShouldBe((answer.Status, answer.Text));
        }

        (await Outcome.GetAsync(relata.Client, "/sound", Stop)).Text.ShouldBe("""[{"id":1}]""");
        relata.ShouldHaveNoFault();
    }
}
