using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Relata.Databases.Contract;
using Relata.Databases.Postgres;
using Relata.Databases.Postgres.Sessions;
using Relata.Databases.Sqlite;
using Relata.Databases.Sqlite.Sessions;
using Relata.Http.Functions;
using Relata.Model.Callers;
using Relata.Support;
using PostgresDatabase = Relata.Databases.Postgres.PostgresDatabase;

namespace Relata.Functions.Tests;

/// <summary>An application of somebody else says as whom calls run.</summary>
public sealed class CallerTests
{
    private static readonly Dictionary<string, string> Files = new()
    {
        ["who/get/who.sql"] = "SELECT current_user::text AS role, current_setting('app.tenant', true) AS tenant",
    };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Calls_run_as_the_application_says()
    {
        await using var made = await TestPostgres.CreateDatabaseAsync("", Stop);
        PostgresUrlReader.TryRead(made.Url["postgres:".Length..], out var address, out _).ShouldBeTrue();
        using var files = FunctionFolder.Of(Files);
        await using var app = Build(PostgresDatabase.Create(address, new PostgresSessionOptions()));
        app.MapRelataFunctions(files.Path, caller: context => context.Request.Query.Count > 0
            ? null
            : new Caller("pg_monitor", [new("app.tenant", context.Request.Headers["X-Key"].ToString())]));
        await app.StartAsync(Stop);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        client.DefaultRequestHeaders.Add("X-Key", "ann");

        using var answer = await client.GetAsync(new Uri("/fn/who", UriKind.Relative), Stop);
        (await answer.Content.ReadAsStringAsync(Stop)).ShouldBe("""[{"role":"pg_monitor","tenant":"ann"}]""");
        answer.Headers.CacheControl!.Private.ShouldBeTrue();
    }

    [Fact]
    public async Task Null_leaves_a_call_the_role_of_the_connections()
    {
        await using var made = await TestPostgres.CreateDatabaseAsync("", Stop);
        PostgresUrlReader.TryRead(made.Url["postgres:".Length..], out var address, out _).ShouldBeTrue();
        using var files = FunctionFolder.Of(Files);
        await using var app = Build(PostgresDatabase.Create(address, new PostgresSessionOptions()));
        app.MapRelataFunctions(files.Path, caller: _ => null);
        await app.StartAsync(Stop);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        (await client.GetStringAsync(new Uri("/fn/who", UriKind.Relative), Stop))
            .ShouldBe($$"""[{"role":"{{address.User}}","tenant":null}]""");
    }

    [Fact]
    public async Task An_application_does_not_start_where_there_are_no_roles()
    {
        using var file = await SqliteFile.CreateAsync("CREATE TABLE note (id integer PRIMARY KEY)", Stop);
        using var files = FunctionFolder.Of([]);
        await using var app = Build(SqliteDatabase.Create(file.Path, new SqliteSessionOptions(), TimeProvider.System));
        Should.Throw<InvalidOperationException>(() => app.MapRelataFunctions(files.Path, caller: _ => null))
            .Message.ShouldBe("The database has no roles and settings that a caller could have.");
    }

    [Theory]
    [InlineData("role")]
    [InlineData("")]
    [InlineData("app.")]
    [InlineData(".tenant")]
    [InlineData("app.1")]
    [InlineData("app.te nant")]
    public void A_setting_of_the_databases_own_is_none_of_a_callers(string name) =>
        Should.Throw<ArgumentException>(() => new Caller(null, [new(name, "x")])).Message.ShouldContain($"\"{name}\"");

    private static WebApplication Build(Database database)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRelataFunctions(_ => database);
        var app = builder.Build();
        app.UseRouting();
        return app;
    }
}
