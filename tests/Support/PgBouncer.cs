using System.Globalization;
using System.Net.Sockets;
using Npgsql;

namespace Relata.Support;

/// <summary>
/// A PgBouncer of a test's own before a PostgreSQL server; it shares few sessions out, by default one transaction at a
/// time. All are kept open and take turns, so that even a single caller meets another one with each transaction.
/// </summary>
public sealed class PgBouncer : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();
    private ChildProcess? process;

    private PgBouncer()
    {
    }

    /// <summary>The port of 127.0.0.1 that it listens on.</summary>
    public int Port { get; } = Ports.Free();

    /// <summary>Starts it and returns when it accepts connections.</summary>
    /// <param name="target">A connection string of the server; all its databases are served with this user.</param>
    /// <param name="sessions">How many sessions of a database it shares out.</param>
    /// <param name="stop">Gives up.</param>
    /// <param name="keepsSessions">
    /// Whether a connection has its session until it ends, in place of one for each transaction.
    /// </param>
    public static async Task<PgBouncer> StartAsync(
        string target, int sessions, CancellationToken stop, bool keepsSessions = false)
    {
        var pooler = new PgBouncer();
        try
        {
            await pooler.RunAsync(new NpgsqlConnectionStringBuilder(target), sessions, keepsSessions, stop);
            return pooler;
        }
        catch
        {
            await pooler.DisposeAsync();
            throw;
        }
    }

    /// <summary>The same URL, by way of the pooler.</summary>
    public string Through(string url) => new UriBuilder(url) { Port = Port }.Uri.AbsoluteUri;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (process is not null) await process.DisposeAsync();
        folder.Dispose();
    }

    private async Task RunAsync(
        NpgsqlConnectionStringBuilder target, int sessions, bool keepsSessions, CancellationToken stop)
    {
        var settings = folder.File("pgbouncer.ini");
        var text = string.Create(CultureInfo.InvariantCulture, $"""
            [databases]
            * = host={target.Host} port={target.Port} user={target.Username} password={target.Password}
            [pgbouncer]
            listen_addr = 127.0.0.1
            listen_port = {Port}
            unix_socket_dir =
            auth_type = any
            pool_mode = {(keepsSessions ? "session" : "transaction")}
            default_pool_size = {sessions}
            min_pool_size = {sessions}
            server_round_robin = 1
            max_client_conn = 200
            """);
        await File.WriteAllTextAsync(settings, text, stop);
        string[] line = [Program(), "-q", settings];
        if (Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows())
        {
            // It refuses to run as root, and its user has to find the settings.
            File.SetUnixFileMode(folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
                | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
            line = ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", .. line];
        }

        process = ChildProcess.Start(line[0], line[1..], folder: "/");
        await Poll.UntilAsync(() => AcceptsAsync(stop), stop: stop, what: "PgBouncer accepts connections");
    }

    private async Task<bool> AcceptsAsync(CancellationToken stop)
    {
        if (process!.HasExited) throw new InvalidOperationException($"PgBouncer ended:\n{process.Output}{process.Errors}");
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync("127.0.0.1", Port, stop);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static string Program()
    {
        // Debian's folder for programs like it is on nobody's path but root's.
        const string debian = "/usr/sbin/pgbouncer";
        var folders = Environment.GetEnvironmentVariable("PATH")?.Split(':') ?? [];
        var found = folders.Select(path => Path.Combine(path, "pgbouncer")).Append(debian).FirstOrDefault(File.Exists);
        if (found is null) Requirement.Missing("PgBouncer is not installed: run ./test.sh once.");
        return found;
    }
}
