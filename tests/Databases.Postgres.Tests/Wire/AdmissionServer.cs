using Npgsql;
using Relata.Support;
using TestDatabase = Relata.Support.PostgresDatabase;

namespace Relata.Databases.Postgres.Tests.Wire;

/// <summary>
/// A server that admits each role in a way of its own, whose certificate is for <c>localhost</c>; the view
/// <c>admission</c> tells whether the connection is encrypted.
/// </summary>
/// <remarks>Each test starts it, because a fixture cannot skip a test.</remarks>
public sealed class AdmissionServer : IAsyncDisposable
{
    private const string Settings = """
        ssl = on
        ssl_cert_file = 'relata.crt'
        ssl_key_file = 'relata.key'
        ssl_ca_file = 'authority.crt'
        """;

    private const string Admission = """
        local     all relata    trust
        local     all proved    scram-sha-256
        local     all spoken    password
        local     all named     peer
        hostssl   all certified 127.0.0.1/32 cert
        host      all trusted   127.0.0.1/32 trust
        host      all hashed    127.0.0.1/32 md5
        host      all spoken    127.0.0.1/32 password
        host      all proved    127.0.0.1/32 scram-sha-256
        hostssl   all hidden    127.0.0.1/32 scram-sha-256
        hostnossl all bare      127.0.0.1/32 scram-sha-256
        host      all rejected  127.0.0.1/32 reject
        host      all relata    127.0.0.1/32 scram-sha-256
        """;

    private const string Objects = """
        CREATE VIEW admission AS SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid();
        GRANT SELECT ON admission TO PUBLIC;
        CREATE ROLE certified LOGIN;
        CREATE ROLE trusted LOGIN;
        CREATE ROLE rejected LOGIN;
        CREATE ROLE named LOGIN;
        CREATE ROLE spoken LOGIN PASSWORD 'secret';
        CREATE ROLE proved LOGIN PASSWORD 'secret';
        CREATE ROLE hidden LOGIN PASSWORD 'secret';
        CREATE ROLE bare LOGIN PASSWORD 'secret';
        SET password_encryption = md5;
        CREATE ROLE hashed LOGIN PASSWORD 'secret';
        """;

    private readonly TemporaryFolder folder = new();
    private PostgresServer? server;
    private TestDatabase? database;

    /// <summary>The file with the certificate of the authority that issued all others.</summary>
    public string Authority => folder.File("authority.crt");

    /// <summary>The file with the certificate of another authority.</summary>
    public string OtherAuthority => folder.File("other.crt");

    /// <summary>The file with the certificate of <c>certified</c>.</summary>
    public string Certificate => folder.File("certified.crt");

    /// <summary>The file with the key of <c>certified</c>.</summary>
    public string Key => folder.File("certified.key");

    /// <summary>The folder of the Unix socket.</summary>
    public string SocketFolder => server!.SocketFolder;

    /// <summary>The server's port.</summary>
    public int Port => server!.Port;

    /// <summary>The database, for its owner.</summary>
    public TestDatabase Database => database!;

    /// <summary>Starts it unless that has been done.</summary>
    public async ValueTask StartAsync(CancellationToken stop)
    {
        if (server is not null) return;
        using var authority = new CertificateAuthority();
        using var other = new CertificateAuthority();
        var (own, ownKey) = authority.Issue("localhost", "localhost");
        var (client, clientKey) = authority.Issue("certified");
        await File.WriteAllTextAsync(Authority, authority.Pem, stop);
        await File.WriteAllTextAsync(OtherAuthority, other.Pem, stop);
        await File.WriteAllTextAsync(Certificate, client, stop);
        await File.WriteAllTextAsync(Key, clientKey, stop);
        server = await PostgresServer.CreateAsync(stop: stop);
        database = await server.CreateDatabaseAsync(Objects, stop);
        await server.WriteAsync("relata.crt", own, stop);
        await server.WriteAsync("relata.key", ownKey, stop);
        await server.WriteAsync("authority.crt", authority.Pem, stop);
        await server.WriteAsync("postgresql.auto.conf", Settings, stop);
        await server.WriteAsync("pg_hba.conf", Admission + "\n", stop);
        await server.RestartAsync(stop: stop);
    }

    /// <summary>Makes a database of the server and gives what connects to it.</summary>
    public async Task<TestDatabase> CreateAsync(string encoding, CancellationToken stop)
    {
        var made = await server!.CreateDatabaseAsync("", stop);
        await database!.ExecuteAsync($"DROP DATABASE {made.Name}", stop);
        await database.ExecuteAsync(
            $"CREATE DATABASE {made.Name} TEMPLATE template0 ENCODING '{encoding}' LC_COLLATE 'C' LC_CTYPE 'C'", stop);
        return made;
    }

    /// <summary>What connects as a role to the database.</summary>
    public NpgsqlConnectionStringBuilder As(string role, SslMode mode = SslMode.Prefer) => new()
    {
        Host = "127.0.0.1",
        Port = Port,
        Database = Database.Name,
        Username = role,
        Password = "secret",
        SslMode = mode,
    };

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (server is not null) await server.DisposeAsync();
        folder.Dispose();
    }
}
