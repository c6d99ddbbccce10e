using System.Net;
using Microsoft.Data.Sqlite;
using Relata.Client;
using Relata.Model.Failures;
using Relata.Model.Requests;
using Relata.Scenarios.Stage;
using Relata.Support;
using static Relata.Client.Ex;

namespace Relata.Scenarios;

/// <summary>
/// A client's batch of a thousand inserts goes through a server in front to the one over the database, and one of the
/// two is killed in the middle of it.
/// </summary>
public sealed class UpstreamIsKilled
{
    private const string Broke = "The connection to the upstream server broke before it answered: " +
        "whether the write was done is not known.";

    private static readonly Batch Thousand = Request.Batch(
        [.. Enumerable.Range(1, 1000).Select(Request (id) => Request.Insert("tag", Values(("id", id))))]);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_is_applied_in_PostgreSQL_and_the_client_is_told_what_is_known()
    {
        await using var database = await TestPostgres.CreateDatabaseAsync("CREATE TABLE tag (id int PRIMARY KEY);", Stop);
        await using var chain = await Chain.StartAsync(database.Url, stop: Stop);
        await using var row = await HeldRow.InsertAsync(database, 500, Stop);

        var running = chain.Client.ExecuteJsonAsync(Thousand, Stop);
        await row.UntilAwaitedAsync(Stop);
        await chain.KillInnerAsync();

        var failure = (await Should.ThrowAsync<FailureException>(() => running)).Failure;
        (failure.Code, failure.Message).ShouldBe((FailureCode.UpstreamUnavailable, Broke));
        await row.RemoveAsync(Stop);
        await ShouldGoOnAsync(chain, async sql => await database.ScalarAsync(sql, Stop));
    }

    [Fact]
    public async Task Nothing_is_applied_in_SQLite_and_the_client_is_told_what_is_known()
    {
        // The row in the middle is never done.
        using var file = await SqliteFile.CreateAsync(
            """
            CREATE TABLE tag (id INTEGER PRIMARY KEY);
            CREATE VIEW endless AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n;
            CREATE TRIGGER dawdle BEFORE INSERT ON tag WHEN NEW.id = 500 BEGIN SELECT count(*) FROM endless; END;
            """,
            Stop);
        await using var chain = await Chain.StartAsync(
            file.Url, inner: """{ "limits": { "statementTimeoutMilliseconds": 3600000 } }""", stop: Stop);

        var running = chain.Client.ExecuteJsonAsync(Thousand, Stop);
        await Poll.UntilAsync(
            async () => running.IsCompleted || await IsLockedAsync(file), stop: Stop, what: "a batch that has begun to write");
        running.IsCompleted.ShouldBeFalse();
        await chain.KillInnerAsync();

        var failure = (await Should.ThrowAsync<FailureException>(() => running)).Failure;
        (failure.Code, failure.Message).ShouldBe((FailureCode.UpstreamUnavailable, Broke));
        await file.ExecuteAsync("DROP TRIGGER dawdle;", Stop);
        await ShouldGoOnAsync(chain, async sql => await file.ScalarAsync(sql, Stop));
    }

    [Fact]
    public async Task Nothing_is_applied_when_it_is_the_server_in_front()
    {
        await using var database = await TestPostgres.CreateDatabaseAsync("CREATE TABLE tag (id int PRIMARY KEY);", Stop);
        await using var chain = await Chain.StartAsync(database.Url, stop: Stop);
        await using var row = await HeldRow.InsertAsync(database, 500, Stop);

        var running = chain.Client.ExecuteJsonAsync(Thousand, Stop);
        await row.UntilAwaitedAsync(Stop);
        chain.Front.Kill();

        var failure = (await Should.ThrowAsync<FailureException>(() => running)).Failure;
        failure.Code.ShouldBe(FailureCode.UpstreamUnavailable);
        failure.Message.ShouldEndWith("whether the write was done is not known.");

        // The server behind notices that nobody waits any more, and cancels what it does.
        await row.UntilNobodyWaitsAsync(Stop);
        await row.RemoveAsync(Stop);
        (await database.ScalarAsync("SELECT count(*) FROM tag", Stop)).ShouldBe(0L);
        (await Outcome.GetAsync(chain.Inner!.Client, "/ex/tag", Stop)).Text.ShouldBe("[]");
        chain.Inner.ShouldHaveNoFault();
    }

    [Fact]
    public async Task An_answer_that_has_begun_ends_abnormally()
    {
        await using var database = await TestPostgres.CreateDatabaseAsync(HalfGated, Stop);
        await using var gate = await Gate.CloseAsync(database, Stop);
        await using var chain = await Chain.StartAsync(
            database.Url, inner: """{ "limits": { "defaultRows": 9000 } }""", stop: Stop);
        using var caller = await WireClient.SendAsync(chain.Front.Client.BaseAddress, "GET /ex/half", Stop);
        (await caller.ReadAsync(100_000, Stop)).ShouldStartWith("HTTP/1.1 200 OK\r\n");

        await chain.KillInnerAsync();

        (await caller.ReadToEndAsync(Stop)).ShouldNotEndWith("\r\n0\r\n\r\n");
        (await Outcome.GetAsync(chain.Front.Client, "/__health/live", Stop)).IsGood.ShouldBeTrue();
        chain.Front.ShouldHaveNoFault();
    }

    /// <summary>Half of the rows of the view come only when the gate is open.</summary>
    internal const string HalfGated = """
        CREATE VIEW half AS SELECT n AS id, repeat('x', 250) AS filler,
            CASE WHEN n > 4500 THEN pg_advisory_xact_lock_shared(7)::text END AS passed
            FROM generate_series(1, 9000) AS n;
        """;

    /// <summary>The server in front lives, says that the other is gone, and goes on when it is back.</summary>
    private static async Task ShouldGoOnAsync(Chain chain, Func<string, Task<object?>> ask)
    {
        (await ask("SELECT count(*) FROM tag")).ShouldBe(0L);
        (await Outcome.GetAsync(chain.Front.Client, "/__health/live", Stop)).IsGood.ShouldBeTrue();
        var lost = await Outcome.GetAsync(chain.Front.Client, "/ex/tag", Stop);
        (lost.Status, lost.Text).ShouldBe((HttpStatusCode.BadGateway,
            """{"error_code":502,"error_message":"The upstream server cannot be reached: nothing was done.","code":"upstream-unavailable"}"""));
        await chain.StartInnerAsync(Stop);
        (await chain.Client.ExecuteJsonAsync(Request.Query("tag"), Stop)).ShouldBe("[]"u8.ToArray());
        (await chain.Client.ExecuteJsonAsync(Thousand, Stop)).ShouldBe("""[{"id":1000}]"""u8.ToArray());
        (await ask("SELECT count(*) FROM tag")).ShouldBe(1000L);
        chain.Front.ShouldHaveNoFault();
    }

    /// <summary>Whether somebody else is writing.</summary>
    private static async Task<bool> IsLockedAsync(SqliteFile file)
    {
        await using var connection = new SqliteConnection(file.ConnectionString);
        await connection.OpenAsync(Stop);
        await using var begin = new SqliteCommand("BEGIN IMMEDIATE", connection) { CommandTimeout = 1 };
        try
        {
            await begin.ExecuteNonQueryAsync(Stop);
            return false;
        }
        catch (SqliteException busy) when (busy.SqliteErrorCode == SQLitePCL.raw.SQLITE_BUSY)
        {
            return true;
        }
    }
}
