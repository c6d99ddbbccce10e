using System.Net;
using System.Text.Json;
using Relata.Client;
using Relata.Model.Failures;
using Relata.Model.Requests;
using Relata.Scenarios.Stage;
using Relata.Support;
using static Relata.Client.Ex;

namespace Relata.Scenarios;

/// <summary>A server passes calls of ex on to another one, which need not be there all the time.</summary>
public sealed class ServerStandsInFront
{
    private const int Rows = 1_000_000;

    /// <summary>The garbage collector's, as for <see cref="AMillionRowsAreStreamed"/>; the body is about 100 MB.</summary>
    private const long Slack = 60 * 1024 * 1024;

    private const string Notes = "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT); INSERT INTO note VALUES (1, 'a');";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_starts_before_the_other_and_answers_502_until_that_is_there()
    {
        using var file = await SqliteFile.CreateAsync(Notes, Stop);
        await using var chain = await Chain.StartFrontAsync(file.Url, Stop);
        var front = chain.Front;
        await Poll.UntilAsync(() => front.Output.Contains("listening on", StringComparison.Ordinal), stop: Stop);
        front.Output.ShouldContain("passes calls of ex on to http://127.0.0.1:");
        front.Output.ShouldContain("it answers under /ex/ and nowhere else;");
        front.Output.ShouldContain("warning: the upstream server does not answer now; calls are 502 until it does");

        (await Outcome.GetAsync(front.Client, "/ex/note", Stop)).Status.ShouldBe(HttpStatusCode.BadGateway);
        var write = await Should.ThrowAsync<FailureException>(
            () => chain.Client.ExecuteJsonAsync(Request.Insert("note", Values(("id", 2))), Stop));
        (write.Failure.Code, write.Failure.Message).ShouldBe(
            (FailureCode.UpstreamUnavailable, "The upstream server cannot be reached: nothing was done."));
        var ready = await Outcome.GetAsync(front.Client, "/__health/ready", Stop);
        (ready.Status, ready.Text).ShouldBe(
            (HttpStatusCode.ServiceUnavailable, """{"status":"upstream unavailable"}"""));

        await chain.StartInnerAsync(Stop);

        (await Outcome.GetAsync(front.Client, "/ex/note", Stop)).Text.ShouldBe("""[{"id":1,"text":"a"}]""");
        await Poll.UntilAsync(
            async () => (await Outcome.GetAsync(front.Client, "/__health/ready", Stop)).IsGood, stop: Stop);
        front.ShouldHaveNoFault();
    }

    [Fact]
    public async Task It_goes_on_when_the_other_is_started_anew()
    {
        using var file = await SqliteFile.CreateAsync(Notes, Stop);
        await using var chain = await Chain.StartAsync(file.Url, stop: Stop);
        var query = Request.Query("note", Where("id", 1));
        var expected = """[{"id":1,"text":"a"}]"""u8.ToArray();
        (await chain.Client.ExecuteJsonAsync(query, Stop)).ShouldBe(expected);
        await chain.KillInnerAsync();
        await chain.StartInnerAsync(Stop);

        // What it knew as an open connection is none any more.
        (await chain.Client.ExecuteJsonAsync(query, Stop)).ShouldBe(expected);
        chain.Front.ShouldHaveNoFault();
    }

    [Fact]
    public async Task Rows_arrive_while_the_other_still_reads_them()
    {
        await using var database = await TestPostgres.CreateDatabaseAsync(UpstreamIsKilled.HalfGated, Stop);
        await using var gate = await Gate.CloseAsync(database, Stop);
        await using var chain = await Chain.StartAsync(database.Url, stop: Stop);
        var rows = chain.Client.StreamAsync<Half>(Request.Query("half", Limit(9000)), Stop).GetAsyncEnumerator(Stop);
        await using var _ = rows;
        for (var id = 1; id <= 3000; id++)
        {
            (await rows.MoveNextAsync()).ShouldBeTrue();
            rows.Current.Id.ShouldBe(id);
        }

        await gate.OpenAsync(Stop);

        var count = 3000;
        while (await rows.MoveNextAsync()) rows.Current.Id.ShouldBe(++count);
        count.ShouldBe(9000);
    }

    [Fact]
    public async Task A_million_rows_pass_with_flat_memory()
    {
        using var file = await SqliteFile.CreateAsync(
            """
            CREATE VIEW big AS
                WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n LIMIT 1000000)
                SELECT id, hex(zeroblob(35)) AS label FROM n;
            """,
            Stop);
        await using var chain = await Chain.StartAsync(
            file.Url, inner: """{ "limits": { "maxRows": 1000000 } }""", stop: Stop);
        (await CountAsync(chain, 10_000)).ShouldBe(10_000);
        var before = ProcessMemory.PeakOf(chain.Front.Pid);

        (await CountAsync(chain, Rows)).ShouldBe(Rows);

        (ProcessMemory.PeakOf(chain.Front.Pid) - before).ShouldBeLessThan(Slack);
        chain.Front.ShouldHaveNoFault();
    }

