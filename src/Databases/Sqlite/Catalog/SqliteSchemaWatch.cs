using Microsoft.Data.Sqlite;
using Relata.Databases.Sqlite.Sessions;
using Relata.Introspection;

namespace Relata.Databases.Sqlite.Catalog;

/// <summary>Looks whether the schema of a SQLite file has changed.</summary>
/// <remarks>
/// Why not <c>PRAGMA schema_version</c>? Another file in the place of this one may have the same number. The text of a
/// schema is short, and SQLite reads it anyway when it opens a file.
/// </remarks>
/// <param name="connectionString">Where the file is.</param>
/// <param name="time">The clock.</param>
public sealed class SqliteSchemaWatch(string connectionString, TimeProvider time) : ISchemaWatch
{
    /// <inheritdoc/>
    public async ValueTask<string> MarkAsync(IReadOnlyList<string> schemas, CancellationToken stop)
    {
        try
        {
            await using var connection = new SqliteConnection(connectionString);
            await connection.OpenAsync(stop);
            await using var command = connection.CreateCommand();
            command.CommandText =
                "SELECT coalesce(group_concat(type || ' ' || name || ' ' || coalesce(sql, ''), ';'), '') FROM " +
                "main.sqlite_master";
            return (string)(await command.ExecuteScalarAsync(stop))!;
        }
        catch (SqliteException e)
        {
            throw SqliteFailures.From(e);
        }
    }

    /// <inheritdoc/>
    public async ValueTask WaitAsync(TimeSpan longest, CancellationToken stop) => await Task.Delay(longest, time, stop);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
