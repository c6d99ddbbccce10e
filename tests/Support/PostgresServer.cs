using System.Globalization;
using Npgsql;

namespace Relata.Support;

/// <summary>How a running server treats its connections when it is told to stop.</summary>
public enum PostgresShutdown
{
    /// <summary>Rolls back and disconnects, then writes everything to disk.</summary>
    Fast,

    /// <summary>Stops as after a crash; the next start recovers.</summary>
    Immediate,
}

/// <summary>A PostgreSQL server of a test's own, to stop and restart at will; its data lives in a temporary folder.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private const string User = "relata";
    private const string Password = "relata";

    private readonly PostgresPrograms programs;
    private readonly string folder;
    private readonly int maxConnections;

    private PostgresServer(PostgresPrograms programs, string folder, int maxConnections)
    {
        this.programs = programs;
        this.folder = folder;
        this.maxConnections = maxConnections;
    }

    /// <summary>The port of 127.0.0.1 that the server listens on; it stays the same over restarts.</summary>
    public int Port { get; } = Ports.Free();

    /// <summary>The database <c>postgres</c> as the driver takes it, for the superuser.</summary>
    public string ConnectionString => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = Port,
        Username = User,
        Password = Password,
        Database = "postgres",
        Pooling = false,
    }.ConnectionString;

    /// <summary>The database <c>postgres</c> as the server takes it, for the superuser.</summary>
    public string Url => PostgresDatabase.UrlOf(ConnectionString);

    /// <summary>The folder of the server's Unix socket, for whoever the system's rights let in.</summary>
    public string SocketFolder => folder;

    private string Data => Path.Combine(folder, "data");

    /// <summary>Makes a cluster and starts its server.</summary>
    public static async Task<PostgresServer> CreateAsync(int maxConnections = 50, CancellationToken stop = default)
    {
        var programs = PostgresPrograms.Find();
        var pattern = Path.Combine(Path.GetTempPath(), "relata-postgres-XXXXXX");
        var folder = (await programs.RunSystemAsync("mktemp", ["-d", pattern], stop)).Trim();
        var server = new PostgresServer(programs, folder, maxConnections);
        try
        {
            await server.InitialiseAsync(stop);
            await server.StartAsync(stop);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Makes a standby of a running server, which follows it, and starts it.</summary>
    public static async Task<PostgresServer> FollowAsync(PostgresServer primary, CancellationToken stop = default)
    {
        var programs = PostgresPrograms.Find();
        var pattern = Path.Combine(Path.GetTempPath(), "relata-postgres-XXXXXX");
        var folder = (await programs.RunSystemAsync("mktemp", ["-d", pattern], stop)).Trim();
        var standby = new PostgresServer(programs, folder, primary.maxConnections);
        try
        {
            var source = string.Create(
                CultureInfo.InvariantCulture, $"host=127.0.0.1 port={primary.Port} user={User} password={Password}");
            await programs.RunAsync("pg_basebackup", ["-D", standby.Data, "-R", "-c", "fast", "-d", source], stop);
            await standby.StartAsync(stop);
            return standby;
        }
        catch
        {
            await standby.DisposeAsync();
            throw;
        }
    }

    /// <summary>Writes a file into the folder of the data, such as <c>pg_hba.conf</c>; only the server reads it.</summary>
    public Task WriteAsync(string file, string content, CancellationToken stop) =>
        WriteFileAsync(Path.Combine(Data, file), content, stop);

    /// <summary>Makes a database of this server and runs the script in it.</summary>
    public Task<PostgresDatabase> CreateDatabaseAsync(string sql, CancellationToken stop = default) =>
        PostgresDatabase.CreateAsync(ConnectionString, sql, stop);

    /// <summary>Starts the stopped server and returns when it accepts connections.</summary>
    public Task StartAsync(CancellationToken stop = default)
    {
        // fsync and its like protect from a crash of the machine; a test's data is gone then anyway. synchronous_commit
        // stays on: without it an immediate stop loses transactions that were answered as committed.
        var settings = string.Create(
            CultureInfo.InvariantCulture,
            $"-h 127.0.0.1 -p {Port} -k {folder} -c max_connections={maxConnections} "
            + $"-c fsync=off -c full_page_writes=off");
        return programs.RunAsync("pg_ctl", ["start", "-w", "-D", Data, "-l", Path.Combine(folder, "log"), "-o", settings], stop);
    }

    /// <summary>Stops the server and returns when it has ended; nothing happens when it does not run.</summary>
    public async Task StopAsync(PostgresShutdown how = PostgresShutdown.Fast, CancellationToken stop = default)
    {
        if (!File.Exists(Path.Combine(Data, "postmaster.pid"))) return;
        var mode = how switch
        {
            PostgresShutdown.Fast => "fast",
            PostgresShutdown.Immediate => "immediate",
        };
        await programs.RunAsync("pg_ctl", ["stop", "-w", "-D", Data, "-m", mode], stop);
    }

    /// <summary>Stops the server and starts it again on the same port.</summary>
    public async Task RestartAsync(PostgresShutdown how = PostgresShutdown.Fast, CancellationToken stop = default)
    {
        await StopAsync(how, stop);
        await StartAsync(stop);
    }

    /// <summary>What the server wrote to its log up to now.</summary>
    public Task<string> LogAsync(CancellationToken stop = default) => File.ReadAllTextAsync(Path.Combine(folder, "log"), stop);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync(PostgresShutdown.Immediate, CancellationToken.None);
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    private async Task InitialiseAsync(CancellationToken stop)
    {
        // initdb takes a password from nothing but a file.
        var passwordFile = Path.Combine(folder, "password");
        await WriteFileAsync(passwordFile, Password, stop);
        string[] arguments =
        [
            "-D", Data, "-N", "-A", "scram-sha-256", "-U", User, $"--pwfile={passwordFile}", "--locale=C.UTF-8", "--encoding=UTF8",
        ];
        await programs.RunAsync("initdb", arguments, stop);
    }

    /// <summary>It is written by the user who reads it.</summary>
    private async Task WriteFileAsync(string path, string content, CancellationToken stop) =>
        await programs.RunSystemAsync("sh", ["-c", "umask 077; printf %s \"$1\" > \"$0\"", path, content], stop);
}
