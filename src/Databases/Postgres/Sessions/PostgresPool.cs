using Npgsql;
using Relata.Databases.Postgres.Wire;
using Relata.Model.Failures;

namespace Relata.Databases.Postgres.Sessions;

/// <summary>The connections to a database: to one server, or to a primary and its standbys.</summary>
/// <param name="target">Where the database is and who asks.</param>
/// <param name="options">Numbers and times.</param>
/// <param name="pooler">What stands between here and the server.</param>
public sealed class PostgresPool(
    NpgsqlConnectionStringBuilder target,
    PostgresSessionOptions options,
    PostgresPooler pooler = PostgresPooler.Unknown) : IAsyncDisposable
{
    private const int MostBeside = 4;

    private readonly SemaphoreSlim meeting = new(1);
    private volatile Sources? sources;

    /// <summary>The places of connections beside the pool, for statements that callers wrote.</summary>
    internal SemaphoreSlim Places { get; } = new(MostBeside, MostBeside);

    /// <summary>Whether there are several servers, so that another may do what one cannot.</summary>
    internal bool HasSeveralHosts { get; } = target.Host!.Contains(',', StringComparison.Ordinal);

    /// <summary>
    /// Whether connections are sessions of the server, and the numbers of their processes the server's.
    /// </summary>
    internal bool IsDirect => sources is { IsDirect: true };

    /// <summary>
    /// Where reads go that do not need the driver; null when all of them do, or nothing was asked yet.
    /// </summary>
    internal WireTarget? Wire => sources?.Wire;

    /// <summary>How the connections are divided between those ways, where there are two.</summary>
    internal WireShares Shares { get; } = WireShares.Of(options.MaxConnections);

    /// <summary>
    /// Opens a connection beside the pool, for the catalogue: to the primary, or while that is away to a standby.
    /// </summary>
    public async ValueTask<NpgsqlConnection> OpenForCatalogAsync(CancellationToken stop) =>
        await (sources ?? await MeetAsync(stop)).Catalog.OpenConnectionAsync(stop);

    /// <summary>Opens a connection to the primary beside the pool; it is closed when it is disposed.</summary>
    internal async ValueTask<NpgsqlConnection> OpenBesideAsync(CancellationToken stop) =>
        await (sources ?? await MeetAsync(stop)).Beside.OpenConnectionAsync(stop);

    /// <summary>Opens a connection, or takes one that is idle.</summary>
    /// <param name="access">Which server may be asked.</param>
    /// <param name="mayChange">Whether what runs there may change the session.</param>
    /// <param name="stop">Gives up.</param>
    internal async ValueTask<NpgsqlConnection> OpenAsync(
        PostgresAccess access, bool mayChange, CancellationToken stop)
    {
        var open = sources ?? await MeetAsync(stop);
        var source = mayChange ? open.Files : open.Pool;
        return source is NpgsqlMultiHostDataSource hosts
            ? await hosts.OpenConnectionAsync(access.ToTarget(), stop)
            : await source.OpenConnectionAsync(stop);
    }

    /// <summary>A connection beside the pool, not yet open, to the server that another one was connected to.</summary>
    internal NpgsqlConnection Beside(PostgresSession session)
    {
        var settings = new NpgsqlConnectionStringBuilder((sources?.Target ?? target).ConnectionString)
        {
            Host = session.Host,
            Port = session.Port,
            Pooling = false,
        };
        settings.ApplicationName ??= PostgresDataSource.ApplicationName;
        return new NpgsqlConnection(settings.ConnectionString);
    }

    /// <summary>Closes the connections that are idle now, and those in use when they come back.</summary>
    internal void Clear()
    {
        if (sources is not { } open) return;
        open.Pool.Clear();
        open.Files.Clear();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        meeting.Dispose();
        Places.Dispose();
        if (sources is not { } open) return;
        await open.Catalog.DisposeAsync();
        await open.Beside.DisposeAsync();
        await open.Pool.DisposeAsync();
        await open.Files.DisposeAsync();
    }

    private async ValueTask<Sources> MeetAsync(CancellationToken stop)
    {
        await meeting.WaitAsync(stop);
        try
        {
            return sources ??= await ChooseAsync(stop);
        }
        finally
        {
            meeting.Release();
        }
    }

    /// <summary>
    /// Behind a pooler that gives each transaction another session, a prepared statement is not there when it is
    /// needed, and there when it is not. A role that looks for names elsewhere before it looks into the system's
    /// catalogue may find another meaning of <c>=</c> there; so for these connections the catalogue comes first, and
    /// the rest of the path stays what triggers and functions expect.
    /// </summary>
    private async ValueTask<Sources> ChooseAsync(CancellationToken stop)
    {
        await using var first = PostgresDataSource.CreateForFirstContact(target, options);
        var contact = await FirstContact.MakeAsync(first, stop);
        if (!contact.IsSystemFirst && !contact.IsSession) throw CannotSetPath(contact.SearchPath);
        var settings = new NpgsqlConnectionStringBuilder(target.ConnectionString);
        if (!contact.IsSystemFirst) settings.SearchPath = $"pg_catalog, {contact.SearchPath}";
        var isDirect = pooler switch
        {
            PostgresPooler.Session => true,
            PostgresPooler.Transaction => false,
            PostgresPooler.Unknown => contact.IsSession,
        };
        var wire = isDirect && options.Reads == PostgresReads.Wire && Shares.Pipes > 0
            ? WireTarget.From(PostgresDataSource.SettingsOf(settings, options))
            : null;
        var most = wire is null ? options : options with { MaxConnections = Shares.Driver };
        return new Sources(
            settings,
            PostgresDataSource.Create(settings, most, prepares: isDirect),
            PostgresDataSource.CreateForFiles(settings, options, isDirect),
            PostgresDataSource.CreateForCatalog(settings, options),
            PostgresDataSource.CreateBeside(settings, options),
            isDirect && contact.IsSession,
            wire);
    }

    private static FailureException CannotSetPath(string path) =>
        new Failure(
            FailureCode.DatabaseRefused, $"the role's search_path ({path}) names other schemas before pg_catalog")
        {
            Hint =
                "Leave pg_catalog out of it: then it comes first. Behind a pooler it cannot be set for a connection.",
        }.AsException();

    private sealed record Sources(
        NpgsqlConnectionStringBuilder Target, NpgsqlDataSource Pool, NpgsqlDataSource Files, NpgsqlDataSource Catalog,
        NpgsqlDataSource Beside, bool IsDirect, WireTarget? Wire);
}

/// <summary>
/// The session of a connection while it is open: where it is and which process of the server serves it.
/// </summary>
/// <param name="Host">The server's host.</param>
/// <param name="Port">The server's port.</param>
/// <param name="Process">The process.</param>
internal readonly record struct PostgresSession(string? Host, int Port, int Process)
{
    /// <summary>The session of an open connection.</summary>
    public static PostgresSession Of(NpgsqlConnection connection) =>
        new(connection.Host, connection.Port, connection.ProcessID);
}
