using Relata.Support;

namespace Relata.Scenarios.Stage;

/// <summary>A PostgreSQL database of a test's own and the server that serves it.</summary>
internal sealed class Served : IAsyncDisposable
{
    private Served(PostgresDatabase database, RelataProcess relata) => (Database, Relata) = (database, relata);

    /// <summary>The database, to look at and to disturb.</summary>
    public PostgresDatabase Database { get; }

    /// <summary>The server.</summary>
    public RelataProcess Relata { get; }

    /// <summary>Speaks to the server.</summary>
    public HttpClient Client => Relata.Client;

    /// <summary>Makes a database on the shared PostgreSQL server and serves it.</summary>
    /// <param name="sql">What the database holds.</param>
    /// <param name="configuration">The text of the server's configuration file.</param>
    /// <param name="stop">Gives up.</param>
    public static async Task<Served> StartAsync(string sql, string configuration, CancellationToken stop) =>
        await StartAsync(await TestPostgres.CreateDatabaseAsync(sql, stop), url => url, configuration, stop);

    /// <summary>Serves a database, which is disposed with this.</summary>
    /// <param name="database">The database.</param>
    /// <param name="route">Turns the database's URL into the one that the server is given.</param>
    /// <param name="configuration">The text of the server's configuration file.</param>
    /// <param name="stop">Gives up.</param>
    public static async Task<Served> StartAsync(
        PostgresDatabase database, Func<string, string> route, string configuration, CancellationToken stop)
    {
        try
        {
            var relata = await RelataProcess.StartAsync(route(database.Url), configuration, stop: stop);
            return new Served(database, relata);
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <summary>How many connections the server has to the database at the moment.</summary>
    /// <param name="condition">Counts only those of which this is true, in terms of <c>pg_stat_activity</c>.</param>
    /// <param name="stop">Gives up.</param>
    public async Task<long> BackendsAsync(string condition = "true", CancellationToken stop = default) =>
        (long)(await Database.ScalarAsync($"SELECT count(*) {Ours} AND {condition}", stop)).ShouldNotBeNull();

    /// <summary>Returns when no statement and no transaction of the server is open any more.</summary>
    public Task UntilQuietAsync(CancellationToken stop) =>
        Poll.UntilAsync(async () => await BackendsAsync("state <> 'idle'", stop) == 0, stop: stop);

    /// <summary>Ends all of the server's connections from the database's side; answers how many those were.</summary>
    public async Task<long> KillBackendsAsync(CancellationToken stop) =>
        (long)(await Database.ScalarAsync($"SELECT count(pg_terminate_backend(pid)) {Ours}", stop)).ShouldNotBeNull();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Relata.DisposeAsync();
        await Database.DisposeAsync();
    }

    private const string Ours =
        "FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'relata'";
}
