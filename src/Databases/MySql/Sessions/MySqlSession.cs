using System.Data.Common;
using System.Globalization;
using Relata.Databases.MySql.Types;
using Relata.Model.Failures;

namespace Relata.Databases.MySql.Sessions;

/// <summary>One connection to MariaDB, for one user at a time.</summary>
internal sealed class MySqlSession : IDisposable
{
    /// <summary>How long a statement that was killed may take to end; then the connection is given up.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private readonly MySqlAddress address;
    private readonly MySqlSessionOptions options;
    private readonly TimeProvider time;
    private readonly MySqlWorker worker = new();
    private readonly DbConnection connection;
    private readonly Dictionary<string, DbCommand> commands = new(StringComparer.Ordinal);
    private bool isRetired;
    private long id;
    private long usedAt;

    private MySqlSession(MySqlAddress address, MySqlSessionOptions options, TimeProvider time)
    {
        (this.address, this.options, this.time) = (address, options, time);
        connection = MySqlDriver.Connect(address);
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

    /// <summary>How long it has done nothing.</summary>
    public TimeSpan Idle => time.GetElapsedTime(usedAt);

    /// <summary>Opens a connection.</summary>
    public static async ValueTask<MySqlSession> OpenAsync(
        MySqlAddress address, MySqlSessionOptions options, TimeProvider time, CancellationToken stop)
    {
        var session = new MySqlSession(address, options, time);
        try
        {
            await session.DoAsync(_ => session.SetUp(), stop);
            return session;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>Does work on the connection's thread and kills its statement when it is not wanted any more.</summary>
    public async ValueTask<T> DoAsync<T>(Func<StatementGuard, T> action, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        using var guard = new StatementGuard(() => Kill(isWhole: false), options.StatementTimeout, time, stop);
        var done = worker.RunAsync(() => action(guard));
        try
        {
            if (!done.IsCompleted) await Task.WhenAny(done, GivenUpAsync(guard, done));
            if (done.IsCompleted || !guard.HasFired) return await done;
            throw stop.IsCancellationRequested
                ? new OperationCanceledException(stop)
                : MySqlFailures.TooSlow.AsException();
        }
        catch (Exception e) when (e is not FailureException and not OperationCanceledException)
        {
            IsBroken |= MySqlFailures.EndsConnection(e);
            if (guard.HasFired && stop.IsCancellationRequested) throw new OperationCanceledException(stop);
            throw guard.HasFired ? MySqlFailures.TooSlow.AsException(e) : MySqlFailures.From(e);
        }
        finally
        {
            // A kill that comes late would meet the statement of somebody else.
            IsBroken |= guard.HasFired;
            usedAt = time.GetTimestamp();
        }
    }

    /// <summary>Runs a statement of Relata's own without values; on the connection's thread.</summary>
    public void Execute(string text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        command.ExecuteNonQuery();
    }

    /// <summary>
    /// Begins a transaction; on the connection's thread. One that only reads has one snapshot. One that writes has one
    /// for each statement, because otherwise the gaps in which it finds nothing would be locked, and who creates the
    /// same row would meet in deadlocks.
    /// </summary>
    public void Begin(bool isReadOnly)
    {
        if (isReadOnly) Execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
        Execute(isReadOnly ? "START TRANSACTION READ ONLY" : "START TRANSACTION");
        IsInTransaction = true;
    }

    /// <summary>Ends a transaction; on the connection's thread.</summary>
    public void End(bool commits)
    {
        if (!IsInTransaction) return;
        IsInTransaction = false;
        Execute(commits ? "COMMIT" : "ROLLBACK");
    }

    /// <summary>
    /// The kept statement with this text for values of these types, or a new one, with its values; on the connection's
    /// thread.
    /// </summary>
    public DbCommand Prepare(string text, params IReadOnlyList<BoundValue> values)
    {
        var name = text + string.Concat(values.Select(value => (char)value.Type));
        if (!commands.TryGetValue(name, out var command)) command = PrepareNew(name, text, values);
        for (var i = 0; i < values.Count; i++) command.Parameters[i].Value = values[i].Value;
        return command;
    }

    /// <summary>Keeps the connection from being lent again: a statement of a caller may have changed it.</summary>
    public void Retire() => isRetired = true;

    /// <summary>A statement that a caller wrote, which is not kept; on the connection's thread.</summary>
    /// <param name="text">Its text; placeholders are <c>?</c>.</param>
    /// <param name="values">Its values in their order.</param>
    public DbCommand PrepareRaw(string text, IReadOnlyList<BoundValue> values)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        foreach (var value in values)
        {
            var parameter = command.CreateParameter();
            (parameter.DbType, parameter.Value) = (value.Type, value.Value);
            command.Parameters.Add(parameter);
        }

        command.Prepare();
        return command;
    }

    /// <summary>Gives the connection up, whatever it does at the moment.</summary>
    public void Abandon()
    {
        IsBroken = true;
        Kill(isWhole: true);
    }

    /// <summary>
    /// Closes the connection. Of one that broke while rows were read the driver waits for more of them, so the server
    /// has to close it, and with it the transaction ends.
    /// </summary>
    public void Dispose()
    {
        if (IsBroken) Kill(isWhole: true);
        _ = worker.RunAsync(() =>
        {
            Close();
            return 0;
        });
        worker.Dispose();
    }

    private DbCommand PrepareNew(string name, string text, IReadOnlyList<BoundValue> values)
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

        command.Prepare();
        commands.Add(name, command);
        return command;
    }

    private int SetUp()
    {
        connection.Open();
        Execute(
            "SET NAMES utf8mb4 COLLATE utf8mb4_nopad_bin, time_zone = '+00:00', "
            + "sql_mode = 'STRICT_ALL_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION', "
            + "tx_isolation = 'READ-COMMITTED', autocommit = 1");
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT CONNECTION_ID()";
        id = Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
        return 0;
    }

    private void Close()
    {
        try
        {
            connection.Dispose();
        }
        catch (Exception e) when (e is DbException or IOException or InvalidOperationException)
        {
            // The server was faster.
        }
    }

    private async Task GivenUpAsync(StatementGuard guard, Task done)
    {
        await Task.WhenAny(guard.Fired, done);
        if (!done.IsCompleted) await Task.WhenAny(done, Task.Delay(Grace, time));
    }

    /// <summary>
    /// A connection that runs a statement hears nothing; another one has to say that it is not wanted.
    /// </summary>
    private void Kill(bool isWhole)
    {
        if (id == 0) return;
        var killer = new Thread(() =>
        {
            try
            {
                using var other = MySqlDriver.Connect(address);
                other.Open();
                using var command = other.CreateCommand();
                command.CommandText = string.Create(
                    CultureInfo.InvariantCulture, $"KILL {(isWhole ? "CONNECTION" : "QUERY")} {id}");
                command.ExecuteNonQuery();
            }
            catch (Exception e) when (e is DbException or IOException or InvalidOperationException)
            {
                // It ended by itself, or the server cannot be reached: then the connection is given up.
            }
        });
        killer.IsBackground = true;
        killer.Start();
    }
}
