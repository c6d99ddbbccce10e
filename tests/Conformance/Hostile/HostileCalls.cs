using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Relata.Conformance.Hostile;

/// <summary>
/// Requests in all the syntax that there is: long queries, suffixes, preferences, claims, batches. Those that write stay within
/// the table <c>scratch</c>, are rehearsals, or must fail.
/// </summary>
internal static class HostileCalls
{
    private static readonly string[] Tables =
    [
        "specimen", "person", "place", "voyage", "crew", "shift", "shelf", "book", "log_entry", "draft", "order", "hostile",
        "scratch", "task", "job", "active_person",
    ];

    /// <summary>Reads.</summary>
    public static Gen<HostileRequest> Reads =>
        from table in Gen.Elements(Tables)
        from key in Gen.Frequency((7, Gen.Constant("")), (1, Gen.Elements("/1", "/2", "/1,2", "/a,b", "/0")))
        from suffix in Gen.Frequency((5, Gen.Constant("")), (1, Gen.Elements(".csv", ".ndjson", ".json", ".xml", ".csv.csv", ".")))
        from pairs in HostileSyntax.Pair.ListOf().Resize(3)
        from headers in HostileSyntax.Headers
        from method in Gen.Frequency((8, Gen.Constant("GET")), (2, Gen.Constant("QUERY")), (1, Gen.Constant("HEAD")))
        let query = string.Join('&', pairs)
        select method == "QUERY"
            ? new HostileRequest(method, $"/{table}{key}{suffix}")
            {
                Headers = [.. headers, "Content-Type: application/x-www-form-urlencoded"], Body = Encoding.UTF8.GetBytes(query),
            }
            : new HostileRequest(method, $"/{table}{key}{suffix}{(query.Length > 0 ? "?" : "")}{query}") { Headers = headers };

    /// <summary>Writes that leave nothing behind but in <c>scratch</c>.</summary>
    public static Gen<HostileRequest> Writes => Gen.OneOf(Scratch, Rehearsals, Claims, Batches, BrokenBatches);

    private static Gen<HostileRequest> Scratch =>
        from method in Gen.Elements("POST", "PUT", "PATCH", "DELETE")
        from key in Gen.Elements("", "", "/1", "/2", "/3.csv")
        from pairs in Gen.OneOf(HostileSyntax.Pair, Gen.Elements("id__gt=5", "or=(id=1,id=2)", "on_conflict=id", "resolution=merge"))
            .ListOf().Resize(2)
        from body in HostileJson.Payload
        from headers in HostileSyntax.Headers
        select new HostileRequest(method, $"/scratch{key}{(pairs.Count > 0 ? "?" : "")}{string.Join('&', pairs)}")
        {
            Headers = headers,
            Body = body,
        };

    /// <summary>What would be written, and is taken back.</summary>
    private static Gen<HostileRequest> Rehearsals =>
        from target in Gen.Elements("/person", "/person/1", "/draft", "/hostile?id__gt=0", "/task", "/place?on_conflict=id", "/task/1")
        from method in Gen.Elements("POST", "PUT", "PATCH", "DELETE")
        from body in Gen.Elements(
            "{\"id\":900,\"name\":\"x\"}", "[{\"id\":901,\"name\":\"y\"},{\"id\":902,\"name\":\"z\"}]", "{\"title\":\"t\"}",
            "{\"number\":7}", "{\"id\":903,\"words\":\"w\"}", "{\"name\":null}", "{}", "[]", "{\"deleted_at\":null}")
        from more in Gen.Elements("", ", return=minimal", ", max-affected=1", ", return=representation", ", handling=strict")
        select new HostileRequest(method, target)
        {
            Headers = [$"Prefer: tx=rollback{more}"],
            Body = Encoding.UTF8.GetBytes(body),
        };

