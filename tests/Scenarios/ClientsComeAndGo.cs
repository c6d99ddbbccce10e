using Relata.Scenarios.Stage;
using Relata.Support;

namespace Relata.Scenarios;

/// <summary>Callers who read slowly, or leave in the middle, by the thousands, beside those who ask for one row.</summary>
public sealed class ClientsComeAndGo
{
    private const int Connections = 16;

    /// <summary>The garbage collector's, as for <see cref="AMillionRowsAreStreamed"/>.</summary>
    private const long Slack = 60 * 1024 * 1024;

    private const string Schema =
        "CREATE TABLE item AS SELECT n AS id, 'item ' || n AS name FROM generate_series(1, 1000) AS n;"
        + "ALTER TABLE item ADD PRIMARY KEY (id);"
        + "CREATE VIEW big AS SELECT n AS id, repeat('x', 70) AS label FROM generate_series(1, 1000000) AS n;"

        // A gigabyte, of which the server makes no more than is read.
        + "CREATE VIEW huge AS SELECT 1000 * a + b AS id, repeat('x', 1000) AS label "
        + "FROM generate_series(0, 999) AS a, generate_series(1, 1000) AS b;";

    private static readonly string Configuration = $$"""
        {
          "limits": { "maxRows": 1000000 }, "logLevel": "error",
          "connections": { "max": {{Connections}}, "waitMilliseconds": 60000 }
        }
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Slow_readers_of_what_is_large_hold_up_neither_others_nor_the_memory()
    {
        const int slow = 4;
        await using var served = await Served.StartAsync(Schema, Configuration, Stop);
        (await Outcome.GetAsync(served.Client, "/huge?limit=10000", Stop)).IsGood.ShouldBeTrue();
        await ShouldAnswerAsync(served, 500);
        var before = ProcessMemory.PeakOf(served.Relata.Pid);

        var readers = new List<WireClient>();
        for (var i = 0; i < slow; i++)
            readers.Add(await WireClient.SendAsync(served.Client.BaseAddress, "GET /huge?limit=1000000", Stop));
        for (var round = 0; round < 5; round++)
        {
            foreach (var reader in readers) (await reader.ReadAsync(1, Stop)).Length.ShouldBe(1);
            await Poll.UntilAsync(
                async () => await served.BackendsAsync("wait_event = 'ClientWrite'", Stop) == slow, stop: Stop);
            await ShouldAnswerAsync(served, 500);
        }

        (ProcessMemory.PeakOf(served.Relata.Pid) - before).ShouldBeLessThan(Slack);
        foreach (var reader in readers) reader.Reset();
        await served.UntilQuietAsync(Stop);
        await ShouldAnswerAsync(served, 500);
        served.Relata.ShouldHaveNoFault();
    }

    [Fact]
    public async Task Thousands_who_leave_in_the_middle_leave_nothing_behind()
    {
        const int leavers = 10_000;
        await using var served = await Served.StartAsync(Schema, Configuration, Stop);
        await ShouldAnswerAsync(served, 100);

        // All leave somewhere else: before the answer, within its headers, within its rows.
        var next = 0;
        await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(async () =>
        {
            for (var i = Interlocked.Increment(ref next); i <= leavers; i = Interlocked.Increment(ref next))
            {
                var path = (i % 10) switch
                {
                    0 => "/big?limit=20000",
                    1 or 2 => "/item?limit=1000",
                    3 or 4 or 5 => $"/item?id__gt={i % 1000}&limit=5",
                    _ => $"/item/{1 + (i % 1000)}",
                };
                using var client = await WireClient.SendAsync(served.Client.BaseAddress, $"GET {path}", Stop);
                if (i % 3 != 0) await client.ReadAsync(i % 150, Stop);
                if (i % 2 == 0) client.Reset();
            }
        })));

        await served.UntilQuietAsync(Stop);
        (await served.BackendsAsync(stop: Stop)).ShouldBeLessThanOrEqualTo(Connections);
        await ShouldAnswerAsync(served, 2000);
        (await served.BackendsAsync(stop: Stop)).ShouldBeLessThanOrEqualTo(Connections);
        served.Relata.ShouldHaveNoFault();
    }

    private static async Task ShouldAnswerAsync(Served served, int times)
    {
        using var caller = new PipelinedCaller(served.Client.BaseAddress!, Stop);
        var wrong = await caller.AskAsync([.. Enumerable.Range(0, times).Select(n => 1 + (n % 1000)).Select(
            id => new Question($"/item/{id}", 200, $$"""{"id":{{id}},"name":"item {{id}}"}"""))]);
        (wrong, caller.PutOff).ShouldBe((null, 0));
    }
}
