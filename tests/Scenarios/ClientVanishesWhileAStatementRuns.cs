using Relata.Scenarios.Stage;
using Relata.Support;

namespace Relata.Scenarios;

/// <summary>Callers leave before the database has a first row for them.</summary>
public sealed class ClientVanishesWhileAStatementRuns
{
    /// <summary>No time limit would end the statement before the test is given up.</summary>
    private const string Configuration = """
        { "limits": { "statementTimeoutMilliseconds": 3600000 }, "connections": { "max": 1 } }
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_query_that_sleeps_is_cancelled_in_PostgreSQL()
    {
        const string schema = "CREATE VIEW slow AS SELECT 1 AS id, pg_sleep(3600)::text AS slept;"
            + "CREATE VIEW quick AS SELECT 1 AS id;";
        await using var served = await Served.StartAsync(schema, Configuration, Stop);

        using (await StartAsync(served, "GET /slow")) { }

        await ShouldRecoverAsync(served);
    }

    [Fact]
    public async Task A_query_that_computes_is_cancelled_in_PostgreSQL()
    {
        const string schema =
            "CREATE VIEW slow AS SELECT count(*) AS id FROM generate_series(1, 100000) a, generate_series(1, 100000) b"
            + " WHERE a + b < 0;"
            + "CREATE VIEW quick AS SELECT 1 AS id;";
        await using var served = await Served.StartAsync(schema, Configuration, Stop);

        (await StartAsync(served, "GET /slow")).Reset();

        await ShouldRecoverAsync(served);
    }

    [Fact]
    public async Task A_write_is_cancelled_and_leaves_nothing_behind()
    {
        const string schema = """
            CREATE TABLE note (id int PRIMARY KEY);
            CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql AS
                'BEGIN PERFORM pg_sleep(3600); RETURN NULL; END';
            CREATE TRIGGER dawdle AFTER INSERT ON note FOR EACH ROW EXECUTE FUNCTION dawdle();
            CREATE VIEW quick AS SELECT 1 AS id;
            """;
        await using var served = await Served.StartAsync(schema, Configuration, Stop);

        (await StartAsync(served, "POST /note", """{"id":1}""")).Reset();

        await ShouldRecoverAsync(served);
        (await served.Database.ScalarAsync("SELECT count(*) FROM note", Stop)).ShouldBe(0L);
    }

    [Fact]
    public async Task Callers_who_leave_at_any_moment_leave_no_statement_behind()
    {
        const string schema = "CREATE VIEW slow AS SELECT 1 AS id, pg_sleep(3600)::text AS slept;"
            + "CREATE VIEW quick AS SELECT 1 AS id;";
        await using var served = await Served.StartAsync(schema, Configuration, Stop);

        // PostgreSQL passes over a cancellation that comes a little too early: one in a hundred of these does.
        for (var caller = 0; caller < 300; caller++)
        {
            using var client = await WireClient.SendAsync(served.Client.BaseAddress, "GET /slow", Stop);
            Thread.SpinWait(caller % 50 * 2000);
            client.Reset();
        }

        await served.UntilQuietAsync(Stop);
        await Poll.UntilAsync(async () => await served.BackendsAsync(stop: Stop) <= 1, stop: Stop);
        await ShouldRecoverAsync(served);
    }

    [Fact]
    public async Task A_query_that_computes_is_cancelled_in_SQLite()
    {
        using var file = await SqliteFile.CreateAsync(
            """
            CREATE VIEW endless AS
                WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n) SELECT max(id) AS id FROM n;
            CREATE VIEW quick AS SELECT 1 AS id;
            """,
            Stop);
        await using var relata = await RelataProcess.StartAsync(file.Url, Configuration, stop: Stop);

        // The one connection is taken when a second caller has to wait for it.
        using var first = await WireClient.SendAsync(relata.Client.BaseAddress, "GET /endless", Stop);
        var second = Outcome.GetAsync(relata.Client, "/quick", Stop);
        first.Reset();

        (await second).Text.ShouldBe("""[{"id":1}]""");
        relata.ShouldHaveNoFault();
    }

    private static async Task<WireClient> StartAsync(Served served, string request, string? body = null)
    {
        var client = await WireClient.SendAsync(served.Client.BaseAddress, request, Stop, body);
        await Poll.UntilAsync(async () => await served.BackendsAsync("state = 'active'", Stop) == 1, stop: Stop);
        return client;
    }

    private static async Task ShouldRecoverAsync(Served served)
    {
        await served.UntilQuietAsync(Stop);
        (await Outcome.GetAsync(served.Client, "/quick", Stop)).Text.ShouldBe("""[{"id":1}]""");
        (await served.BackendsAsync(stop: Stop)).ShouldBe(1);
        served.Relata.ShouldHaveNoFault();
    }
}
