using MySqlConnector;
using Relata.Support;

namespace Relata.Scenarios.Stage;

/// <summary>Holds statements of MariaDB up for as long as a test wants, by a lock on a table.</summary>
internal sealed class MariaDbGate : IAsyncDisposable
{
    /// <summary>The table <c>gated</c> of one row: reading it waits until the gate is open.</summary>
    public const string Table = "CREATE TABLE gated (id int PRIMARY KEY);\nINSERT INTO gated VALUES (1);\n";

    /// <summary>Counts those who wait, in terms of <c>PROCESSLIST</c>.</summary>
    public const string Waiting = "STATE LIKE 'Waiting for table%'";

    private readonly MySqlConnection holder;

    private MariaDbGate(MySqlConnection holder) => this.holder = holder;

    /// <summary>Closes the gate of a database.</summary>
    public static async Task<MariaDbGate> CloseAsync(MySqlTestDatabase database, CancellationToken stop)
    {
        var gate = new MariaDbGate(await database.OpenAsync(stop));
        await gate.ExecuteAsync("LOCK TABLES gated WRITE", stop);
        return gate;
    }

    /// <summary>Lets all pass that wait, and all that come.</summary>
    public Task OpenAsync(CancellationToken stop) => ExecuteAsync("UNLOCK TABLES", stop);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => holder.DisposeAsync();

    private async Task ExecuteAsync(string sql, CancellationToken stop)
    {
        await using var command = new MySqlCommand(sql, holder);
        await command.ExecuteNonQueryAsync(stop);
    }
}
