using System.Globalization;
using Npgsql;

namespace Relata.Support;

/// <summary>A database with a name of its own on a running PostgreSQL; it is dropped afterwards, whoever is still connected.</summary>
public sealed class PostgresDatabase : IAsyncDisposable
{
    private readonly string superuser;

    private PostgresDatabase(string superuser, string name)
    {
        this.superuser = superuser;
        Name = name;
        ConnectionString = new NpgsqlConnectionStringBuilder(superuser) { Database = name, Pooling = false }.ConnectionString;
    }

    /// <summary>The database's name, which needs no quoting.</summary>
    public string Name { get; }

    /// <summary>The database as the driver takes it; unpooled, so that nothing stays connected.</summary>
    public string ConnectionString { get; }

    /// <summary>The database as the server takes it: <c>postgres://user:password@host:port/name</c>.</summary>
    public string Url => UrlOf(ConnectionString);

    /// <summary>The URL that means the same as a connection string of the driver.</summary>
    public static string UrlOf(string connectionString)
    {
        var parts = new NpgsqlConnectionStringBuilder(connectionString);
        var (user, password) = (Uri.EscapeDataString(parts.Username ?? ""), Uri.EscapeDataString(parts.Password ?? ""));
        return string.Create(CultureInfo.InvariantCulture, $"postgres://{user}:{password}@{parts.Host}:{parts.Port}/{parts.Database}");
    }

    /// <summary>Makes a database and runs the script in it.</summary>
    /// <param name="superuser">A connection string of somebody who may create databases.</param>
    /// <param name="sql">Statements that form one transaction.</param>
    /// <param name="stop">Gives up.</param>
    public static async Task<PostgresDatabase> CreateAsync(string superuser, string sql, CancellationToken stop = default)
    {
        var database = new PostgresDatabase(superuser, $"relata_{Guid.NewGuid():n}");
        await ExecuteAsync(superuser, $"CREATE DATABASE {database.Name} TEMPLATE template0", stop);
        try
        {
            if (!string.IsNullOrWhiteSpace(sql)) await database.ExecuteAsync(sql, stop);
            return database;
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs one or more statements as one transaction.</summary>
    public Task ExecuteAsync(string sql, CancellationToken stop = default) => ExecuteAsync(ConnectionString, sql, stop);

    /// <summary>The first column of the first row; null when there is no row or it holds NULL.</summary>
    public async Task<object?> ScalarAsync(string sql, CancellationToken stop = default)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync(stop);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(stop) is { } value and not DBNull ? value : null;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await ExecuteAsync(superuser, $"DROP DATABASE IF EXISTS {Name} WITH (FORCE)", CancellationToken.None);
        }
        catch (NpgsqlException cause) when (cause is not PostgresException)
        {
            // A server that was stopped takes its databases with it.
        }
    }

    private static async Task ExecuteAsync(string connectionString, string sql, CancellationToken stop)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(stop);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(stop);
    }
}
