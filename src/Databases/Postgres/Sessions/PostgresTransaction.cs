using Npgsql;
using Relata.Execution;

namespace Relata.Databases.Postgres.Sessions;

/// <summary>A transaction on one connection, from its first run to its end.</summary>
/// <param name="source">Runs its scripts.</param>
/// <param name="deadlines">The deadlines of statements.</param>
internal sealed class PostgresTransaction(PostgresSessionSource source, StatementDeadlines deadlines) : ITransaction
{
    private NpgsqlConnection? connection;
    private PostgresRows? last;
    private bool isMoving;

    /// <inheritdoc/>
    public async ValueTask<Rows> RunAsync(IReadOnlyList<ScriptRun> runs, CancellationToken stop)
    {
        await EndLastAsync(stop);
        if (connection is null) (connection, last) = await source.BeginAsync(runs, stop);
        else last = await source.ContinueAsync(connection, runs, stop);
        isMoving = false;
        return last;
    }

    /// <inheritdoc/>
    public ValueTask CommitAsync(CancellationToken stop) => EndAsync("COMMIT", stop);

    /// <summary>
    /// Deferred constraints are checked when they become immediate
    /// (https://www.postgresql.org/docs/current/sql-set-constraints.html).
    /// </summary>
    public async ValueTask RehearseAsync(CancellationToken stop)
    {
        await EndAsync("SET CONSTRAINTS ALL IMMEDIATE", stop);
        await EndAsync("ROLLBACK", stop);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (last is not null) await last.DisposeAsync();

        // What is left of the transaction is rolled back by the driver.
        if (connection is not null) await connection.DisposeAsync();
    }

    private async ValueTask EndAsync(string statement, CancellationToken stop)
    {
        await EndLastAsync(stop);
        if (connection is not null) await ExecuteAsync(connection, statement, stop);
        isMoving = false;
    }

    private async ValueTask ExecuteAsync(NpgsqlConnection open, string statement, CancellationToken stop)
    {
        var deadline = deadlines.Start(stop);
        try
        {
            await using var command = new NpgsqlCommand(statement, open);
            await command.ExecuteNonQueryAsync(deadline.Token);
        }
        catch (Exception cause)
        {
            throw PostgresFailures.WhileCommitting(cause, stop);
        }
        finally
        {
            deadlines.End(deadline);
        }
    }

    /// <summary>Refuses to go on after a failure: a failed transaction is "committed" without an error.</summary>
    private async ValueTask EndLastAsync(CancellationToken stop)
    {
        if (isMoving) throw new InvalidOperationException("A transaction that failed does not go on.");
        isMoving = true;
        if (last is null) return;
        await last.EndAsync(stop);
        await last.DisposeAsync();
        last = null;
    }
}
