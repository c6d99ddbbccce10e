using System.Net;
using System.Net.Sockets;
using Relata.Scenarios.Stage;
using Relata.Support;

namespace Relata.Scenarios;

/// <summary>The server is told to end while it is answering.</summary>
public sealed class ServerDrainsOnSigterm
{
    private const int Rows = 200_000;

    private static readonly string Schema =
        $"CREATE VIEW big AS SELECT n AS id, repeat('x', 100) AS filler FROM generate_series(1, {Rows}) AS n;"
        + Gate.View;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_runs_is_answered_to_its_end_and_nothing_new_is_accepted()
    {
        await using var served = await Served.StartAsync(Schema, Configuration(drainMilliseconds: 60_000), Stop);
        await using var gate = await Gate.CloseAsync(served.Database, Stop);
        var waiting = Outcome.GetAsync(served.Client, "/gated", Stop);
        using var streaming = await StartStreamAsync(served.Client);
        await Poll.UntilAsync(async () => await served.BackendsAsync("state = 'active'", Stop) == 2, stop: Stop);

        var exitCode = served.Relata.TerminateAsync(Stop);
        await Poll.UntilAsync(() => IsRefusedAsync(served.Client.BaseAddress!), stop: Stop);
        served.Relata.HasExited.ShouldBeFalse();
        await gate.OpenAsync(Stop);

        (await waiting).Text.ShouldBe("""[{"id":1,"passed":""}]""");
        (await streaming.Content.ReadAsStringAsync(Stop)).ShouldBeJson().AsArray().Count.ShouldBe(Rows);
        (await exitCode).ShouldBe(0);
        served.Relata.ShouldHaveNoFault();
    }

    [Fact]
    public async Task Callers_of_an_open_connection_learn_that_it_is_draining()
    {
        await using var served = await Served.StartAsync(Schema, Configuration(drainMilliseconds: 60_000), Stop);
        await using var gate = await Gate.CloseAsync(served.Database, Stop);
        var waiting = Outcome.GetAsync(served.Client, "/gated", Stop);
        await Poll.UntilAsync(async () => await served.BackendsAsync("state = 'active'", Stop) == 1, stop: Stop);

        var exitCode = served.Relata.TerminateAsync(Stop);

        // Kept connections end at some moment of the shutdown; until then they are answered.
        await Poll.UntilAsync(
            async () => await ReadinessAsync(served.Client) is 0 or HttpStatusCode.ServiceUnavailable, stop: Stop);
        await gate.OpenAsync(Stop);
        (await waiting).IsGood.ShouldBeTrue();
        (await exitCode).ShouldBe(0);
    }

    [Fact]
    public async Task What_does_not_end_in_time_is_cut_off_and_cancelled()
    {
        await using var served = await Served.StartAsync(Schema, Configuration(drainMilliseconds: 500), Stop);
        await using var gate = await Gate.CloseAsync(served.Database, Stop);
        var waiting = Outcome.GetAsync(served.Client, "/gated", Stop);
        await Poll.UntilAsync(async () => await served.BackendsAsync("state = 'active'", Stop) == 1, stop: Stop);

        (await served.Relata.TerminateAsync(Stop)).ShouldBe(0);

        (await waiting).IsGood.ShouldBeFalse();
        await Poll.UntilAsync(async () => await served.BackendsAsync(stop: Stop) == 0, stop: Stop);
        served.Relata.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_idle_server_ends_at_once()
    {
        await using var served = await Served.StartAsync(Schema, Configuration(drainMilliseconds: 3_600_000), Stop);
        (await Outcome.GetAsync(served.Client, "/big?limit=1", Stop)).IsGood.ShouldBeTrue();

        (await served.Relata.TerminateAsync(Stop)).ShouldBe(0);

        await Poll.UntilAsync(async () => await served.BackendsAsync(stop: Stop) == 0, stop: Stop);
        served.Relata.ShouldHaveNoFault();
    }

    private static string Configuration(int drainMilliseconds) => $$"""
        {
          "limits": { "maxRows": {{Rows}}, "statementTimeoutMilliseconds": 3600000 },
          "drainTimeoutMilliseconds": {{drainMilliseconds}}
        }
        """;

    /// <summary>An answer that has begun and is too large to be on its way already.</summary>
    private static async Task<HttpResponseMessage> StartStreamAsync(HttpClient client)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/big?limit={Rows}");
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Stop);
    }

    private static async Task<HttpStatusCode> ReadinessAsync(HttpClient client) =>
        (await Outcome.GetAsync(client, "/__health/ready", Stop)).Status;

    private static async Task<bool> IsRefusedAsync(Uri server)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, server.Port, Stop);
            return false;
        }
        catch (SocketException refused) when (refused.SocketErrorCode == SocketError.ConnectionRefused)
        {
            return true;
        }
        catch (SocketException cut) when (cut.SocketErrorCode == SocketError.ConnectionReset)
        {
            return false; // it was waiting to be accepted when the port was closed
        }
    }
}
