using System.Net;
using Relata.Scenarios.Stage;
using Relata.Support;

namespace Relata.Scenarios;

/// <summary>A statement takes longer than the operator allows.</summary>
public sealed class StatementTimesOut
{
    private const string Configuration = """
        { "limits": { "statementTimeoutMilliseconds": 2000 }, "connections": { "max": 1 } }
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PostgreSQL_is_told_to_stop_and_the_connection_is_used_again()
    {
        const string schema = "CREATE VIEW backend AS SELECT 1 AS id, pg_backend_pid() AS pid;" + Gate.View;
        await using var served = await Served.StartAsync(schema, Configuration, Stop);
        await using var gate = await Gate.CloseAsync(served.Database, Stop);
        var before = await Outcome.GetAsync(served.Client, "/backend", Stop);

        ShouldBeTimeout(await Outcome.GetAsync(served.Client, "/gated", Stop));

        (await served.BackendsAsync("state <> 'idle'", Stop)).ShouldBe(0);
        (await Outcome.GetAsync(served.Client, "/backend", Stop)).ShouldBe(before);
        served.Relata.ShouldHaveNoFault();
    }

    [Fact]
    public async Task A_write_leaves_nothing_behind()
    {
        const string schema = """
            CREATE TABLE note (id int PRIMARY KEY);
            CREATE FUNCTION wait() RETURNS trigger LANGUAGE plpgsql AS
                'BEGIN PERFORM pg_advisory_xact_lock_shared(7); RETURN NULL; END';
            CREATE TRIGGER wait AFTER INSERT ON note FOR EACH ROW EXECUTE FUNCTION wait();
            """;
        await using var served = await Served.StartAsync(schema, Configuration, Stop);
        await using var gate = await Gate.CloseAsync(served.Database, Stop);

        ShouldBeTimeout(await Outcome.PostAsync(served.Client, "/note", """{"id":1}""", Stop));

        await gate.OpenAsync(Stop);
        (await Outcome.GetAsync(served.Client, "/note", Stop)).Text.ShouldBe("[]");
        (await Outcome.PostAsync(served.Client, "/note", """{"id":1}""", Stop)).Status.ShouldBe(HttpStatusCode.Created);
        served.Relata.ShouldHaveNoFault();
    }

    [Fact]
    public async Task SQLite_is_told_to_stop_and_the_connection_is_used_again()
    {
        using var file = await SqliteFile.CreateAsync(
            """
            CREATE VIEW endless AS
                WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n) SELECT max(id) AS id FROM n;
            CREATE VIEW quick AS SELECT 1 AS id;
            """,
            Stop);
        await using var relata = await RelataProcess.StartAsync(file.Url, Configuration, stop: Stop);

        ShouldBeTimeout(await Outcome.GetAsync(relata.Client, "/endless", Stop));

        (await Outcome.GetAsync(relata.Client, "/quick", Stop)).Text.ShouldBe("""[{"id":1}]""");
        relata.ShouldHaveNoFault();
    }

    private static void ShouldBeTimeout(Outcome answer)
    {
        answer.IsTimeout.ShouldBeTrue(answer.Text);
        answer.Text.ShouldBeJson()["code"]!.ToString().ShouldBe("statement-timeout");
    }
}
