using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Relata.Conformance;

namespace Relata.Databases.Postgres.Tests.Callers;

/// <summary>What callers read with a role and settings of their own.</summary>
public abstract class CallerReadSpec(CallerServer server) : Specification(server)
{
    [Fact]
    public async Task A_call_runs_with_the_role_and_the_settings_of_its_headers()
    {
        await server.ProcessAsync(Stop);
        var clerk = $"X-Role: {server.Clerk}";
        await As("/who?fields=role,connected,tenant,person", clerk, "X-Tenant: it's; a \"name\"", "X-User: ann").ShouldAnswer(200,
            $$"""[{"role":"{{server.Clerk}}","connected":"{{server.Connected}}","tenant":"it's; a \"name\"","person":"ann"}]""");
        await As("/who?fields=role,tenant,person", clerk, "X-Tenant:  ")
            .ShouldAnswer(200, $$"""[{"role":"{{server.Clerk}}","tenant":"","person":""}]""");
        await As("/who?fields=role,tenant", "X-Tenant: a")
            .ShouldAnswer(200, $$"""[{"role":"{{server.Guest}}","tenant":"a"}]""");
        await As("/who?fields=role", "X-Role:  ").ShouldAnswer(200, $$"""[{"role":"{{server.Guest}}"}]""");
    }

    [Fact]
    public async Task Every_way_to_read_shows_the_rows_of_the_caller_only()
    {
        await As("/note?fields=text&order_by=id", "X-Tenant: a")
            .ShouldAnswer(200, """[{"text":"a 1"},{"text":"a 2"},{"text":"a 3"}]""");
        await As("/note?fields=text&order_by=id", "X-Tenant: b")
            .ShouldAnswer(200, """[{"text":"b 1"},{"text":"b 2"},{"text":"b 3"}]""");
        await As("/note", "X-Tenant: c").ShouldAnswer(200, "[]");
        await As("/note").ShouldAnswer(200, "[]");
        await As("/note/1?fields=text", "X-Tenant: a").ShouldAnswer(200, """{"text":"a 1"}""");
        await As("/note/1", "X-Tenant: b").ShouldFail(404, "row-not-found");
        var counted = await As("/note?count=exact&limit=1&fields=id", "X-Tenant: b").ShouldAnswer(200, """[{"id":4}]""");
        counted.Header("X-Total-Count").ShouldBe("3");
        await As("/note?group_by=tenant&aggregates=count:n", "X-Tenant: a").ShouldAnswer(200, """[{"tenant":"a","n":3}]""");
        await As("/item?note__tenant__in=a,b&fields=name&order_by=id", "X-Tenant: a")
            .ShouldAnswer(200, """[{"name":"item 1"},{"name":"item 2"},{"name":"item 3"}]""");
        await As("/item/5?fields=name&note__load", "X-Tenant: b")
            .ShouldAnswer(200, """{"name":"item 5","note_id_object":{"id":5,"tenant":"b","text":"b 2","claimed_by":null,"claimed_until":null}}""");
        await As("/ex/note", "X-Tenant: b", "X-Columns: text", "X-Order-By: id").ShouldAnswer(
            200, """[{"text":"b 1"},{"text":"b 2"},{"text":"b 3"}]""");
        (await Send("GET", "/note?fields=text&order_by=id", accept: "text/csv", headers: ["X-Tenant: b"])).Body
            .ShouldBe("text\r\nb 1\r\nb 2\r\nb 3\r\n");
        (await Send("QUERY", "/note", "fields=id&limit=1&ordering=-id"u8.ToArray(), "application/x-www-form-urlencoded",
            headers: ["X-Tenant: a"])).Body.ShouldBe("""[{"id":3}]""");
    }

    [Fact]
    public async Task The_tag_of_a_row_is_known_to_those_only_who_see_the_row()
    {
        var tag = (await As("/note/2", "X-Tenant: a")).Header("ETag").ShouldNotBeNull();
        (await As("/note/2", "X-Tenant: a", $"If-None-Match: {tag}")).Status.ShouldBe(304);
        await As("/note/2", "X-Tenant: b", $"If-None-Match: {tag}").ShouldFail(404, "row-not-found");
    }

