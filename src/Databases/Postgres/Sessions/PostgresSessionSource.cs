using System.Data;
using Npgsql;
using Relata.Databases.Postgres.Types;
using Relata.Databases.Postgres.Wire;
using Relata.Execution;
using Relata.Model.Failures;
using Relata.Sql;

namespace Relata.Databases.Postgres.Sessions;

/// <summary>Runs scripts on a PostgreSQL database.</summary>
/// <param name="pool">The connections; disposed with this.</param>
/// <param name="options">The options with which the pool was made.</param>
public sealed class PostgresSessionSource(PostgresPool pool, PostgresSessionOptions options) : ISessionSource
{
    private static readonly TimeSpan LongestPing = TimeSpan.FromSeconds(5);
    private static readonly PostgresScript Ping = new(new Script([new Statement("SELECT 1", [])], Layout: null));

    private readonly StatementDeadlines deadlines = new(options.StatementTimeout);
    private readonly AbandonedStatements abandoned = new(pool);
    private readonly Lock opening = new();
    private WireReads? wire;

    /// <summary>Counts which way reads went.</summary>
    internal ReadPaths Paths { get; } = new();

    /// <inheritdoc/>
    public PreparedScript Prepare(Script script) => new PostgresScript(script);

    /// <inheritdoc/>
    public async ValueTask<Rows> ReadAsync(ScriptRun run, CancellationToken stop)
    {
        CallerStatement.Require(run.Caller);
        if ((wire ?? OpenWire()) is { } open && await open.ReadAsync(run, stop) is { } rows) return rows;
        Paths.Driver();
        return await ReadByDriverAsync(run, stop);
    }

    /// <inheritdoc/>
    public ITransaction Begin() => new PostgresTransaction(this, deadlines);

    /// <inheritdoc/>
    /// <remarks>
    /// A prepared statement keeps the types that its parameters had. Connections in use are closed when they come back.
    /// </remarks>
    public void ForgetSchema()
    {
        wire?.ForgetSchema();
        pool.Clear();
    }

