using Npgsql;
using NpgsqlTypes;
using Relata.Databases.Postgres.Sessions;
using Relata.Introspection;
using Relata.Model.Failures;

namespace Relata.Databases.Postgres.Catalog;

/// <summary>
/// Asks the catalogue whether it has changed, on a connection of its own; and listens there where the database's owner
/// has made the event trigger <c>relata_schema</c> that notifies of changes (<c>docs/databases/postgres.md</c>).
/// </summary>
/// <remarks>A notification only ends the waiting: it may come too early, twice or not at all.</remarks>
/// <param name="open">Opens a connection that is not pooled.</param>
public sealed class PostgresSchemaWatch(Func<CancellationToken, ValueTask<NpgsqlConnection>> open) : ISchemaWatch
{
    private static readonly string Query = CatalogQuery.Read("mark.sql");

    private NpgsqlConnection? connection;
    private bool isListening;

    /// <inheritdoc/>
    public async ValueTask<string> MarkAsync(IReadOnlyList<string> schemas, CancellationToken stop)
    {
        try
        {
            connection ??= await open(stop);
            var (mark, isTold) = await AskAsync(connection, schemas, stop);
            if (!isTold || isListening || !await ServerProcess.IsOfAsync(connection, stop)) return mark;
            await ListenAsync(connection, stop);

            // What changed before the listening began, nobody tells.
            return (await AskAsync(connection, schemas, stop)).Mark;
        }
        catch (Exception e)
        {
            await LeaveAsync();
            if (e is FailureException) throw;
            throw PostgresFailures.WhileConnecting(e, stop);
        }
    }

    /// <inheritdoc/>
    public async ValueTask WaitAsync(TimeSpan longest, CancellationToken stop)
    {
        if (connection is null || !isListening)
        {
            await Task.Delay(longest, stop);
            return;
        }

        try
        {
            await connection.WaitAsync(longest, stop);
        }
        catch (Exception e) when (e is NpgsqlException or IOException)
        {
            await LeaveAsync();
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => LeaveAsync();

    private static async ValueTask<(string Mark, bool IsTold)> AskAsync(
        NpgsqlConnection connection, IReadOnlyList<string> schemas, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand(Query, connection);
        command.Parameters.Add(new NpgsqlParameter
        {
            Value = schemas.ToArray(),
            NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text,
        });
        await using var rows = await command.ExecuteReaderAsync(stop);
        await rows.ReadAsync(stop);
        return (rows.GetString(0), rows.GetBoolean(1));
    }

    private async ValueTask ListenAsync(NpgsqlConnection session, CancellationToken stop)
    {
        await using var command = new NpgsqlCommand("LISTEN relata_schema", session);
        await command.ExecuteNonQueryAsync(stop);
        isListening = true;
    }

    private async ValueTask LeaveAsync()
    {
        isListening = false;
        if (connection is not { } left) return;
        connection = null;
        await left.DisposeAsync();
    }
}
