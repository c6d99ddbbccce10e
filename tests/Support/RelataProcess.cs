using System.Net;
using System.Text.RegularExpressions;

namespace Relata.Support;

/// <summary>The built server, run as its own process the way an operator runs it.</summary>
public sealed partial class RelataProcess : IAsyncDisposable
{
    private static readonly string[] OnAnyPort = ["--listen", "http://127.0.0.1:0"];

    private readonly ChildProcess child;
    private readonly TemporaryFolder folder;

    private RelataProcess(ChildProcess child, TemporaryFolder folder)
    {
        this.child = child;
        this.folder = folder;
    }

    /// <summary>Speaks to the server; its base address is where the server says that it listens.</summary>
    public HttpClient Client { get; } = new() { Timeout = Poll.Patience };

    /// <summary>The operating system's number for the server's process.</summary>
    public int Pid => child.Pid;

    /// <summary>True when the server has ended.</summary>
    public bool HasExited => child.HasExited;

    /// <summary>Standard output up to now.</summary>
    public string Output => child.Output;

    /// <summary>Standard error up to now.</summary>
    public string Errors => child.Errors;

    /// <summary>Starts <c>relata serve</c> on a free port and returns when <c>/__health/live</c> answers 200.</summary>
    /// <param name="database">The database's URL, such as <c>sqlite:path</c>.</param>
    /// <param name="configuration">The text of the configuration file; without it the server is started without one.</param>
    /// <param name="arguments">Arguments after those named here.</param>
    /// <param name="environment">Environment variables beside the inherited ones.</param>
    /// <param name="stop">Gives up the start.</param>
    public static async Task<RelataProcess> StartAsync(
        string database,
        string? configuration = null,
        IEnumerable<string>? arguments = null,
        IReadOnlyDictionary<string, string>? environment = null,
        CancellationToken stop = default)
    {
        var folder = new TemporaryFolder();
        List<string> all = ["serve", "--database", database, .. OnAnyPort];
        if (configuration is not null)
        {
            await File.WriteAllTextAsync(folder.File("relata.json"), configuration, stop);
            all.AddRange(["--config", folder.File("relata.json")]);
        }

        all.AddRange(arguments ?? []);
        return await StartAsync(all, environment, folder, stop);
    }

    /// <summary>Starts a server in front of another, on a free port.</summary>
    /// <param name="upstream">Where the ex dialect of the other answers; it need not be there.</param>
    /// <param name="configuration">The text of the configuration file; null for none.</param>
    /// <param name="stop">Gives up the start.</param>
    public static async Task<RelataProcess> StartFrontAsync(
        Uri upstream, string? configuration = null, CancellationToken stop = default)
    {
        var folder = new TemporaryFolder();
        List<string> all = ["serve", "--upstream", upstream.AbsoluteUri, .. OnAnyPort];
        if (configuration is not null)
        {
            await File.WriteAllTextAsync(folder.File("relata.json"), configuration, stop);
            all.AddRange(["--config", folder.File("relata.json")]);
        }

        return await StartAsync(all, null, folder, stop);
    }

    /// <summary>
    /// Starts relata with these arguments and no others, and returns when <c>/__health/live</c> answers 200 where it
    /// says that it listens.
    /// </summary>
    /// <param name="arguments">All arguments.</param>
    /// <param name="environment">Environment variables beside the inherited ones.</param>
    /// <param name="stop">Gives up the start.</param>
    public static Task<RelataProcess> StartBareAsync(
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string>? environment = null,
        CancellationToken stop = default) =>
        StartAsync(arguments, environment, new TemporaryFolder(), stop);

    /// <summary>Runs a command of relata that ends by itself, such as <c>introspect</c>.</summary>
    public static Task<CommandResult> RunAsync(
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string>? environment = null,
        CancellationToken stop = default) =>
        ChildProcess.RunAsync("dotnet", [Assembly(), .. arguments], environment, stop: stop);

    /// <summary>Asks the server to end (SIGTERM) and gives its exit code.</summary>
    public async Task<int> TerminateAsync(CancellationToken stop = default)
    {
        child.Terminate();
        return (await child.WaitAsync(stop: stop)).ExitCode;
    }

    /// <summary>Sends SIGHUP to the server.</summary>
    public void HangUp() => child.HangUp();

    /// <summary>Ends the server without asking (SIGKILL).</summary>
    public void Kill() => child.Kill();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await child.DisposeAsync();
        folder.Dispose();
    }

    private static async Task<RelataProcess> StartAsync(
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string>? environment,
        TemporaryFolder folder,
        CancellationToken stop)
    {
        var server = new RelataProcess(ChildProcess.Start("dotnet", [Assembly(), .. arguments], environment), folder);
        try
        {
            await Poll.UntilAsync(() => server.IsLiveAsync(stop), stop: stop, what: "an answer of /__health/live");
            return server;
        }
        catch (Exception cause) when (cause is not OperationCanceledException)
        {
            var said = $"{server.Output}{server.Errors}";
            await server.DisposeAsync();
            throw new InvalidOperationException($"relata serve did not come up: {cause.Message}\n{said}", cause);
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    [GeneratedRegex(@"listening on (http\S+)\n")]
    private static partial Regex Place();

    private static string Assembly()
    {
        var path = Repository.PathOf("artifacts", "bin", "Server", Repository.Configuration, "relata.dll");
        if (!File.Exists(path)) Requirement.Missing($"{path} is missing: build the server first (./test.sh does).");
        return path;
    }

    private async Task<bool> IsLiveAsync(CancellationToken stop)
    {
        if (child.HasExited) throw new InvalidOperationException($"it ended with {(await child.WaitAsync(stop: stop)).ExitCode}.");
        if (Client.BaseAddress is null)
        {
            // Asked before, whatever has taken the port meanwhile would answer.
            if (Place().Match(Output) is not { Success: true } place) return false;
            Client.BaseAddress = new Uri(place.Groups[1].Value);
        }

        try
        {
            using var answer = await Client.GetAsync(new Uri("/__health/live", UriKind.Relative), stop);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false; // it does not listen yet
        }
    }
}
