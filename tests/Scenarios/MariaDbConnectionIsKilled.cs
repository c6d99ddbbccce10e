using Relata.Scenarios.Stage;
using Relata.Support;

namespace Relata.Scenarios;

/// <summary>An administrator, or a failover, ends the server's connections to MariaDB.</summary>
public sealed class MariaDbConnectionIsKilled
{
    private const int Pool = 8;

    /// <summary>The connection that looks whether the schema has changed.</summary>
    private const int Watch = 1;

    private const string Items =
        "CREATE TABLE item (id int PRIMARY KEY, name varchar(20));\n"
        + "INSERT INTO item SELECT seq, concat('item ', seq) FROM seq_1_to_1000;\n" + MariaDbGate.Table;

    private static readonly string Configuration = $$"""
        { "connections": { "max": {{Pool}} }, "logLevel": "error" }
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Callers_under_load_get_200_or_503_and_afterwards_only_200()
    {
        await using var served = await ServedMariaDb.StartAsync(Items, Configuration, Stop);
        await using var load = Load.Start(Pool, (client, turn) => client % 2 == 0
            ? Outcome.GetAsync(served.Client, $"/item?limit=10&offset={client * turn % 900}", Stop)
            : Outcome.PostAsync(served.Client, "/item", $$"""{"id":{{(client * 1_000_000) + turn + 10_000}}}""", Stop));

        for (var round = 0; round < 10; round++)
        {
            await load.GoOnAsync(50, Stop);
            (await served.KillConnectionsAsync(Stop)).ShouldBeGreaterThan(0);
        }

        // What the last kill hit is answered first. A dead connection can lie idle for long where few are needed.
        await load.GoOnAsync(100, Stop);
        await load.UntilGoodAsync(400, Stop);
        var outcomes = await load.StopAsync();
        outcomes.Where(outcome => !outcome.IsGood && !outcome.IsUnavailable).ShouldBeEmpty();
        (await served.ConnectionsAsync("TRUE", Stop)).ShouldBeLessThanOrEqualTo(Pool + Watch);
        served.Relata.ShouldHaveNoFault();
    }

    [Fact]
    public async Task Connections_that_died_while_idle_are_replaced_unnoticed()
    {
        await using var served = await ServedMariaDb.StartAsync(Items, Configuration, Stop);
        await FillPoolAsync(served);
        await KillAllAsync(served);
        (await Outcome.GetAsync(served.Client, "/item/7", Stop)).Text.ShouldBe("""{"id":7,"name":"item 7"}""");

        await FillPoolAsync(served);
        await KillAllAsync(served);
        (await Outcome.PostAsync(served.Client, "/item", """{"id":5000,"name":"new"}""", Stop)).IsGood.ShouldBeTrue();

        await FillPoolAsync(served);
        await KillAllAsync(served);
        (await Task.WhenAll(Enumerable.Range(1, Pool)
            .Select(id => Outcome.GetAsync(served.Client, $"/item/{id}", Stop)))).ShouldAllBe(answer => answer.IsGood);
        served.Relata.ShouldHaveNoFault();
    }

    [Fact]
    public async Task A_connection_that_dies_while_a_statement_runs_is_503()
    {
        await using var served = await ServedMariaDb.StartAsync(Items, Configuration, Stop);
        await using var gate = await MariaDbGate.CloseAsync(served.Database, Stop);
        var waiting = Outcome.PostAsync(served.Client, "/gated", """{"id":2}""", Stop);
        await Poll.UntilAsync(
            async () => await served.ConnectionsAsync(MariaDbGate.Waiting, Stop) == 1, stop: Stop);
        await served.KillConnectionsAsync(Stop, MariaDbGate.Waiting);
        (await waiting).IsUnavailable.ShouldBeTrue();
        await gate.OpenAsync(Stop);
        (await Outcome.GetAsync(served.Client, "/gated", Stop)).Text.ShouldBe("""[{"id":1}]""");
    }

    private static async Task KillAllAsync(ServedMariaDb served)
    {
        (await served.KillConnectionsAsync(Stop)).ShouldBeGreaterThanOrEqualTo(Pool);

        // The one that looks at the schema comes back by itself.
        await Poll.UntilAsync(async () => await served.ConnectionsAsync("TRUE", Stop) <= Watch, stop: Stop);
    }

    /// <summary>Opens all connections and leaves them idle.</summary>
    private static async Task FillPoolAsync(ServedMariaDb served)
    {
        await using var gate = await MariaDbGate.CloseAsync(served.Database, Stop);
        var readers = Enumerable.Range(0, Pool).Select(_ => Outcome.GetAsync(served.Client, "/gated", Stop)).ToList();
        await Poll.UntilAsync(
            async () => await served.ConnectionsAsync(MariaDbGate.Waiting, Stop) == Pool, stop: Stop);
        await gate.OpenAsync(Stop);
        (await Task.WhenAll(readers)).ShouldAllBe(answer => answer.IsGood);
    }
}
