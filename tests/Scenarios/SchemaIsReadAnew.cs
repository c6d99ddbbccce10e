using System.Net;
using Npgsql;
using Relata.Scenarios.Stage;
using Relata.Support;

namespace Relata.Scenarios;

/// <summary>Nobody looks for changes of the schema: it is read anew when that is asked for, or when a call meets a change.</summary>
public sealed class SchemaIsReadAnew
{
    private const string Unwatched = """{ "schemaReload": { "intervalMilliseconds": 0 } }""";

    private const string Table = """
        CREATE TABLE item (id int PRIMARY KEY, name text, size text);
        INSERT INTO item VALUES (1, 'Ada', '5');
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task When_a_caller_posts_to_the_endpoint()
    {
        await using var served = await Served.StartAsync(Table, Unwatched, Stop);
        var before = await ReloadAsync(served.Client);
        (await ReloadAsync(served.Client)).ShouldBe(before, "nothing has changed");

        await served.Database.ExecuteAsync("ALTER TABLE item ADD COLUMN added int DEFAULT 7", Stop);
        (await GetAsync(served.Client, "/item/1")).Text.ShouldBe("""{"id":1,"name":"Ada","size":"5"}""");
        (await ReloadAsync(served.Client)).ShouldBeGreaterThan(before);
        (await GetAsync(served.Client, "/item/1")).Text.ShouldBe("""{"id":1,"name":"Ada","size":"5","added":7}""");

        (await GetAsync(served.Client, "/__schema/reload")).Status.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    [Fact]
    public async Task When_the_operator_sends_SIGHUP()
    {
        await using var served = await Served.StartAsync(Table, Unwatched, Stop);
        await served.Database.ExecuteAsync("ALTER TABLE item ADD COLUMN added int DEFAULT 7", Stop);
        served.Relata.HangUp();
        await Poll.UntilAsync(
            async () => (await GetAsync(served.Client, "/item/1?fields=added")).Text == """{"added":7}""", stop: Stop);
        await Poll.UntilAsync(
            () => served.Relata.Logged("Information").Any(entry => entry.Contains("was read anew")), stop: Stop);
    }

    [Fact]
    public async Task Not_over_HTTP_when_the_operator_says_so()
    {
        await using var served = await Served.StartAsync(
            Table, """{ "schemaReload": { "endpoint": false } }""", Stop);
        (await Outcome.PostAsync(served.Client, "/__schema/reload", "{}", Stop)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task While_it_is_read_the_old_one_serves()
    {
        await using var served = await Served.StartAsync(Table, Unwatched, Stop);
        await served.Database.ExecuteAsync("ALTER TABLE item ADD COLUMN added int DEFAULT 7", Stop);
        await using var holder = new NpgsqlConnection(served.Database.ConnectionString);
        await holder.OpenAsync(Stop);
        await using var holding = await holder.BeginTransactionAsync(Stop);

        // No statement needs this one, but the reading of the schema does.
        await using var hold = new NpgsqlCommand("LOCK TABLE pg_extension", holder, holding);
        await hold.ExecuteNonQueryAsync(Stop);
        var reading = ReloadAsync(served.Client);
        await Poll.UntilAsync(
            async () => (bool)(await served.Database.ScalarAsync(
                "SELECT count(*) > 0 FROM pg_locks WHERE relation = 'pg_extension'::regclass AND NOT granted"
                + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())", Stop))!,
            stop: Stop);
        for (var i = 0; i < 10; i++)
            (await GetAsync(served.Client, "/item/1")).Text.ShouldBe("""{"id":1,"name":"Ada","size":"5"}""");
        (await GetAsync(served.Client, "/item?added=7")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await GetAsync(served.Client, "/__schema")).Text.ShouldNotContain("\"added\"");
        (await GetAsync(served.Client, "/__health/ready")).IsGood.ShouldBeTrue();
        reading.IsCompleted.ShouldBeFalse();

        await holding.RollbackAsync(Stop);
        await reading;
        (await GetAsync(served.Client, "/item/1")).Text.ShouldBe("""{"id":1,"name":"Ada","size":"5","added":7}""");
        served.Relata.ShouldHaveNoFault();
    }

    [Fact]
    public async Task A_reading_that_fails_leaves_what_is_there()
    {
        await using var database = await TestPostgres.CreateDatabaseAsync(
            "CREATE SCHEMA shop; CREATE TABLE shop.item (id int PRIMARY KEY);", Stop);
        await using var relata = await RelataProcess.StartAsync(database.Url, arguments: ["--schemas", "shop"], stop: Stop);
        (await GetAsync(relata.Client, "/item")).IsGood.ShouldBeTrue();

        await database.ExecuteAsync("ALTER SCHEMA shop RENAME TO closed", Stop);
        var refused = await Outcome.PostAsync(relata.Client, "/__schema/reload", "{}", Stop);
        refused.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await Poll.UntilAsync(
            () => relata.Logged("Warning").Any(entry => entry.Contains("goes on serving")), stop: Stop);
        (await GetAsync(relata.Client, "/__schema")).Text.ShouldContain("\"shop\"");

        await database.ExecuteAsync(
            "ALTER SCHEMA closed RENAME TO shop; ALTER TABLE shop.item ADD COLUMN added int", Stop);
        await Poll.UntilAsync(
            async () => (await GetAsync(relata.Client, "/item?fields=added")).IsGood, stop: Stop);
        relata.ShouldHaveNoFault();
    }

    [Fact]
    public async Task When_a_call_meets_a_change_of_PostgreSQL()
    {
        await using var served = await Served.StartAsync(Table, Unwatched, Stop);
        await ShouldFollowAsync(served.Client, sql => served.Database.ExecuteAsync(sql, Stop));

        for (var i = 0; i < 5; i++) (await GetAsync(served.Client, "/item?size=5")).IsGood.ShouldBeTrue();
        await served.Database.ExecuteAsync("ALTER TABLE item ALTER size TYPE int USING size::int", Stop);
        (await GetAsync(served.Client, "/item?size=5")).Text.ShouldBe("""[{"id":1,"label":"Eve","size":5}]""");
        await served.Database.ExecuteAsync("ALTER TABLE item ALTER id TYPE bigint", Stop);
        (await GetAsync(served.Client, "/item/3000000000")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await ReloadAsync(served.Client);
        (await GetAsync(served.Client, "/item/3000000000")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task When_a_call_meets_a_change_of_SQLite()
    {
        using var file = await SqliteFile.CreateAsync(Table, Stop);
        await using var relata = await RelataProcess.StartAsync(file.Url, Unwatched, stop: Stop);
        await ShouldFollowAsync(relata.Client, sql => file.ExecuteAsync(sql, Stop));
    }

    [Fact]
    public async Task Once_when_what_is_missing_stays_missing()
    {
        const string broken = """
            CREATE TABLE item (id int PRIMARY KEY);
            CREATE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN INSERT INTO nowhere VALUES (1); RETURN NEW; END $$;
            CREATE TRIGGER broken BEFORE INSERT ON item FOR EACH ROW EXECUTE FUNCTION broken();
            """;
        await using var served = await Served.StartAsync(broken, Unwatched, Stop);
        var outcome = await Outcome.PostAsync(served.Client, "/item", """{"id":1}""", Stop);
        outcome.Status.ShouldBe(HttpStatusCode.Conflict);
        outcome.Text.ShouldContain("schema-changed");
    }

    private static async Task ShouldFollowAsync(HttpClient client, Func<string, Task> change)
    {
        for (var i = 0; i < 5; i++) (await GetAsync(client, "/item/1")).IsGood.ShouldBeTrue();
        await change("ALTER TABLE item RENAME COLUMN name TO label");
        (await GetAsync(client, "/item/1")).Text.ShouldBe("""{"id":1,"label":"Ada","size":"5"}""");

        await change("ALTER TABLE item ADD COLUMN extra text");
        await change("ALTER TABLE item RENAME COLUMN label TO name");
        var patched = await Outcome.SendAsync(client, HttpMethod.Patch, "/item/1", """{"name":"Eve"}""", Stop);
        patched.Status.ShouldBe(HttpStatusCode.BadRequest, "the snapshot knows no such column, so nothing has met the change");
        patched = await Outcome.SendAsync(client, HttpMethod.Patch, "/item/1", """{"label":"Eve"}""", Stop);
        patched.Status.ShouldBe(HttpStatusCode.BadRequest, "now it has");
        patched = await Outcome.SendAsync(client, HttpMethod.Patch, "/item/1", """{"name":"Eve"}""", Stop);
        patched.Text.ShouldBe("""{"id":1,"name":"Eve","size":"5","extra":null}""");

        await change("ALTER TABLE item DROP COLUMN extra");
        await change("ALTER TABLE item RENAME COLUMN name TO label");
        (await GetAsync(client, "/item")).Text.ShouldBe("""[{"id":1,"label":"Eve","size":"5"}]""");

        await change("ALTER TABLE item RENAME TO thing");
        (await GetAsync(client, "/item")).Status.ShouldBe(HttpStatusCode.NotFound);
        await change("ALTER TABLE thing RENAME TO item");
        (await GetAsync(client, "/thing")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await GetAsync(client, "/item")).IsGood.ShouldBeTrue();
    }

    private static async Task<int> ReloadAsync(HttpClient client)
    {
        var outcome = await Outcome.PostAsync(client, "/__schema/reload", "{}", Stop);
        outcome.Status.ShouldBe(HttpStatusCode.OK);
        return outcome.Text.ShouldBeJson()["version"]!.GetValue<int>();
    }

    private static Task<Outcome> GetAsync(HttpClient client, string path) => Outcome.GetAsync(client, path, Stop);
}
