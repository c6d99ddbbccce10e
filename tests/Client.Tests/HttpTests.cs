using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Npgsql;
using Relata.Client.Http;
using Relata.Model.Failures;
using Relata.Model.Requests;
using Relata.Support;
using static Relata.Client.Ex;

namespace Relata.Client.Tests;

/// <summary>What is sent over HTTP, when it is sent again, and what becomes of failures.</summary>
public sealed class HttpTests
{
    private static readonly Batch Query = Request.Query("tag");
    private static readonly Batch Write = Request.Insert("tag", Values(("name", "a")));
    private readonly FakeTime time = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Requests_are_sent_in_the_form_of_ex()
    {
        (await Sent(Request.Query("a b", Where("id", In(1, 2)), Where("name", Like("%x&")), Order("id desc"), Limit(3))))
            .ShouldBe("GET /v1/a%20b?id:in=1%2C2&name:like=%25x%26\nX-Order-By: id desc\nX-Limit: 3\n");
        (await Sent(Request.Delete("tag", Where("id", Gt(10)), Limit(1)))).ShouldBe("DELETE /v1/tag?id:gt=10\nX-Limit: 1\n");
        (await Sent(Request.Update("tag", Values(("name", "n")), Where("id", null))))
            .ShouldBe("""PUT /v1/tag?id:is=null""" + "\n" + """{"name":"n"}""");
        (await Sent(Request.Insert("tag", Values(("name", "n")), OnConflictUpdate("name").On("id"))))
            .ShouldBe("POST /v1/tag\nX-On-Conflict-Constraint: id\nX-On-Conflict-Update: name\n{\"name\":\"n\"}");
        (await Sent(Request.Query("tag", Where("name", In("a,b")))))
            .ShouldBe("POST /v1/:batch\n" + """{"requests":[{"action":"QUERY","resource":"tag","where":{"name:in":["a,b"]}}]}""");
        (await Sent(Request.Query("tag", Where("id", 1), Where("a:b", 2), Where("c:gt", 3), Order("id", "e desc asc"))))
            .ShouldBe("GET /v1/tag?id=1&a:b=2&c:gt:eq=3\nX-Order-By: id,e desc asc\n");
        (await Sent(((Batch)Request.Query("tag")) with { AnswersEach = true }))
            .ShouldBe("POST /v1/:batch?results=all\n" + """{"requests":[{"action":"QUERY","resource":"tag"}]}""");
    }

    [Fact]
    public async Task Statements_are_sent_in_pieces_and_once()
    {
        var server = new Upstream(() => Answer(200), () => Answer(503));
        var (id, name) = (7, "a\"b");
        await Client(server).ExecSqlJsonAsync($"SELECT * FROM tag WHERE id = {id} OR name = {name}", Stop);
        server.Last.ShouldBe("POST /v1/:exec\n" +
            """{"stmt":["SELECT * FROM tag WHERE id = "," OR name = ",""],"args":[7,"a\"b"]}""");
        await Should.ThrowAsync<FailureException>(() => Client(server).ExecSqlJsonAsync($"DELETE FROM tag", Stop));
        (server.Calls, server.Last).ShouldBe((2, "POST /v1/:exec\n" + """{"stmt":"DELETE FROM tag","args":[]}"""));
    }

    [Fact]
    public async Task A_query_is_sent_again_with_longer_and_longer_pauses()
    {
        var server = new Upstream(
            () => throw new HttpRequestException("reset"), () => Answer(500), () => Answer(429, "Retry-After", "7"),
            () => Answer(503), () => Answer(502), () => Answer(200));
        (await Client(server).ExecuteJsonAsync(Query, Stop)).ShouldBe("[]"u8.ToArray());
        time.Pauses.Select(pause => pause.TotalSeconds).ShouldBe([2, 7, 10, 30]);
    }

    [Fact]
    public async Task A_server_does_not_make_a_client_wait_for_long()
    {
        var server = new Upstream(() => Answer(503), () => Answer(503, "Retry-After", "86400"), () => Answer(200));
        await Client(server).ExecuteJsonAsync(Query, Stop);
        time.Pauses.Select(pause => pause.TotalSeconds).ShouldBe([60]);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(503)]
    [InlineData(504)]
    public async Task A_client_that_takes_any_answer_asks_again_only_without_one(int status)
    {
        var server = new Upstream(
            () => throw new HttpRequestException("reset"), () => Answer(status, "Retry-After", "7"));
        await using var client = RelataClient.ForHttp(
            new HttpClient(server), new Uri("http://upstream/v1/"),
            new HttpOptions { RepeatsAfterAnswers = false, Time = time });
        await Should.ThrowAsync<FailureException>(() => client.ExecuteJsonAsync(Query, Stop));
        (server.Calls, time.Pauses.Count).ShouldBe((2, 0));
    }

    [Fact]
    public async Task A_failure_without_an_end_is_not_read_to_it()
    {
        var body = $$"""{"code":"forbidden","error_message":"{{new string('a', 100_000)}}"}""";
        (await Refused(new Upstream(() => Answer(400, body: body)), Write)).Message.ShouldBe("The server answered 400.");
    }

