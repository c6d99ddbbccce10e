using Relata.Support;

namespace Relata.Databases.Postgres.Tests;

/// <summary>The tests run on more than one version of PostgreSQL, and each run has to meet its own.</summary>
public sealed class VersionTests
{
    private const int Oldest = 15;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_database_is_of_the_version_that_the_run_is_about()
    {
        await using var database = await TestPostgres.CreateDatabaseAsync(
            "CREATE VIEW server AS SELECT current_setting('server_version_num')::int / 10000 AS version", Stop);
        await using var relata = await RelataProcess.StartAsync(database.Url, stop: Stop);
        var row = (await relata.Client.GetStringAsync(new Uri("/server", UriKind.Relative), Stop)).ShouldBeJson();
        var version = row[0]!["version"]!.GetValue<int>();
        var wanted = Environment.GetEnvironmentVariable("RELATA_TEST_POSTGRES_VERSION");
        if (string.IsNullOrEmpty(wanted)) version.ShouldBeGreaterThanOrEqualTo(Oldest);
        else $"{version}".ShouldBe(wanted);
    }
}
