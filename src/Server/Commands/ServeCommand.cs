using Microsoft.Extensions.Hosting;
using Relata.Server.Configuration;

namespace Relata.Server.Commands;

/// <summary><c>relata serve</c>: serves until a signal ends it.</summary>
/// <param name="output">Takes the banner.</param>
internal sealed class ServeCommand(TextWriter output)
{
    /// <summary>Serves; returns when the server has drained.</summary>
    public async Task RunAsync(Settings settings, CancellationToken stop)
    {
        var served = await Composition.BuildAsync(settings, stop);
        await using var application = served.Application;
        await WebServer.StartAsync(application, settings, stop);
        var banner = new Banner(served.Database, settings, served.Schema, served.MissingTables, application.Urls.First());
        foreach (var line in banner.Lines()) await output.WriteLineAsync(line);
        await output.FlushAsync(stop);
        await application.WaitForShutdownAsync(stop);
    }
}
