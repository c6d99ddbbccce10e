using Microsoft.Data.Sqlite;

namespace Relata.Support;

/// <summary>A SQLite database in a file of its own, made out of SQL text and removed afterwards.</summary>
public sealed class SqliteFile : IDisposable
{
    private readonly TemporaryFolder folder = new();

    static SqliteFile() => SQLitePCL.Batteries_V2.Init();

    private SqliteFile()
    {
    }

    /// <summary>The absolute path of the database file.</summary>
    public string Path => folder.File("test.db");

    /// <summary>The database as the server takes it: <c>sqlite:path</c>.</summary>
    public string Url => $"sqlite:{Path}";

    /// <summary>The database as the driver takes it; unpooled, so that nothing keeps the file open.</summary>
    public string ConnectionString => new SqliteConnectionStringBuilder { DataSource = Path, Pooling = false }.ConnectionString;

    /// <summary>Makes a database and runs the script in it.</summary>
    public static async Task<SqliteFile> CreateAsync(string sql, CancellationToken stop = default)
    {
        var file = new SqliteFile();
        try
        {
            await file.ExecuteAsync(sql, stop);
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Runs one or more statements.</summary>
    public async Task ExecuteAsync(string sql, CancellationToken stop = default)
    {
        await using var connection = await OpenAsync(stop);
        await using var command = new SqliteCommand(sql, connection);
        await command.ExecuteNonQueryAsync(stop);
    }

    /// <summary>The first column of the first row; null when there is no row or it holds NULL.</summary>
    public async Task<object?> ScalarAsync(string sql, CancellationToken stop = default)
    {
        await using var connection = await OpenAsync(stop);
        await using var command = new SqliteCommand(sql, connection);
        return await command.ExecuteScalarAsync(stop) is { } value and not DBNull ? value : null;
    }

    /// <inheritdoc/>
    public void Dispose() => folder.Dispose();

    private async Task<SqliteConnection> OpenAsync(CancellationToken stop)
    {
        var connection = new SqliteConnection(ConnectionString);
        await connection.OpenAsync(stop);
        return connection;
    }
}