    [Fact]
    public async Task A_query_is_given_up_after_the_last_pause()
    {
        var server = new Upstream([.. Enumerable.Repeat(() => Answer(503), 6)]);
        var failure = await Refused(server, Query);
        (server.Calls, failure.Code).ShouldBe((6, FailureCode.DatabaseUnavailable));
    }

    [Fact]
    public async Task A_refusal_is_the_failure_that_the_server_means()
    {
        const string body = """{"error_code":400,"error_message":"No \"nme\".","code":"unknown-column","hint":"name?"}""";
        var server = new Upstream(() => Answer(400, body: body));
        var failure = await Refused(server, Query);
        (failure.Code, failure.Message, failure.Hint, server.Calls)
            .ShouldBe((FailureCode.UnknownColumn, "No \"nme\".", "name?", 1));
    }

    [Theory]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_write_that_may_have_been_received_is_not_sent_again(int status)
    {
        var server = new Upstream(() => Answer(status));
        await Refused(server, Write);
        await Refused(server = new Upstream(() => throw new HttpRequestException("reset")), Write);
        server.Calls.ShouldBe(1);
    }

    [Theory]
    [InlineData(502, "The server answered 502: whether the write was done is not known.")]
    [InlineData(504, "The server answered 504: whether the write was done is not known.")]
    [InlineData(429, "The server answered 429.")]
    public async Task A_write_that_something_in_between_answers_says_what_is_not_known(int status, string message) =>
        (await Refused(new Upstream(() => Answer(status, body: "<html>")), Write)).Message.ShouldBe(message);

    [Theory]
    [InlineData(200, "The server answered no JSON: whether the write was done is not known.")]
    [InlineData(301, "The server answered 301.")]
    public async Task What_holds_no_rows_is_no_result(int status, string message)
    {
        var answer = Answer(status);
        answer.Content = new StringContent("<html>", Encoding.UTF8, "text/html");
        var failure = await Refused(new Upstream(() => answer), Write);
        (failure.Code, failure.Message).ShouldBe((FailureCode.UpstreamUnavailable, message));
    }

    [Fact]
    public async Task A_write_that_the_server_refuses_is_not_done()
    {
        const string body = """{"error_code":504,"error_message":"Too slow.","code":"statement-timeout"}""";
        (await Refused(new Upstream(() => Answer(504, body: body)), Write)).Message.ShouldBe("Too slow.");
        (await Refused(new Upstream([.. Enumerable.Repeat(() => Answer(502), 6)]), Query)).Message
            .ShouldBe("The server answered 502.");
    }

    [Fact]
    public async Task A_write_for_which_no_connection_came_about_is_sent_again()
    {
        var server = new Upstream(
            () => throw new HttpRequestException(HttpRequestError.ConnectionError, "refused"), () => Answer(200));
        await Client(server).ExecuteJsonAsync(Write, Stop);
        server.Calls.ShouldBe(2);
    }

    [Fact]
    public async Task A_write_for_which_no_connection_comes_about_is_not_done()
    {
        var server = new Upstream([.. Enumerable.Repeat<Func<HttpResponseMessage>>(
            () => throw new HttpRequestException(HttpRequestError.ConnectionError, "refused"), 6)]);
        var failure = await Refused(server, Write);
        (failure.Code, failure.Message, server.Calls).ShouldBe((
            FailureCode.UpstreamUnavailable, "The server http://upstream cannot be reached: nothing was done.", 6));
    }

    [Fact]
    public async Task A_request_that_the_time_limit_ended_is_not_sent_again()
    {
        var server = new Upstream(() => throw new TaskCanceledException("limit", new TimeoutException()));
        var failure = await Refused(server, Query);
        (failure.Code, failure.Message, server.Calls).ShouldBe(
            (FailureCode.UpstreamTimeout, "The server http://upstream did not answer in time.", 1));
        server = new Upstream(() => throw new TaskCanceledException("limit", new TimeoutException()));
        (await Refused(server, Write)).Message.ShouldEndWith("whether the write was done is not known.");
    }

    [Fact]
    public async Task A_result_that_does_not_go_on_is_given_up()
    {
        foreach (var (batch, message) in new[]
        {
            (Query, "The connection broke before the answer was whole."),
            (Write, "The write is done, but the connection broke before its result was whole."),
        })
        {
            var answer = Answer(200);
            answer.Content = new StreamContent(new Silence("""[{"id":1}"""u8.ToArray()))
            {
                Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
            };
            var http = new HttpClient(new Upstream(() => answer)) { Timeout = TimeSpan.FromMilliseconds(50) };
            await using var client = RelataClient.ForHttp(http, new Uri("http://upstream/v1/"));
            var failure = (await Should.ThrowAsync<FailureException>(
                () => client.ExecuteAsync<Dictionary<string, object?>>(batch, Stop))).Failure;
            (failure.Code, failure.Message).ShouldBe((FailureCode.UpstreamUnavailable, message));
        }
    }

