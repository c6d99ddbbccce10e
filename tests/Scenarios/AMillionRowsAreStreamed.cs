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
    public async Task As_CSV_and_lines_of_JSON_with_flat_memory()
    {
        const string schema =
            "CREATE VIEW big AS SELECT n AS id, repeat('x', 70) AS label FROM generate_series(1, 1000000) AS n;";
        await using var served = await Served.StartAsync(schema, Configuration, Stop);
        await CountLinesAsync(served.Relata, "csv", 10_000, id => $"{id},");
        var before = ProcessMemory.PeakOf(served.Relata.Pid);

        (await CountLinesAsync(served.Relata, "csv", Rows, id => $"{id},")).ShouldBe(Rows + 1);
        (await CountLinesAsync(served.Relata, "ndjson", Rows, id => $"{{\"id\":{id + 1},")).ShouldBe(Rows);

        (ProcessMemory.PeakOf(served.Relata.Pid) - before).ShouldBeLessThan(Slack);
        served.Relata.ShouldHaveNoFault();
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

    /// <summary>Reads the lines of a list; each but a header starts as the one that belongs in its place.</summary>
    private static async Task<int> CountLinesAsync(RelataProcess relata, string suffix, int limit, Func<int, string> start)
    {
        var count = 0;
        using var lines = new StreamReader(
            await relata.Client.GetStreamAsync(new Uri($"/big.{suffix}?limit={limit}", UriKind.Relative), Stop));
        for (; await lines.ReadLineAsync(Stop) is { } line; count++)
        {
            if (!line.StartsWith(start(count), StringComparison.Ordinal) && line != "id,label")
                Assert.Fail($"Line {count} is {line}.");
        }

        return count;
    }

    private sealed record Row(int Id, string Label);
}
