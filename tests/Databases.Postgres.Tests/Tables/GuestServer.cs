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
            GRANT ALL ON diary, given TO {role};
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
