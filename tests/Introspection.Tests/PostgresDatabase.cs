using Npgsql;

namespace Relata.Introspection.Tests;

/// <summary>
/// The PostgreSQL server that <c>RELATA_TEST_POSTGRES</c> names by a connection string of the driver, such as
/// <c>Host=localhost;Username=postgres</c>; its role makes schemas, roles and extensions.
/// </summary>
internal static class PostgresDatabase
{
    /// <summary>Opens the server, or skips the test where there is none; in CI that is a failure.</summary>
    public static NpgsqlDataSource Open(string? role = null, string? searchPath = null)
    {
        var connectionString = Environment.GetEnvironmentVariable("RELATA_TEST_POSTGRES");
        if (string.IsNullOrEmpty(connectionString))
        {
            const string Reason = "RELATA_TEST_POSTGRES names no PostgreSQL server.";
            if (Environment.GetEnvironmentVariable("CI") is { Length: > 0 }) Assert.Fail(Reason);
            Assert.Skip(Reason);
        }

        var options = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false };
        if (searchPath is not null) options.SearchPath = searchPath;
        if (role is not null) options.Options = $"-c role={role}";
        return NpgsqlDataSource.Create(options);
    }
}
