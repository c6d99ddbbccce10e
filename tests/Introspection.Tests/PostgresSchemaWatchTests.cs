using Npgsql;
using Relata.Databases.Postgres.Catalog;

namespace Relata.Introspection.Tests;

/// <summary>Changes that readers of the catalogue see change the mark, and what goes on all day does not.</summary>
public sealed class PostgresSchemaWatchTests : IAsyncLifetime
{
    private const string Objects = """
        CREATE TABLE camera (id int PRIMARY KEY, name text, price numeric);
        CREATE TYPE mood AS ENUM ('calm');
        CREATE TYPE place AS (x int, y int);
        CREATE DOMAIN positive AS int;
        CREATE VIEW cheap AS SELECT id, name FROM camera;
        CREATE MATERIALIZED VIEW summary AS SELECT count(*) AS cameras FROM camera;
        CREATE FUNCTION pass() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
        """;

    private Support.PostgresDatabase? database;
    private NpgsqlDataSource? source;
    private PostgresSchemaWatch? watch;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        database = await Support.TestPostgres.CreateDatabaseAsync(Objects, Stop);
        source = NpgsqlDataSource.Create(database.ConnectionString);
        watch = new PostgresSchemaWatch(source.OpenConnectionAsync);
    }

    public async ValueTask DisposeAsync()
    {
        if (watch is not null) await watch.DisposeAsync();
        if (source is not null) await source.DisposeAsync();
        if (database is not null) await database.DisposeAsync();
    }

    [Theory]
    [InlineData("CREATE TABLE site (id int)")]
    [InlineData("ALTER TABLE camera ADD COLUMN zone int")]
    [InlineData("ALTER TABLE camera RENAME COLUMN name TO label")]
    [InlineData("ALTER TABLE camera ALTER COLUMN price TYPE numeric(10,2)")]
    [InlineData("ALTER TABLE camera ALTER COLUMN name SET NOT NULL")]
    [InlineData("ALTER TABLE camera ALTER COLUMN name SET DEFAULT 'x'")]
    [InlineData("ALTER TABLE camera DROP COLUMN price")]
    [InlineData("ALTER TABLE camera ADD UNIQUE (name)")]
    [InlineData("ALTER TABLE camera DROP CONSTRAINT camera_pkey")]
    [InlineData("ALTER TABLE camera RENAME TO kamera")]
    [InlineData("DROP VIEW cheap")]
    [InlineData("CREATE OR REPLACE VIEW cheap AS SELECT DISTINCT id, name FROM camera")]
    [InlineData("CREATE TRIGGER pass INSTEAD OF INSERT ON cheap FOR EACH ROW EXECUTE FUNCTION pass()")]
    [InlineData("ALTER TYPE mood ADD VALUE 'busy'")]
    [InlineData("ALTER TYPE place ADD ATTRIBUTE z int")]
    [InlineData("ALTER DOMAIN positive SET NOT NULL")]
    [InlineData("GRANT SELECT ON camera TO PUBLIC")]
    [InlineData("GRANT SELECT (name) ON camera TO PUBLIC")]
    [InlineData("COMMENT ON COLUMN camera.name IS 'what people call it'")]
    [InlineData("REVOKE ALL ON SCHEMA public FROM PUBLIC")]
    public async Task A_change_changes_the_mark(string change)
    {
        var before = await MarkAsync();
        await database!.ExecuteAsync(change, Stop);
        (await MarkAsync()).ShouldNotBe(before);
    }

    [Theory]
    [InlineData("INSERT INTO camera VALUES (1, 'x', 1)")]
    [InlineData("ANALYZE camera")]
    [InlineData("TRUNCATE camera")]
    [InlineData("CREATE INDEX ON camera (name)")]
    [InlineData("REFRESH MATERIALIZED VIEW summary")]
    [InlineData("CREATE TEMP TABLE scratch (id int)")]
    [InlineData("CREATE SEQUENCE number")]
    public async Task What_changes_nothing_that_is_served_does_not(string statement)
    {
        var before = await MarkAsync();
        await database!.ExecuteAsync(statement, Stop);
        (await MarkAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Looks_at_the_schemas_that_are_named()
    {
        await database!.ExecuteAsync("CREATE SCHEMA shop; CREATE SCHEMA other; CREATE TABLE shop.item (id int)", Stop);
        var before = await watch!.MarkAsync(["shop"], Stop);
        await database.ExecuteAsync("CREATE TABLE other.item (id int); CREATE TABLE public.item (id int)", Stop);
        (await watch.MarkAsync(["shop"], Stop)).ShouldBe(before);
        await database.ExecuteAsync("ALTER TABLE shop.item ADD COLUMN name text", Stop);
        (await watch.MarkAsync(["shop"], Stop)).ShouldNotBe(before);
    }

    [Fact]
    public async Task An_event_trigger_ends_the_waiting()
    {
        await database!.ExecuteAsync("""
            CREATE FUNCTION relata_schema() RETURNS event_trigger LANGUAGE plpgsql AS
                $$ BEGIN PERFORM pg_catalog.pg_notify('relata_schema', ''); END $$;
            CREATE EVENT TRIGGER relata_schema ON ddl_command_end EXECUTE FUNCTION relata_schema();
            """, Stop);
        var before = await MarkAsync();
        var waiting = watch!.WaitAsync(TimeSpan.FromHours(1), Stop).AsTask();
        waiting.IsCompleted.ShouldBeFalse();

        await database.ExecuteAsync("DROP TABLE camera CASCADE", Stop);

        await waiting.WaitAsync(Support.Poll.Patience, Stop);
        (await MarkAsync()).ShouldNotBe(before);
    }

    [Fact]
    public async Task A_lost_connection_is_replaced()
    {
        var before = await MarkAsync();
        await database!.ExecuteAsync(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()",
            Stop);
        await Should.ThrowAsync<Model.Failures.FailureException>(MarkAsync);
        (await MarkAsync()).ShouldBe(before);
    }

    private async Task<string> MarkAsync() => await watch!.MarkAsync([], Stop);
}
