using System.Net;
using Relata.Scenarios.Stage;
using Relata.Support;

namespace Relata.Scenarios;

/// <summary>The schema of a MariaDB database changes while it is served.</summary>
public sealed class MariaDbSchemaChanges
{
    private const string Table = "CREATE TABLE item (id int PRIMARY KEY, name varchar(20));\nINSERT INTO item VALUES (1, 'Ada');\n";
    private const string Watched = """{ "logLevel": "error" }""";
    private const string Unwatched = """{ "schemaReload": { "intervalMilliseconds": 0 } }""";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_column_and_a_new_table_are_noticed()
    {
        await using var served = await ServedMariaDb.StartAsync(Table, Watched, Stop);
        await served.Database.ExecuteAsync("ALTER TABLE item ADD COLUMN added int DEFAULT 7", Stop);
        await UntilAsync(served, "/item/1", """{"id":1,"name":"Ada","added":7}""");
        await served.Database.ExecuteAsync("CREATE TABLE note (id int PRIMARY KEY, document json)", Stop);
        await UntilAsync(served, "/note", "[]");
        (await Outcome.PostAsync(served.Client, "/note", """{"id":1,"document":{"a":1}}""", Stop)).Text
            .ShouldBe("""{"id":1,"document":{"a":1}}""");
    }

    [Fact]
    public async Task An_upsert_knows_an_index_once_it_is_made_and_until_it_is_dropped()
    {
        const string row = """{"id":2,"name":"Bob"}""";
        await using var served = await ServedMariaDb.StartAsync(Table, Watched, Stop);
        (await UpsertAsync()).Status.ShouldBe(HttpStatusCode.BadRequest);
        await served.Database.ExecuteAsync("CREATE UNIQUE INDEX item_name ON item (name)", Stop);
        await Poll.UntilAsync(async () => (await UpsertAsync()).IsGood, stop: Stop);
        await served.Database.ExecuteAsync("DROP INDEX item_name ON item", Stop);
        await Poll.UntilAsync(async () => !(await UpsertAsync()).IsGood, stop: Stop);

        Task<Outcome> UpsertAsync() => Outcome.PostAsync(served.Client, "/item?on_conflict=name", row, Stop);
    }

    [Fact]
    public async Task A_call_that_meets_a_dropped_column_is_answered_by_the_new_schema()
    {
        await using var served = await ServedMariaDb.StartAsync(Table, Unwatched, Stop);
        (await Outcome.GetAsync(served.Client, "/item/1", Stop)).Text.ShouldBe("""{"id":1,"name":"Ada"}""");
        await served.Database.ExecuteAsync("ALTER TABLE item DROP COLUMN name", Stop);
        (await Outcome.GetAsync(served.Client, "/item/1", Stop)).Text.ShouldBe("""{"id":1}""");
    }

    [Fact]
    public async Task What_the_user_may_not_do_is_forbidden()
    {
        await using var mariaDb = await MariaDbServer.CreateAsync(stop: Stop);
        await using var database = await MySqlTestDatabase.CreateOnAsync(
            mariaDb.ConnectionString, MySqlTestDatabase.NewName(), Table, Stop);
        await database.ExecuteAsync("CREATE USER reader@'127.0.0.1' IDENTIFIED BY 'reads'", Stop);
        await database.ExecuteAsync($"GRANT SELECT ON {database.Name}.* TO reader@'127.0.0.1'", Stop);
        var url = new UriBuilder(database.Url) { UserName = "reader", Password = "reads" }.Uri.AbsoluteUri;
        await using var relata = await RelataProcess.StartAsync(url, stop: Stop);
        (await Outcome.GetAsync(relata.Client, "/item", Stop)).Text.ShouldBe("""[{"id":1,"name":"Ada"}]""");
        var refused = await Outcome.PostAsync(relata.Client, "/item", """{"id":2}""", Stop);
        refused.Status.ShouldBe(HttpStatusCode.Forbidden);
        refused.Text.ShouldNotContain("reader");
    }

    private static Task UntilAsync(ServedMariaDb served, string path, string answer) => Poll.UntilAsync(
        async () => (await Outcome.GetAsync(served.Client, path, Stop)).Text == answer, stop: Stop);
}
