using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Relata.Client.Interception;
using Relata.Client.Serving;
using Relata.Dialects.Contract;
using Relata.Dialects.Ex;
using Relata.Formats.Json;
using Relata.Http;
using Relata.Http.Calls;
using Relata.Http.Endpoints;
using Relata.Model.Failures;
using Relata.Model.Requests;
using Relata.Support;

namespace Relata.Client.Tests;

/// <summary>A program of one's own in front of a server: what its callers ask passes interceptors.</summary>
public sealed class ServingTests
{
    private const string Notes = """
        CREATE TABLE note (id INTEGER PRIMARY KEY, tenant_id INTEGER NOT NULL, text TEXT);
        INSERT INTO note VALUES (1, 7, 'a'), (2, 8, 'b');
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Callers_see_and_write_the_rows_of_their_tenant_only()
    {
        using var file = await SqliteFile.CreateAsync(Notes, Stop);
        await using var server = await RelataProcess.StartAsync(file.Url, stop: Stop);
        await using var upstream = RelataClient.ForHttp(server.Client, new Uri(server.Client.BaseAddress!, "/ex"));
        var guarded = upstream.WithInterceptors(Inject.Both("note", "tenant_id"));
        await using var front = await StartAsync(
            call => call.Header("X-Tenant") is { } tenant
                ? guarded.WithContext("tenant_id", int.Parse(tenant, CultureInfo.InvariantCulture))
                : guarded);
        using var client = new HttpClient { BaseAddress = new Uri(front.Urls.First()) };

        (await Ask(client, "GET", "/ex/v1/note", 7)).ShouldBe((200, """[{"id":1,"tenant_id":7,"text":"a"}]"""));
        (await Ask(client, "GET", "/ex/note?tenant_id=8&id:gt=0", 7)).ShouldBe((200, """[{"id":1,"tenant_id":7,"text":"a"}]"""));
        (await Ask(client, "POST", "/ex/note", 7, """{"id":3,"tenant_id":8,"text":"c"}"""))
            .ShouldBe((200, """[{"id":3,"tenant_id":7,"text":"c"}]"""));
        (await Ask(client, "POST", "/ex/:batch?results=all", 7, """
            [{"action":"UPDATE","resource":"note","values":{"text":"d","tenant_id":8}},
             {"action":"DELETE","resource":"note","where":{"id":2}},
             {"action":"QUERY","resource":"note","where":{"tenant_id:in":[7,8]},"columns":["id"]}]
            """)).ShouldBe((200,
            """[[{"id":1,"tenant_id":7,"text":"d"},{"id":3,"tenant_id":7,"text":"d"}],[],[{"id":1},{"id":3}]]"""));
        (await file.ScalarAsync("SELECT text FROM note WHERE id = 2", Stop)).ShouldBe("b");
        var (status, body) = await Ask(client, "GET", "/ex/note", null);
        (status, body.Contains("no \\\"tenant_id\\\"", StringComparison.Ordinal)).ShouldBe((403, true));
    }

    [Fact]
    public async Task An_interceptor_refuses_and_a_processor_changes()
    {
        using var file = await SqliteFile.CreateAsync(Notes, Stop);
        await using var database = RelataClient.ForSqlite(file.Path);
        var client = database
            .WithInterceptors((request, _, _) => request is Delete
                ? throw new Failure(FailureCode.Forbidden, "Nothing is deleted here.").AsException()
                : ValueTask.FromResult(request))
            .WithProcessors((_, row) =>
            {
                row.Remove("tenant_id");
                return row;
            });
        await using var front = await StartAsync(_ => client);
        using var http = new HttpClient { BaseAddress = new Uri(front.Urls.First()) };

        (await Ask(http, "GET", "/ex/note?id=2", null)).ShouldBe((200, """[{"id":2,"text":"b"}]"""));
        (await Ask(http, "DELETE", "/ex/note", null)).ShouldBe((403,
            """{"error_code":403,"error_message":"Nothing is deleted here.","code":"forbidden"}"""));
        (await Ask(http, "POST", "/ex/note", null, """{"id":1,"tenant_id":7}""")).Status.ShouldBe(409);
        (await Ask(http, "POST", "/ex/note", null, """{"id":3,"tenant_id":"\ud800"}""")).Status.ShouldBe(400);
        (await Ask(http, "POST", "/ex/note", null, """{"id":3,"tenant_id":7}""", "X-On-Conflict-Ignore: idd"))
            .ShouldBe((400, """{"error_code":400,"error_message":"Conflicts are ignored by true or a column, no \"idd\".","code":"bad-value","hint":"Did you mean \"id\"?","at":{"part":"header X-On-Conflict-Ignore","offset":0,"length":3}}"""));
    }

    private static async Task<WebApplication> StartAsync(Func<ApiCall, RelataClient> clientOf)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var front = builder.Build();
        var dialect = new ExDialect(new ExOptions());
        var forwarder = new ExForwarder(dialect, clientOf);
        var pipeline = new ForwardPipeline(forwarder.AnswerAsync, new OfferedFormats([new JsonFormat()]));
        var health = new Health(_ => ValueTask.CompletedTask, TimeProvider.System, CancellationToken.None);
        front.Run(new RelataHandler(
            pipeline.AnswerAsync,
            [new DialectMount("/ex", dialect)],
            new SystemEndpoints(live: null, health, reload: null),
            new RelataOptions(),
            NullLogger<RelataHandler>.Instance,
            TimeProvider.System).HandleAsync);
        await front.StartAsync(Stop);
        return front;
    }

    private static async Task<(int Status, string Body)> Ask(
        HttpClient client, string method, string path, int? tenant, string? body = null, string? header = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8);
        if (tenant is { } number) request.Headers.Add("X-Tenant", number.ToString(CultureInfo.InvariantCulture));
        if (header?.Split(": ") is [var name, var value]) request.Headers.Add(name, value);
        using var answer = await client.SendAsync(request, Stop);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(Stop));
    }
}
