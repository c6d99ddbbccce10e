using System.Globalization;
using System.Net;
using Npgsql;
using Relata.Scenarios.Stage;
using Relata.Support;

namespace Relata.Scenarios;

/// <summary>The role gets another password while it is served; the server reads its password in a file.</summary>
public sealed class PasswordChanges
{
    private const string Configuration = """{ "connections": { "max": 16, "waitMilliseconds": 3000 } }""";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Open_connections_live_on_and_new_ones_need_the_new_one()
    {
        using var folder = new TemporaryFolder();
        var role = $"relata_{Guid.NewGuid():n}";
        await using var database = await TestPostgres.CreateDatabaseAsync(
            $"""
            CREATE TABLE item AS SELECT n AS id FROM generate_series(1, 100) AS n;
            ALTER TABLE item ADD PRIMARY KEY (id);
            CREATE ROLE {role} LOGIN PASSWORD 'old';
            GRANT SELECT ON item TO {role};
            """, Stop);
        try
        {
            await ServeAsync(database, role, folder.File("passwords"));
        }
        finally
        {
            await database.ExecuteAsync($"DROP OWNED BY {role}; DROP ROLE {role}", CancellationToken.None);
        }
    }

    private static async Task ServeAsync(PostgresDatabase database, string role, string file)
    {
        await WriteAsync(file, "old");
        var server = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        var url = string.Create(
            CultureInfo.InvariantCulture, $"postgres://{role}@{server.Host}:{server.Port}/{database.Name}");
        var environment = new Dictionary<string, string> { ["PGPASSFILE"] = file };
        await using var relata = await RelataProcess.StartAsync(url, Configuration, environment: environment, stop: Stop);
        (await AskAsync(relata, 32)).ShouldAllBe(answer => answer.IsGood);

        // What is asked at once needs no more connections than there are.
        await database.ExecuteAsync($"ALTER ROLE {role} PASSWORD 'new'", Stop);
        (await AskAsync(relata, 1)).ShouldAllBe(answer => answer.IsGood);

        await database.ScalarAsync(
            $"SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename = '{role}'", Stop);
        await Poll.UntilAsync(
            async () => (await AskAsync(relata, 1))[0].Status == HttpStatusCode.ServiceUnavailable, stop: Stop);
        (await AskAsync(relata, 8)).ShouldAllBe(answer => answer.IsUnavailable);

        await WriteAsync(file, "new");
        await Poll.UntilAsync(async () => (await AskAsync(relata, 8)).All(answer => answer.IsGood), stop: Stop);
        (await AskAsync(relata, 64)).ShouldAllBe(answer => answer.IsGood);
        relata.ShouldHaveNoFault();
    }

    private static Task<Outcome[]> AskAsync(RelataProcess relata, int times) => Task.WhenAll(
        Enumerable.Range(1, times).Select(id => Outcome.GetAsync(relata.Client, $"/item/{id}", Stop)));

    /// <summary>A file of passwords that others may read is ignored (libpq, "The Password File").</summary>
    private static async Task WriteAsync(string file, string password)
    {
        await File.WriteAllTextAsync(file, $"*:*:*:*:{password}\n", Stop);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }
}