    [Fact]
    public async Task Answers_say_what_they_depend_on_and_stay_out_of_shared_caches()
    {
        foreach (var path in (string[])["/note", "/note/1", "/note/99", "/note?limit=x"])
            (await As(path, "X-Tenant: a")).Header("Cache-Control").ShouldBe("private", path);
        var answer = await As("/note/1", "X-Tenant: a");
        answer.Header("Vary").ShouldBe("Accept, Accept-Encoding, X-Tenant, X-User, X-Role");
        (await Get("/__schema")).Header("Cache-Control").ShouldBeNull();
    }

    [Fact]
    public async Task What_the_role_may_not_read_is_refused()
    {
        await server.ProcessAsync(Stop);
        await As("/wage", $"X-Role: {server.Clerk}").ShouldAnswer(200, """[{"id":1,"amount":100,"paid":false}]""");
        await As("/wage").ShouldFail(403, "forbidden", "The database's role is not allowed to do that.");
        await As("/wage?count=exact").ShouldFail(403, "forbidden");
        await As("/note?count=exact&limit=0", "X-Tenant: a").ShouldAnswer(200, "[]");
    }

    /// <summary>Whether there is such a role is nothing for those who may not take it.</summary>
    [Theory]
    [InlineData("nobody")]
    [InlineData("foreign")]
    [InlineData("none")]
    [InlineData("NONE")]
    [InlineData("pg_read_all_data")]
    public async Task A_role_that_the_server_may_not_act_as_is_refused_by_its_name(string role)
    {
        await server.ProcessAsync(Stop);
        var name = role == "foreign" ? server.Foreign : role;
        var refusal = $"The role \"{name}\" does not exist, or the server may not act as it.";
        for (var turn = 0; turn < 4; turn++)
        {
            await As("/note/1", $"X-Role: {name}", "X-Tenant: a").ShouldFail(403, "forbidden", refusal);
            await As("/note?count=exact", $"X-Role: {name}", "X-Tenant: a").ShouldFail(403, "forbidden", refusal);
            await Send("DELETE", "/note/1", headers: [$"X-Role: {name}", "X-Tenant: a"]).ShouldFail(403, "forbidden", refusal);
            (await As("/note/1", "X-Tenant: a")).Status.ShouldBe(200);
        }
    }

    /// <summary>A client of .NET joins the two in one line, as what is between may do: then it is another value.</summary>
    [Theory]
    [InlineData("X-Tenant: a", "X-Tenant: b", "X-Tenant")]
    [InlineData("X-Tenant: a", "x-tenant: a", "X-Tenant")]
    [InlineData("X-Role: a", "X-Role: b", "X-Role")]
    public async Task A_header_that_was_sent_twice_is_refused(string one, string other, string header)
    {
        var address = (await server.ProcessAsync(Stop)).Client.BaseAddress!;
        var answer = await ByHandAsync(address, "/note", $"{one}\r\n{other}");
        answer.ShouldStartWith("HTTP/1.1 400 ");
        answer.ShouldContain($"\"detail\":\"The header {header} was sent more than once.\"");
        await As("/note", "X-Tenant: a", "X-Tenant: b").ShouldAnswer(200, "[]");
    }

    [Fact]
    public async Task A_value_may_hold_any_letter()
    {
        var address = (await server.ProcessAsync(Stop)).Client.BaseAddress!;
        (await ByHandAsync(address, "/who?fields=tenant", "X-Tenant: Zürich '\"\\; 東")).ShouldContain(
            """[{"tenant":"Zürich '\"\\; 東"}]""");
    }

