using Relata.Scenarios.Stage;
using Relata.Support;

namespace Relata.Scenarios;

/// <summary>An administrator, or a failover, ends the server's connections to PostgreSQL.</summary>
public sealed class DatabaseConnectionIsKilled
{
    private const int Pool = 8;

    /// <summary>The others are for short reads, which share them.</summary>
    private const int ForOneRead = 6;

    private const string Items =
        "CREATE TABLE item AS SELECT n AS id, 'item ' || n AS name FROM generate_series(1, 1000) AS n;"
        + "ALTER TABLE item ADD PRIMARY KEY (id);";

    private static readonly string Configuration = $$"""
        { "connections": { "max": {{Pool}} }, "logLevel": "error" }
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Readers_under_load_get_200_or_503_and_afterwards_only_200()
    {
        await using var served = await Served.StartAsync(Items, Configuration, Stop);
        await using var load = Load.Start(Pool, (client, turn) =>
            Outcome.GetAsync(served.Client, $"/item?limit=10&offset={client * turn % 900}", Stop));

        for (var round = 0; round < 10; round++)
        {
            await load.GoOnAsync(50, Stop);
            (await served.KillBackendsAsync(Stop)).ShouldBeGreaterThan(0);
        }

        // What the last kill hit is answered first. A dead connection can lie idle for long where few are needed.
        await load.GoOnAsync(100, Stop);
        await load.UntilGoodAsync(400, Stop);
        var outcomes = await load.StopAsync();
        outcomes.Where(outcome => !outcome.IsGood && !outcome.IsUnavailable).ShouldBeEmpty();
        (await served.BackendsAsync(stop: Stop)).ShouldBeLessThanOrEqualTo(Pool);
        served.Relata.ShouldHaveNoFault();
    }

    [Fact]
    public async Task A_connection_that_died_while_idle_is_replaced_unnoticed()
    {
        await using var served = await Served.StartAsync(Items + Gate.View, Configuration, Stop);
        await FillPoolAsync(served);

        (await served.KillBackendsAsync(Stop)).ShouldBeInRange(ForOneRead, Pool);
        await Poll.UntilAsync(async () => await served.BackendsAsync(stop: Stop) == 0, stop: Stop);

        (await Outcome.GetAsync(served.Client, "/item/7", Stop)).Text.ShouldBe("""{"id":7,"name":"item 7"}""");
        (await Outcome.PostAsync(served.Client, "/item", """{"id":5000,"name":"new"}""", Stop)).IsGood.ShouldBeTrue();
    }

    [Fact]
    public async Task Readers_who_find_only_dead_connections_at_once_get_200_or_503_and_then_only_200()
    {
        await using var served = await Served.StartAsync(Items + Gate.View, Configuration, Stop);
        await FillPoolAsync(served);

        (await served.KillBackendsAsync(Stop)).ShouldBeInRange(ForOneRead, Pool);
        await Poll.UntilAsync(async () => await served.BackendsAsync(stop: Stop) == 0, stop: Stop);

        // A second try that meets another dead connection is the last one.
        (await AskAtOnceAsync(served)).ShouldAllBe(answer => answer.IsGood || answer.IsUnavailable);
        await Poll.UntilAsync(async () => (await AskAtOnceAsync(served)).All(answer => answer.IsGood), stop: Stop);
        (await AskAtOnceAsync(served)).ShouldAllBe(answer => answer.IsGood);
        served.Relata.ShouldHaveNoFault();
    }

    private static Task<Outcome[]> AskAtOnceAsync(Served served) => Task.WhenAll(
        Enumerable.Range(1, Pool).Select(id => Outcome.GetAsync(served.Client, $"/item/{id}", Stop)));

    /// <summary>Opens all connections for one read at a time and leaves them idle.</summary>
    private static async Task FillPoolAsync(Served served)
    {
        await using var gate = await Gate.CloseAsync(served.Database, Stop);
        var readers = Enumerable.Range(0, ForOneRead).Select(_ => Outcome.GetAsync(served.Client, "/gated", Stop)).ToList();
        await Poll.UntilAsync(async () => await served.BackendsAsync("state = 'active'", Stop) == ForOneRead, stop: Stop);
        await gate.OpenAsync(Stop);
        (await Task.WhenAll(readers)).ShouldAllBe(answer => answer.IsGood);
    }
}
