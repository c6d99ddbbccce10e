using Npgsql;
using Relata.Support;

namespace Relata.Scenarios.Stage;

/// <summary>Holds statements up for as long as a test wants, by a lock in the database.</summary>
internal sealed class Gate : IAsyncDisposable
{
    /// <summary>The view <c>gated</c> of one row: reading it waits until the gate is open.</summary>
    public const string View =
        "CREATE VIEW gated AS SELECT 1 AS id, pg_advisory_xact_lock_shared(7)::text AS passed;";

    private readonly NpgsqlConnection holder;

    private Gate(NpgsqlConnection holder) => this.holder = holder;

    /// <summary>Closes the gate of a database.</summary>
    public static async Task<Gate> CloseAsync(PostgresDatabase database, CancellationToken stop)
    {
        var gate = new Gate(new NpgsqlConnection(database.ConnectionString));
        await gate.holder.OpenAsync(stop);
        await gate.ExecuteAsync("SELECT pg_advisory_lock(7)", stop);
        return gate;
    }

    /// <summary>Lets all pass that wait, and all that come.</summary>
    public Task OpenAsync(CancellationToken stop) => ExecuteAsync("SELECT pg_advisory_unlock_all()", stop);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => holder.DisposeAsync();

    private async Task ExecuteAsync(string sql, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(sql, holder);
        await command.ExecuteNonQueryAsync(stop);
    }
}
