namespace Relata.Databases.Postgres.Tests.Tables;

/// <summary>A server that speaks to PostgreSQL as a role that may do some things only, and whose <c>PUT</c> creates rows.</summary>
public sealed class GuestServer() : ScriptServer(Script, """{ "rest": { "putCreates": true } }""")
{
    private const string Script = """
        CREATE TABLE diary (id int PRIMARY KEY, owner text NOT NULL DEFAULT 'guest', words text);
        INSERT INTO diary VALUES (1, 'other', 'secret'), (2, 'guest', 'mine');
        ALTER TABLE diary ENABLE ROW LEVEL SECURITY;
        CREATE POLICY mine ON diary USING (owner = 'guest');
        CREATE TABLE given (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, words text);
        CREATE TABLE fixed (id int PRIMARY KEY, words text);
        CREATE FUNCTION held(code text) RETURNS text IMMUTABLE LANGUAGE plpgsql AS $$
        BEGIN
            IF current_setting('test.quick', true) IS NULL THEN PERFORM pg_advisory_xact_lock_shared(20260727); END IF;
            RETURN code;
        END $$;
        CREATE TABLE coded (code text, id int NOT NULL);
        CREATE INDEX ON coded (held(code));
        ALTER TABLE coded ADD UNIQUE (code);
        ALTER TABLE coded ADD PRIMARY KEY (id);
        CREATE TABLE erasable (id int PRIMARY KEY, words text);
        INSERT INTO erasable SELECT id, 'old' FROM generate_series(1, 9) AS id;
        CREATE TABLE settled (id int PRIMARY KEY, words text);
        INSERT INTO settled SELECT id, 'old' FROM generate_series(1, 9) AS id;
        ALTER TABLE settled ENABLE ROW LEVEL SECURITY;
        CREATE POLICY seen ON settled FOR SELECT USING (true);
        CREATE POLICY erased ON settled FOR DELETE USING (true);
        """;

    private string? role;
    private Support.PostgresDatabase? database;

    /// <inheritdoc/>
    protected override async Task FillAsync(Support.PostgresDatabase database, CancellationToken stop)
    {
        this.database = database;
        role = $"guest_{database.Name}";
        await database.ExecuteAsync(
            $"""
            CREATE ROLE {role} LOGIN PASSWORD 'guest';
            GRANT ALL ON diary, given, settled, coded TO {role};
            GRANT SELECT, DELETE ON erasable TO {role};
            GRANT SELECT, UPDATE ON fixed TO {role};
            """,
            stop);
    }

    /// <inheritdoc/>
    protected override async Task<string> CreateDatabaseAsync(CancellationToken stop)
    {
        var url = new UriBuilder(await base.CreateDatabaseAsync(stop)) { UserName = role, Password = "guest" };
        return url.Uri.AbsoluteUri;
    }

    /// <inheritdoc/>
    protected override async ValueTask DropDatabaseAsync()
    {
        if (role is not null) await database!.ExecuteAsync($"DROP OWNED BY {role} CASCADE; DROP ROLE {role}");
        await base.DropDatabaseAsync();
    }
}
