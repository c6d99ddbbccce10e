using Npgsql;

namespace Relata.Databases.Postgres.Tests;

/// <summary>Holds statements up: those that ask for the same advisory lock wait until this one is disposed.</summary>
internal sealed class AdvisoryLock : IAsyncDisposable
{
    private readonly NpgsqlConnection connection;
    private readonly int key;

    private AdvisoryLock(NpgsqlConnection connection, int key) => (this.connection, this.key) = (connection, key);

    public static async Task<AdvisoryLock> TakeAsync(NpgsqlConnectionStringBuilder target, int key)
    {
        var connection = new NpgsqlConnection(target.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"SELECT pg_advisory_lock({key})", connection);
        await command.ExecuteNonQueryAsync();
        return new AdvisoryLock(connection, key);
    }

    /// <summary>Returns when somebody waits for the lock.</summary>
    public async Task WaitForOthersAsync(int others = 1)
    {
        var waiting = $"SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = {key} AND NOT granted";
        await using var command = new NpgsqlCommand(waiting, connection);
        while ((long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))! < others)
            await Task.Delay(10, TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
