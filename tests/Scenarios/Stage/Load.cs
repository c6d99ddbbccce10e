using System.Collections.Concurrent;
using Relata.Support;

namespace Relata.Scenarios.Stage;

/// <summary>Clients that ask without a pause, each one request at a time, until they are told to stop.</summary>
internal sealed class Load : IAsyncDisposable
{
    private readonly ConcurrentQueue<Outcome> outcomes = new();
    private readonly CancellationTokenSource end = new();
    private readonly Task clients;

    private Load(int count, Func<int, int, Task<Outcome>> ask) =>
        clients = Task.WhenAll(Enumerable.Range(0, count).Select(client => Task.Run(() => RunAsync(client, ask))));

    /// <summary>How many requests have come to an end.</summary>
    public int Count => outcomes.Count;

    /// <summary>Starts the clients.</summary>
    /// <param name="clients">How many.</param>
    /// <param name="ask">Makes a request, given the client's number and how many requests it has made before.</param>
    public static Load Start(int clients, Func<int, int, Task<Outcome>> ask) => new(clients, ask);

    /// <summary>Returns when so many more requests have come to an end.</summary>
    public async Task GoOnAsync(int requests, CancellationToken stop)
    {
        var goal = Count + requests;
        await Poll.UntilAsync(() => Count >= goal || clients.IsCompleted, stop: stop);
        if (clients.IsCompleted) await clients; // a client fails only for a reason that fails the test
    }

    /// <summary>Returns when so many requests in a row had the answer that was asked for.</summary>
    public Task UntilGoodAsync(int requests, CancellationToken stop) => Poll.UntilAsync(
        () => Count >= requests && outcomes.Skip(Count - requests).All(outcome => outcome.IsGood), stop: stop);

    /// <summary>Lets the clients finish the requests that they are at; gives all outcomes in their order.</summary>
    public async Task<IReadOnlyList<Outcome>> StopAsync()
    {
        await end.CancelAsync();
        await clients;
        return [.. outcomes];
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await clients.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        end.Dispose();
    }

    private async Task RunAsync(int client, Func<int, int, Task<Outcome>> ask)
    {
        for (var turn = 0; !end.IsCancellationRequested; turn++) outcomes.Enqueue(await ask(client, turn));
    }
}
