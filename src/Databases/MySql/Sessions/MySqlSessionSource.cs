using Relata.Execution;
using Relata.Sql;

namespace Relata.Databases.MySql.Sessions;

/// <summary>Runs scripts on a database of MariaDB.</summary>
/// <param name="address">Where it is.</param>
/// <param name="options">Numbers and times.</param>
/// <param name="time">The clock for all waiting.</param>
public sealed class MySqlSessionSource(MySqlAddress address, MySqlSessionOptions options, TimeProvider time)
    : ISessionSource
{
    private readonly MySqlPool pool = new(address, options, time);

    /// <summary>Runs statements that callers wrote.</summary>
    public IRawSql Raw => new MySqlRawSql(pool);

    /// <summary>Does work on a connection.</summary>
    internal async ValueTask<T> WithAsync<T>(
        Func<MySqlSession, CancellationToken, Task<T>> work, CancellationToken stop)
    {
        var (session, result) = await pool.RentAsync((session, limit) => work(session, limit.Stop), stop);
        pool.Return(session);
        return result;
    }

    /// <inheritdoc/>
    public PreparedScript Prepare(Script script) => new MySqlScript(script);

    /// <inheritdoc/>
    public async ValueTask<Rows> ReadAsync(ScriptRun run, CancellationToken stop)
    {
        run.RequireNoCaller("MariaDB");
        var begins = run.IsConfined || run.Prepared.Script.Statements.Count > 1;
        var (session, (work, hasResult)) = await pool.RentAsync(
            async (session, limit) =>
            {
                var work = new MySqlRun(session, [run], isReadOnly: true);
                if (begins) await session.BeginAsync(isReadOnly: true, limit.Stop);
                return (work, await work.NextResultAsync(limit));
            },
            stop);
        return new MySqlRows(session, work, pool, hasResult);
    }

    /// <inheritdoc/>
    public ITransaction Begin() => new MySqlTransaction(pool);

    /// <inheritdoc/>
    public void ForgetSchema() => pool.CloseIdle();

    /// <inheritdoc/>
    public async ValueTask PingAsync(CancellationToken stop)
    {
        var (session, _) = await pool.RentAsync(
            async (session, limit) =>
            {
                await session.ExecuteAsync("DO 1", limit.Stop);
                return true;
            },
            stop);
        pool.Return(session);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        pool.Dispose();
        return ValueTask.CompletedTask;
    }
}