    [Fact]
    public async Task A_caller_who_leaves_is_not_worked_for_any_more()
    {
        await using var database = await TestPostgres.CreateDatabaseAsync(Gate.View, Stop);
        await using var gate = await Gate.CloseAsync(database, Stop);
        await using var chain = await Chain.StartAsync(database.Url, stop: Stop);
        using var caller = await WireClient.SendAsync(chain.Front.Client.BaseAddress, "GET /ex/gated", Stop);
        await Poll.UntilAsync(async () => await WaitingAsync(database) == 1, stop: Stop);

        caller.Reset();

        await Poll.UntilAsync(async () => await WaitingAsync(database) == 0, stop: Stop);
        chain.Front.ShouldHaveNoFault();
        chain.Inner!.ShouldHaveNoFault();
    }

    [Fact]
    public async Task One_that_is_too_slow_is_told_to_stop()
    {
        await using var database = await TestPostgres.CreateDatabaseAsync(Gate.View + """
            CREATE TABLE note (id int PRIMARY KEY);
            CREATE FUNCTION wait() RETURNS trigger LANGUAGE plpgsql AS
                'BEGIN PERFORM pg_advisory_xact_lock_shared(7); RETURN NULL; END';
            CREATE TRIGGER wait AFTER INSERT ON note FOR EACH ROW EXECUTE FUNCTION wait();
            """, Stop);
        await using var gate = await Gate.CloseAsync(database, Stop);
        await using var chain = await Chain.StartAsync(
            database.Url, """{ "upstream": { "timeoutMilliseconds": 2000 } }""", stop: Stop);

        var read = await Outcome.GetAsync(chain.Front.Client, "/ex/gated", Stop);
        var write = await Outcome.PostAsync(chain.Front.Client, "/ex/note", """{"id":1}""", Stop);

        (read.Status, read.Text).ShouldBe((HttpStatusCode.GatewayTimeout,
            """{"error_code":504,"error_message":"The upstream server did not answer in time.","code":"upstream-timeout"}"""));
        write.Status.ShouldBe(HttpStatusCode.GatewayTimeout);
        write.Text.ShouldContain("did not answer in time: whether the write was done is not known.");
        await Poll.UntilAsync(async () => await WaitingAsync(database) == 0, stop: Stop);
        (await database.ScalarAsync("SELECT count(*) FROM note", Stop)).ShouldBe(0L);
        await gate.OpenAsync(Stop);
        (await Outcome.PostAsync(chain.Front.Client, "/ex/note", """{"id":1}""", Stop)).IsGood.ShouldBeTrue();
        chain.Front.ShouldHaveNoFault();
    }

    [Fact]
    public async Task An_answer_that_does_not_go_on_is_cut_off()
    {
        await using var database = await TestPostgres.CreateDatabaseAsync(UpstreamIsKilled.HalfGated, Stop);
        await using var gate = await Gate.CloseAsync(database, Stop);
        await using var chain = await Chain.StartAsync(
            database.Url,
            """{ "upstream": { "timeoutMilliseconds": 2000 } }""",
            """{ "limits": { "defaultRows": 9000 } }""",
            Stop);
        using var caller = await WireClient.SendAsync(chain.Front.Client.BaseAddress, "GET /ex/half", Stop);

        var answer = await caller.ReadToEndAsync(Stop);

        answer.ShouldStartWith("HTTP/1.1 200 OK\r\n");
        answer.ShouldNotEndWith("\r\n0\r\n\r\n");
        await Poll.UntilAsync(async () => await WaitingAsync(database) == 0, stop: Stop);
        chain.Front.ShouldHaveNoFault();
    }

    [Fact]
    public async Task The_others_own_time_limit_is_passed_on()
    {
        await using var database = await TestPostgres.CreateDatabaseAsync(Gate.View, Stop);
        await using var gate = await Gate.CloseAsync(database, Stop);
        await using var chain = await Chain.StartAsync(
            database.Url, inner: """{ "limits": { "statementTimeoutMilliseconds": 1000 } }""", stop: Stop);
        var answer = await Outcome.GetAsync(chain.Front.Client, "/ex/gated", Stop);
        answer.Status.ShouldBe(HttpStatusCode.GatewayTimeout);
        answer.Text.ShouldContain("\"code\":\"statement-timeout\"");
    }

