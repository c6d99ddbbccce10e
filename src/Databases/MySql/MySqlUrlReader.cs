using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Relata.Databases.MySql;

/// <summary>
/// Reads <c>mysql://user:password@host:port/database?ssl-mode=required</c>; every part but the database can be left out
/// and percent-encoded.
/// </summary>
/// <remarks>No problem repeats a part: when a password is not encoded, any part can hold a piece of it.</remarks>
public static class MySqlUrlReader
{
    private const int DefaultPort = 3306;

    private static readonly Dictionary<string, MySqlEncryption> Modes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["preferred"] = MySqlEncryption.Preferred,
        ["disabled"] = MySqlEncryption.Disabled,
        ["required"] = MySqlEncryption.Required,
        ["verify_ca"] = MySqlEncryption.VerifyAuthority,
        ["verify_identity"] = MySqlEncryption.VerifyHost,
    };

    /// <summary>Reads what follows <c>mysql:</c>.</summary>
    /// <param name="text">The URL without its scheme.</param>
    /// <param name="address">What it says.</param>
    /// <param name="problem">What is wrong, worded to follow the name of the URL.</param>
    public static bool TryRead(
        string text, [NotNullWhen(true)] out MySqlAddress? address, [NotNullWhen(false)] out string? problem)
    {
        address = null;
        var (beforeQuery, query) = Cut(text.StartsWith("//", StringComparison.Ordinal) ? text[2..] : "", '?');
        var (authority, database) = Cut(beforeQuery, '/');
        var at = authority.LastIndexOf('@');
        var (user, password) = Cut(at < 0 ? "" : authority[..at], ':');
        var host = authority[(at + 1)..];
        var colon = host.IndexOf(':', Math.Max(0, host.LastIndexOf(']')));
        var port = DefaultPort;
        problem = (database, query) switch
        {
            _ when !text.StartsWith("//", StringComparison.Ordinal) => "must have two slashes after mysql:",
            ("", _) => "must name a database: mysql://user:password@host:port/database",
            _ when database.AsSpan().IndexOfAny('@', '/') >= 0 =>
                "cannot be taken apart: percent-encode a / ? # @ : or % inside the user or password",
            _ when colon >= 0 && !IsPort(host[(colon + 1)..], out port) =>
                "must have a port from 1 to 65535 after the host",
            (_, not "") when ModeOf(query) is null =>
                $"takes one option, ssl-mode, which is one of {string.Join(", ", Modes.Keys)}",
            _ => null,
        };
        if (problem is not null) return false;
        host = Uri.UnescapeDataString((colon < 0 ? host : host[..colon]).Trim('[', ']'));
        address = new MySqlAddress(
            host.Length == 0 ? "localhost" : host,
            port,
            user.Length == 0 ? "root" : Uri.UnescapeDataString(user),
            password.Length == 0 ? null : Uri.UnescapeDataString(password),
            Uri.UnescapeDataString(database),
            query.Length == 0 ? MySqlEncryption.Preferred : ModeOf(query)!.Value);
        return true;
    }

    private static bool IsPort(string text, out int port) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is > 0 and <= 65535;

    private static MySqlEncryption? ModeOf(string query) =>
        Cut(query, '=') is ("ssl-mode", var mode) && Modes.TryGetValue(mode, out var encryption) ? encryption : null;

    private static (string Before, string After) Cut(string text, char at) =>
        text.IndexOf(at, StringComparison.Ordinal) is >= 0 and var place
            ? (text[..place], text[(place + 1)..])
            : (text, "");
}