    [Fact]
    public async Task A_fault_of_the_server_says_how_its_log_knows_it()
    {
        const string body = """{"error_code":500,"error_message":"Something.","code":"internal","traceId":"0HN:1"}""";
        var thrown = await Should.ThrowAsync<FailureException>(
            () => Client(new Upstream(() => Answer(500, body: body))).ExecuteJsonAsync(Write, Stop));
        thrown.Failure.Code.ShouldBe(FailureCode.Internal);
        thrown.InnerException.ShouldNotBeNull().Message.ShouldBe("The server's log knows it by the trace id 0HN:1.");
    }

    [Fact]
    public async Task A_refusal_says_which_methods_are_possible()
    {
        const string body = """{"error_code":405,"error_message":"Not possible.","code":"method-not-allowed"}""";
        var answer = Answer(405, body: body);
        answer.Content.Headers.Add("Allow", "GET, HEAD");
        (await Refused(new Upstream(() => answer), Write)).Allow.ShouldBe(["GET", "HEAD"]);
    }

    [Fact]
    public async Task A_caller_who_leaves_is_not_kept_waiting()
    {
        using var leaving = new CancellationTokenSource();
        var server = new Upstream(() =>
        {
            leaving.Cancel();
            return Answer(503);
        });
        await Should.ThrowAsync<OperationCanceledException>(() => Client(server).ExecuteJsonAsync(Query, leaving.Token));
        server.Calls.ShouldBe(1);
    }

    [Fact]
    public async Task What_ex_has_no_words_for_is_refused()
    {
        var server = new Upstream();
        var read = Request.Query("tag") with { Count = CountMode.Exact };
        (await Refused(server, read)).Code.ShouldBe(FailureCode.NotApplicable);
        server.Calls.ShouldBe(0);
    }

    [Fact]
    public async Task Nothing_stays_of_a_batch_whose_server_is_killed()
    {
        await using var database = await TestPostgres.CreateDatabaseAsync(
            "CREATE TABLE tag (id integer PRIMARY KEY);", Stop);
        await using var process = await RelataProcess.StartAsync(database.Url, stop: Stop);
        await using var client = RelataClient.ForHttp(
            process.Client, new Uri(process.Client.BaseAddress!, "/ex"), new HttpOptions { Pauses = [] });

        // The second row waits for another transaction, so that the server is in the middle of the batch.
        await using var other = new NpgsqlConnection(database.ConnectionString);
        await other.OpenAsync(Stop);
        await using var transaction = await other.BeginTransactionAsync(Stop);
        await using (var insert = new NpgsqlCommand("INSERT INTO tag VALUES (2)", other, transaction))
            await insert.ExecuteNonQueryAsync(Stop);
        var running = client.ExecuteJsonAsync(Request.Batch(
            Request.Insert("tag", Values(("id", 1))), Request.Insert("tag", Values(("id", 2)))), Stop);
        await Poll.UntilAsync(
            async () => await database.ScalarAsync(
                "SELECT count(*) FROM pg_locks WHERE NOT granted", Stop) is > 0L,
            stop: Stop, what: "a batch that waits");
        process.Kill();
        var failure = (await Should.ThrowAsync<FailureException>(() => running)).Failure;
        failure.Code.ShouldBe(FailureCode.UpstreamUnavailable);
        failure.Message.ShouldContain("whether the write was done is not known");
        await transaction.RollbackAsync(Stop);
        (await database.ScalarAsync("SELECT count(*) FROM tag", Stop)).ShouldBe(0L);
    }

    private static async Task<string> Sent(Batch batch)
    {
        var server = new Upstream(() => Answer(200));
        await Client(server, new FakeTime()).ExecuteJsonAsync(batch, Stop);
        return server.Last;
    }

    private async Task<Failure> Refused(Upstream server, Batch batch) =>
        (await Should.ThrowAsync<FailureException>(() => Client(server).ExecuteJsonAsync(batch, Stop))).Failure;

    private RelataClient Client(Upstream server) => Client(server, time);

    private static RelataClient Client(Upstream server, TimeProvider time) => RelataClient.ForHttp(
        new HttpClient(server), new Uri("http://upstream/v1/"), new HttpOptions { Time = time });

    private static HttpResponseMessage Answer(int status, string? header = null, string? value = null, string body = "[]")
    {
        var answer = new HttpResponseMessage((HttpStatusCode)status)
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        if (header is not null) answer.Headers.Add(header, value);
        return answer;
    }

    /// <summary>A body of which nothing follows behind its start.</summary>
    private sealed class Silence(byte[] start) : MemoryStream(start)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (await base.ReadAsync(buffer, cancellationToken) is > 0 and var read) return read;
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        }
    }

    /// <summary>A server that does as it is told, one call after the other.</summary>
    private sealed class Upstream(params Func<HttpResponseMessage>[] answers) : HttpMessageHandler
    {
        public int Calls { get; private set; }

        public string Last { get; private set; } = "";

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken stop)
        {
            var headers = string.Concat(request.Headers.Select(header => $"{header.Key}: {header.Value.Single()}\n"));
            var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(stop);
            Last = $"{request.Method} {request.RequestUri!.PathAndQuery}\n{headers}{body}";
            return answers[Calls++]();
        }
    }
}
