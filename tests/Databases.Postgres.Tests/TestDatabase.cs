using Npgsql;

namespace Relata.Databases.Postgres.Tests;

/// <summary>A database of a test's own on the server that <c>RELATA_TEST_POSTGRES</c> names; it is dropped afterwards.</summary>
internal sealed class TestDatabase : IAsyncDisposable
{
    private readonly string superuser;

    private TestDatabase(string superuser, string name)
    {
        this.superuser = superuser;
        Name = name;
        ConnectionString = new NpgsqlConnectionStringBuilder(superuser) { Database = name, Pooling = false }.ConnectionString;
    }

    public string Name { get; }

    public string ConnectionString { get; }

    public static async Task<TestDatabase> CreateAsync(string sql)
    {
        var database = new TestDatabase(Superuser(), $"relata_{Guid.NewGuid():n}");
        await ExecuteAsync(database.superuser, $"CREATE DATABASE {database.Name} TEMPLATE template0");
        await database.ExecuteAsync(sql);
        return database;
    }

    public Task ExecuteAsync(string sql) => ExecuteAsync(ConnectionString, sql);

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync() => await ExecuteAsync(superuser, $"DROP DATABASE IF EXISTS {Name} WITH (FORCE)");

    private static string Superuser()
    {
        var named = Environment.GetEnvironmentVariable("RELATA_TEST_POSTGRES");
        if (string.IsNullOrEmpty(named))
        {
            const string reason = "RELATA_TEST_POSTGRES names no server: set it to a superuser's connection string.";
            if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CI"))) Assert.Skip(reason);
            Assert.Fail(reason);
        }

        return new NpgsqlConnectionStringBuilder(named) { Pooling = false }.ConnectionString;
    }

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
