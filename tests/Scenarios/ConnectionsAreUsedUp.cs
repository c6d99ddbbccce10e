using Npgsql;
using Relata.Scenarios.Stage;
using Relata.Support;

namespace Relata.Scenarios;

/// <summary>Others take the connections that PostgreSQL has, and give them back.</summary>
public sealed class ConnectionsAreUsedUp
{
    private const int All = 20;

    private const string Schema =
        "CREATE TABLE item AS SELECT n AS id, 'item ' || n AS name FROM generate_series(1, 1000) AS n;"
        + "ALTER TABLE item ADD PRIMARY KEY (id);"
        + "CREATE ROLE shop LOGIN PASSWORD 'shop'; GRANT SELECT ON item TO shop;";

    private const string Configuration = """
        { "connections": { "max": 16, "waitMilliseconds": 3000 }, "logLevel": "error" }
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Callers_share_what_is_left_and_are_all_served_afterwards()
    {
        await using var postgres = await PostgresServer.CreateAsync(All, Stop);
        var database = await postgres.CreateDatabaseAsync(Schema, Stop);
        var guest = new NpgsqlConnectionStringBuilder(database.ConnectionString) { Username = "shop", Password = "shop" };
        await using var served = await Served.StartAsync(
            database, url => PostgresDatabase.UrlOf(guest.ConnectionString), Configuration, Stop);
        (await AskAsync(served, 1)).ShouldAllBe(answer => answer.IsGood);

        var others = await TakeAllAsync(guest.ConnectionString);
        others.ShouldNotBeEmpty();
        var answers = await AskAsync(served, 64);
        answers.ShouldAllBe(answer => answer.IsGood || answer.IsUnavailable);
        answers.ShouldContain(answer => answer.IsGood);

        foreach (var other in others) await other.DisposeAsync();
        await Poll.UntilAsync(async () => (await AskAsync(served, 64)).All(answer => answer.IsGood), stop: Stop);
        (await AskAsync(served, 256)).ShouldAllBe(answer => answer.IsGood);
        served.Relata.ShouldHaveNoFault();
    }

    private static Task<Outcome[]> AskAsync(Served served, int times) => Task.WhenAll(
        Enumerable.Range(1, times).Select(id => Outcome.GetAsync(served.Client, $"/item/{id}", Stop)));

    private static async Task<IReadOnlyList<NpgsqlConnection>> TakeAllAsync(string connectionString)
    {
        var taken = new List<NpgsqlConnection>();
        while (true)
        {
            var connection = new NpgsqlConnection(connectionString);
            try
            {
                await connection.OpenAsync(Stop);
                taken.Add(connection);
            }
            catch (PostgresException refusal)
            {
                await connection.DisposeAsync();
                refusal.SqlState.ShouldBe(PostgresErrorCodes.TooManyConnections);
                return taken;
            }
        }
    }
}
