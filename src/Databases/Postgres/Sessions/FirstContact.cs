using Npgsql;

namespace Relata.Databases.Postgres.Sessions;

/// <summary>What the first connection shows about all others.</summary>
/// <param name="IsSession">Whether the connection is a session of the server, and not of a pooler before it.</param>
/// <param name="SearchPath">Where the role looks for names.</param>
/// <param name="IsSystemFirst">Whether it finds the system's own functions and operators before others of the same
/// name.</param>
internal sealed record FirstContact(bool IsSession, string SearchPath, bool IsSystemFirst)
{
    private const string System = "pg_catalog";

    /// <summary>
    /// Asks. A pooler answers a new client before it has a session for it, so it makes up the number of the process,
    /// which then is not the one that answers.
    /// </summary>
    public static async ValueTask<FirstContact> MakeAsync(NpgsqlDataSource source, CancellationToken stop)
    {
        await using var connection = await source.OpenConnectionAsync(stop);
        await using var command = new NpgsqlCommand("""
            SELECT pg_catalog.pg_backend_pid(),
                   pg_catalog.current_setting('search_path'),
                   pg_catalog.array_to_string(pg_catalog.current_schemas(true), ',')
            """, connection);
        await using var rows = await command.ExecuteReaderAsync(stop);
        await rows.ReadAsync(stop);

        // The schema of temporary tables comes first, and is never searched for functions and operators.
        var first = rows.GetString(2).Split(',')
            .SkipWhile(schema => schema.StartsWith("pg_temp", StringComparison.Ordinal))
            .FirstOrDefault();
        return new FirstContact(rows.GetInt32(0) == connection.ProcessID, rows.GetString(1), first == System);
    }
}
