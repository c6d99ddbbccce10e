using System.Collections.Concurrent;
using System.Net;
using MySqlConnector;
using Relata.Scenarios.Stage;
using Relata.Support;

namespace Relata.Scenarios;

/// <summary>MariaDB goes away for a while, in good order or as by a crash, while callers read and write.</summary>
public sealed class MariaDbRestartsUnderLoad
{
    private const int Pool = 6;
    private const int Clients = 8;

    private const string Schema =
        "CREATE TABLE item (id int PRIMARY KEY, filler varchar(100));\n"
        + "INSERT INTO item SELECT seq, repeat('x', 100) FROM seq_1_to_2000;\n"
        + "CREATE TABLE note (id bigint PRIMARY KEY);\n";

    private static readonly string Configuration = $$"""
        { "connections": { "max": {{Pool}}, "waitMilliseconds": 5000 }, "logLevel": "error" }
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Callers_get_503_until_it_is_back_and_nothing_confirmed_is_lost(bool asByACrash)
    {
        await using var mariaDb = await MariaDbServer.CreateAsync(stop: Stop);
        var name = MySqlTestDatabase.NewName();
        var database = await MySqlTestDatabase.CreateOnAsync(mariaDb.ConnectionString, name, Schema, Stop);
        await using var served = await ServedMariaDb.StartAsync(database, url => url, Configuration, Stop);
        var confirmed = new ConcurrentBag<long>();
        await using var load = Load.Start(Clients, (client, turn) => (client % 4) switch
        {
            0 => Outcome.GetAsync(served.Client, $"/item/{1 + (turn % 2000)}", Stop),
            1 => Outcome.GetAsync(served.Client, "/item?limit=2000", Stop),
            _ => WriteAsync(served.Client, (client * 10_000_000L) + turn, confirmed),
        });

        await load.GoOnAsync(400, Stop);
        if (asByACrash) await mariaDb.CrashAsync(Stop);
        else await mariaDb.StopAsync(Stop);
        var stopped = load.Count;
        await served.UntilReadinessIsAsync(HttpStatusCode.ServiceUnavailable, Stop);
        await load.GoOnAsync(100, Stop);
        await mariaDb.StartAsync(Stop);
        await served.UntilReadinessIsAsync(HttpStatusCode.OK, Stop);
        await load.UntilGoodAsync(100, Stop);
        var recovered = load.Count;
        await load.GoOnAsync(400, Stop);
        var outcomes = await load.StopAsync();

        // What was being sent when the database went away ends without its end; everything else is answered.
        outcomes.Where(outcome => !outcome.IsGood && !outcome.IsUnavailable && !outcome.IsCutOff).ShouldBeEmpty();
        outcomes.Count(outcome => outcome.IsCutOff).ShouldBeLessThanOrEqualTo(Clients);
        outcomes.Skip(stopped).ShouldContain(outcome => outcome.IsUnavailable);
        outcomes.Skip(recovered).ShouldAllBe(outcome => outcome.IsGood);
        confirmed.Except(await NotesAsync(database)).ShouldBeEmpty();
        served.Relata.ShouldHaveNoFault();
    }

    private static async Task<Outcome> WriteAsync(HttpClient client, long id, ConcurrentBag<long> confirmed)
    {
        var outcome = await Outcome.PostAsync(client, "/note", $$"""{"id":{{id}}}""", Stop);
        if (outcome.Status == HttpStatusCode.Created) confirmed.Add(id);
        return outcome;
    }

    private static async Task<HashSet<long>> NotesAsync(MySqlTestDatabase database)
    {
        await using var connection = await database.OpenAsync(Stop);
        await using var command = new MySqlCommand("SELECT id FROM note", connection);
        await using var rows = await command.ExecuteReaderAsync(Stop);
        var notes = new HashSet<long>();
        while (await rows.ReadAsync(Stop)) notes.Add(rows.GetInt64(0));
        return notes;
    }
}
