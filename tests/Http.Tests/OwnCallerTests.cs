using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Relata.Databases.Contract;
using Relata.Databases.Postgres;
using Relata.Databases.Postgres.Sessions;
using Relata.Dialects.Ex;
using Relata.Dialects.Rest;
using Relata.Formats.Json;
using Relata.Http.Calls;
using Relata.Introspection;
using Relata.Model.Callers;
using Relata.Model.Failures;
using Relata.Planning;
using Relata.Planning.Paging;
using Relata.Support;
using PostgresDatabase = Relata.Databases.Postgres.PostgresDatabase;

namespace Relata.Http.Tests;

/// <summary>An application with a handler of its own says as whom calls run.</summary>
public sealed class OwnCallerTests
{
    private const string Tables = """
        CREATE VIEW who AS SELECT 1 AS id, current_user::text AS role, current_setting('app.tenant', true) AS tenant;
        GRANT SELECT ON who TO pg_monitor;
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_call_runs_as_the_application_says()
    {
        await using var made = await TestPostgres.CreateDatabaseAsync(Tables, Stop);
        await using var app = await StartAsync(made, _ => new Caller("pg_monitor", [new("app.tenant", "ann")]));
        for (var turn = 0; turn < 3; turn++)
            (await AskAsync(app, "/who?fields=role,tenant")).ShouldBe((200, """[{"role":"pg_monitor","tenant":"ann"}]"""));
    }

    [Fact]
    public async Task Without_a_caller_it_is_the_role_of_the_connections()
    {
        await using var made = await TestPostgres.CreateDatabaseAsync(Tables, Stop);
        await using var app = await StartAsync(made, _ => null);
        (await AskAsync(app, "/who?fields=tenant")).ShouldBe((200, """[{"tenant":null}]"""));
        (await AskAsync(app, "/ex/:exec", """{"stmt":"SELECT 1 AS n"}""")).ShouldBe((200, """[{"n":1}]"""));
    }

    [Fact]
    public async Task What_the_application_throws_is_the_answer()
    {
        await using var made = await TestPostgres.CreateDatabaseAsync(Tables, Stop);
        await using var app = await StartAsync(
            made, _ => throw new Failure(FailureCode.Unauthenticated, "The token has expired.").AsException());
        var (status, body) = await AskAsync(app, "/who");
        (status, body.Contains("The token has expired.", StringComparison.Ordinal)).ShouldBe((401, true), body);
    }

    /// <summary>It could take the role of the connection back.</summary>
    [Fact]
    public async Task A_statement_of_the_callers_own_is_not_run()
    {
        await using var made = await TestPostgres.CreateDatabaseAsync(Tables, Stop);
        await using var app = await StartAsync(made, _ => new Caller("pg_monitor", []));
        var (status, body) = await AskAsync(app, "/ex/:exec", """{"stmt":"SELECT 1 AS n"}""");
        (status, body.Contains("Statements of callers are not run", StringComparison.Ordinal)).ShouldBe((400, true), body);
    }

    private static async Task<WebApplication> StartAsync(Support.PostgresDatabase made, Func<HttpContext, Caller?> caller)
    {
        PostgresUrlReader.TryRead(made.Url["postgres:".Length..], out var address, out _).ShouldBeTrue();
        var database = PostgresDatabase.Create(address, new PostgresSessionOptions());
        var live = new LiveSchema(database.Catalog, [], TableFilter.All);
        await live.LoadAsync(Stop);
        var engine = Engine.Over(database, live, new Limits(), new CursorSeal(new byte[32]), TimeProvider.System);
        var options = new RelataOptions { Caller = caller };
        var handler = new RelataHandler(
            new ApiPipeline(engine, new OfferedFormats([new JsonFormat()]), options).AnswerAsync,
            [
                new DialectMount("", new RestDialect(new RestOptions())),
                new DialectMount("/ex", new ExDialect(new ExOptions { RunsSql = true })),
            ],
            system: null,
            options,
            NullLogger<RelataHandler>.Instance,
            TimeProvider.System);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.Lifetime.ApplicationStopped.Register(() => database.DisposeAsync().AsTask().Wait());
        app.Run(handler.HandleAsync);
        await app.StartAsync(Stop);
        return app;
    }

    private static async Task<(int Status, string Body)> AskAsync(WebApplication app, string path, string? body = null)
    {
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        using var request = new HttpRequestMessage(body is null ? HttpMethod.Get : HttpMethod.Post, path);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await client.SendAsync(request, Stop);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(Stop));
    }
}
