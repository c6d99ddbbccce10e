using Relata.Scenarios.Stage;
using Relata.Support;

namespace Relata.Scenarios;

/// <summary>Callers start to read a large answer and then their connections break.</summary>
public sealed class ClientVanishesMidResponse
{
    private const int Pool = 4;

    /// <summary>24 MB as JSON: far more than the sockets and buffers on the way can hold.</summary>
    private const string Big =
        "CREATE TABLE big AS SELECT n AS id, repeat('x', 100) AS filler FROM generate_series(1, 200000) AS n;"
        + "ALTER TABLE big ADD PRIMARY KEY (id);";

    private static readonly string Configuration = $$"""
        {
          "limits": { "maxRows": 1000000 },
          "connections": { "max": {{Pool}}, "waitMilliseconds": 60000 }
        }
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Their_queries_end_in_PostgreSQL_and_the_connections_are_kept()
    {
        await using var served = await Served.StartAsync(Big, Configuration, Stop);

        await LeaveAsync(served.Relata);

        await served.UntilQuietAsync(Stop);
        (await served.BackendsAsync(stop: Stop)).ShouldBeLessThanOrEqualTo(Pool);
        await ShouldAnswerAsync(served.Relata);
        (await served.BackendsAsync(stop: Stop)).ShouldBeLessThanOrEqualTo(Pool);
    }

    [Fact]
    public async Task Their_connections_to_SQLite_come_back()
    {
        using var file = await SqliteFile.CreateAsync(
            """
            CREATE TABLE big (id INTEGER PRIMARY KEY, filler TEXT NOT NULL);
            WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n WHERE id < 200000)
            INSERT INTO big SELECT id, hex(zeroblob(50)) FROM n;
            """,
            Stop);
        await using var relata = await RelataProcess.StartAsync(file.Url, Configuration, stop: Stop);

        await LeaveAsync(relata);

        await ShouldAnswerAsync(relata);
    }

    private static async Task LeaveAsync(RelataProcess relata)
    {
        await Task.WhenAll(Enumerable.Range(0, 24).Select(async caller =>
        {
            using var client = await WireClient.SendAsync(relata.Client.BaseAddress, "GET /big?limit=200000", Stop);
            (await client.ReadAsync(100 + (caller * 1000), Stop)).ShouldStartWith("HTTP/1.1 200 OK");
            if (caller % 2 == 0) client.Reset();
        }));

        // A request is logged when the server has done with it.
        await Poll.UntilAsync(
            () => relata.Logged("Information").Count(entry => entry.Contains("/big")) == 24, stop: Stop);
    }

    /// <summary>As many at once as there are connections: none of them may be lost.</summary>
    private static async Task ShouldAnswerAsync(RelataProcess relata)
    {
        var answers = await Task.WhenAll(Enumerable.Range(1, Pool).Select(
            id => Outcome.GetAsync(relata.Client, $"/big?limit=50000&id__gte={id}", Stop)));
        foreach (var answer in answers)
        {
            answer.IsGood.ShouldBeTrue(answer.Text);
            answer.Text.ShouldEndWith("}]");
        }

        relata.ShouldHaveNoFault();
    }
}
