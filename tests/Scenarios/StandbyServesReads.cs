using System.Net;
using Npgsql;
using Relata.Scenarios.Stage;
using Relata.Support;

namespace Relata.Scenarios;

/// <summary>The URL lists a primary and a standby: reads go to the standby while it is there, writes to the primary.</summary>
public sealed class StandbyServesReads : IAsyncLifetime
{
    private const int Clients = 6;
    private const string OfStandby = """[{"id":1,"is_standby":true}]""";
    private const string OfPrimary = """[{"id":1,"is_standby":false}]""";

    private const string Schema = """
        CREATE VIEW server AS SELECT 1 AS id, pg_is_in_recovery() AS is_standby;
        CREATE TABLE note (id int PRIMARY KEY);
        CREATE SEQUENCE ticket;
        CREATE VIEW drawn AS SELECT nextval('ticket') AS id;
        """;

    private PostgresServer? primary;
    private PostgresServer? standby;
    private PostgresDatabase? database;
    private RelataProcess? relata;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private HttpClient Client => relata!.Client;

    public async ValueTask InitializeAsync()
    {
        primary = await PostgresServer.CreateAsync(stop: Stop);
        database = await primary.CreateDatabaseAsync(Schema, Stop);
        standby = await PostgresServer.FollowAsync(primary, Stop);
        var both = database.Url.Replace(
            $":{primary.Port}/", $":{primary.Port},127.0.0.1:{standby.Port}/", StringComparison.Ordinal);
        relata = await RelataProcess.StartAsync(both, """{ "logLevel": "error" }""", stop: Stop);
    }

    public async ValueTask DisposeAsync()
    {
        if (relata is not null) await relata.DisposeAsync();
        if (standby is not null) await standby.DisposeAsync();
        if (primary is not null) await primary.DisposeAsync();
    }

    [Fact]
    public async Task Reads_go_to_the_standby_and_writes_to_the_primary()
    {
        for (var i = 0; i < 20; i++) (await GetAsync("/server")).Text.ShouldBe(OfStandby);
        (await GetAsync("/server?count=exact")).Text.ShouldBe(OfStandby);
        (await PostAsync(1)).Status.ShouldBe(HttpStatusCode.Created);
        await Poll.UntilAsync(async () => (await GetAsync("/note/1")).IsGood, stop: Stop);
        using var delete = new HttpRequestMessage(HttpMethod.Delete, "/note/1");
        (await Client.SendAsync(delete, Stop)).IsSuccessStatusCode.ShouldBeTrue();
        await Poll.UntilAsync(async () => !(await GetAsync("/note/1")).IsGood, stop: Stop);

        // What a standby cannot do, the primary does.
        (await GetAsync("/drawn")).Text.ShouldBe("""[{"id":1}]""");
        relata!.ShouldHaveNoFault();
    }

    [Theory]
    [InlineData("HEAD", null, "1")]
    [InlineData("HEAD", "read=primary", "0")]
    [InlineData("QUERY", null, "1")]
    [InlineData("QUERY", "read=primary", "0")]
    public async Task Every_way_to_read_a_list_is_a_read(string method, string? prefer, string standbys)
    {
        const string query = "is_standby=true&count=exact";
        for (var i = 0; i < 10; i++)
        {
            using var request = new HttpRequestMessage(new(method), method == "HEAD" ? $"/server?{query}" : "/server");
            if (method == "QUERY") request.Content = new StringContent(query, null, "application/x-www-form-urlencoded");
            if (prefer is not null) request.Headers.Add("Prefer", prefer);
            using var answer = await Client.SendAsync(request, Stop);
            answer.Headers.GetValues("X-Total-Count").ShouldBe([standbys]);
        }
    }

    [Fact]
    public async Task Who_needs_what_was_just_written_asks_the_primary()
    {
        (await GetFromPrimaryAsync("/server")).Text.ShouldBe(OfPrimary);
        (await GetFromPrimaryAsync("/server?count=exact")).Text.ShouldBe(OfPrimary);
        await PauseStandbyAsync();
        (await PostAsync(1)).Status.ShouldBe(HttpStatusCode.Created);
        (await GetFromPrimaryAsync("/note/1")).Text.ShouldBe("""{"id":1}""");
        (await GetAsync("/note/1")).Status.ShouldBe(HttpStatusCode.NotFound, "the standby does not follow at the moment");

        await primary!.StopAsync(PostgresShutdown.Immediate, Stop);
        (await GetFromPrimaryAsync("/server")).IsUnavailable.ShouldBeTrue();
        (await GetAsync("/server")).Text.ShouldBe(OfStandby);
        relata!.ShouldHaveNoFault();
    }

