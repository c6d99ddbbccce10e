using Relata.Model.Requests;
using Relata.Support;
using static Relata.Client.Ex;

namespace Relata.Client.Tests;

/// <summary>The lines of <c>docs/client.md</c>: the compiler reads them, and they are run one after the other.</summary>
public sealed class ReadmeLines
{
    private static readonly string[] Requests =
        [.. Page().Where(line => line.StartsWith("| `ex.", StringComparison.Ordinal)).Select(CSharpOf)];

    [Fact]
    public void Every_line_of_the_page_is_run_here()
    {
        Requests.Length.ShouldBe(14);
        var source = File.ReadAllText(Path());
        Requests.Where(line => !source.Contains(line, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task They_do_what_they_say()
    {
        using var file = await SqliteFile.CreateAsync("""
            CREATE TABLE resources (id integer PRIMARY KEY, name text NOT NULL);
            INSERT INTO resources VALUES (10, 'a'), (20, 'my-name'), (40, 'c'), (100, 'd'), (101, 'e');
            """, TestContext.Current.CancellationToken);
        await using var client = RelataClient.ForSqlite(file.Path);
        await Finds(Request.Query("resources"), 10, 20, 40, 100, 101);
        await Finds(Request.Query("resources", Where("id", 10)), 10);
        await Finds(Request.Query("resources", Where("id", In(10, 20, 30, 40))), 10, 20, 40);
        await Finds(Request.Query("resources", Where("id", Btwn(10, 100))), 10, 20, 40, 100);
        await Finds(Request.Query("resources", Where("name", Like("my-name"))), 20);
        await Finds(Request.Query("resources", Order("name", "id")), 10, 40, 100, 101, 20);
        await Finds(Request.Query("resources", Limit(100), Offset(100)));
        await Finds(Request.Update("resources", Values(("name", "new-name")), Where("id", 10)), 10);
        await Finds(Request.Delete("resources", Where("id", Gt(10)), Limit(1)), 20);
        await Finds(Request.Delete("resources", Where("id", 10)), 10);
        await Finds(Request.Update("resources", Values(("name", "all-names"))), 40, 100, 101);
        await Finds(Request.Delete("resources", Where("id", Gt(10))), 40, 100, 101);
        await Finds(Request.Insert("resources", Values(("name", "my-name"))), 1);
        await Finds(Request.Delete("resources"), 1);

        async Task Finds(Batch request, params int[] ids) => (await client.ExecuteAsync(
            request, row => new Resource(row.Get<int>("id"), row.Get<string>("name")), TestContext.Current.CancellationToken))
            .Select(row => row.Id).ShouldBe(ids);
    }

    private static string[] Page() => File.ReadAllLines(Repository.PathOf("docs", "client.md"));

    private static string CSharpOf(string row) => row.Split(" | ")[1].Trim(' ', '|', '`');

    private static string Path() => Repository.PathOf("tests", "Client.Tests", "ReadmeLines.cs");

    private sealed record Resource(int Id, string Name);
}
