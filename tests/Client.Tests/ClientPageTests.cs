using Relata.Client.Interception;
using Relata.Client.Sql;
using Relata.Model.Requests;
using Relata.Support;
using static Relata.Client.Ex;

namespace Relata.Client.Tests;

/// <summary>
/// The C# of <c>docs/client.md</c>, in its tables and blocks: the compiler reads it, and it is run one line after the
/// other.
/// </summary>
public sealed class ClientPageTests
{
    [Fact]
    public void Every_line_of_the_page_is_run_here()
    {
        Cells().Count(cell => cell.StartsWith("Request.", StringComparison.Ordinal)).ShouldBe(14);
        Cells().Length.ShouldBe(24);
        Statements().Length.ShouldBe(5);
        var source = File.ReadAllText(Repository.PathOf("tests", "Client.Tests", "ClientPageTests.cs"));
        Cells().Concat(Statements()).Where(line => !source.Contains(line, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void The_README_shows_each_line_of_Go_as_the_page_does()
    {
        var shown = Pairs(Page());
        shown.Length.ShouldBe(20);
        Pairs(File.ReadAllLines(Repository.PathOf("README.md"))).ShouldBe(shown);
    }

    [Fact]
    public async Task A_client_connects_when_it_is_first_used()
    {
        using var httpClient = new HttpClient();
        RelataClient[] clients =
        [
            RelataClient.ForMySql("mysql://user:password@host/db"),
            RelataClient.ForPostgres("postgres://user:password@host/db"), RelataClient.ForSqlite("shop.db"),
            RelataClient.ForHttp(httpClient, new Uri("http://127.0.0.1:8080/ex")),
        ];
        foreach (var client in clients) await client.DisposeAsync();
        var executor = SqlExecutor.OverSqlite("shop.db");
        await using (new RelataClient(executor))
            File.Exists("shop.db").ShouldBeFalse();
    }

    [Fact]
    public async Task Results_are_read_as_the_page_says()
    {
        using var file = await FileAsync();
        await using var client = RelataClient.ForSqlite(file.Path);
        var request = Request.Query("resources", Where("id", 10));
        var resource10 = new Resource(10, "a");
#pragma warning disable xUnit1051 // The page shows no token.
        IReadOnlyList<Resource> rows = await client.ExecuteAsync<Resource>(Request.Query("resources", Where("id", 10)));
        rows.ShouldBe([resource10]);
        (await client.ExecuteAsync<Dictionary<string, object?>>(request))[0]["name"].ShouldBe("a");
        (await client.ExecuteAsync<Resource>(request)).ShouldBe([resource10]);
        (await client.ExecuteAsync(request, row => new Resource(row.Get<int>("id"), row.Get<string>("name"))))
            .ShouldBe([resource10]);
        await foreach (var resource in client.StreamAsync<Resource>(request))
            resource.ShouldBe(resource10);
        var batch = Request.Batch(request, Request.Query("resources", Limit(0)));
        (await client.ExecuteEachAsync(batch))[0].As<Resource>().ShouldBe([resource10]);
        var name = "a";
        var named = await client.ExecSqlAsync<Resource>($"SELECT id, name FROM resources WHERE name = {name}");
        named.ShouldBe([resource10]);
#pragma warning restore xUnit1051
    }

    [Fact]
    public async Task A_tenant_sees_its_notes()
    {
        using var file = await SqliteFile.CreateAsync("""
            CREATE TABLE note (id integer PRIMARY KEY, tenant_id integer NOT NULL);
            INSERT INTO note VALUES (1, 7), (2, 9);
            """, TestContext.Current.CancellationToken);
        await using var client = RelataClient.ForSqlite(file.Path);
        var guarded = client.WithInterceptors(Inject.Both("note", "tenant_id"));
        var tenant = guarded.WithContext("tenant_id", 7);
        (await tenant.ExecuteAsync(
            Request.Query("note"), row => row.Get<int>("id"), TestContext.Current.CancellationToken)).ShouldBe([1]);
    }

    [Fact]
    public async Task Requests_do_what_they_say()
    {
        using var file = await FileAsync();
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

    private static Task<SqliteFile> FileAsync() => SqliteFile.CreateAsync("""
        CREATE TABLE resources (id integer PRIMARY KEY, name text NOT NULL);
        INSERT INTO resources VALUES (10, 'a'), (20, 'my-name'), (40, 'c'), (100, 'd'), (101, 'e');
        """, TestContext.Current.CancellationToken);

    private static string[] Page() => File.ReadAllLines(Repository.PathOf("docs", "client.md"));

    /// <summary>The rows with a line of Go and one of C#.</summary>
    private static string[] Pairs(string[] page) =>
        [.. page.Where(line => line.StartsWith("| `", StringComparison.Ordinal) && line.Contains("` | `"))
            .Where(line => !line.StartsWith("| `src/", StringComparison.Ordinal))];

    /// <summary>The last cells of the tables, where they hold code.</summary>
    private static string[] Cells() =>
    [
        .. Page().Where(line => line.StartsWith('|')).Select(line => line.Split(" | ")[^1])
            .Where(cell => cell.StartsWith('`')).Select(cell => cell.Trim(' ', '|', '`')),
    ];

    /// <summary>What stands in the blocks, save what names are in use and which client is.</summary>
    private static string[] Statements()
    {
        var isCode = false;
        var statements = new List<string>();
        foreach (var line in Page())
        {
            if (line.StartsWith("```", StringComparison.Ordinal)) isCode = line == "```csharp";
            else if (isCode && line.Length > 0 && !line.StartsWith("using ", StringComparison.Ordinal)
                && !line.StartsWith("await using ", StringComparison.Ordinal)) statements.Add(line);
        }

        return [.. statements];
    }

    private sealed record Resource(int Id, string Name);
}
