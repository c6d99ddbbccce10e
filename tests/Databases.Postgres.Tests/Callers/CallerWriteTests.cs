using System.Text;
using System.Text.Json.Nodes;
using Relata.Conformance;

namespace Relata.Databases.Postgres.Tests.Callers;

/// <summary>What callers write with a role and settings of their own.</summary>
public sealed class CallerWriteTests(CallerServer server) : Specification(server), IClassFixture<CallerServer>
{
    private const string NotStored = "A policy of the table does not let such a row be stored.";
    private const string NotAllowed = "The database's role is not allowed to do that.";

    [Fact]
    public async Task Rows_are_stored_as_the_callers_and_no_others()
    {
        await As("a", "POST", "/note?fields=tenant,text", """{"text":"new"}""").ShouldAnswer(201, """{"tenant":"a","text":"new"}""");
        await As("a", "POST", "/note", """{"tenant":"b","text":"alien"}""").ShouldFail(403, "forbidden", NotStored);
        await As("a", "POST", "/note", """[{"text":"alien"},{"tenant":"b","text":"alien"}]""").ShouldFail(403, "forbidden", NotStored);
        await As("a", "POST", "/note?on_conflict=id", """{"id":4,"text":"alien"}""").ShouldFail(403, "forbidden");
        await As("a", "PATCH", "/note/1", """{"tenant":"b"}""").ShouldFail(403, "forbidden", NotStored);
        await As("a", "PATCH", "/note/4", """{"text":"alien"}""").ShouldFail(404, "row-not-found");
        await As("a", "PUT", "/note/4", """{"text":"alien"}""").ShouldFail(404, "row-not-found");
        await As("a", "DELETE", "/note/4").ShouldFail(404, "row-not-found");
        await As("a", "DELETE", "/note?tenant=b").ShouldAnswerNothing();
        await As("a", "PATCH", "/note?tenant=b", """{"text":"alien"}""").ShouldAnswer(200, "[]");
        (await server.ScalarAsync("SELECT count(*) FROM note WHERE text = 'alien'", Stop)).ShouldBe(0L);
        (await server.ScalarAsync("SELECT count(*) FROM note WHERE tenant = 'b'", Stop)).ShouldBe(3L);
    }

    [Fact]
    public async Task A_role_writes_what_it_may()
    {
        await Send("POST", "/note", """{"text":"x"}"""u8.ToArray(), headers: ["X-Tenant: a"]).ShouldFail(403, "forbidden", NotAllowed);
        await Send("DELETE", "/note/1", headers: ["X-Tenant: a"]).ShouldFail(403, "forbidden", NotAllowed);
        await As("a", "PATCH", "/wage/1", """{"amount":1000}""").ShouldFail(403, "forbidden", NotAllowed);
        (await server.ScalarAsync("SELECT amount FROM wage", Stop)).ShouldBe(100);
    }

    [Fact]
    public async Task The_state_of_a_row_is_that_which_the_caller_sees()
    {
        var tag = (await As("b", "GET", "/note/5")).Header("ETag");
        await As("b", "PATCH", "/note/5?fields=text", """{"text":"b 2 anew"}""", $"If-Match: {tag}")
            .ShouldAnswer(200, """{"text":"b 2 anew"}""");
        await As("b", "PATCH", "/note/5", """{"text":"x"}""", $"If-Match: {tag}").ShouldFail(412, "precondition-failed");
        await As("a", "PATCH", "/note/5", """{"text":"x"}""", "If-Match: *").ShouldFail(404, "row-not-found");
    }

