using Npgsql;

namespace Relata.Databases.Postgres.Sessions;

/// <summary>Ends statements that nobody waits for any more and that have not heard their cancellation.</summary>
/// <remarks>
/// A cancellation may have no effect (manual, "Canceling Requests in Progress"): the server passes over one that
/// arrives between two messages of a statement. The driver then gives its connection up, and a server that computes
/// does not notice that (manual, <c>client_connection_check_interval</c>): the statement would run to its end, beside
/// the pool.
/// </remarks>
/// <param name="pool">Where a connection to speak on comes from.</param>
internal sealed class AbandonedStatements(PostgresPool pool)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Ends what a server does for a connection that is given up; nobody waits for that.</summary>
    public void End(PostgresSession session)
    {
        // A pooler gives its session up together with the connection.
        if (pool.IsDirect) _ = EndAsync(session);
    }

    private async Task EndAsync(PostgresSession session)
    {
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            // The other conditions are for a number that has gone to another process.
            await using var connection = pool.Beside(session);
            await connection.OpenAsync(limit.Token);
            await using var command = new NpgsqlCommand("""
                SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                WHERE pid = $1 AND state <> 'idle' AND datname = current_database() AND usename = session_user
                AND application_name = current_setting('application_name')
                """, connection);
            command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = session.Process });
            await command.ExecuteNonQueryAsync(limit.Token);
        }
        catch (Exception e) when (e is NpgsqlException or OperationCanceledException or ObjectDisposedException)
        {
            // The database is away, and its statements with it; or this server ends.
        }
    }
}
