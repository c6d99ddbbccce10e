using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Relata.Conformance;

/// <summary>Rows that are handed to one worker at a time.</summary>
public abstract class ClaimSpec(ConformanceServer server) : Specification(server)
{
    private const string Later = """{"for_seconds":3600}""";
    private const string Past = "2001-01-01T00:00:00Z";

    [Fact]
    public async Task Hands_out_the_row_that_waits_longest()
    {
        await Insert("wait", """{"id":1,"claimed_until":"2002-01-01T00:00:00Z"}""", """{"id":2,"claimed_until":"2001-01-01T00:00:00Z"}""",
            """{"id":3}""");
        await Post("/job/claim?queue=wait&fields=id", Later).ShouldAnswer(200, """{"id":3}""");
        await Post("/job/claim?queue=wait&fields=id", Later).ShouldAnswer(200, """{"id":2}""");
        await Post("/job/claim?queue=wait&fields=id", Later).ShouldAnswer(200, """{"id":1}""");
        await Post("/job/claim?queue=wait&fields=id", Later).ShouldAnswerNothing();
    }

    [Fact]
    public async Task Says_until_when_and_by_whom()
    {
        await Insert("say", """{"id":10}""");
        await Post("/job/claim?queue=say&fields=id,claimed_until,claimed_by",
            $$"""{"until":"{{Server.DayToCome}}T02:00:00+02:00","by":"w1","timeout_seconds":2}""")
            .ShouldAnswer(200, $$"""{"id":10,"claimed_until":"{{Server.DayToCome}}T00:00:00Z","claimed_by":"w1"}""");
        var row = JsonNode.Parse((await Post("/job/10/claim", """{"for_seconds":60.5,"by":"w1"}""")).Body)!;
        var until = DateTimeOffset.Parse((string)row["claimed_until"]!, CultureInfo.InvariantCulture);
        (until - DateTimeOffset.UtcNow).ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(61));
    }

    [Fact]
    public async Task Claims_several_at_once()
    {
        await Insert("many", """{"id":20}""", """{"id":21}""", """{"id":22}""");
        JsonNode.Parse((await Post("/job/claim?queue=many&limit=2&fields=id", Later)).Body)!.AsArray().Count.ShouldBe(2);
        JsonNode.Parse((await Post("/job/claim?queue=many&limit=2&fields=id", Later)).Body)!.AsArray().Count.ShouldBe(1);
        await Post("/job/claim?queue=many&limit=2", Later).ShouldAnswer(200, "[]");
        await Post("/job/claim?queue=many&limit=0", Later).ShouldAnswer(200, "[]");
    }

    [Fact]
    public async Task Only_the_owner_renews()
    {
        await Insert("own", """{"id":30}""");
        (await Post("/job/30/claim", """{"for_seconds":3600,"by":"a"}""")).Status.ShouldBe(200);
        await Post("/job/30/claim", """{"for_seconds":3600,"by":"b"}""").ShouldFail(409, "claimed", "The row is claimed by another.");
        await Post("/job/30/claim", Later).ShouldFail(409, "claimed");
        await Post("/job/30/claim?fields=claimed_by", """{"for_seconds":7200,"by":"a"}""").ShouldAnswer(200, """{"claimed_by":"a"}""");
        await Post("/job/claim?queue=own", """{"for_seconds":3600,"by":"a"}""").ShouldAnswerNothing();
        await Post("/job/999/claim", Later).ShouldFail(404, "row-not-found");
    }

    [Fact]
    public async Task Nobody_renews_a_claim_without_an_owner()
    {
        await Insert("none", """{"id":35}""");
        (await Post("/job/35/claim", Later)).Status.ShouldBe(200);
        await Post("/job/35/claim", Later).ShouldFail(409, "claimed");
        await Post("/job/35/claim", """{"for_seconds":3600,"by":"a"}""").ShouldFail(409, "claimed");
        await Send("DELETE", "/job/35/claim?by=a").ShouldFail(409, "claimed");
    }

    [Fact]
    public async Task Only_the_owner_releases()
    {
        await Insert("free", """{"id":40}""", """{"id":41}""");
        foreach (var id in new[] { 40, 41 })
            (await Post($"/job/{id}/claim", """{"for_seconds":3600,"by":"a"}""")).Status.ShouldBe(200);
        await Delete("/job/40/claim?by=b").ShouldFail(409, "claimed", "The row is not claimed by that owner.");
        await Delete("/job/40/claim").ShouldFail(400, "malformed-body");
        await Delete("/job/40/claim?by=a").ShouldAnswerNothing();
        await Post("/job/41/claim", """{"until":null,"by":"a"}""").ShouldAnswerNothing();
        await Get("/job?id__in=40,41&fields=claimed_until,claimed_by").ShouldAnswer(200,
            """[{"claimed_until":null,"claimed_by":null},{"claimed_until":null,"claimed_by":null}]""");
        await Delete("/job/40/claim?by=a").ShouldFail(409, "claimed");
        await Delete("/job/999/claim?by=a").ShouldFail(404, "row-not-found");
    }

    [Fact]
    public async Task Keeps_the_preferences_of_every_write()
    {
        await Insert("prefer", """{"id":45}""", """{"id":46}""");
        const string any = "/job/claim?queue=prefer&limit=2&fields=id";
        var undone = await Prefer("tx=rollback", "POST", any, Later).ShouldAnswer(200, Ids("45,46"));
        undone.Header("Preference-Applied").ShouldBe("tx=rollback");
        (await Prefer("tx=rollback", "POST", "/job/45/claim", Later)).Status.ShouldBe(200);
        await Prefer("max-affected=1", "POST", any, Later).ShouldFail(400, "too-many-affected");
        await Get("/job?queue=prefer&fields=id&claimed_until__isnull=true").ShouldAnswer(200, Ids("45,46"));

        var silent = await Prefer("return=minimal", "POST", any, """{"for_seconds":3600,"by":"a"}""").ShouldAnswerNothing();
        silent.Header("Preference-Applied").ShouldBe("return=minimal");
        await Get("/job?queue=prefer&fields=id&claimed_by=a").ShouldAnswer(200, Ids("45,46"));
        await Prefer("return=minimal", "POST", "/job/45/claim", Later).ShouldFail(409, "claimed");
        await Prefer("return=minimal", "POST", "/job/45/claim", """{"for_seconds":60,"by":"a"}""").ShouldAnswerNothing();
        await Prefer("tx=rollback", "DELETE", "/job/45/claim?by=a").ShouldAnswerNothing();
        await Get("/job?queue=prefer&fields=id&claimed_by=a").ShouldAnswer(200, Ids("45,46"));
    }

    [Fact]
    public async Task Takes_over_what_has_expired()
    {
        await Insert("old", $$"""{"id":50,"claimed_until":"{{Past}}","claimed_by":"a"}""");
        await Post("/job/50/claim?fields=claimed_by", """{"for_seconds":3600,"by":"b"}""").ShouldAnswer(200, """{"claimed_by":"b"}""");
    }

    [Fact]
    public async Task Each_prefix_is_a_claim_of_its_own()
    {
        await Insert("pre", """{"id":60}""");
        await Post("/job/checker-claim?queue=pre&fields=id,claimed_until", Later).ShouldAnswer(200, """{"id":60,"claimed_until":null}""");
        await Post("/job/checker-claim?queue=pre", Later).ShouldAnswerNothing();
        await Post("/job/60/checker-claim", Later).ShouldFail(409, "claimed");
        await Post("/job/60/checker-claim", """{"for_seconds":1,"by":"a"}""").ShouldFail(400, "not-applicable",
            "\"job\" has no column beside \"checker_claimed_until\" that holds who claimed a row.",
            "Such a column is called checker_claimed_by.");
        (await Post("/job/60/claim", Later)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_prefix_has_an_owner_of_its_own()
    {
        await InsertInto("errand", "own prefix", """{"id":60}""");
        await Post("/errand/checker-claim?queue=own prefix&fields=id,checker_claimed_by,claimed_until", """{"for_seconds":3600,"by":"a"}""")
            .ShouldAnswer(200, """{"id":60,"checker_claimed_by":"a","claimed_until":null}""");
        await Post("/errand/60/checker-claim", """{"for_seconds":3600,"by":"b"}""").ShouldFail(409, "claimed");
        await Post("/errand/60/checker-claim?fields=id", """{"for_seconds":7200,"by":"a"}""").ShouldAnswer(200, """{"id":60}""");
        await Post("/errand/60/claim", """{"for_seconds":3600,"by":"a"}""").ShouldFail(400, "not-applicable");
        (await Post("/errand/60/claim", Later)).Status.ShouldBe(200);
        await Delete("/errand/60/checker-claim?by=b").ShouldFail(409, "claimed");
        await Delete("/errand/60/checker-claim?by=a").ShouldAnswerNothing();
        await Get("/errand?id=60&claimed_until__isnull=false&fields=checker_claimed_until,checker_claimed_by")
            .ShouldAnswer(200, """[{"checker_claimed_until":null,"checker_claimed_by":null}]""");
    }

    [Fact]
    public async Task Leaves_deleted_rows_alone()
    {
        await InsertInto("errand", "deleted", """{"id":70}""", """{"id":71,"checker_claimed_until":"2001-01-01T00:00:00Z"}""", """{"id":72}""");
        (await Post("/errand/72/checker-claim", """{"for_seconds":3600,"by":"a"}""")).Status.ShouldBe(200);
        await Delete("/errand?id__in=70,72").ShouldAnswerNothing();
        await Post("/errand/checker-claim?queue=deleted&limit=5&fields=id", """{"for_seconds":3600,"by":"a"}""").ShouldAnswer(200, Ids("71"));
        await Post("/errand/checker-claim?queue=deleted", Later).ShouldAnswerNothing();
        await Post("/errand/70/checker-claim", """{"for_seconds":3600,"by":"a"}""").ShouldFail(404, "row-not-found");
        await Post("/errand/72/checker-claim", """{"for_seconds":3600,"by":"a"}""").ShouldFail(404, "row-not-found");
        await Delete("/errand/72/checker-claim?by=a").ShouldFail(404, "row-not-found");
        await Get("/errand?id__in=70,72&deleted_at__isnull=false&fields=id,checker_claimed_by")
            .ShouldAnswer(200, """[{"id":70,"checker_claimed_by":null},{"id":72,"checker_claimed_by":"a"}]""");
    }

    [Theory]
    [InlineData("""{"until":"2001-01-01T00:00:00Z"}""", "bad-value")]
    [InlineData("""{"until":"tomorrow"}""", "bad-value")]
    [InlineData("""{"until":5}""", "bad-value")]
    [InlineData("""{"until":"\ud800"}""", "bad-value")]
    [InlineData("""{"for_seconds":0}""", "bad-value")]
    [InlineData("""{"for_seconds":1e300}""", "bad-value")]
    [InlineData("""{"for_seconds":"1"}""", "bad-value")]
    [InlineData("""{"for_seconds":1,"by":5}""", "bad-value")]
    [InlineData("""{"until":"2099-01-01T00:00:00Z","for_seconds":1}""", "malformed-body")]
    [InlineData("""{"until":null,"by":"a"}""", "malformed-body")]
    [InlineData("""{"for_seconds":1,"for":"a"}""", "malformed-body")]
    [InlineData("{}", "malformed-body")]
    [InlineData("[]", "malformed-body")]
    public async Task Refuses_what_is_no_claim(string body, string code) => await Post("/job/claim?queue=none", body).ShouldFail(400, code);

    [Fact]
    public async Task Is_found_only_where_rows_can_be_claimed()
    {
        await Post("/person/claim", Later).ShouldFail(405, "method-not-allowed");
        await Post("/person/1/claim", Later).ShouldFail(404, "route-not-found");
        await Post("/job/other-claim", Later).ShouldFail(405, "method-not-allowed");
        await Get("/job/1/claim").ShouldFail(405, "method-not-allowed");
        await Post("/job/claim?queu=x", Later).ShouldFail(400, "unknown-column");
        await Post("/job/claim?order_by=id", Later).ShouldFail(400, "unknown-option");
    }

    [Theory]
    [InlineData("claim", "", 100_000)]
    [InlineData("checker-claim", "&id__lt=1000000&queue__ne=none", 200_000)]
    public async Task Hands_each_row_to_one_worker_only(string claim, string filter, int firstId)
    {
        const int Workers = 16;
        const int Rows = 200;
        var queue = $"race {claim}";
        var rows = Enumerable.Range(firstId, Rows).Select(id => $$"""{"id":{{id}},"queue":"{{queue}}"}""");
        var insert = await Post("/job", $"[{string.Join(',', rows)}]");
        insert.Status.ShouldBe(201);
        var ids = new ConcurrentBag<int>();
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(async worker =>
        {
            // Some take one row at a time, some several.
            var limit = worker % 2 == 0 ? "&limit=3" : "&limit=1";
            for (; ; )
            {
                var answer = await Post($"/job/{claim}?queue={queue}{filter}{limit}&fields=id", Later);
                answer.Status.ShouldBe(200, answer.Body);
                var claimed = JsonNode.Parse(answer.Body)!.AsArray();
                if (claimed.Count == 0) return;
                foreach (var row in claimed) ids.Add((int)row!["id"]!);
            }
        }));
        ids.Order().ShouldBe(Enumerable.Range(firstId, Rows));
    }

    [Fact]
    public async Task Gives_a_row_that_several_name_at_once_to_one()
    {
        const int Callers = 4;
        for (var id = 300; id < 320; id++)
        {
            await Insert("named", $$"""{"id":{{id}}}""");
            var answers = await Task.WhenAll(Enumerable.Range(0, Callers)
                .Select(caller => Post($"/job/{id}/claim?fields=claimed_by", $$"""{"for_seconds":3600,"by":"{{caller}}"}""")));
            answers.Count(answer => answer.Status == 409).ShouldBe(Callers - 1);
            var owner = Array.FindIndex(answers, answer => answer.Status == 200);
            await Get($"/job/{id}?fields=claimed_by").ShouldAnswer(200, $$"""{"claimed_by":"{{owner}}"}""");
        }
    }

    private Task Insert(string queue, params string[] rows) => InsertInto("job", queue, rows);

    private async Task InsertInto(string table, string queue, params string[] rows)
    {
        var bodies = rows.Select(row => $$"""{"queue":"{{queue}}",{{row[1..]}}""");
        foreach (var body in bodies) (await Post($"/{table}", body)).Status.ShouldBe(201);
    }
}
