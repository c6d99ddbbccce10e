using Npgsql;
using Relata.Support;

namespace Relata.Scenarios.Stage;

/// <summary>A row of the table <c>tag</c> whose transaction is open: whoever inserts its key waits.</summary>
internal sealed class HeldRow : IAsyncDisposable
{
    private readonly PostgresDatabase database;
    private readonly NpgsqlConnection holder;

    private HeldRow(PostgresDatabase database, NpgsqlConnection holder) =>
        (this.database, this.holder) = (database, holder);

    /// <summary>Inserts it and leaves the transaction open.</summary>
    public static async Task<HeldRow> InsertAsync(PostgresDatabase database, int id, CancellationToken stop)
    {
        var holder = new NpgsqlConnection(database.ConnectionString);
        await holder.OpenAsync(stop);
        await using var insert = new NpgsqlCommand($"BEGIN; INSERT INTO tag VALUES ({id})", holder);
        await insert.ExecuteNonQueryAsync(stop);
        return new HeldRow(database, holder);
    }

    /// <summary>Returns when somebody waits for it.</summary>
    public Task UntilAwaitedAsync(CancellationToken stop) =>
        Poll.UntilAsync(async () => await WaitingAsync(stop) > 0, stop: stop, what: "somebody who waits for the row");

    /// <summary>Returns when nobody waits for it.</summary>
    public Task UntilNobodyWaitsAsync(CancellationToken stop) =>
        Poll.UntilAsync(async () => await WaitingAsync(stop) == 0, stop: stop, what: "nobody who waits for the row");

    /// <summary>Undoes the transaction.</summary>
    public async Task RemoveAsync(CancellationToken stop)
    {
        await using var rollback = new NpgsqlCommand("ROLLBACK", holder);
        await rollback.ExecuteNonQueryAsync(stop);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => holder.DisposeAsync();

    private async Task<long> WaitingAsync(CancellationToken stop) => (long)(await database.ScalarAsync(
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'transactionid'",
        stop)).ShouldNotBeNull();
}
