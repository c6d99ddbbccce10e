using Npgsql;
using Relata.Conformance;

namespace Relata.Databases.Postgres.Tests.Tables;

/// <summary>Tables whose rows a policy of the database keeps from the server's role.</summary>
public sealed class RowSecurityTests(RowSecurityTests.Guest server) : Specification(server), IClassFixture<RowSecurityTests.Guest>
{
    [Fact]
    public async Task A_row_that_may_be_read_only_is_not_there_to_be_changed()
    {
        await Get("/paper?order_by=id").ShouldAnswer(200, """[{"id":1,"text":"mine"},{"id":2,"text":"shown"}]""");
        await Patch("/paper/2", """{"text":"x"}""").ShouldFail(404, "row-not-found");
        await Patch("/paper", """[{"id":1,"text":"x"},{"id":2,"text":"y"}]""").ShouldFail(404, "row-not-found",
            "Of the 2 rows to change, only 1 may be changed.",
            "Change them one by one to see which are not there to be changed.");
        await Patch("/paper", """[{"id":1,"text":"x"},{"id":3,"text":"y"}]""").ShouldFail(404, "row-not-found",
            "There is no row with id 3.");
        await Patch("/paper", """[{"id":2},{"id":1,"text":"mine"}]""")
            .ShouldAnswer(200, """[{"id":2,"text":"shown"},{"id":1,"text":"mine"}]""");
        await Patch("/paper", """[{"id":1,"text":"secret"}]""").ShouldFail(403, "forbidden");
        await Get("/paper/1").ShouldAnswer(200, """{"id":1,"text":"mine"}""");
    }

    /// <summary>A server that has a role of its own.</summary>
    public sealed class Guest() : ScriptServer("""
        CREATE TABLE paper (id integer PRIMARY KEY, text text NOT NULL);
        INSERT INTO paper VALUES (1, 'mine'), (2, 'shown'), (3, 'hidden');
        ALTER TABLE paper ENABLE ROW LEVEL SECURITY;
        CREATE POLICY shown ON paper FOR SELECT USING (id < 3);
        CREATE POLICY mine ON paper FOR UPDATE USING (id = 1) WITH CHECK (text <> 'secret');
        """)
    {
        private string? role;

        /// <inheritdoc/>
        protected override async Task<string> CreateDatabaseAsync(CancellationToken stop)
        {
            await base.CreateDatabaseAsync(stop);
            var guest = new NpgsqlConnectionStringBuilder(Connect().ConnectionString);
            role = $"guest_{guest.Database}";
            await ExecuteAsync(
                $"CREATE ROLE {role} LOGIN PASSWORD 'guest'; GRANT SELECT, UPDATE ON paper TO {role}", stop);
            (guest.Username, guest.Password) = (role, "guest");
            return Support.PostgresDatabase.UrlOf(guest.ConnectionString);
        }

        /// <inheritdoc/>
        protected override async ValueTask DropDatabaseAsync()
        {
            if (role is not null) await ExecuteAsync($"DROP OWNED BY {role}; DROP ROLE {role}", CancellationToken.None);
            await base.DropDatabaseAsync();
        }

        private async Task ExecuteAsync(string sql, CancellationToken stop)
        {
            await using var connection = (NpgsqlConnection)Connect();
            await connection.OpenAsync(stop);
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync(stop);
        }
    }
}
