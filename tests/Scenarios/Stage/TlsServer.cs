using System.Globalization;
using Relata.Support;

namespace Relata.Scenarios.Stage;

/// <summary>
/// A PostgreSQL server that takes connections over TLS only, with a certificate for <c>localhost</c>; the role <c>ann</c>
/// needs a certificate of her own and no password.
/// </summary>
/// <remarks>Each test starts it, because a fixture cannot skip a test.</remarks>
public sealed class TlsServer : IAsyncDisposable
{
    private const string Settings = """
        ssl = on
        ssl_cert_file = 'relata.crt'
        ssl_key_file = 'relata.key'
        ssl_ca_file = 'authority.crt'
        """;

    private const string Admission = """
        hostssl all ann    127.0.0.1/32 cert
        hostssl all relata 127.0.0.1/32 scram-sha-256
        """;

    private const string Objects = """
        CREATE VIEW connection AS SELECT 1 AS id, ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid();
        CREATE ROLE ann LOGIN;
        GRANT SELECT ON connection TO ann;
        """;

    private readonly TemporaryFolder folder = new();
    private PostgresServer? server;
    private PostgresDatabase? database;

    /// <summary>The file with the certificate of the authority that issued all others.</summary>
    public string Authority => folder.File("authority.crt");

    /// <summary>The file with the certificate of another authority.</summary>
    public string OtherAuthority => folder.File("other.crt");

    /// <summary>The file with the certificate of <c>ann</c>.</summary>
    public string Certificate => folder.File("ann.crt");

    /// <summary>The file with the key of <c>ann</c>.</summary>
    public string Key => folder.File("ann.key");

    /// <summary>Starts it unless that has been done.</summary>
    public async ValueTask StartAsync(CancellationToken stop)
    {
        if (server is not null) return;
        using var authority = new CertificateAuthority();
        using var other = new CertificateAuthority();
        var (own, ownKey) = authority.Issue("localhost", "localhost");
        var (ann, annKey) = authority.Issue("ann");
        await File.WriteAllTextAsync(Authority, authority.Pem, stop);
        await File.WriteAllTextAsync(OtherAuthority, other.Pem, stop);
        await File.WriteAllTextAsync(Certificate, ann, stop);
        await File.WriteAllTextAsync(Key, annKey, stop);
        server = await PostgresServer.CreateAsync(stop: stop);
        database = await server.CreateDatabaseAsync(Objects, stop);
        await server.WriteAsync("relata.crt", own, stop);
        await server.WriteAsync("relata.key", ownKey, stop);
        await server.WriteAsync("authority.crt", authority.Pem, stop);
        await server.WriteAsync("postgresql.auto.conf", Settings, stop);
        await server.WriteAsync("pg_hba.conf", Admission + "\n", stop);
        await server.RestartAsync(stop: stop);
    }

    /// <summary>The URL of a database with the view <c>connection</c>, which tells whether it is encrypted.</summary>
    /// <param name="login">Such as <c>ann</c> or <c>relata:relata</c>.</param>
    /// <param name="host">The host's name.</param>
    /// <param name="options">What stands behind the <c>?</c>.</param>
    public string Url(string login, string host, string options) =>
        string.Create(CultureInfo.InvariantCulture, $"postgres://{login}@{host}:{server!.Port}/{database!.Name}?{options}");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (server is not null) await server.DisposeAsync();
        folder.Dispose();
    }
}
