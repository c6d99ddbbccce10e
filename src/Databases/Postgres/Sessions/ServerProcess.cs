using Npgsql;

namespace Relata.Databases.Postgres.Sessions;

/// <summary>Tells connections to the server from connections to a pooler before it.</summary>
internal static class ServerProcess
{
    /// <summary>Whether the process that a connection was told of is the one that answers.</summary>
    public static async ValueTask<bool> IsOfAsync(NpgsqlConnection connection, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand("SELECT pg_catalog.pg_backend_pid()", connection);
        return connection.ProcessID.Equals(await command.ExecuteScalarAsync(stop));
    }
}
