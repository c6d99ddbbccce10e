using Npgsql;
using Relata.Databases.Postgres.Sessions;
using Relata.Support;
using TestDatabase = Relata.Support.PostgresDatabase;

namespace Relata.Databases.Postgres.Tests.Sessions;

/// <summary>A database with a few tables for every kind of trouble, and sessions on it.</summary>
/// <remarks>Each test starts it, because a fixture cannot skip a test.</remarks>
public sealed class SessionFixture : IAsyncDisposable
{
    private const string Tables = """
        CREATE TYPE mood AS ENUM ('sad', 'happy');
        CREATE DOMAIN positive AS int CONSTRAINT is_positive CHECK (VALUE > 0);
        CREATE DOMAIN required AS int NOT NULL;
        CREATE TABLE site (id int CONSTRAINT site_key PRIMARY KEY, name varchar(5) NOT NULL);
        CREATE TABLE camera (
            id int PRIMARY KEY,
            site int CONSTRAINT camera_site REFERENCES site,
            owner int CONSTRAINT camera_owner REFERENCES site DEFERRABLE INITIALLY DEFERRED,
            price numeric(4, 2) CONSTRAINT camera_price CHECK (price >= 0),
            size positive, weight required DEFAULT 1, mood mood, address inet, busy tstzrange, data jsonb,
            number int GENERATED ALWAYS AS IDENTITY,
            CONSTRAINT camera_busy EXCLUDE USING gist (busy WITH &&));
        CREATE VIEW cheap AS SELECT id, price FROM camera WHERE price < 10 WITH CHECK OPTION;
        CREATE VIEW summary AS SELECT count(*) AS cameras FROM camera;
        CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF NEW.id = 1 THEN RAISE EXCEPTION 'Not this one.' USING HINT = 'Take another.'; END IF;
                IF NEW.id = 2 THEN RAISE EXCEPTION 'Never.' USING ERRCODE = 'check_violation'; END IF;
                RAISE EXCEPTION 'Own code.' USING ERRCODE = 'AB123';
            END $$;
        CREATE TABLE guarded (id int);
        CREATE TRIGGER guard BEFORE INSERT ON guarded FOR EACH ROW EXECUTE FUNCTION refuse();
        CREATE TABLE item (id int PRIMARY KEY, name text);
        INSERT INTO site VALUES (1, 'north');
        """;

    private TestDatabase? database;

    public TestDatabase Database => database!;

    public NpgsqlConnectionStringBuilder Target => new(Database.ConnectionString);

    public async ValueTask StartAsync() => database ??= await TestPostgres.CreateDatabaseAsync(Tables);

    public Task ExecuteAsync(string sql) => Database.ExecuteAsync(sql, TestContext.Current.CancellationToken);

    public PostgresSessionSource Open(PostgresSessionOptions? options = null)
    {
        var chosen = options ?? new PostgresSessionOptions();
        return new PostgresSessionSource(new PostgresPool(Target, chosen), chosen);
    }

    public ValueTask DisposeAsync() => database?.DisposeAsync() ?? ValueTask.CompletedTask;
}
