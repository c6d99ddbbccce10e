using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Relata.Functions;

namespace Relata.Http.Functions;

/// <summary>Loads directories of files before an application listens, and watches them while it runs.</summary>
/// <param name="logger">Takes what becomes of files.</param>
internal sealed class FunctionHost(ILogger<FunctionHost> logger) : IHostedLifecycleService, IDisposable
{
    private readonly List<QueryCollection> collections = [];
    private readonly CancellationTokenSource ending = new();
    private Task watching = Task.CompletedTask;

    /// <summary>Adds a directory.</summary>
    public void Add(QueryCollection collection)
    {
        collection.Noticed = notice => FunctionLog.Write(logger, notice);
        collections.Add(collection);
    }

    /// <inheritdoc/>
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        foreach (var collection in collections) await collection.RegisterQueryFunctionsAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        watching = Task.WhenAll(collections.Select(
            collection => new FolderWatch(collection, TimeProvider.System).RunAsync(ending.Token)));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        await ending.CancelAsync();
        await watching;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose()
    {
        ending.Dispose();
        foreach (var collection in collections) collection.Dispose();
    }
}
