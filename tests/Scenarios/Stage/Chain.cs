using Relata.Client;
using Relata.Client.Http;
using Relata.Support;

namespace Relata.Scenarios.Stage;

/// <summary>A server over a database, another one in front of it, and a client of that one.</summary>
internal sealed class Chain : IAsyncDisposable
{
    private readonly string database;
    private readonly int port;

    private Chain(string database, int port, RelataProcess front)
    {
        (this.database, this.port, Front) = (database, port, front);
        Client = RelataClient.ForHttp(
            front.Client, new Uri(front.Client.BaseAddress!, "/ex"), new HttpOptions { Pauses = [] });
    }

    /// <summary>The server over the database; null while there is none.</summary>
    public RelataProcess? Inner { get; private set; }

    /// <summary>The server in front.</summary>
    public RelataProcess Front { get; }

    /// <summary>Asks the server in front, each request once.</summary>
    public RelataClient Client { get; }

    /// <summary>Starts both.</summary>
    /// <param name="database">The database's URL.</param>
    /// <param name="front">The text of the configuration file of the server in front; null for none.</param>
    /// <param name="inner">The text of the other's.</param>
    /// <param name="stop">Gives up.</param>
    public static async Task<Chain> StartAsync(
        string database, string? front = null, string? inner = null, CancellationToken stop = default)
    {
        var server = await RelataProcess.StartAsync(database, inner, stop: stop);
        try
        {
            var chain = await StartFrontAsync(database, server.Client.BaseAddress!.Port, front, stop);
            chain.Inner = server;
            return chain;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the server in front alone; the other's port is free.</summary>
    public static Task<Chain> StartFrontAsync(string database, CancellationToken stop) =>
        StartFrontAsync(database, Ports.Free(), configuration: null, stop);

    /// <summary>Ends the server over the database without asking.</summary>
    public async Task KillInnerAsync()
    {
        await Inner!.DisposeAsync();
        Inner = null;
    }

    /// <summary>Starts the server over the database at the place where it is expected.</summary>
    public async Task StartInnerAsync(CancellationToken stop) => Inner = await RelataProcess.StartBareAsync(
        ["serve", "--database", database, "--listen", $"http://127.0.0.1:{port}"], stop: stop);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await Front.DisposeAsync();
        if (Inner is not null) await Inner.DisposeAsync();
    }

    private static async Task<Chain> StartFrontAsync(
        string database, int port, string? configuration, CancellationToken stop) => new(
        database,
        port,
        await RelataProcess.StartFrontAsync(new Uri($"http://127.0.0.1:{port}/ex"), configuration, stop));
}
