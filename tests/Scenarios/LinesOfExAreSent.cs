using System.Net;
using System.Text;
using Relata.Scenarios.Stage;
using Relata.Support;

namespace Relata.Scenarios;

/// <summary>The lines that the README of ex sends with curl, in its order, to <c>/v1/resources</c>.</summary>
public sealed class LinesOfExAreSent
{
    private const string Configuration = """{ "rest": { "enabled": false }, "ex": { "mount": "/" } }""";

    private const string Rows = """
        INSERT INTO resources VALUES (10, 'my-name'), (20, 'b'), (30, 'c'), (40, NULL), (101, 'e');
        """;

    /// <summary>The method and query, a header, the body, and what is answered.</summary>
    private static readonly (string Call, string? Header, string? Body, string Answer)[] Lines =
    [
        ("GET", null, null, """[{"id":10,"name":"my-name"},{"id":20,"name":"b"},{"id":30,"name":"c"},{"id":40,"name":null},{"id":101,"name":"e"}]"""),
        ("GET id=10", null, null, """[{"id":10,"name":"my-name"}]"""),
        ("GET id:in=10,20,30,40", "X-Columns: id", null, """[{"id":10},{"id":20},{"id":30},{"id":40}]"""),
        ("GET id:btwn=10,100", "X-Columns: id", null, """[{"id":10},{"id":20},{"id":30},{"id":40}]"""),
        ("GET name:like=my-name", null, null, """[{"id":10,"name":"my-name"}]"""),
        ("GET name:is_not=null", "X-Order-By: name,id", null, """[{"id":20,"name":"b"},{"id":30,"name":"c"},{"id":101,"name":"e"},{"id":10,"name":"my-name"}]"""),
        ("GET", "X-Limit: 100|X-Offset: 100", null, "[]"),
        ("PUT", null, """{"name": "all-names"}""", """[{"id":10,"name":"all-names"},{"id":20,"name":"all-names"},{"id":30,"name":"all-names"},{"id":40,"name":"all-names"},{"id":101,"name":"all-names"}]"""),
        ("PUT id=10", null, """{"name": "new-name"}""", """[{"id":10,"name":"new-name"}]"""),
        ("DELETE id:gt=10", "X-Limit: 1", null, """[{"id":20,"name":"all-names"}]"""),
        ("DELETE id=10", null, null, """[{"id":10,"name":"new-name"}]"""),
        ("DELETE id:gt=30", null, null, """[{"id":40,"name":"all-names"},{"id":101,"name":"all-names"}]"""),
        ("DELETE", null, null, """[{"id":30,"name":"all-names"}]"""),
        ("POST", null, """{"id": 1, "name": "my-name"}""", """[{"id":1,"name":"my-name"}]"""),
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task To_SQLite()
    {
        using var file = await SqliteFile.CreateAsync(
            "CREATE TABLE resources (id INTEGER PRIMARY KEY, name TEXT);" + Rows, Stop);
        await using var relata = await RelataProcess.StartAsync(file.Url, Configuration, stop: Stop);
        await ShouldAnswerAsync(relata);
    }

    [Fact]
    public async Task To_PostgreSQL()
    {
        await using var served = await Served.StartAsync(
            "CREATE TABLE resources (id int PRIMARY KEY, name text);" + Rows, Configuration, Stop);
        await ShouldAnswerAsync(served.Relata);
    }

    private static async Task ShouldAnswerAsync(RelataProcess relata)
    {
        foreach (var (call, header, body, expected) in Lines)
        {
            var query = call.IndexOf(' ', StringComparison.Ordinal) is > 0 and var blank ? $"?{call[(blank + 1)..]}" : "";
            using var request = new HttpRequestMessage(new HttpMethod(call.Split(' ')[0]), $"/v1/resources{query}");
            foreach (var one in header?.Split('|') ?? []) request.Headers.Add(one.Split(": ")[0], one.Split(": ")[1]);

            // As curl -d sends it.
            if (body is not null)
                request.Content = new StringContent(body, Encoding.UTF8, "application/x-www-form-urlencoded");
            var answer = await Outcome.SendAsync(relata.Client, request, Stop);
            (call, answer.Status, Sorted(answer.Text, call)).ShouldBe((call, HttpStatusCode.OK, Sorted(expected, call)));
        }
    }

    /// <summary>Rows that are changed or deleted come in any order.</summary>
    private static string Sorted(string rows, string call) => call.StartsWith("GET", StringComparison.Ordinal)
        ? rows
        : string.Join("},{", rows.Trim('[', ']', '{', '}').Split("},{").Order(StringComparer.Ordinal));
}
