using System.Data;
using System.Data.Common;
using System.Globalization;
using Relata.Databases.Contract.Functions;
using Relata.Databases.MySql.Types;
using Relata.Model.Failures;

namespace Relata.Databases.MySql.Sessions;

/// <summary>One connection to MariaDB, for one user at a time.</summary>
internal sealed class MySqlSession
{
    private const string SetUp =
        "SET NAMES utf8mb4 COLLATE utf8mb4_nopad_bin, time_zone = '+00:00', "
        + "sql_mode = 'STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_VALUE_ON_ZERO,NO_ENGINE_SUBSTITUTION', "
        + "tx_isolation = 'READ-COMMITTED', autocommit = 1";

    private readonly MySqlSessionOptions options;
    private readonly TimeProvider time;
    private readonly DbConnection connection;
    private readonly Dictionary<string, DbCommand> commands = new(StringComparer.Ordinal);
    private DbCommand? running;
    private bool isRetired;
    private bool isAbandoned;

    private MySqlSession(MySqlAddress address, MySqlSessionOptions options, TimeProvider time)
    {
        (this.options, this.time) = (options, time);
        connection = MySqlDriver.Connect(address, options);
    }

    /// <summary>Whether the connection had better not be used again.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>
    /// Whether it has prepared as many statements as a connection may keep: the driver lets go of them with the
    /// connection only.
    /// </summary>
    public bool IsWorn => isRetired || commands.Count >= options.KeptStatements;

    /// <summary>Whether a transaction is open.</summary>
    public bool IsInTransaction { get; private set; }

    /// <summary>Opens a connection.</summary>
    public static async ValueTask<MySqlSession> OpenAsync(
        MySqlAddress address, MySqlSessionOptions options, TimeProvider time, CancellationToken stop)
    {
        var session = new MySqlSession(address, options, time);
        try
        {
            await session.DoAsync(session.OpenAsync, stop);
            return session;
        }
        catch
        {
            session.Close();
            throw;
        }
    }

    /// <summary>Does work within the limit of a statement; errors become failures.</summary>
    public async ValueTask<T> DoAsync<T>(Func<StatementLimit, Task<T>> action, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        using var limit = new StatementLimit(options.StatementTimeout, time, stop);
        try
        {
            return await action(limit).WaitAsync(limit.Over);
        }
        catch (Exception e) when (e is not (FailureException or SqlRejectedException))
        {
            IsBroken |= MySqlFailures.EndsConnection(e) || connection.State != ConnectionState.Open;
            if (limit.IsReached && stop.IsCancellationRequested) throw new OperationCanceledException(stop);
            throw limit.IsReached ? MySqlFailures.TooSlow.AsException(e) : MySqlFailures.From(e);
        }
        finally
        {
            // What was told to end may still hear of it, and would then end the work of somebody else.
            IsBroken |= limit.IsReached;
        }
    }

    /// <summary>Runs a statement of Relata's own without values.</summary>
    public async Task ExecuteAsync(string text, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = text;
        await command.ExecuteNonQueryAsync(stop);
    }

    /// <summary>
    /// Begins a transaction. One that only reads has one snapshot. One that writes has one for each statement, because
    /// otherwise the gaps in which it finds nothing would be locked, and who creates the same row would meet in
    /// deadlocks.
    /// </summary>
    public async Task BeginAsync(bool isReadOnly, CancellationToken stop)
    {
        if (isReadOnly) await ExecuteAsync("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ", stop);
        await ExecuteAsync(isReadOnly ? "START TRANSACTION READ ONLY" : "START TRANSACTION", stop);
        IsInTransaction = true;
    }

    /// <summary>Ends a transaction.</summary>
    public async Task EndAsync(bool commits, CancellationToken stop)
    {
        if (!IsInTransaction) return;
        IsInTransaction = false;
        await ExecuteAsync(commits ? "COMMIT" : "ROLLBACK", stop);
    }

    /// <summary>
    /// Runs the kept statement with this text for values of these types, or a new one, with its values.
    /// </summary>
    public async Task<DbDataReader> ReadAsync(string text, IReadOnlyList<BoundValue> values, CancellationToken stop)
    {
        var name = text + string.Concat(values.Select(value => (char)value.Type));
        if (!commands.TryGetValue(name, out var command)) command = await PrepareAsync(name, text, values, stop);
        for (var i = 0; i < values.Count; i++) command.Parameters[i].Value = values[i].Value;
        running = command;
        return await command.ExecuteReaderAsync(stop);
    }

    /// <summary>Keeps the connection from being lent again: SQL that is not our own may have changed it.</summary>
    public void Retire() => isRetired = true;

    /// <summary>Runs a statement that a caller wrote, which is not kept.</summary>
    /// <param name="text">Its text; placeholders are <c>?</c>.</param>
    /// <param name="values">Its values in their order.</param>
    /// <param name="stop">Gives up.</param>
    public async Task<DbDataReader> ReadRawAsync(string text, IReadOnlyList<BoundValue> values, CancellationToken stop)
    {
        var command = Raw(text, values);
        await command.PrepareAsync(stop);
        running = command;
        return await command.ExecuteReaderAsync(stop);
    }

    /// <summary>Prepares a statement without running it.</summary>
    public async Task CheckAsync(string text, IReadOnlyList<BoundValue> values, CancellationToken stop)
    {
        await using var command = Raw(text, values);
        await command.PrepareAsync(stop);
    }

    /// <summary>Gives the connection up while rows are on their way: the server is told to end the statement.</summary>
    public void Abandon() => isAbandoned = IsBroken = true;

    /// <summary>
    /// Closes the connection, in the background: where the network is silent that takes its time. The driver reads the
    /// rows that are on their way to their end, so the server has to end them first.
    /// </summary>
    public void Close() => _ = Task.Run(async () =>
    {
        try
        {
            if (isAbandoned) running!.Cancel();
            await connection.DisposeAsync();
        }
        catch (Exception e) when (e is DbException or IOException or InvalidOperationException)
        {
            // The server was faster, or is not there.
        }
    });

    private DbCommand Raw(string text, IReadOnlyList<BoundValue> values)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        foreach (var value in values)
        {
            var parameter = command.CreateParameter();
            (parameter.DbType, parameter.Value) = (value.Type, value.Value);
            command.Parameters.Add(parameter);
        }

        return command;
    }

    private async Task<DbCommand> PrepareAsync(
        string name, string text, IReadOnlyList<BoundValue> values, CancellationToken stop)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        for (var i = 0; i < values.Count; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"@p{i}");
            parameter.DbType = values[i].Type;
            command.Parameters.Add(parameter);
        }

        await command.PrepareAsync(stop);
        commands.Add(name, command);
        return command;
    }

    private async Task<bool> OpenAsync(StatementLimit limit)
    {
        await connection.OpenAsync(limit.Stop);
        MySqlVersion.Check(connection.ServerVersion);
        await ExecuteAsync(SetUp, limit.Stop);
        return true;
    }
}