    private static Gen<HostileRequest> Claims =>
        from path in Gen.Elements("/job/claim", "/job/1/claim", "/job/checker-claim", "/job/1/checker-claim", "/task/claim", "/job/'/claim")
        from method in Gen.Elements("POST", "POST", "DELETE", "GET", "PATCH")
        from query in Gen.Elements("", "?limit=2", "?limit=0", "?limit=-1", "?queue=main", "?by='", "?nope=1", "?or=(id=1,id=2)")
        from body in Gen.OneOf(
            Gen.Elements("{\"for_seconds\":60}", "{\"for_seconds\":1e400}", "{\"for_seconds\":-1}", "{\"until\":null}",
                "{\"until\":\"2099-01-01T00:00:00Z\",\"by\":\"a\"}", "{\"until\":\"infinity\"}", "{\"by\":1}", "{}", "[]",
                "{\"for_seconds\":99999999999999999999}", "{\"until\":\"1999-01-01\"}", "{\"for_seconds\":60,\"until\":\"2099-01-01\"}",
                "{\"for_seconds\":60,\"by\":\"\\u0000\"}", "{\"for_seconds\":0.0000001}"),
            HostileJson.Row)
        select new HostileRequest(method, path + query) { Headers = ["Prefer: tx=rollback"], Body = Encoding.UTF8.GetBytes(body) };

    private static Gen<HostileRequest> Batches =>
        from requests in Step.ListOf().Resize(5)
        from headers in HostileSyntax.Headers
        select Batch(requests) with { Headers = headers };

    /// <summary>What is done first is undone, because the last request of the batch cannot succeed.</summary>
    private static Gen<HostileRequest> BrokenBatches =>
        from first in Gen.Elements(
            """{"method":"POST","path":"/person","body":{"id":910,"name":"n"}}""",
            """{"method":"DELETE","path":"/hostile?id__gt=0"}""",
            """{"method":"PATCH","path":"/place?__all=true","body":{"name":"same"}}""",
            """{"method":"POST","path":"/draft","body":[{"title":"a"},{"title":"b"}]}""",
            """{"method":"POST","path":"/job/claim","body":{"for_seconds":9}}""",
            """{"method":"PUT","path":"/person/1","body":{"name":"n"}}""")
        from steps in Step.ListOf().Resize(2)
        from last in Gen.Elements(
            "{}", "1", "null", "[]", """{"method":"BREW","path":"/person"}""", """{"method":"GET","path":"person"}""",
            """{"method":"GET","path":"/person/0"}""", """{"method":"GET","path":"/person/${0.nope.nope}"}""",
            """{"method":"GET","path":"/person/${9.id}"}""", """{"method":"POST","path":"/person","body":{"$ref":"7.id"}}""",
            """{"method":"GET","path":"/person?${0.id}=1"}""", """{"method":"GET","path":"/__batch"}""",
            """{"method":"POST","path":"/__batch","body":{"requests":[]}}""", """{"method":"GET","path":"/__schema"}""",
            """{"method":"PATCH","path":"/person/1","headers":{"Prefer":"tx=rollback"},"body":{"name":"x"}}""",
            """{"method":"GET","path":"/person?\u0000=1"}""", """{"method":"GET","path":"/person?nope=${0"}""",
            """{"method":"POST","path":"/person","body":{"id":1,"name":"taken"}}""")
        select Batch([first, .. steps, last]) with { MustFail = true };

    private static Gen<string> Step =>
        from method in Gen.Elements("GET", "GET", "POST", "PATCH", "DELETE")
        from key in Gen.Frequency((3, Gen.Constant("")), (1, Gen.Elements("/1", "/${0.id}", "/${0.0.id}", "/${", "/${0}")))
        from pairs in HostileSyntax.Pair.ListOf().Resize(1)
        from reference in Gen.Elements("", "words=${0.words}", "id=${0.id}", "id__in=${0.0.id},2", "words=${", "${0.id}=1")
        from body in Gen.Frequency((3, HostileJson.Row), (2, Gen.Elements(
            """{"words":{"$ref":"0.words"}}""", """{"document":{"$ref":"0"}}""", """{"$ref":"0.0"}""", """{"id":{"$ref":"x"}}""",
            """{"words":{"$ref":"0.words.words"}}""", """{"words":{"$ref":"99999999999.a"}}""", """{"words":{"$ref":1}}""")))
        let query = string.Join('&', pairs.Append(reference).Where(part => part.Length > 0))
        let path = HostileJson.Text($"/scratch{key}{(query.Length > 0 ? "?" : "")}{query}")
        select method is "GET" or "DELETE"
            ? $$"""{"method":"{{method}}","path":{{path}}}"""
            : $$"""{"method":"{{method}}","path":{{path}},"body":{{body}}}""";

    private static HostileRequest Batch(IEnumerable<string> requests) => new("POST", "/__batch")
    {
        Body = Encoding.UTF8.GetBytes($$"""{"requests":[{{string.Join(',', requests)}}]}"""),
    };
}
