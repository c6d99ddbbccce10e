using MySqlConnector;

namespace Relata.Support;

/// <summary>A MariaDB server of a test's own, to stop and start at will; its data lives in a temporary folder.</summary>
public sealed class MariaDbServer : IAsyncDisposable
{
    private const string Users =
        "CREATE USER IF NOT EXISTS relata@'127.0.0.1' IDENTIFIED BY 'relata';\n"
        + "GRANT ALL ON *.* TO relata@'127.0.0.1' WITH GRANT OPTION;\n";

    private readonly TemporaryFolder folder = new();
    private readonly IReadOnlyList<string> options;
    private ChildProcess? process;

    private MariaDbServer(IReadOnlyList<string> options) => this.options = options;

    /// <summary>The port of 127.0.0.1 that the server listens on; it stays the same over restarts.</summary>
    public int Port { get; } = Ports.Free();

    /// <summary>The server as the driver takes it, for somebody who may do everything.</summary>
    public string ConnectionString => new MySqlConnectionStringBuilder
    {
        Server = "127.0.0.1",
        Port = (uint)Port,
        UserID = "relata",
        Password = "relata",
        Pooling = false,
    }.ConnectionString;

    /// <summary>Makes the data of a server and starts it.</summary>
    /// <param name="options">Options beside those that every server gets here.</param>
    /// <param name="stop">Gives up.</param>
    /// <remarks>Where MariaDB is not installed the test is skipped; where <c>CI</c> is set it fails.</remarks>
    public static async Task<MariaDbServer> CreateAsync(IReadOnlyList<string>? options = null, CancellationToken stop = default)
    {
        if (!File.Exists(Program("mariadbd"))) Requirement.Missing("MariaDB is not installed: run ./test.sh once.");
        var server = new MariaDbServer(options ?? []);
        try
        {
            await File.WriteAllTextAsync(server.folder.File("users.sql"), Users, stop);
            string[] arguments =
            [
                "--no-defaults", $"--datadir={server.Data}", $"--user={Environment.UserName}", "--skip-test-db",
                "--auth-root-authentication-method=normal",
            ];
            var made = await ChildProcess.RunAsync(Program("mariadb-install-db"), arguments, folder: "/", stop: stop);
            if (made.ExitCode != 0) throw new InvalidOperationException(made.Output + made.Errors);
            await server.StartAsync(stop);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts the stopped server and returns when it accepts connections.</summary>
    public async Task StartAsync(CancellationToken stop = default)
    {
        // What is committed survives the end of the process, though not that of the machine.
        string[] settings =
        [
            "--no-defaults", $"--datadir={Data}", $"--user={Environment.UserName}", "--bind-address=127.0.0.1",
            $"--port={Port}", $"--socket={folder.File("socket")}", $"--pid-file={folder.File("pid")}",
            $"--init-file={folder.File("users.sql")}", "--skip-name-resolve", "--skip-log-bin",
            "--innodb-flush-log-at-trx-commit=2", .. options,
        ];
        process = ChildProcess.Start(Program("mariadbd"), settings, folder: "/");
        await Poll.UntilAsync(AcceptsAsync, stop: stop);
    }

    /// <summary>Stops the server in good order and returns when it has ended.</summary>
    public async Task StopAsync(CancellationToken stop = default)
    {
        process!.Terminate();
        await process.WaitAsync(stop: stop);
    }

    /// <summary>Ends the server as by a crash; the next start recovers.</summary>
    public async Task CrashAsync(CancellationToken stop = default)
    {
        process!.Kill();
        await process.WaitAsync(stop: stop);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (process is not null) await process.DisposeAsync();
        folder.Dispose();
    }

    private string Data => folder.File("data");

    private static string Program(string name) =>
        new[] { "/usr/sbin", "/usr/bin", "/usr/local/bin" }
            .Select(place => Path.Combine(place, name))
            .FirstOrDefault(File.Exists) ?? name;

    private async Task<bool> AcceptsAsync()
    {
        if (process!.HasExited) throw new InvalidOperationException($"MariaDB ended.\n{process.Errors}");
        try
        {
            await using var connection = new MySqlConnection(ConnectionString);
            await connection.OpenAsync();
            return true;
        }
        catch (MySqlException)
        {
            return false;
        }
    }
}
