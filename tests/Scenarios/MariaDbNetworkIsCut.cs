using System.Net;
using Relata.Scenarios.Stage;
using Relata.Support;

namespace Relata.Scenarios;

/// <summary>The network between the server and MariaDB drops, refuses, swallows or delays what is sent.</summary>
public sealed class MariaDbNetworkIsCut
{
    private const string Schema = "CREATE TABLE item (id int PRIMARY KEY);\nINSERT INTO item VALUES (1);\n" + MariaDbGate.Table;

    private const string Configuration = """
        {
          "limits": { "statementTimeoutMilliseconds": 2000 },
          "connections": { "max": 4, "waitMilliseconds": 2000 }
        }
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Refused_connections_are_503_until_they_are_accepted_again()
    {
        await using var scene = await Scene.StartAsync();
        await scene.ShouldAnswerAsync();

        scene.Network.Cut();
        (await scene.AskAsync(8)).ShouldAllBe(answer => answer.IsUnavailable);
        await scene.Served.UntilReadinessIsAsync(HttpStatusCode.ServiceUnavailable, Stop);
        (await Outcome.GetAsync(scene.Client, "/__health/live", Stop)).Status.ShouldBe(HttpStatusCode.OK);

        scene.Network.Pass();
        await scene.ShouldRecoverAsync();
    }

    [Fact]
    public async Task Dropped_connections_are_replaced_unnoticed()
    {
        await using var scene = await Scene.StartAsync();
        (await scene.AskAsync(8)).ShouldAllBe(answer => answer.IsGood);

        scene.Network.Drop();
        await scene.ShouldAnswerAsync();
        (await scene.AskAsync(8)).ShouldAllBe(answer => answer.IsGood);
    }

    [Fact]
    public async Task A_connection_that_drops_while_a_statement_runs_is_503_or_tried_again()
    {
        await using var scene = await Scene.StartAsync();
        await using var gate = await MariaDbGate.CloseAsync(scene.Served.Database, Stop);
        var waiting = Outcome.GetAsync(scene.Client, "/gated", Stop);
        await Poll.UntilAsync(
            async () => await scene.Served.ConnectionsAsync(MariaDbGate.Waiting, Stop) == 1, stop: Stop);

        scene.Network.Drop();
        await gate.OpenAsync(Stop);

        var answer = await waiting;
        (answer.IsGood || answer.IsUnavailable).ShouldBeTrue(answer.ToString());
        await scene.ShouldRecoverAsync();
    }

    [Fact]
    public async Task Silence_ends_with_503_or_504_while_it_lasts()
    {
        await using var scene = await Scene.StartAsync();
        await scene.ShouldAnswerAsync();

        scene.Network.Stall();
        (await scene.AskAsync(6)).ShouldAllBe(answer => answer.IsUnavailable || answer.IsTimeout);
        await scene.Served.UntilReadinessIsAsync(HttpStatusCode.ServiceUnavailable, Stop);

        scene.Network.Pass();
        await scene.ShouldRecoverAsync();
    }

    [Fact]
    public async Task Delays_are_borne_up_to_the_limits_and_no_further()
    {
        await using var scene = await Scene.StartAsync();
        await scene.ShouldAnswerAsync();

        scene.Network.Delay(TimeSpan.FromMilliseconds(50));
        await scene.ShouldAnswerAsync();

        scene.Network.Delay(TimeSpan.FromSeconds(20));
        (await scene.AskAsync(4)).ShouldAllBe(answer => answer.IsUnavailable || answer.IsTimeout);

        scene.Network.Cut();
        scene.Network.Pass();
        await scene.ShouldRecoverAsync();
    }

    [Fact]
    public async Task A_start_without_an_answer_of_the_database_is_given_up()
    {
        await using var database = await MySqlTestDatabase.CreateAsync(Schema, Stop);
        await using var network = FaultyProxy.Before(database.Url);
        network.Stall();

        string[] arguments = ["introspect", "--database", network.Through(database.Url)];
        var result = await RelataProcess.RunAsync(arguments, stop: Stop);

        result.ExitCode.ShouldBe(1);
        result.Errors.ShouldBe($"relata: The server 127.0.0.1:{network.Port} did not answer in time.\n");
    }

    /// <summary>A server and its database with a network between them.</summary>
    private sealed class Scene(ServedMariaDb served, FaultyProxy network) : IAsyncDisposable
    {
        public ServedMariaDb Served => served;

        public FaultyProxy Network => network;

        public HttpClient Client => served.Client;

        public static async Task<Scene> StartAsync()
        {
            var database = await MySqlTestDatabase.CreateAsync(Schema, Stop);
            var network = FaultyProxy.Before(database.Url);
            return new Scene(await ServedMariaDb.StartAsync(database, network.Through, Configuration, Stop), network);
        }

        /// <summary>Asks so many times at once.</summary>
        public Task<Outcome[]> AskAsync(int times) =>
            Task.WhenAll(Enumerable.Range(0, times).Select(_ => Outcome.GetAsync(Client, "/item", Stop)));

        public async Task ShouldAnswerAsync() =>
            (await Outcome.GetAsync(Client, "/item", Stop)).Text.ShouldBe("""[{"id":1}]""");

        public async Task ShouldRecoverAsync()
        {
            await Poll.UntilAsync(async () => (await AskAsync(4)).All(answer => answer.IsGood), stop: Stop);
            (await AskAsync(8)).ShouldAllBe(answer => answer.IsGood);
            await served.UntilReadinessIsAsync(HttpStatusCode.OK, Stop);
            served.Relata.ShouldHaveNoFault();
        }

        public async ValueTask DisposeAsync()
        {
            await served.DisposeAsync();
            await network.DisposeAsync();
        }
    }
}