    /// <inheritdoc/>
    public async ValueTask PingAsync(CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(LongestPing);
        try
        {
            await using var rows = await ReadByDriverAsync(new ScriptRun(Ping, []), limit.Token);
        }
        catch (OperationCanceledException cause)
        {
            throw PostgresFailures.WhileConnecting(cause, stop);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (wire is not null) await wire.DisposeAsync();
        await pool.DisposeAsync();
    }

    /// <summary>Runs scripts in a transaction that begins with them, on a connection that is kept.</summary>
    internal ValueTask<(NpgsqlConnection Connection, PostgresRows Rows)> BeginAsync(
        IReadOnlyList<ScriptRun> runs, CancellationToken stop)
    {
        CallerStatement.Require(runs[0].Caller);
        return StartAsync(
            runs,
            static (connection, runs) => PostgresCommand.InTransaction(connection, runs, begins: true),
            ResultsOf(runs),
            PostgresAccess.Primary,
            keepsConnection: true,
            runs[^1].MayChangeSession,
            runs[^1].Timeout,
            stop);
    }

    /// <summary>Runs scripts in the transaction that is open on a connection.</summary>
    internal async ValueTask<PostgresRows> ContinueAsync(
        NpgsqlConnection connection, IReadOnlyList<ScriptRun> runs, CancellationToken stop)
    {
        var session = PostgresSession.Of(connection);
        var command = PostgresCommand.InTransaction(connection, runs, begins: false);
        try
        {
            var reader = await ExecuteAsync(command, runs[^1].Timeout, stop);
            return new PostgresRows(connection, command, reader, ResultsOf(runs), deadlines, keepsConnection: true);
        }
        catch (Exception cause)
        {
            await PreparedPlans.ForgetAsync(connection, command, cause);
            EndIfAbandoned(connection, session, cause);
            throw PostgresFailures.WhileRunning(cause, stop);
        }
    }

    /// <summary>The way beside the driver; null until it is known that there is one.</summary>
    private WireReads? OpenWire()
    {
        if (pool.Wire is not { } target) return null;
        lock (opening)
        {
            return wire ??= new WireReads(
                target, pool.Shares, deadlines, options.StatementTimeout, abandoned, Paths, options.Time);
        }
    }

    private async ValueTask<Rows> ReadByDriverAsync(ScriptRun run, CancellationToken stop) =>
        (await StartAsync(
            run,
            static (connection, run) => PostgresCommand.ForReading(connection, run),
            ((PostgresScript)run.Prepared).Results,
            run.NeedsPrimary ? PostgresAccess.Primary : PostgresAccess.StandbyFirst,
            keepsConnection: false,
            run.MayChangeSession,
            run.Timeout,
            stop)).Rows;

    /// <summary>
    /// Runs once more when nothing was read yet and the reason was not the statement: the connection had died while it
    /// was idle, or the tables have changed under a prepared statement. Nothing is committed at this point, so nothing
    /// happens twice. What a standby could not do, the primary gets.
    /// </summary>
    private async ValueTask<(NpgsqlConnection Connection, PostgresRows Rows)> StartAsync<TWork>(
        TWork work,
        Func<NpgsqlConnection, TWork, PostgresCommand> build,
        RowReaders[] results,
        PostgresAccess access,
        bool keepsConnection,
        bool mayChange,
        TimeSpan? limit,
        CancellationToken stop)
    {
        NpgsqlConnection? connection = null;
        for (var isFirst = true; ; isFirst = false)
        {
            connection ??= await OpenAsync(access, mayChange, stop);
            var session = PostgresSession.Of(connection);
            PostgresCommand command = default;
            try
            {
                command = build(connection, work);
                var reader = await ExecuteAsync(command, limit, stop);
                return (connection, new PostgresRows(connection, command, reader, results, deadlines, keepsConnection));
            }
            catch (Exception cause)
            {
                var mayRepeat = isFirst && !stop.IsCancellationRequested;
                var isRepeated = mayRepeat && MayRepeat(connection, cause);
                var refusal = command.RefusalOfCaller(cause);
                var isMoved = mayRepeat && MayMove(access, cause, refusal);
                await PreparedPlans.ForgetAsync(connection, command, cause);
                if (isRepeated && !isMoved && connection.State == ConnectionState.Open) continue;
                EndIfAbandoned(connection, session, cause);
                await connection.DisposeAsync();
                if (!isRepeated && !isMoved)
                    throw refusal?.AsException(cause) ?? PostgresFailures.WhileRunning(cause, stop);

                // What ended this connection has often ended those that are idle as well.
                if (!isMoved) pool.Clear();
                if (access == PostgresAccess.StandbyFirst) access = PostgresAccess.PrimaryFirst;
                connection = null;
            }
        }
    }

    private void EndIfAbandoned(NpgsqlConnection connection, PostgresSession session, Exception cause)
    {
        if (connection.State != ConnectionState.Open && PostgresFailures.IsCancellation(cause)) abandoned.End(session);
    }

    private static RowReaders[] ResultsOf(IReadOnlyList<ScriptRun> runs) =>
        [.. runs.SelectMany(run => ((PostgresScript)run.Prepared).Results)];

    private async ValueTask<NpgsqlConnection> OpenAsync(
        PostgresAccess access, bool mayChange, CancellationToken stop)
    {
        try
        {
            return await pool.OpenAsync(access, mayChange, stop);
        }
        catch (Exception cause) when (cause is not FailureException)
        {
            throw PostgresFailures.WhileConnecting(cause, stop);
        }
    }

    private async ValueTask<NpgsqlDataReader> ExecuteAsync(
        PostgresCommand command, TimeSpan? limit, CancellationToken stop)
    {
        var deadline = limit is { } own ? deadlines.Start(own, stop) : deadlines.Start(stop);
        try
        {
            return await command.ExecuteAsync(deadline.Token);
        }
        finally
        {
            deadlines.End(deadline);
        }
    }

    /// <summary>A standby may have yet to hear of a role, too.</summary>
    private bool MayMove(PostgresAccess access, Exception cause, Failure? refusal) =>
        pool.HasSeveralHosts
        && access == PostgresAccess.StandbyFirst
        && cause is PostgresException error
        && (SqlStates.MayBeOfStandby(error.SqlState) || refusal is not null)
        && !SqlStates.IsRaised(error);

    private static bool MayRepeat(NpgsqlConnection connection, Exception cause) =>
        PreparedPlans.MayBeStale(cause)
        || (connection.State != ConnectionState.Open && PostgresFailures.IsLostConnection(cause));
}
