using System.Net;
using System.Runtime.InteropServices;
using Npgsql;

namespace Relata.Databases.Postgres.Wire;

/// <summary>Where a server is and who asks, for connections that are not the driver's.</summary>
/// <remarks>
/// What the settings leave open is looked for where the driver looks for it. No text shows a password.
/// </remarks>
internal sealed class WireTarget
{
    private readonly NpgsqlConnectionStringBuilder settings;

    private WireTarget(NpgsqlConnectionStringBuilder settings)
    {
        this.settings = settings;
        Parameters = ParametersOf(settings);
    }

    /// <summary>The server's name or address; of a Unix socket, its folder.</summary>
    public string Host => settings.Host!;

    /// <summary>The port.</summary>
    public int Port => settings.Port;

    /// <summary>The role.</summary>
    public string User => Parameters[0].Value;

    /// <summary>How much of an encrypted connection is demanded.</summary>
    public SslMode SslMode => settings.SslMode;

    /// <summary>Whether the password's proof must be bound to the encrypted connection.</summary>
    public ChannelBinding ChannelBinding => settings.ChannelBinding;

    /// <summary>Whether the authority of a certificate is asked if it still stands.</summary>
    public bool ChecksRevocation => settings.CheckCertificateRevocation;

    /// <summary>The file of the authorities that are trusted; null for those of the system.</summary>
    public string? RootCertificate =>
        settings.RootCertificate ?? Variable("PGSSLROOTCERT") ?? FileAtHome(".postgresql/root.crt");

    /// <summary>The file of the certificate that is shown to the server; null for none.</summary>
    public string? Certificate =>
        settings.SslCertificate ?? Variable("PGSSLCERT") ?? FileAtHome(".postgresql/postgresql.crt");

    /// <summary>The file of that certificate's key; null when it is in the same file.</summary>
    public string? Key => settings.SslKey ?? Variable("PGSSLKEY") ?? FileAtHome(".postgresql/postgresql.key");

    /// <summary>What that key is encrypted with; null for nothing.</summary>
    public string? KeyPassword => settings.SslPassword;

    /// <summary>How long a connection may take until it is ready.</summary>
    public TimeSpan Timeout => settings.Timeout == 0
        ? System.Threading.Timeout.InfiniteTimeSpan
        : TimeSpan.FromSeconds(settings.Timeout);

    /// <summary>What the startup message says, the user first.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Parameters { get; }

    /// <summary>Whether the server is reached over a Unix socket.</summary>
    public bool IsUnixSocket => Path.IsPathRooted(Host) || Host[0] == '@';

    /// <summary>The Unix socket; a folder that begins with <c>@</c> is in the abstract name space.</summary>
    public string SocketPath => Path.Combine(Host[0] == '@' ? $"\0{Host[1..]}" : Host, $".s.PGSQL.{Port}");

    /// <summary>The target of settings; null when they ask for something that only the driver does.</summary>
    public static WireTarget? From(NpgsqlConnectionStringBuilder settings)
    {
        var isServed = settings.Host is { Length: > 0 } host
            && IsOneHost(host)
            && !string.IsNullOrEmpty(UserOf(settings))
            && (settings.ClientEncoding ?? Variable("PGCLIENTENCODING") ?? "UTF8") is "UTF8"
            && settings.SslNegotiation == SslNegotiation.Postgres && Variable("PGSSLNEGOTIATION") is null
            && settings.GssEncryptionMode != GssEncryptionMode.Require && Variable("PGGSSENCMODE") is not "require"
            && settings.RequireAuth is null && Variable("PGREQUIREAUTH") is null;
        return isServed ? new WireTarget(new(settings.ConnectionString)) : null;
    }

    /// <summary>The role's password as it is now; null when there is none.</summary>
    public string? Password()
    {
        var password = settings.Password ?? Variable("PGPASSWORD");
        if (password is not null) return password;
        var file = settings.Passfile ?? Variable("PGPASSFILE") ?? FileAtHome(
            RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? "pgpass.conf" : ".pgpass");
        return file is null ? null : PasswordFile.Find(file, Host, Port, settings.Database ?? User, User);
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Host}:{Port}";

    /// <summary>A colon that is no part of an address stands before a port, as only the driver reads it.</summary>
    private static bool IsOneHost(string host) =>
        !host.Contains(',', StringComparison.Ordinal)
        && !host.Contains('[', StringComparison.Ordinal)
        && (!host.Contains(':', StringComparison.Ordinal) || IPAddress.TryParse(host, out _));

    private static List<KeyValuePair<string, string>> ParametersOf(NpgsqlConnectionStringBuilder settings)
    {
        var parameters = new List<KeyValuePair<string, string>>
        {
            new("user", UserOf(settings)!),
            new("client_encoding", "UTF8"),
        };
        Add("database", settings.Database);
        Add("application_name", settings.ApplicationName ?? Variable("PGAPPNAME"));
        Add("search_path", settings.SearchPath);
        Add("TimeZone", settings.Timezone ?? Variable("PGTZ"));
        Add("options", settings.Options ?? Variable("PGOPTIONS"));
        return parameters;

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value)) parameters.Add(new(name, value));
        }
    }

    private static string? UserOf(NpgsqlConnectionStringBuilder settings) =>
        settings.Username is { Length: > 0 } named ? named : Variable("PGUSER") ?? Environment.UserName;

    private static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    private static string? FileAtHome(string name)
    {
        var home = Variable(RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? "APPDATA" : "HOME");
        if (home is null) return null;
        var path = Path.Combine(
            home, RuntimeInformation.IsOSPlatform(OSPlatform.Windows) ? name.TrimStart('.') : name);
        return File.Exists(path) ? path : null;
    }
}
