using System.Data;
using Npgsql;
using Relata.Databases.Postgres.Types;
using Relata.Execution;
using Relata.Sql;

namespace Relata.Databases.Postgres.Sessions;

/// <summary>Runs scripts on a PostgreSQL database.</summary>
/// <param name="source">The pool, from <see cref="PostgresDataSource"/>; disposed with this.</param>
/// <param name="options">The options with which the pool was made.</param>
public sealed class PostgresSessionSource(NpgsqlDataSource source, PostgresSessionOptions options) : ISessionSource
{
    private static readonly TimeSpan LongestPing = TimeSpan.FromSeconds(5);
    private static readonly PostgresScript Ping = new(new Script([new Statement("SELECT 1", [])], Layout: null));

    private readonly StatementDeadlines deadlines = new(options.StatementTimeout);
    private readonly AbandonedStatements abandoned = new(source);

    /// <inheritdoc/>
    public PreparedScript Prepare(Script script) => new PostgresScript(script);

    /// <inheritdoc/>
    public async ValueTask<Rows> ReadAsync(ScriptRun run, CancellationToken stop) =>
        (await StartAsync(
            run,
            static (connection, run) => PostgresCommand.ForReading(connection, run),
            ((PostgresScript)run.Prepared).Results,
            keepsConnection: false,
            stop)).Rows;

    /// <inheritdoc/>
    public ITransaction Begin() => new PostgresTransaction(this, deadlines);

    /// <inheritdoc/>
    /// <remarks>
    /// A prepared statement keeps the types that its parameters had. Connections in use are closed when they come back.
    /// </remarks>
    public void ForgetSchema() => source.Clear();

    /// <inheritdoc/>
    public async ValueTask PingAsync(CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(LongestPing);
        try
        {
            await using var rows = await ReadAsync(new ScriptRun(Ping, []), limit.Token);
        }
        catch (OperationCanceledException cause)
        {
            throw PostgresFailures.WhileConnecting(cause, stop);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => source.DisposeAsync();

    /// <summary>Runs scripts in a transaction that begins with them, on a connection that is kept.</summary>
    internal ValueTask<(NpgsqlConnection Connection, PostgresRows Rows)> BeginAsync(
        IReadOnlyList<ScriptRun> runs, CancellationToken stop) =>
        StartAsync(
            runs,
            static (connection, runs) => PostgresCommand.InTransaction(connection, runs, begins: true),
            ResultsOf(runs),
            keepsConnection: true,
            stop);

    /// <summary>Runs scripts in the transaction that is open on a connection.</summary>
    internal async ValueTask<PostgresRows> ContinueAsync(
        NpgsqlConnection connection, IReadOnlyList<ScriptRun> runs, CancellationToken stop)
    {
        var process = connection.ProcessID;
        var command = PostgresCommand.InTransaction(connection, runs, begins: false);
        try
        {
            var reader = await ExecuteAsync(command, stop);
            return new PostgresRows(connection, command, reader, ResultsOf(runs), deadlines, keepsConnection: true);
        }
        catch (Exception cause)
        {
            await PreparedPlans.ForgetAsync(connection, command, cause);
            EndIfAbandoned(connection, process, cause);
            throw PostgresFailures.WhileRunning(cause, stop);
        }
    }

    /// <summary>
    /// Runs once more when nothing was read yet and the reason was not the statement: the connection had died while it
    /// was idle, or the tables have changed under a prepared statement. Nothing is committed at this point, so nothing
    /// happens twice.
    /// </summary>
    private async ValueTask<(NpgsqlConnection Connection, PostgresRows Rows)> StartAsync<TWork>(
        TWork work,
        Func<NpgsqlConnection, TWork, PostgresCommand> build,
        CellReader[][] results,
        bool keepsConnection,
        CancellationToken stop)
    {
        NpgsqlConnection? connection = null;
        for (var isFirst = true; ; isFirst = false)
        {
            connection ??= await OpenAsync(stop);
            var process = connection.ProcessID;
            PostgresCommand command = default;
            try
            {
                command = build(connection, work);
                var reader = await ExecuteAsync(command, stop);
                return (connection, new PostgresRows(connection, command, reader, results, deadlines, keepsConnection));
            }
            catch (Exception cause)
            {
                var isRepeated = isFirst && !stop.IsCancellationRequested && MayRepeat(connection, cause);
                await PreparedPlans.ForgetAsync(connection, command, cause);
                if (isRepeated && connection.State == ConnectionState.Open) continue;
                EndIfAbandoned(connection, process, cause);
                await connection.DisposeAsync();
                if (!isRepeated) throw PostgresFailures.WhileRunning(cause, stop);

                // What ended this connection has often ended those that are idle as well.
                source.Clear();
                connection = null;
            }
        }
    }

    private void EndIfAbandoned(NpgsqlConnection connection, int process, Exception cause)
    {
        if (connection.State != ConnectionState.Open && PostgresFailures.IsCancellation(cause)) abandoned.End(process);
    }

    private static CellReader[][] ResultsOf(IReadOnlyList<ScriptRun> runs) =>
        [.. runs.SelectMany(run => ((PostgresScript)run.Prepared).Results)];

    private async ValueTask<NpgsqlConnection> OpenAsync(CancellationToken stop)
    {
        try
        {
            return await source.OpenConnectionAsync(stop);
        }
        catch (Exception cause)
        {
            throw PostgresFailures.WhileConnecting(cause, stop);
        }
    }

    private async ValueTask<NpgsqlDataReader> ExecuteAsync(PostgresCommand command, CancellationToken stop)
    {
        var deadline = deadlines.Start(stop);
        try
        {
            return await command.ExecuteAsync(deadline.Token);
        }
        finally
        {
            deadlines.End(deadline);
        }
    }

    private static bool MayRepeat(NpgsqlConnection connection, Exception cause) =>
        PreparedPlans.MayBeStale(cause)
        || (connection.State != ConnectionState.Open && PostgresFailures.IsLostConnection(cause));
}
