using System.Globalization;
using Relata.Support;

namespace Relata.Scenarios.Stage;

/// <summary>
/// A MariaDB server with a certificate for <c>localhost</c>; the user <c>ann</c> needs a certificate of her own and no
/// password, the user <c>bob</c> an encrypted connection.
/// </summary>
/// <remarks>Each test starts it, because a fixture cannot skip a test.</remarks>
public sealed class MariaDbTlsServer : IAsyncDisposable
{
    private const string Users = """
        CREATE USER ann@'127.0.0.1' REQUIRE SUBJECT '/CN=ann';
        GRANT ALL ON *.* TO ann@'127.0.0.1';
        CREATE USER bob@'127.0.0.1' IDENTIFIED BY 'bob' REQUIRE SSL;
        GRANT ALL ON *.* TO bob@'127.0.0.1';
        CREATE VIEW connection AS SELECT 1 AS id, VARIABLE_VALUE <> '' AS encrypted FROM information_schema.SESSION_STATUS
            WHERE VARIABLE_NAME = 'Ssl_cipher';

        """;

    private readonly TemporaryFolder folder = new();
    private MariaDbServer? server;
    private MySqlTestDatabase? database;

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
        await File.WriteAllTextAsync(folder.File("own.crt"), own, stop);
        await File.WriteAllTextAsync(folder.File("own.key"), ownKey, stop);
        server = await MariaDbServer.CreateAsync(
            [$"--ssl-ca={Authority}", $"--ssl-cert={folder.File("own.crt")}", $"--ssl-key={folder.File("own.key")}"],
            stop);
        var name = MySqlTestDatabase.NewName();
        database = await MySqlTestDatabase.CreateOnAsync(server.ConnectionString, name, Users, stop);
    }

    /// <summary>The URL of a database with the view <c>connection</c>, which tells whether it is encrypted.</summary>
    /// <param name="login">Such as <c>ann</c> or <c>bob:bob</c>.</param>
    /// <param name="host">The host's name.</param>
    /// <param name="options">What stands behind the <c>?</c>.</param>
    public string Url(string login, string host, string options) => string.Create(
        CultureInfo.InvariantCulture, $"mysql://{login}@{host}:{server!.Port}/{database!.Name}?{options}");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (server is not null) await server.DisposeAsync();
        folder.Dispose();
    }
}
