using System.Globalization;
using MySqlConnector;
using Relata.Support;

namespace Relata.Databases.MySql.Tests;

/// <summary>
/// A database with a name of its own on the server of <c>RELATA_TEST_MYSQL</c>; it is dropped afterwards.
/// </summary>
public sealed class MySqlTestDatabase : IAsyncDisposable
{
    /// <summary>
    /// The quotation marks and backslashes of the standard, in which the scripts of all databases are written; and a
    /// statement may insert a row before the one that it points to.
    /// </summary>
    private const string Standard = "SET sql_mode = 'STRICT_ALL_TABLES,ANSI_QUOTES,NO_BACKSLASH_ESCAPES', time_zone = '+00:00', foreign_key_checks = 0";

    private readonly MySqlConnectionStringBuilder server;
    private readonly string name;

    private MySqlTestDatabase(string server, string name) => (this.name, this.server) = (name, new MySqlConnectionStringBuilder(server)
    {
        Pooling = false, SslMode = MySqlSslMode.None, AllowUserVariables = true, DefaultCommandTimeout = 120,
    });

    /// <summary>A name that no other database has.</summary>
    public static string NewName() => $"relata_{Guid.NewGuid():n}";

    /// <summary>The database as the server takes it.</summary>
    public string Url => string.Create(
        CultureInfo.InvariantCulture, $"mysql://{server.UserID}:{server.Password}@{server.Server}:{server.Port}/{name}");

    /// <summary>Makes a database and runs the script in it.</summary>
    public static async Task<MySqlTestDatabase> CreateAsync(string name, string sql, CancellationToken stop = default)
    {
        var named = Environment.GetEnvironmentVariable("RELATA_TEST_MYSQL");
        if (string.IsNullOrEmpty(named))
            Requirement.Missing("RELATA_TEST_MYSQL names no server: run ./test.sh, or set it to an administrator's connection string.");
        var database = new MySqlTestDatabase(named, name);
        await database.OnServerAsync($"CREATE DATABASE {database.name} CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin", stop);
        try
        {
            if (sql.Length > 0) await database.ExecuteAsync(sql, stop);
            return database;
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <summary>A connection that is not open yet.</summary>
    public MySqlConnection Connect() => new(new MySqlConnectionStringBuilder(server.ToString()) { Database = name }.ToString());

    /// <summary>A connection that reads the quotation marks of the standard.</summary>
    public async Task<MySqlConnection> OpenAsync(CancellationToken stop = default)
    {
        var connection = Connect();
        await connection.OpenAsync(stop);
        await RunAsync(connection, Standard, stop);
        return connection;
    }

    /// <summary>Runs one or more statements, with the quotation marks of the standard.</summary>
    public async Task ExecuteAsync(string sql, CancellationToken stop = default)
    {
        await using var connection = await OpenAsync(stop);
        foreach (var statement in StatementsOf(sql)) await RunAsync(connection, statement, stop);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await OnServerAsync($"DROP DATABASE IF EXISTS {name}", CancellationToken.None);

    /// <summary>
    /// The driver reads a backslash in quotation marks in its own way when it looks for the ends of statements.
    /// </summary>
    private static IEnumerable<string> StatementsOf(string sql) =>
        sql.Split(";\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(text => text.Length > 0);

    private async Task OnServerAsync(string sql, CancellationToken stop)
    {
        await using var connection = new MySqlConnection(server.ToString());
        await connection.OpenAsync(stop);
        await RunAsync(connection, sql, stop);
    }

    private static async Task RunAsync(MySqlConnection connection, string sql, CancellationToken stop)
    {
        await using var command = new MySqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(stop);
    }
}
