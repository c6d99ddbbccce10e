using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Relata.Databases.Sqlite;
using Relata.Databases.Sqlite.Sessions;
using Relata.Functions.Files;
using Relata.Http.Functions;
using Relata.Model.Failures;
using Relata.Support;

namespace Relata.Functions.Tests;

/// <summary>Files of SQL in a web application of somebody else.</summary>
public sealed class EmbeddingTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Files_answer_in_a_group_behind_middleware_and_change_while_the_application_runs()
    {
        using var file = await NotesAsync();
        using var files = FunctionFolder.Of(new Dictionary<string, string> { ["notes/get/all_notes.sql"] = "SELECT text FROM note" });
        var tracked = new List<string>();
        await using var app = Build(file, app =>
        {
            app.Use((context, next) =>
            {
                if (context.Request.Headers.ContainsKey("X-Key")) return next(context);
                context.Response.StatusCode = 401;
                return Task.CompletedTask;
            });
            app.MapGroup("/api/v1").MapRelataFunctions(files.Path, "/sql", track: (exception, request) =>
                tracked.Add($"{request.Method} {((FailureException)exception).Failure.Code}"));
        });
        await app.StartAsync(Stop);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };

        (await Ask(client, "/api/v1/sql/notes", key: false)).Status.ShouldBe(401);
        (await Ask(client, "/api/v1/sql/notes")).ShouldBe((200, """[{"text":"milk"}]"""));
        var (status, body) = await Ask(client, "/api/v1/sql/nots");
        (status, body.Contains("""Did you mean \"notes\"?","at":{"part":"path","offset":11,"length":5}""", StringComparison.Ordinal))
            .ShouldBe((404, true), body);
        (await Ask(client, "/api/v1/sql/notes", "{}")).Status.ShouldBe(405);
        tracked.ShouldBe(["GET RouteNotFound", "POST MethodNotAllowed"]);

        files.Write("notes/post/add_note.sql", "INSERT INTO note (text) VALUES (:text) RETURNING text");
        await Poll.UntilAsync(async () => (await Ask(client, "/api/v1/sql/notes", """{"text":"tea"}""")).Status == 200, stop: Stop);
        (await Ask(client, "/api/v1/sql/notes")).Body.ShouldBe("""[{"text":"milk"},{"text":"tea"}]""");
    }

    [Fact]
    public async Task A_collection_of_ones_own_is_mapped()
    {
        using var file = await NotesAsync();
        using var files = FunctionFolder.Of(new Dictionary<string, string> { ["notes/get/all_notes.sql"] = "SELECT text FROM note" });
        await using var database = SqliteDatabase.Create(file.Path, new SqliteSessionOptions(), TimeProvider.System);
        using var collection = await QueryCollection.LoadAsync(files.Path, database, stop: Stop);
        await using var app = Build(file, app => collection.MapHttpHandlers(app, "/"));
        await app.StartAsync(Stop);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        (await Ask(client, "/notes")).ShouldBe((200, """[{"text":"milk"}]"""));
        await collection.RemoveQueryAsync("notes/get/all_notes.sql", Stop);
        (await Ask(client, "/notes")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task What_is_held_until_it_is_committed_has_a_limit_and_is_undone_beyond()
    {
        using var file = await NotesAsync();
        using var files = FunctionFolder.Of(new Dictionary<string, string>
        {
            ["notes/post/add_note.sql"] = "INSERT INTO note (text) VALUES (:text) RETURNING text",
            ["notes/get/all_notes.sql"] = "SELECT text FROM note",
        });
        await using var app = Build(
            file, app => app.MapRelataFunctions(files.Path, options: new FunctionOptions { MaxHeldBytes = 100 }));
        await app.StartAsync(Stop);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        (await Ask(client, "/fn/notes", """{"text":"tea"}""")).Status.ShouldBe(200);
        var (status, body) = await Ask(client, "/fn/notes", $$"""{"text":"{{new string('x', 100)}}"}""");
        (status, body.Contains("limit-exceeded", StringComparison.Ordinal)).ShouldBe((400, true), body);
        (await Ask(client, "/fn/notes")).Body.ShouldBe("""[{"text":"milk"},{"text":"tea"}]""");
    }

    [Fact]
    public async Task A_path_that_middleware_rewrites_is_the_one_that_counts()
    {
        using var file = await NotesAsync();
        using var files = FunctionFolder.Of(
            new Dictionary<string, string> { ["notes/get/one_note.sql"] = "SELECT text FROM note WHERE text = :text" });
        await using var app = Build(file, app =>
        {
            app.Use((context, next) =>
            {
                if (context.Request.Path == "/milk")
                    (context.Request.Path, context.Request.QueryString) = ("/api/sql/notes", new("?text=milk"));
                return next(context);
            });
            app.UseRouting();
            app.MapRelataFunctions(files.Path, "/api/sql");
        });
        await app.StartAsync(Stop);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        (await Ask(client, "/milk")).ShouldBe((200, """[{"text":"milk"}]"""));
        (await Ask(client, "/api/sql/notes?text=tea")).ShouldBe((200, "[]"));
    }

    [Fact]
    public async Task An_application_with_a_bad_file_does_not_start()
    {
        using var file = await NotesAsync();
        using var files = FunctionFolder.Of(new Dictionary<string, string> { ["notes/get/bad.sql"] = "SELEKT" });
        await using var app = Build(file, app => app.MapRelataFunctions(files.Path));
        (await app.StartAsync(Stop).ShouldThrowAsync<FunctionFilesException>()).Message.ShouldStartWith("notes/get/bad.sql:1: ");
    }

    [Fact]
    public async Task The_sample_has_authentication_around_it()
    {
        using var file = await NotesAsync();
        var port = Ports.Free();
        var program = Repository.PathOf("artifacts", "bin", "FunctionsApp", Repository.Configuration, "Relata.FunctionsApp.dll");
        await using var child = ChildProcess.Start(
            "dotnet", [program, file.Path], new Dictionary<string, string> { ["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}" });
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        await Poll.UntilAsync(async () => await ListensAsync(client), stop: Stop);
        (await Ask(client, "/api/fn/notes", key: false)).Status.ShouldBe(401);
        (await Ask(client, "/api/fn/notes", null, "ann-reads")).ShouldBe((200, """[{"id":1,"text":"milk"}]"""));
        (await Ask(client, "/api/fn/notes", """{"text":"tea"}""", "ann-reads")).Status.ShouldBe(403);
        (await Ask(client, "/api/fn/notes", """{"text":"tea"}""", "bob-writes")).ShouldBe((200, """[{"id":2,"text":"tea"}]"""));
    }

    private static async Task<bool> ListensAsync(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri("/", UriKind.Relative), Stop);
            return answer.StatusCode == HttpStatusCode.NotFound;
        }
        catch (HttpRequestException)
        {
            return false; // it does not listen yet
        }
    }

    private static Task<SqliteFile> NotesAsync() => SqliteFile.CreateAsync(
        "CREATE TABLE note (id integer PRIMARY KEY, text text NOT NULL); INSERT INTO note (text) VALUES ('milk')", Stop);

    private static WebApplication Build(SqliteFile file, Action<WebApplication> map)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRelataFunctions(
            _ => SqliteDatabase.Create(file.Path, new SqliteSessionOptions(), TimeProvider.System));
        var app = builder.Build();
        app.UseRouting();
        map(app);
        return app;
    }

    private static Task<(int Status, string Body)> Ask(HttpClient client, string path, string? body = null, bool key = true) =>
        Ask(client, path, body, key ? "any" : "");

    private static async Task<(int Status, string Body)> Ask(HttpClient client, string path, string? body, string key)
    {
        using var request = new HttpRequestMessage(body is null ? HttpMethod.Get : HttpMethod.Post, path);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        if (key.Length > 0) request.Headers.Add("X-Key", key);
        using var answer = await client.SendAsync(request, Stop);
        return ((int)answer.StatusCode, await answer.Content.ReadAsStringAsync(Stop));
    }
}