    [Fact]
    public async Task A_change_of_the_schema_shows()
    {
        await using var load = Start();
        await load.GoOnAsync(50, Stop);
        await database!.ExecuteAsync("ALTER TABLE note ADD COLUMN text text DEFAULT 'x'", Stop);
        await Poll.UntilAsync(async () => (await GetAsync("/note?fields=text&limit=1")).Text.Contains("\"x\""), stop: Stop);
        await load.GoOnAsync(50, Stop);
        (await load.StopAsync()).ShouldAllBe(outcome => outcome.IsGood);
        relata!.ShouldHaveNoFault();
    }

    [Fact]
    public async Task The_primary_takes_over_while_the_standby_is_away()
    {
        await using var load = Start();
        await load.GoOnAsync(100, Stop);
        await standby!.StopAsync(PostgresShutdown.Immediate, Stop);
        await Poll.UntilAsync(async () => (await GetAsync("/server")).Text == OfPrimary, stop: Stop);
        await load.GoOnAsync(200, Stop);
        await standby.StartAsync(Stop);
        await Poll.UntilAsync(async () => (await GetAsync("/server")).Text == OfStandby, stop: Stop);
        await load.GoOnAsync(100, Stop);
        var outcomes = await load.StopAsync();

        // What was being read when the standby went away ends without its end; nothing else is noticed.
        outcomes.Where(outcome => !outcome.IsGood && !outcome.IsCutOff && !outcome.IsUnavailable).ShouldBeEmpty();
        outcomes.Count(outcome => !outcome.IsGood).ShouldBeLessThanOrEqualTo(Clients);
        relata!.ShouldHaveNoFault();
    }

    [Fact]
    public async Task Reads_go_on_while_the_primary_is_away()
    {
        (await PostAsync(1)).Status.ShouldBe(HttpStatusCode.Created);
        await primary!.StopAsync(PostgresShutdown.Immediate, Stop);
        for (var i = 0; i < 20; i++) (await GetAsync("/server")).Text.ShouldBe(OfStandby);
        (await PostAsync(2)).IsUnavailable.ShouldBeTrue();
        (await GetAsync("/server")).Text.ShouldBe(OfStandby);
        (await GetAsync("/__health/ready")).IsGood.ShouldBeTrue();

        await primary.StartAsync(Stop);
        await Poll.UntilAsync(async () => (await PostAsync(3)).IsGood, stop: Stop);
        await Poll.UntilAsync(async () => (await GetAsync("/note/3")).IsGood, stop: Stop);
        relata!.ShouldHaveNoFault();
    }

    private Load Start()
    {
        var last = 1000;
        return Load.Start(Clients, (client, _) => client % 3 == 0
            ? PostAsync(Interlocked.Increment(ref last))
            : GetAsync(client % 3 == 1 ? "/server" : "/note?limit=5&count=exact"));
    }

    private async Task PauseStandbyAsync()
    {
        await using var connection = new NpgsqlConnection(standby!.ConnectionString);
        await connection.OpenAsync(Stop);
        await using var pause = new NpgsqlCommand("SELECT pg_wal_replay_pause()", connection);
        await pause.ExecuteNonQueryAsync(Stop);
        await using var state = new NpgsqlCommand("SELECT pg_get_wal_replay_pause_state()", connection);
        await Poll.UntilAsync(async () => await state.ExecuteScalarAsync(Stop) is "paused", stop: Stop);
    }

    private async Task<Outcome> GetFromPrimaryAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Prefer", "read=primary");
        return await Outcome.SendAsync(Client, request, Stop);
    }

    private Task<Outcome> GetAsync(string path) => Outcome.GetAsync(Client, path, Stop);

    private Task<Outcome> PostAsync(int id) => Outcome.PostAsync(Client, "/note", $$"""{"id":{{id}}}""", Stop);
}
