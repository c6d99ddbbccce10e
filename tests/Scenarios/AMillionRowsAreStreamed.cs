using System.Text.Json;
using Relata.Scenarios.Stage;
using Relata.Support;

namespace Relata.Scenarios;

/// <summary>Callers ask for answers that are larger than the memory that anybody wants to give the server.</summary>
public sealed class AMillionRowsAreStreamed
{
    private const int Rows = 1_000_000;

    /// <summary>
    /// The body is about 100 MB, so a server that held it would be far above. What is below is the garbage collector's:
    /// it lets the young generation grow to the size of the processor's cache before it collects.
    /// </summary>
    private const long Slack = 60 * 1024 * 1024;

    private const string Configuration = """
        { "limits": { "maxRows": 1000000 }, "connections": { "max": 2 } }
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task From_PostgreSQL_with_flat_memory()
    {
        const string schema =
            "CREATE TABLE big AS SELECT n AS id, repeat('x', 70) AS label FROM generate_series(1, 1000000) AS n;"
            + "ALTER TABLE big ADD PRIMARY KEY (id);";
        await using var served = await Served.StartAsync(schema, Configuration, Stop);

        await ShouldStreamAsync(served.Relata);
    }

    [Fact]
    public async Task From_SQLite_with_flat_memory()
    {
        using var file = await SqliteFile.CreateAsync(
            """
            CREATE VIEW big AS
                WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n LIMIT 1000000)
                SELECT id, hex(zeroblob(35)) AS label FROM n;
            """,
            Stop);
        await using var relata = await RelataProcess.StartAsync(file.Url, Configuration, stop: Stop);

        await ShouldStreamAsync(relata);
    }

    [Fact]
    public async Task A_slow_reader_holds_the_database_up_and_not_the_memory()
    {
        const string schema =
            "CREATE VIEW big AS SELECT n AS id, repeat('x', 70) AS label FROM generate_series(1, 1000000) AS n;";
        await using var served = await Served.StartAsync(schema, Configuration, Stop);
        (await CountAsync(served.Relata, 10_000)).ShouldBe(10_000);
        var before = ProcessMemory.PeakOf(served.Relata.Pid);

        using var reader = await WireClient.SendAsync(served.Client.BaseAddress, $"GET /big?limit={Rows}", Stop);
        await reader.ReadAsync(1000, Stop);
        for (var pause = 0; pause < 5; pause++)
        {
            // PostgreSQL waits for the server to take more, which it does not while nobody takes more from it.
            await Poll.UntilAsync(
                async () => await served.BackendsAsync("wait_event = 'ClientWrite'", Stop) == 1, stop: Stop);
            await reader.ReadAsync(1_000_000, Stop);
        }

        (ProcessMemory.PeakOf(served.Relata.Pid) - before).ShouldBeLessThan(Slack);
        reader.Reset();
        await served.UntilQuietAsync(Stop);
        served.Relata.ShouldHaveNoFault();
    }

    private static async Task ShouldStreamAsync(RelataProcess relata)
    {
        (await CountAsync(relata, 10_000)).ShouldBe(10_000);
        var before = ProcessMemory.PeakOf(relata.Pid);

        (await CountAsync(relata, Rows)).ShouldBe(Rows);

        (ProcessMemory.PeakOf(relata.Pid) - before).ShouldBeLessThan(Slack);
        relata.ShouldHaveNoFault();
    }

    /// <summary>Reads a list to its end and counts the rows; each is the one that belongs in its place.</summary>
    private static async Task<int> CountAsync(RelataProcess relata, int limit)
    {
        var count = 0;
        var list = new Uri($"/big?limit={limit}", UriKind.Relative);
        await using var body = await relata.Client.GetStreamAsync(list, Stop);
        await foreach (var row in JsonSerializer.DeserializeAsyncEnumerable<Row>(body, JsonSerializerOptions.Web, Stop))
        {
            if (row is { Label.Length: 70 } && row.Id == count + 1) count++;
            else Assert.Fail($"After row {count} comes {row}.");
        }

        return count;
    }

    private sealed record Row(int Id, string Label);
}
