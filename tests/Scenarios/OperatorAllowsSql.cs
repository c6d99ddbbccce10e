using System.Net;
using Relata.Scenarios.Stage;
using Relata.Support;

namespace Relata.Scenarios;

/// <summary>The operator lets callers send statements of their own, or does not.</summary>
public sealed class OperatorAllowsSql
{
    private const string Notes = "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT); INSERT INTO note VALUES (1, 'a');";
    private const string Statement = """{"stmt":"SELECT text FROM note WHERE id = $1","args":[1]}""";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_the_setting_it_is_a_table_that_does_not_exist()
    {
        using var file = await SqliteFile.CreateAsync(Notes, Stop);
        await using var relata = await RelataProcess.StartAsync(file.Url, stop: Stop);
        var exec = await Outcome.PostAsync(relata.Client, "/ex/:exec", Statement, Stop);
        var other = await Outcome.PostAsync(relata.Client, "/ex/:exed", Statement, Stop);
        exec.Status.ShouldBe(HttpStatusCode.NotFound);
        exec.Text.ShouldBe(other.Text.Replace(":exed", ":exec", StringComparison.Ordinal));
        relata.Output.ShouldNotContain("ex.exec");
    }

    [Fact]
    public async Task With_it_the_start_warns_and_statements_run()
    {
        using var file = await SqliteFile.CreateAsync(Notes, Stop);
        await using var relata = await RelataProcess.StartAsync(file.Url, """{ "ex": { "exec": true } }""", stop: Stop);
        await Poll.UntilAsync(() => relata.Output.Contains("listening on", StringComparison.Ordinal), stop: Stop);
        relata.Output.ShouldContain("warning: ex.exec is on");
        (await Outcome.PostAsync(relata.Client, "/ex/:exec", Statement, Stop)).Text.ShouldBe("""[{"text":"a"}]""");
        var named = """{"stmt":"SELECT id FROM note WHERE id = ? OR id = ?2","args":[1,2]}""";
        (await Outcome.PostAsync(relata.Client, "/ex/:exec", named, Stop)).Text.ShouldBe("""[{"id":1}]""");

        // What a statement sets is gone behind it: the tables of a connection, and whether it keeps foreign keys.
        await Outcome.PostAsync(relata.Client, "/ex/:exec", """{"stmt":"CREATE TEMP TABLE kept AS SELECT 1 AS id"}""", Stop);
        (await Outcome.PostAsync(relata.Client, "/ex/:exec", """{"stmt":"SELECT id FROM kept"}""", Stop)).Status
            .ShouldBe(HttpStatusCode.UnprocessableEntity);
        relata.ShouldHaveNoFault();
    }

    [Fact]
    public async Task The_databases_words_are_shown_only_with_detailed_errors()
    {
        const string wrong = """{"stmt":"SELECT secret FROM note"}""";
        using var file = await SqliteFile.CreateAsync(Notes, Stop);
        await using var plain = await RelataProcess.StartAsync(file.Url, """{ "ex": { "exec": true } }""", stop: Stop);
        (await Outcome.PostAsync(plain.Client, "/ex/:exec", wrong, Stop)).Text.ShouldBe(
            """{"error_code":422,"error_message":"The database refused the statement.","code":"database-refused"}""");
        await using var detailed = await RelataProcess.StartAsync(
            file.Url, """{ "ex": { "exec": true }, "detailedErrors": true }""", stop: Stop);
        (await Outcome.PostAsync(detailed.Client, "/ex/:exec", wrong, Stop)).Text.ShouldContain("no such column: secret");
    }

    [Fact]
    public async Task A_statement_keeps_to_the_time_limit_and_ends_when_its_caller_leaves()
    {
        const string configuration =
            """{ "ex": { "exec": true }, "limits": { "statementTimeoutMilliseconds": 2000 } }""";
        const string sleep = """{"stmt":"SELECT pg_sleep(3600)::text AS slept"}""";
        await using var served = await Served.StartAsync("CREATE TABLE note (id int PRIMARY KEY);", configuration, Stop);
        (await Outcome.PostAsync(served.Client, "/ex/:exec", sleep, Stop)).IsTimeout.ShouldBeTrue();
        await served.UntilQuietAsync(Stop);

        await using var patient = await RelataProcess.StartAsync(
            served.Database.Url, """{ "ex": { "exec": true } }""", stop: Stop);
        using (var caller = await WireClient.SendAsync(patient.Client.BaseAddress, "POST /ex/:exec", Stop, sleep))
        {
            await Poll.UntilAsync(async () => await served.BackendsAsync("wait_event = 'PgSleep'", Stop) == 1, stop: Stop);
            caller.Reset();
        }

        await served.UntilQuietAsync(Stop);
        served.Relata.ShouldHaveNoFault();
    }

    [Fact]
    public async Task A_statement_keeps_to_the_time_limit_behind_its_first_row()
    {
        const string configuration =
            """{ "ex": { "exec": true }, "limits": { "statementTimeoutMilliseconds": 1000 } }""";
        const string firstThenNever =
            """{"stmt":"WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x FROM c WHERE x = 1 OR x < 0"}""";
        const string slow = """{"stmt":"SELECT 1 AS a UNION ALL SELECT 2 FROM (SELECT pg_sleep(3600)) AS s"}""";
        using var file = await SqliteFile.CreateAsync(Notes, Stop);
        await using (var relata = await RelataProcess.StartAsync(file.Url, configuration, stop: Stop))
        {
            (await Outcome.PostAsync(relata.Client, "/ex/:exec", firstThenNever, Stop)).IsTimeout.ShouldBeTrue();
            (await Outcome.PostAsync(relata.Client, "/ex/note", """{"id":2}""", Stop)).Status.ShouldBe(HttpStatusCode.OK);
            relata.ShouldHaveNoFault();
        }

        await using var served = await Served.StartAsync("CREATE TABLE note (id int PRIMARY KEY);", configuration, Stop);
        (await Outcome.PostAsync(served.Client, "/ex/:exec", slow, Stop)).IsTimeout.ShouldBeTrue();
        await served.UntilQuietAsync(Stop);
        served.Relata.ShouldHaveNoFault();
    }

    [Fact]
    public async Task A_database_that_may_only_be_read_stays_as_it_is()
    {
        await using var served = await Served.StartAsync(
            "CREATE TABLE note (id int PRIMARY KEY);", """{ "ex": { "exec": true } }""", Stop);
        await served.Database.ExecuteAsync(
            "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET default_transaction_read_only = on', current_database()); END $$",
            Stop);
        var write = await Outcome.PostAsync(served.Client, "/ex/:exec", """{"stmt":"INSERT INTO note VALUES (1)"}""", Stop);
        (write.Status, write.Text).ShouldBe((HttpStatusCode.Forbidden,
            """{"error_code":403,"error_message":"The database may only be read.","code":"forbidden"}"""));
        (await Outcome.PostAsync(served.Client, "/ex/:exec", """{"stmt":"SELECT id FROM note"}""", Stop)).Text.ShouldBe("[]");
    }
}
