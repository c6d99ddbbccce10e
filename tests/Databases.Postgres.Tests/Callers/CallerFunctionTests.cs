using Relata.Conformance;

namespace Relata.Databases.Postgres.Tests.Callers;

/// <summary>Files of SQL that callers run with a role and settings of their own.</summary>
public sealed class CallerFunctionTests(CallerServer server) : Specification(server), IClassFixture<CallerServer>
{
    [Fact]
    public async Task Queries_read_and_write_what_the_caller_may()
    {
        await As("a", "GET", "/fn/notes").ShouldAnswer(200, """[{"text":"a 1"},{"text":"a 2"},{"text":"a 3"}]""");
        await As("c", "POST", "/fn/notes", """{"text":"x"}""").ShouldAnswer(200, """[{"tenant":"c","text":"x"}]""");
        await As("c", "GET", "/fn/notes").ShouldAnswer(200, """[{"text":"x"}]""");
        await As("b", "PUT", "/fn/notes", """{"id":1,"tenant":"b"}""").ShouldAnswer(200, "[]");
        await As("a", "PUT", "/fn/notes", """{"id":1,"tenant":"b"}""").ShouldFail(403, "forbidden",
            "A policy of the table does not let such a row be stored.");
        await As("a", "GET", "/fn/wages").ShouldAnswer(200, """[{"amount":100}]""");
        await Get("/fn/wages").ShouldFail(403, "forbidden");
        await Get("/fn/notes").ShouldAnswer(200, "[]");
        await Send("POST", "/fn/notes", """{"text":"x"}"""u8.ToArray(), headers: ["X-Tenant: a"]).ShouldFail(403, "forbidden");
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task Functions_run_as_the_caller(string method)
    {
        var body = method == "POST" ? "{}" : null;
        (await As("a", method, "/fn/who", body)).Body.ShouldBe($$"""{"role" : "{{server.Clerk}}", "tenant" : "a"}""");
        await Send(method, "/fn/who", body is null ? null : "{}"u8.ToArray(), headers: ["X-Role: nobody"]).ShouldFail(
            403, "forbidden", "The role \"nobody\" does not exist, or the server may not act as it.");
    }

    /// <summary>What a function leaves in its session, the operator's own doing, is gone with the call.</summary>
    [Theory]
    [InlineData("GET")]
    [InlineData("POST")]
    public async Task Nothing_that_a_function_sets_meets_the_next_caller(string method)
    {
        for (var turn = 0; turn < 6; turn++)
        {
            (await As("a", method, "/fn/stays", method == "POST" ? "{}" : null)).Status.ShouldBe(200);
            await Get("/fn/notes").ShouldAnswer(200, "[]");
            (await Get("/fn/who")).Body.ShouldBe($$"""{"role" : "{{server.Guest}}", "tenant" : ""}""");
        }
    }

    [Fact]
    public async Task A_function_that_answers_everybody_alike_says_so()
    {
        (await As("a", "GET", "/fn/who")).Header("Cache-Control").ShouldBe("private");
        (await As("a", "GET", "/fn/open")).Header("Cache-Control").ShouldBe("public, max-age=60");
    }

    private async Task<Answer> As(string tenant, string method, string target, string? body = null)
    {
        await server.ProcessAsync(Stop);
        return await Send(method, target, body is null ? null : System.Text.Encoding.UTF8.GetBytes(body),
            headers: [$"X-Role: {server.Clerk}", $"X-Tenant: {tenant}"]);
    }
}
