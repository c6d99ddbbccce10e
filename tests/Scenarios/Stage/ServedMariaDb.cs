using System.Globalization;
using System.Net;
using MySqlConnector;
using Relata.Support;

namespace Relata.Scenarios.Stage;

/// <summary>A MariaDB database of a test's own and the server that serves it.</summary>
internal sealed class ServedMariaDb : IAsyncDisposable
{
    private ServedMariaDb(MySqlTestDatabase database, RelataProcess relata) => (Database, Relata) = (database, relata);

    /// <summary>The database, to look at and to disturb.</summary>
    public MySqlTestDatabase Database { get; }

    /// <summary>The server.</summary>
    public RelataProcess Relata { get; }

    /// <summary>Speaks to the server.</summary>
    public HttpClient Client => Relata.Client;

    /// <summary>Makes a database on the shared MariaDB server and serves it.</summary>
    /// <param name="sql">What the database holds.</param>
    /// <param name="configuration">The text of the server's configuration file.</param>
    /// <param name="stop">Gives up.</param>
    public static async Task<ServedMariaDb> StartAsync(string sql, string configuration, CancellationToken stop) =>
        await StartAsync(await MySqlTestDatabase.CreateAsync(sql, stop), url => url, configuration, stop);

    /// <summary>Serves a database, which is disposed with this.</summary>
    /// <param name="database">The database.</param>
    /// <param name="route">Turns the database's URL into the one that the server is given.</param>
    /// <param name="configuration">The text of the server's configuration file.</param>
    /// <param name="stop">Gives up.</param>
    public static async Task<ServedMariaDb> StartAsync(
        MySqlTestDatabase database, Func<string, string> route, string configuration, CancellationToken stop)
    {
        try
        {
            return new(database, await RelataProcess.StartAsync(route(database.Url), configuration, stop: stop));
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <summary>How many connections there are to the database at the moment, those that look at the schema too.</summary>
    /// <param name="condition">Counts only those of which this is true, in terms of <c>PROCESSLIST</c>.</param>
    /// <param name="stop">Gives up.</param>
    public async Task<int> ConnectionsAsync(string condition, CancellationToken stop) =>
        (await IdsAsync(condition, stop)).Count;

    /// <summary>Ends connections to the database from the database's side; answers how many those were.</summary>
    /// <param name="stop">Gives up.</param>
    /// <param name="condition">Ends only those of which this is true, in terms of <c>PROCESSLIST</c>.</param>
    public async Task<int> KillConnectionsAsync(CancellationToken stop, string condition = "TRUE")
    {
        var ids = await IdsAsync(condition, stop);
        foreach (var id in ids)
        {
            try
            {
                await Database.ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"KILL CONNECTION {id}"), stop);
            }
            catch (MySqlException gone) when (gone.ErrorCode == MySqlErrorCode.NoSuchThread)
            {
                // It ended by itself.
            }
        }

        return ids.Count;
    }

    /// <summary>Returns when readiness is as expected.</summary>
    public Task UntilReadinessIsAsync(HttpStatusCode status, CancellationToken stop) => Poll.UntilAsync(
        async () => (await Outcome.GetAsync(Client, "/__health/ready", stop)).Status == status, stop: stop);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Relata.DisposeAsync();
        await Database.DisposeAsync();
    }

    private async Task<IReadOnlyList<long>> IdsAsync(string condition, CancellationToken stop)
    {
        await using var connection = await Database.OpenAsync(stop);
        await using var command = new MySqlCommand(
            "SELECT ID FROM information_schema.PROCESSLIST WHERE DB = DATABASE() AND ID <> CONNECTION_ID() "
            + $"AND COMMAND <> 'Killed' AND {condition}",
            connection);
        await using var rows = await command.ExecuteReaderAsync(stop);
        var ids = new List<long>();
        while (await rows.ReadAsync(stop)) ids.Add(rows.GetInt64(0));
        return ids;
    }
}
