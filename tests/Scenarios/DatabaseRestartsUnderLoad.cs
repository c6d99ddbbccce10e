using System.Collections.Concurrent;
using System.Net;
using Npgsql;
using Relata.Scenarios.Stage;
using Relata.Support;

namespace Relata.Scenarios;

/// <summary>PostgreSQL goes away for a while, in good order or as by a crash, while callers read and write.</summary>
public sealed class DatabaseRestartsUnderLoad
{
    private const int Clients = 8;

    private const string Schema =
        "CREATE TABLE item AS SELECT n AS id, repeat('x', 100) AS filler FROM generate_series(1, 2000) AS n;"
        + "ALTER TABLE item ADD PRIMARY KEY (id);"
        + "CREATE TABLE note (id bigint PRIMARY KEY);";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(PostgresShutdown.Fast, 6)]
    [InlineData(PostgresShutdown.Immediate, 6)]
    [InlineData(PostgresShutdown.Fast, 16)]
    [InlineData(PostgresShutdown.Immediate, 16)]
    public async Task Callers_get_503_until_it_is_back_and_nothing_confirmed_is_lost(PostgresShutdown how, int pool)
    {
        // With few connections all reads go over the driver.
        var configuration = $$"""
            { "connections": { "max": {{pool}}, "waitMilliseconds": 5000 }, "logLevel": "error" }
            """;
        await using var postgres = await PostgresServer.CreateAsync(stop: Stop);
        var database = await postgres.CreateDatabaseAsync(Schema, Stop);
        await using var served = await Served.StartAsync(database, url => url, configuration, Stop);
        var confirmed = new ConcurrentBag<long>();
        await using var load = Load.Start(Clients, (client, turn) => (client % 4) switch
        {
            0 => Outcome.GetAsync(served.Client, $"/item/{1 + (turn % 2000)}", Stop),
            1 => Outcome.GetAsync(served.Client, "/item?limit=2000", Stop),
            _ => WriteAsync(served.Client, (client * 10_000_000L) + turn, confirmed),
        });

        await load.GoOnAsync(400, Stop);
        await postgres.StopAsync(how, Stop);
        var stopped = load.Count;
        await UntilReadinessIsAsync(served, HttpStatusCode.ServiceUnavailable);
        await load.GoOnAsync(100, Stop);
        await postgres.StartAsync(Stop);
        await UntilReadinessIsAsync(served, HttpStatusCode.OK);
        await load.UntilGoodAsync(100, Stop);
        var recovered = load.Count;
        await load.GoOnAsync(400, Stop);
        var outcomes = await load.StopAsync();

        // What was being sent when the database went away ends without its end; everything else is answered.
        outcomes.Where(outcome => !outcome.IsGood && !outcome.IsUnavailable && !outcome.IsCutOff).ShouldBeEmpty();
        outcomes.Count(outcome => outcome.IsCutOff).ShouldBeLessThanOrEqualTo(Clients);
        outcomes.Skip(stopped).ShouldContain(outcome => outcome.IsUnavailable);
        outcomes.Skip(recovered).ShouldAllBe(outcome => outcome.IsGood);
        (await served.BackendsAsync(stop: Stop)).ShouldBeLessThanOrEqualTo(pool);
        confirmed.Except(await NotesAsync(database)).ShouldBeEmpty();
        served.Relata.ShouldHaveNoFault();
    }

    private static async Task<Outcome> WriteAsync(HttpClient client, long id, ConcurrentBag<long> confirmed)
    {
        var outcome = await Outcome.PostAsync(client, "/note", $$"""{"id":{{id}}}""", Stop);
        if (outcome.Status == HttpStatusCode.Created) confirmed.Add(id);
        return outcome;
    }

    private static Task UntilReadinessIsAsync(Served served, HttpStatusCode status) => Poll.UntilAsync(
        async () => (await Outcome.GetAsync(served.Client, "/__health/ready", Stop)).Status == status, stop: Stop);

    private static async Task<HashSet<long>> NotesAsync(PostgresDatabase database)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync(Stop);
        await using var command = new NpgsqlCommand("SELECT id FROM note", connection);
        await using var rows = await command.ExecuteReaderAsync(Stop);
        var notes = new HashSet<long>();
        while (await rows.ReadAsync(Stop)) notes.Add(rows.GetInt64(0));
        return notes;
    }
}
