using System.Runtime.InteropServices;
using Microsoft.Extensions.Hosting;
using Relata.Functions;
using Relata.Http.Reload;
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
        var ending = application.Lifetime.ApplicationStopping;
        using var hangup = ReloadOnHangup(served.Reload, ending);
        await WebServer.StartAsync(application, settings, stop);
        var watching = served.Reload?.WatchAsync(ending) ?? Task.CompletedTask;
        var following = served.Functions is { } functions && settings.Functions.Watch
            ? new FolderWatch(functions, TimeProvider.System).RunAsync(ending)
            : Task.CompletedTask;
        foreach (var line in served.Banner(application.Urls.First())) await output.WriteLineAsync(line);
        await output.FlushAsync(stop);
        await application.WaitForShutdownAsync(stop);
        await watching;
        await following;
    }

    /// <summary>By default SIGHUP would end the process; the system has no such signal everywhere.</summary>
    private static PosixSignalRegistration ReloadOnHangup(SchemaReload? reload, CancellationToken ending) =>
        PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal =>
        {
            signal.Cancel = true;
            _ = reload?.ReloadBySignalAsync(ending);
        });
}