    [Fact]
    public async Task A_rehearsal_and_a_batch_are_the_callers_from_begin_to_end()
    {
        await As("a", "POST", "/note?fields=tenant", """{"text":"rehearsed"}""", "Prefer: tx=rollback")
            .ShouldAnswer(201, """{"tenant":"a"}""");
        var batch = await As("b", "POST", "/__batch",
            """
            {"requests":[
                {"method":"POST","path":"/note?fields=tenant","body":{"text":"batched"}},
                {"method":"GET","path":"/note?text=batched&fields=tenant"},
                {"method":"GET","path":"/who?fields=tenant"},
                {"method":"DELETE","path":"/note?text=batched"}
            ]}
            """);
        (batch.Status, string.Concat(JsonNode.Parse(batch.Body)!["results"]!.AsArray().Select(one => one!["body"]?.ToJsonString())))
            .ShouldBe((200, """{"tenant":"b"}[{"tenant":"b"}][{"tenant":"b"}]"""));
        await As("b", "POST", "/__batch",
            """{"requests":[{"method":"GET","path":"/who","headers":{"X-Tenant":"a"}}]}""").ShouldFail(400, "malformed-body");
        await As("a", "GET", "/note?text=rehearsed").ShouldAnswer(200, "[]");
    }

    [Fact]
    public async Task A_batch_in_which_a_row_is_not_the_callers_leaves_nothing()
    {
        await As("a", "POST", "/__batch",
            """{"requests":[{"method":"POST","path":"/note","body":{"text":"half"}},{"method":"POST","path":"/note","body":{"tenant":"b","text":"half"}}]}""")
            .ShouldFail(403, "forbidden");
        (await As("a", "POST", "/ex/:batch",
            """[{"action":"INSERT","resource":"note","values":{"text":"half"}},{"action":"INSERT","resource":"note","values":{"tenant":"b","text":"half"}}]"""))
            .Status.ShouldBe(403);
        await As("a", "POST", "/ex/:batch",
            """[{"action":"INSERT","resource":"note","values":{"text":"whole"}},{"action":"QUERY","resource":"note","where":{"text":"whole"},"columns":["tenant"]}]""")
            .ShouldAnswer(200, """[{"tenant":"a"}]""");
        (await server.ScalarAsync("SELECT count(*) FROM note WHERE text = 'half'", Stop)).ShouldBe(0L);
    }

    [Fact]
    public async Task Rows_are_claimed_by_those_who_see_them()
    {
        await As("b", "POST", "/note/claim?tenant=a", """{"for_seconds":3600}""").ShouldAnswerNothing();
        await As("b", "POST", "/note/claim?fields=tenant&id=6", """{"for_seconds":3600,"by":"w"}""").ShouldAnswer(200, """{"tenant":"b"}""");
        await As("a", "POST", "/note/6/claim", """{"for_seconds":3600}""").ShouldFail(404, "row-not-found");
    }

    /// <summary>Each tenant adds and deletes; nobody ever meets a row of another.</summary>
    [Fact]
    public async Task Writers_of_many_tenants_at_once_stay_apart()
    {
        await server.ProcessAsync(Stop);
        await Parallel.ForEachAsync(Enumerable.Range(0, 300), new ParallelOptions { MaxDegreeOfParallelism = 12, CancellationToken = Stop },
            async (turn, _) =>
            {
                var tenant = $"t{turn % 5}";
                var made = await As(tenant, "POST", "/note?fields=tenant", $$"""{"text":"{{tenant}}"}""");
                (made.Status, made.Body).ShouldBe((201, $$"""{"tenant":"{{tenant}}"}"""));
                var seen = await As(tenant, "GET", "/note?group_by=text");
                seen.Body.ShouldBe($$"""[{"text":"{{tenant}}"}]""");
                (await As(null, "GET", "/note")).Body.ShouldBe("[]");
            });
        (await server.ScalarAsync("SELECT count(*) FROM note WHERE tenant LIKE 't_' AND tenant = text", Stop)).ShouldBe(300L);
    }

    private async Task<Answer> As(string? tenant, string method, string target, string? body = null, params string[] headers)
    {
        await server.ProcessAsync(Stop);
        string[] caller = tenant is null ? [] : [$"X-Tenant: {tenant}"];
        return await Send(method, target, body is null ? null : Encoding.UTF8.GetBytes(body),
            headers: [$"X-Role: {server.Clerk}", .. caller, .. headers]);
    }
}
