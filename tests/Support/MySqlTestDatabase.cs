using System.Globalization;
using MySqlConnector;

namespace Relata.Support;

/// <summary>
/// A database with a name of its own on a running MariaDB, that of <c>RELATA_TEST_MYSQL</c> unless another is named; it
/// is dropped afterwards.
/// </summary>
public sealed class MySqlTestDatabase : IAsyncDisposable
{
    /// <summary>
    /// The quotation marks and backslashes of the standard, in which the scripts of all databases are written; and a
    /// statement may insert a row before the one that it points to.
    /// </summary>
    private const string Standard = "SET sql_mode = 'STRICT_ALL_TABLES,ANSI_QUOTES,NO_BACKSLASH_ESCAPES', time_zone = '+00:00', foreign_key_checks = 0";

    private readonly MySqlConnectionStringBuilder server;

    private MySqlTestDatabase(string server, string name) => (Name, this.server) = (name, new MySqlConnectionStringBuilder(server)
    {
        Pooling = false, SslMode = MySqlSslMode.None, AllowUserVariables = true, DefaultCommandTimeout = 120,
    });

    /// <summary>A name that no other database has.</summary>
    public static string NewName() => $"relata_{Guid.NewGuid():n}";

    /// <summary>The database's name, which needs no quoting.</summary>
    public string Name { get; }

    /// <summary>The database as the server takes it.</summary>
    public string Url => string.Create(
        CultureInfo.InvariantCulture, $"mysql://{server.UserID}:{server.Password}@{server.Server}:{server.Port}/{Name}");

    /// <summary>Makes a database with a name of its own and runs the script in it.</summary>
    /// <param name="sql">Its statements, each with a semicolon at the end of its last line.</param>
    /// <param name="stop">Gives up.</param>
    /// <remarks>Where no server is named the test is skipped; where <c>CI</c> is set it fails.</remarks>
    public static Task<MySqlTestDatabase> CreateAsync(string sql, CancellationToken stop = default) =>
        CreateAsync(NewName(), sql, stop);

    /// <summary>Makes a database and runs the script in it.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="sql">Its statements, each with a semicolon at the end of its last line.</param>
    /// <param name="stop">Gives up.</param>
    public static Task<MySqlTestDatabase> CreateAsync(string name, string sql, CancellationToken stop = default)
    {
        var named = Environment.GetEnvironmentVariable("RELATA_TEST_MYSQL");
        if (string.IsNullOrEmpty(named))
            Requirement.Missing("RELATA_TEST_MYSQL names no server: run ./test.sh, or set it to an administrator's connection string.");
        return CreateOnAsync(named, name, sql, stop);
    }

    /// <summary>Makes a database on a server and runs the script in it.</summary>
    /// <param name="server">A connection string of somebody who may create databases.</param>
    /// <param name="name">Its name.</param>
    /// <param name="sql">Its statements, each with a semicolon at the end of its last line.</param>
    /// <param name="stop">Gives up.</param>
    public static async Task<MySqlTestDatabase> CreateOnAsync(string server, string name, string sql, CancellationToken stop)
    {
        var database = new MySqlTestDatabase(server, name);
        await database.OnServerAsync($"CREATE DATABASE {database.Name} CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin", stop);
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
    public MySqlConnection Connect() => new(new MySqlConnectionStringBuilder(server.ToString()) { Database = Name }.ToString());

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

    /// <summary>The first column of the first row; null when there is no row or it holds NULL.</summary>
    public async Task<object?> ScalarAsync(string sql, CancellationToken stop = default)
    {
        await using var connection = await OpenAsync(stop);
        await using var command = new MySqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(stop) is { } value and not DBNull ? value : null;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await OnServerAsync($"DROP DATABASE IF EXISTS {Name}", CancellationToken.None);
        }
        catch (MySqlException cause) when (cause.ErrorCode == MySqlErrorCode.UnableToConnectToHost)
        {
            // A server that was stopped takes its databases with it.
        }
    }

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