    [Fact]
    public async Task It_has_limits_and_rules_of_its_own()
    {
        using var file = await SqliteFile.CreateAsync(Notes, Stop);
        await using var chain = await Chain.StartAsync(file.Url, """
            {
              "ex": { "mount": "/", "allowEveryRow": false },
              "limits": { "maxBatchRequests": 2, "maxBodyBytes": 300 }
            }
            """, stop: Stop);
        var client = chain.Front.Client;
        var row = """{"action":"INSERT","resource":"note","values":{"id":1}}""";
        (await Outcome.PostAsync(client, "/:batch", $"[{row},{row},{row}]", Stop)).Text
            .ShouldContain("The batch has 3 requests, and at most 2 are done at once.");
        (await Outcome.PostAsync(client, "/note", $$"""{"text":"{{new string('x', 300)}}"}""", Stop)).Status
            .ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        (await Outcome.SendAsync(client, HttpMethod.Put, "/v1/note", """{"text":"b"}""", Stop)).Text
            .ShouldContain("\"code\":\"filter-required\"");
        (await Outcome.GetAsync(client, "/v1/note", Stop)).Text.ShouldBe("""[{"id":1,"text":"a"}]""");
    }

    [Fact]
    public async Task It_answers_nothing_but_ex_in_JSON()
    {
        using var file = await SqliteFile.CreateAsync(Notes, Stop);
        await using var chain = await Chain.StartAsync(file.Url, stop: Stop);
        var client = chain.Front.Client;
        foreach (var path in new[] { "/note", "/__schema", "/__batch" })
        {
            var answer = await Outcome.GetAsync(client, path, Stop);
            answer.Status.ShouldBe(HttpStatusCode.NotFound);
            answer.Text.ShouldContain("This server passes calls of ex on, and answers nothing else.");
        }

        using var csv = new HttpRequestMessage(HttpMethod.Get, "/ex/note");
        csv.Headers.Add("Accept", "text/csv");
        (await Outcome.SendAsync(client, csv, Stop)).Status.ShouldBe(HttpStatusCode.NotAcceptable);
        using var matched = new HttpRequestMessage(HttpMethod.Delete, "/ex/note?id=1");
        matched.Headers.Add("If-Match", "\"a\"");
        (await Outcome.SendAsync(client, matched, Stop)).Text.ShouldContain("If-Match is about one row");
        (await Outcome.GetAsync(client, "/ex/note", Stop)).Text.ShouldBe("""[{"id":1,"text":"a"}]""");
    }

    [Fact]
    public async Task Another_can_stand_in_front_of_it()
    {
        using var file = await SqliteFile.CreateAsync(Notes, Stop);
        await using var chain = await Chain.StartAsync(file.Url, stop: Stop);
        await using var first = await RelataProcess.StartFrontAsync(
            new Uri(chain.Front.Client.BaseAddress!, "/ex"), stop: Stop);
        (await Outcome.PostAsync(first.Client, "/ex/note", """[{"id":7,"text":"ü\n\""},{"id":8,"text":null}]""", Stop)).Text
            .ShouldBe("""[{"id":7,"text":"ü\n\""},{"id":8,"text":null}]""");
        (await Outcome.PostAsync(first.Client, "/ex/note", """{"id":7}""", Stop)).Status.ShouldBe(HttpStatusCode.Conflict);
        await chain.KillInnerAsync();
        var lost = await Outcome.PostAsync(first.Client, "/ex/note", """{"id":9}""", Stop);
        (lost.Status, lost.Text.Contains("nothing was done", StringComparison.Ordinal)).ShouldBe((HttpStatusCode.BadGateway, true));
    }

    private static async Task<int> CountAsync(Chain chain, int limit)
    {
        var count = 0;
        using var request = new HttpRequestMessage(HttpMethod.Get, "/ex/big");
        request.Headers.Add("X-Limit", limit.ToString(System.Globalization.CultureInfo.InvariantCulture));
        using var answer = await chain.Front.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Stop);
        await using var body = await answer.Content.ReadAsStreamAsync(Stop);
        await foreach (var row in JsonSerializer.DeserializeAsyncEnumerable<Big>(body, JsonSerializerOptions.Web, Stop))
        {
            if (row is { Label.Length: 70 } && row.Id == count + 1) count++;
            else Assert.Fail($"After row {count} comes {row}.");
        }

        return count;
    }

    private static async Task<long> WaitingAsync(PostgresDatabase database) => (long)(await database.ScalarAsync(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'advisory'",
        Stop)).ShouldNotBeNull();

    private sealed record Half(int Id, string Filler, string? Passed);

    private sealed record Big(int Id, string Label);
}
