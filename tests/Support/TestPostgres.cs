using Npgsql;

namespace Relata.Support;

/// <summary>The PostgreSQL server that all tests of a run share; each test makes a database of its own there.</summary>
public static class TestPostgres
{
    /// <summary>Makes a database on the shared server and runs the script in it.</summary>
    /// <remarks>Where no server is named the test is skipped; where <c>CI</c> is set it fails.</remarks>
    public static Task<PostgresDatabase> CreateDatabaseAsync(string sql, CancellationToken stop = default) =>
        PostgresDatabase.CreateAsync(Superuser(), sql, stop);

    /// <summary>Makes a database where PostGIS is: on <c>RELATA_TEST_POSTGIS</c>, or the shared server.</summary>
    public static async Task<PostgresDatabase> CreateDatabaseWithPlacesAsync(string sql, CancellationToken stop = default)
    {
        var named = Environment.GetEnvironmentVariable("RELATA_TEST_POSTGIS");
        var database = await PostgresDatabase.CreateAsync(string.IsNullOrEmpty(named) ? Superuser() : named, "", stop);
        if (await database.ScalarAsync("SELECT 1 FROM pg_available_extensions WHERE name = 'postgis'", stop) is null)
        {
            await database.DisposeAsync();
            Requirement.Missing("PostGIS is not installed beside the PostgreSQL server: run ./test.sh, or let RELATA_TEST_POSTGIS name one.");
        }

        await database.ExecuteAsync(sql, stop);
        return database;
    }

    private static string Superuser()
    {
        var named = Environment.GetEnvironmentVariable("RELATA_TEST_POSTGRES");
        if (string.IsNullOrEmpty(named))
            Requirement.Missing("RELATA_TEST_POSTGRES names no server: run ./test.sh, or set it to a superuser's connection string.");
        return new NpgsqlConnectionStringBuilder(named) { Pooling = false }.ConnectionString;
    }
}
