using System.Globalization;

namespace Relata.Databases.MySql;

/// <summary>Where a database of MariaDB is and who asks.</summary>
/// <param name="Host">The host's name or address.</param>
/// <param name="Port">The port.</param>
/// <param name="User">The user.</param>
/// <param name="Password">The user's password; null when none was given.</param>
/// <param name="Database">The database's name.</param>
/// <param name="Encryption">Whether the connection is encrypted.</param>
public sealed record MySqlAddress(
    string Host, int Port, string User, string? Password, string Database, MySqlEncryption Encryption)
{
    /// <summary>
    /// The file with the certificate of the authority that is trusted; null for those that the machine trusts.
    /// </summary>
    public string? Authority { get; init; }

    /// <summary>The file with the certificate that the connection shows; null for none.</summary>
    public string? Certificate { get; init; }

    /// <summary>The file with that certificate's key.</summary>
    public string? Key { get; init; }

    /// <summary>The address as it may be shown: of a password only that there is one, and no options.</summary>
    public override string ToString()
    {
        var host = Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]" : Host;
        return string.Create(
            CultureInfo.InvariantCulture, $"mysql://{User}{(Password is null ? "" : ":***")}@{host}:{Port}/{Database}");
    }
}

/// <summary>Whether a connection is encrypted.</summary>
public enum MySqlEncryption
{
    /// <summary>Where the server can; its certificate is not checked.</summary>
    Preferred,

    /// <summary>Never.</summary>
    Disabled,

    /// <summary>Always; the server's certificate is not checked.</summary>
    Required,

    /// <summary>Always, and the certificate has to be of an authority that is trusted.</summary>
    VerifyAuthority,

    /// <summary>Always, and the certificate has to be that of the host, too.</summary>
    VerifyHost,
}