    [Fact]
    public async Task Callers_of_many_tenants_at_once_never_see_rows_of_each_other()
    {
        await server.ProcessAsync(Stop);
        await Parallel.ForEachAsync(Enumerable.Range(0, 2000), new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = Stop },
            async (turn, _) =>
            {
                var tenant = (turn % 3) switch { 0 => "a", 1 => "b", _ => null };
                string[] headers = tenant is null ? [] : [$"X-Tenant: {tenant}"];
                var answer = await As((turn % 5) switch
                {
                    0 => "/note?fields=tenant&count=exact",
                    1 => "/note?fields=tenant&id__lte=100",
                    2 => string.Create(CultureInfo.InvariantCulture, $"/note/{1 + (turn % 6)}?fields=tenant"),
                    3 => "/who?fields=tenant",
                    _ => "/wage",
                }, headers);
                var sees = answer.Body.Contains("\"a\"", StringComparison.Ordinal) ? "a"
                    : answer.Body.Contains("\"b\"", StringComparison.Ordinal) ? "b" : null;
                (sees ?? tenant).ShouldBe(tenant, answer.Body);
                answer.Status.ShouldBeOneOf(turn % 5 == 2 ? [200, 404] : turn % 5 == 4 ? [403] : [200]);
            });
    }

    /// <summary>Neighbours who are refused, fail or leave change nothing for those who stay.</summary>
    [Fact]
    public async Task Callers_beside_those_who_are_refused_or_leave_are_answered_as_alone()
    {
        var client = (await server.ProcessAsync(Stop)).Client;
        var asked = new Uri("/who?fields=role,tenant,person", UriKind.Relative);
        await Parallel.ForEachAsync(Enumerable.Range(0, 3000), new ParallelOptions { MaxDegreeOfParallelism = 24, CancellationToken = Stop },
            async (turn, stop) =>
            {
                var role = turn % 2 == 0 ? server.Clerk : server.Guest;
                string[] headers = [$"X-Role: {role}", $"X-Tenant: t{turn}", $"X-User: u{turn}"];
                switch (turn % 8)
                {
                    case 0:
                        await As("/who", $"X-Role: {server.Foreign}", headers[1]).ShouldFail(403, "forbidden");
                        break;
                    case 1:
                        await As("/wage", headers).ShouldFail(403, "forbidden");
                        break;
                    case 2:
                        using (var leaving = CancellationTokenSource.CreateLinkedTokenSource(stop))
                        using (var request = new HttpRequestMessage(HttpMethod.Get, asked))
                        {
                            request.Headers.Add("X-Tenant", "gone");
                            leaving.CancelAfter(TimeSpan.FromMilliseconds(turn % 5));
                            try
                            {
                                using var answer = await client.SendAsync(request, leaving.Token);
                            }
                            catch (OperationCanceledException)
                            {
                                // It left before it was answered.
                            }
                        }

                        break;
                    default:
                        await As(asked.OriginalString, headers)
                            .ShouldAnswer(200, $$"""[{"role":"{{role}}","tenant":"t{{turn}}","person":"u{{turn}}"}]""");
                        break;
                }
            });
    }

    private static async Task<string> ByHandAsync(Uri address, string target, string headers)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port, Stop);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(
            $"GET {target} HTTP/1.1\r\nHost: {address.Authority}\r\nConnection: close\r\n{headers}\r\n\r\n"), Stop);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(Stop);
    }

    private Task<Answer> As(string target, params string[] headers) => Send("GET", target, headers: headers);
}

/// <summary>They are read over connections of Relata's own.</summary>
public sealed class CallerReadTests(CallerServer server) : CallerReadSpec(server), IClassFixture<CallerServer>;

/// <summary>They are read by way of the driver.</summary>
public sealed class DrivenCallerReadTests(DrivenCallerServer server)
    : CallerReadSpec(server), IClassFixture<DrivenCallerServer>;

/// <summary>What becomes of those who do not say as whom they call.</summary>
public sealed class StrictCallerTests(StrictCallerServer server) : Specification(server), IClassFixture<StrictCallerServer>
{
    [Fact]
    public async Task Who_has_no_role_is_refused()
    {
        var answer = await Send("GET", "/note", headers: ["X-Tenant: a"])
            .ShouldFail(401, "unauthenticated", "Nobody says who asks.");
        answer.Header("WWW-Authenticate").ShouldBe("Gateway");
        answer.Header("Cache-Control").ShouldBe("private");
        (await Send("GET", "/ex/note")).Body.ShouldStartWith("""{"error_code":401,""");
        (await Send("GET", "/note", headers: ["X-Tenant: a", $"X-Role: {server.Clerk}"])).Status.ShouldBe(200);
        (await Get("/__health/ready")).Status.ShouldBe(200);
        (await Get("/__schema")).Status.ShouldBe(200);
    }
}
