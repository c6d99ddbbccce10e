using Npgsql;

namespace Relata.Databases.Postgres.Sessions;

/// <summary>The pooled connections to a database: to one server, or to a primary and its standbys.</summary>
/// <param name="connection">Where the database is and who asks.</param>
/// <param name="options">Numbers and times.</param>
/// <param name="pooler">What stands between here and the server.</param>
public sealed class PostgresPool(
    NpgsqlConnectionStringBuilder connection,
    PostgresSessionOptions options,
    PostgresPooler pooler = PostgresPooler.Unknown) : IAsyncDisposable
{
    private readonly SemaphoreSlim choosing = new(1);
    private volatile NpgsqlDataSource? chosen;

    /// <summary>Whether there are several servers, so that another may do what one cannot.</summary>
    internal bool HasSeveralHosts { get; } = connection.Host!.Contains(',', StringComparison.Ordinal);

    /// <summary>Whether connections are sessions of the server, and the numbers of their processes the server's.</summary>
    internal bool IsDirect { get; private set; }

    /// <summary>Opens a connection, or takes one that is idle.</summary>
    internal async ValueTask<NpgsqlConnection> OpenAsync(PostgresAccess access, CancellationToken stop)
    {
        var source = chosen ?? await ChooseAsync(stop);
        return source is NpgsqlMultiHostDataSource hosts
            ? await hosts.OpenConnectionAsync(access.ToTarget(), stop)
            : await source.OpenConnectionAsync(stop);
    }

    /// <summary>A connection beside the pool, not yet open, to the server that another one was connected to.</summary>
    internal NpgsqlConnection Beside(PostgresSession session) => new(new NpgsqlConnectionStringBuilder(connection.ConnectionString)
    {
        Host = session.Host,
        Port = session.Port,
        Pooling = false,
        ApplicationName = connection.ApplicationName ?? "relata",
    }.ConnectionString);

    /// <summary>Closes the connections that are idle now, and those in use when they come back.</summary>
    internal void Clear() => chosen?.Clear();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        choosing.Dispose();
        if (chosen is { } source) await source.DisposeAsync();
    }

    /// <summary>
    /// Behind a pooler that gives each transaction another session, a prepared statement is not there when it is needed
    /// and there when it is not. Such a pooler answers a new client before it has a session for it, so it makes up the
    /// number of the process, which then is none that the server knows.
    /// </summary>
    private async ValueTask<NpgsqlDataSource> ChooseAsync(CancellationToken stop)
    {
        await choosing.WaitAsync(stop);
        try
        {
            if (chosen is { } source) return source;
            IsDirect = pooler == PostgresPooler.Session || (pooler == PostgresPooler.Unknown && await IsSessionAsync(stop));
            return chosen = PostgresDataSource.Create(connection, options, prepares: IsDirect);
        }
        finally
        {
            choosing.Release();
        }
    }

    private async ValueTask<bool> IsSessionAsync(CancellationToken stop)
    {
        await using var source = PostgresDataSource.CreateForCatalog(connection, options);
        await using var first = await source.OpenConnectionAsync(stop);
        return await ServerProcess.IsOfAsync(first, stop);
    }
}

/// <summary>The session of a connection while it is open: where it is and which process of the server serves it.</summary>
/// <param name="Host">The server's host.</param>
/// <param name="Port">The server's port.</param>
/// <param name="Process">The process.</param>
internal readonly record struct PostgresSession(string? Host, int Port, int Process)
{
    /// <summary>The session of an open connection.</summary>
    public static PostgresSession Of(NpgsqlConnection connection) =>
        new(connection.Host, connection.Port, connection.ProcessID);
}
