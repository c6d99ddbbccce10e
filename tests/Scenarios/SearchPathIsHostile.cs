using System.Net;
using Npgsql;
using Relata.Scenarios.Stage;
using Relata.Support;

namespace Relata.Scenarios;

/// <summary>
/// A schema of the database holds functions, operators and types by the names of the system's, and tables by the names of
/// those that are served; the search path finds it first.
/// </summary>
public sealed class SearchPathIsHostile
{
    private const string Schema = """
        CREATE TABLE site (id int PRIMARY KEY, name text NOT NULL);
        CREATE TABLE item (
            id int PRIMARY KEY, name text, label varchar(20), price numeric(8,2), tags text[], facts jsonb,
            at timestamptz DEFAULT now(), site_id int REFERENCES site);
        CREATE TABLE log (entry text);
        CREATE FUNCTION write_log() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN INSERT INTO log VALUES (TG_OP); RETURN NEW; END $$;
        INSERT INTO site VALUES (1, 'north');
        INSERT INTO item VALUES
            (1, 'Ada', 'a', 1.5, '{x,y}', '{"k": 1}', '2024-07-19 03:45+00', 1),
            (2, 'Eve', 'b', 2.5, '{z}', '{"k": 2}', '2024-07-20 03:45+00', NULL);
        CREATE TRIGGER write_log AFTER INSERT ON item FOR EACH ROW EXECUTE FUNCTION write_log();

        CREATE SCHEMA evil;
        CREATE TABLE evil.item (id int PRIMARY KEY, wrong text);
        CREATE TABLE evil.site (id int PRIMARY KEY, wrong text);
        CREATE FUNCTION evil.never(int, int) RETURNS bool LANGUAGE sql AS 'SELECT false';
        CREATE FUNCTION evil.never(text, text) RETURNS bool LANGUAGE sql AS 'SELECT false';
        CREATE FUNCTION evil.never(oid, oid) RETURNS bool LANGUAGE sql AS 'SELECT false';
        CREATE FUNCTION evil.never(name, name) RETURNS bool LANGUAGE sql AS 'SELECT false';
        CREATE FUNCTION evil.never(numeric, numeric) RETURNS bool LANGUAGE sql AS 'SELECT false';
        CREATE FUNCTION evil.never(jsonb, jsonb) RETURNS bool LANGUAGE sql AS 'SELECT false';
        CREATE OPERATOR evil.= (LEFTARG = int, RIGHTARG = int, FUNCTION = evil.never);
        CREATE OPERATOR evil.= (LEFTARG = text, RIGHTARG = text, FUNCTION = evil.never);
        CREATE OPERATOR evil.= (LEFTARG = oid, RIGHTARG = oid, FUNCTION = evil.never);
        CREATE OPERATOR evil.= (LEFTARG = name, RIGHTARG = name, FUNCTION = evil.never);
        CREATE OPERATOR evil.> (LEFTARG = numeric, RIGHTARG = numeric, FUNCTION = evil.never);
        CREATE OPERATOR evil.~~ (LEFTARG = text, RIGHTARG = text, FUNCTION = evil.never);
        CREATE OPERATOR evil.~~* (LEFTARG = text, RIGHTARG = text, FUNCTION = evil.never);
        CREATE OPERATOR evil.~ (LEFTARG = text, RIGHTARG = text, FUNCTION = evil.never);
        CREATE OPERATOR evil.@> (LEFTARG = jsonb, RIGHTARG = jsonb, FUNCTION = evil.never);
        CREATE FUNCTION evil.add(bigint) RETURNS bigint LANGUAGE sql AS 'SELECT 99::bigint';
        CREATE AGGREGATE evil.count(*) (SFUNC = evil.add, STYPE = bigint, INITCOND = '98');
        CREATE FUNCTION evil.lower(text) RETURNS text LANGUAGE sql AS $$ SELECT 'evil' $$;
        CREATE FUNCTION evil.now() RETURNS timestamptz LANGUAGE sql AS $$ SELECT '1999-01-01Z'::timestamptz $$;
        CREATE FUNCTION evil.has_table_privilege(oid, text) RETURNS bool LANGUAGE sql AS 'SELECT false';
        CREATE FUNCTION evil.has_any_column_privilege(oid, text) RETURNS bool LANGUAGE sql AS 'SELECT false';
        CREATE FUNCTION evil.format_type(oid, int) RETURNS text LANGUAGE sql AS $$ SELECT 'evil' $$;
        CREATE FUNCTION evil.current_schemas(bool) RETURNS name[] LANGUAGE sql AS $$ SELECT '{evil}'::name[] $$;
        CREATE FUNCTION evil.pg_backend_pid() RETURNS int LANGUAGE sql AS 'SELECT 1';
        CREATE DOMAIN evil.text AS int;
        CREATE DOMAIN evil.jsonb AS int;
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("evil, pg_catalog, public")]
    [InlineData("evil, public, pg_catalog")]
    [InlineData("evil, public")]
    [InlineData("")]
    public async Task Every_name_means_what_it_should(string path)
    {
        await using var database = await TestPostgres.CreateDatabaseAsync(Schema, Stop);
        await SetPathAsync(database, path);
        await using var relata = await RelataProcess.StartAsync(database.Url, arguments: ["--schemas", "public"], stop: Stop);
        async Task<string> Ids(string filter) =>
            (await Outcome.GetAsync(relata.Client, $"/item?fields=id&{filter}", Stop)).Text;

        (await Ids("id=1")).ShouldBe("""[{"id":1}]""");
        (await Ids("id__in=1,2&order_by=id")).ShouldBe("""[{"id":1},{"id":2}]""");
        (await Ids("name=Ada")).ShouldBe("""[{"id":1}]""");
        (await Ids("label=a")).ShouldBe("""[{"id":1}]""");
        (await Ids("name__contains=d")).ShouldBe("""[{"id":1}]""");
        (await Ids("name__icontains=D")).ShouldBe("""[{"id":1}]""");
        (await Ids("name__regex=^A")).ShouldBe("""[{"id":1}]""");
        (await Ids("price__gt=2")).ShouldBe("""[{"id":2}]""");
        (await Ids("""facts__contains={"k":2}""")).ShouldBe("""[{"id":2}]""");
        var counted = await relata.Client.GetAsync(new Uri("/item?count=exact&limit=1", UriKind.Relative), Stop);
        counted.Headers.GetValues("X-Total-Count").ShouldBe(["2"]);
        (await Outcome.GetAsync(relata.Client, "/item/1?depth=2&fields=id,name,tags,at,site_id", Stop)).Text.ShouldBe(
            """{"id":1,"name":"Ada","tags":["x","y"],"at":"2024-07-19T03:45:00Z","site_id":1,"site_id_object":{"id":1,"name":"north"}}""");

        await ShouldWriteAsync(relata.Client, triggerSeesLog: path.Contains("public", StringComparison.Ordinal));
        relata.ShouldHaveNoFault();
    }

    [Fact]
    public async Task The_default_schema_is_the_first_that_is_not_the_system_s()
    {
        await using var database = await TestPostgres.CreateDatabaseAsync(Schema, Stop);
        await SetPathAsync(database, "pg_catalog, public");
        await using var relata = await RelataProcess.StartAsync(database.Url, stop: Stop);
        (await Outcome.GetAsync(relata.Client, "/item/1?fields=id", Stop)).Text.ShouldBe("""{"id":1}""");
    }

    [Fact]
    public async Task Behind_a_pooler_such_a_path_ends_the_start()
    {
        await using var database = await TestPostgres.CreateDatabaseAsync(Schema, Stop);
        await SetPathAsync(database, "evil, pg_catalog, public");
        await using var pooler = await PgBouncer.StartAsync(database.ConnectionString, sessions: 2, Stop);
        string[] arguments = ["introspect", "--database", pooler.Through(database.Url)];
        var result = await RelataProcess.RunAsync(arguments, EmptyEnvironment.With(), Stop);
        result.ExitCode.ShouldBe(1);
        result.Errors.ShouldContain("search_path (evil, pg_catalog, public)");
    }

    /// <summary>What the owner's own triggers look for is found on the owner's own path.</summary>
    private static async Task ShouldWriteAsync(HttpClient client, bool triggerSeesLog)
    {
        var patched = await Outcome.SendAsync(client, HttpMethod.Patch, "/item/2?fields=id,name", """{"name":"Eva"}""", Stop);
        patched.Text.ShouldBe("""{"id":2,"name":"Eva"}""");
        if (!triggerSeesLog) return;
        var posted = await Outcome.PostAsync(client, "/item?fields=id", """{"id":3,"name":"Bob","price":3}""", Stop);
        posted.Text.ShouldBe("""{"id":3}""");
        posted.Status.ShouldBe(HttpStatusCode.Created);
        (await Outcome.GetAsync(client, "/log", Stop)).Text.ShouldBe("""[{"entry":"INSERT"}]""");
        using var delete = new HttpRequestMessage(HttpMethod.Delete, "/item/3");
        (await client.SendAsync(delete, Stop)).IsSuccessStatusCode.ShouldBeTrue();
        (await Outcome.GetAsync(client, "/item/3", Stop)).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task SetPathAsync(PostgresDatabase database, string path)
    {
        var setting = path.Length == 0 ? "''" : path;
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync(Stop);
        await using var command = new NpgsqlCommand($"ALTER DATABASE {database.Name} SET search_path = {setting}", connection);
        await command.ExecuteNonQueryAsync(Stop);
    }
}
