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

    private static readonly string[] Names = ["ssl-mode", "ssl-ca", "ssl-cert", "ssl-key"];

    private static readonly Dictionary<string, MySqlEncryption> Modes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["preferred"] = MySqlEncryption.Preferred,
        ["disabled"] = MySqlEncryption.Disabled,
        ["required"] = MySqlEncryption.Required,
        ["verify-ca"] = MySqlEncryption.VerifyAuthority,
        ["verify-full"] = MySqlEncryption.VerifyHost,
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
        problem = database switch
        {
            _ when !text.StartsWith("//", StringComparison.Ordinal) => "must have two slashes after mysql:",
            "" => "must name a database: mysql://user:password@host:port/database",
            _ when database.AsSpan().IndexOfAny('@', '/') >= 0 =>
                "cannot be taken apart: percent-encode a / ? # @ : or % inside the user or password",
            _ when colon >= 0 && !IsPort(host[(colon + 1)..], out port) =>
                "must have a port from 1 to 65535 after the host",
            _ => null,
        };
        if (problem is not null || !TryReadOptions(query, out var options, out problem)) return false;
        host = Uri.UnescapeDataString((colon < 0 ? host : host[..colon]).Trim('[', ']'));
        address = new MySqlAddress(
            host.Length == 0 ? "localhost" : host,
            port,
            user.Length == 0 ? "root" : Uri.UnescapeDataString(user),
            password.Length == 0 ? null : Uri.UnescapeDataString(password),
            Uri.UnescapeDataString(database),
            options.TryGetValue("ssl-mode", out var mode) ? Modes[mode] : MySqlEncryption.Preferred)
        {
            Authority = options.GetValueOrDefault("ssl-ca"),
            Certificate = options.GetValueOrDefault("ssl-cert"),
            Key = options.GetValueOrDefault("ssl-key"),
        };
        return true;
    }

    private static bool TryReadOptions(
        string query, out Dictionary<string, string> options, [NotNullWhen(false)] out string? problem)
    {
        options = new(StringComparer.Ordinal);
        foreach (var option in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = Cut(option, '=');
            var isOne = value.Length > 0 && Names.Contains(name);
            if (isOne && options.TryAdd(name, Uri.UnescapeDataString(value))) continue;
            problem = $"takes the options {string.Join(", ", Names)}, as name=value, each once";
            return false;
        }

        problem = options switch
        {
            _ when options.TryGetValue("ssl-mode", out var mode) && !Modes.ContainsKey(mode) =>
                $"takes one of {string.Join(", ", Modes.Keys)} for ssl-mode",
            _ when options.ContainsKey("ssl-cert") != options.ContainsKey("ssl-key") =>
                "takes ssl-cert and ssl-key together",
            _ when options.ContainsKey("ssl-ca") && !IsVerified(options) =>
                "takes ssl-ca with ssl-mode=verify-ca or verify-full: otherwise no certificate is checked",
            _ => null,
        };
        return problem is null;
    }

    private static bool IsVerified(Dictionary<string, string> options) =>
        options.TryGetValue("ssl-mode", out var mode)
        && Modes[mode] is MySqlEncryption.VerifyAuthority or MySqlEncryption.VerifyHost;

    private static bool IsPort(string text, out int port) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is > 0 and <= 65535;

    private static (string Before, string After) Cut(string text, char at) =>
        text.IndexOf(at, StringComparison.Ordinal) is >= 0 and var place
            ? (text[..place], text[(place + 1)..])
            : (text, "");
}
