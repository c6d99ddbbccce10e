using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Relata.Databases.Postgres;

/// <summary>
/// Reads connection URIs as PostgreSQL's manual describes them (libpq, "Connection URIs"): every part can be left
/// out, every part can be percent-encoded, and the query can name the parts again. The user defaults to the operating
/// system's, the database to the user.
/// </summary>
/// <remarks>
/// No problem repeats a part: when a password holds a <c>/</c> that is not encoded, any part can hold a piece of it.
/// </remarks>
public static class PostgresUrlReader
{
    /// <summary>PostgreSQL's registered port.</summary>
    public const int DefaultPort = 5432;

    private const string Encode = "percent-encode a / ? # @ : or % inside the user or password";

    /// <summary>
    /// Reads what follows <c>postgres:</c>; a problem is worded to follow the name of what was read, and shows nothing
    /// that could be secret.
    /// </summary>
    public static bool TryRead(
        string text, [NotNullWhen(true)] out PostgresAddress? address, [NotNullWhen(false)] out string? problem)
    {
        address = null;
        if (!text.StartsWith("//", StringComparison.Ordinal))
        {
            problem = "must have two slashes after postgres:";
            return false;
        }

        text = text[2..];
        var (beforeQuery, query) = Cut(text, text.IndexOf('?', StringComparison.Ordinal));
        var (authority, database) = Cut(beforeQuery, beforeQuery.IndexOf('/', StringComparison.Ordinal));
        var at = authority.LastIndexOf('@');
        var (login, server) = at < 0 ? ("", authority) : (authority[..at], authority[(at + 1)..]);
        var (user, password) = Cut(login, login.IndexOf(':', StringComparison.Ordinal));
        if (database.IndexOfAny(['@', '/']) >= 0 || (at < 0 && query.Contains('@', StringComparison.Ordinal)))
        {
            problem = $"cannot be taken apart: {Encode}";
            return false;
        }

        if (!TryReadOptions(query, out var options, out problem)) return false;
        user = Take(options, "user") ?? Decode(user);
        database = Take(options, "dbname") ?? Decode(database);
        password = Take(options, "password") ?? Decode(password);
        if (!TryReadHosts(server, Take(options, "host"), Take(options, "port"), out var hosts, out problem))
            return false;
        address = Create(hosts[0].Host, hosts[0].Port, user, password, database, options) with
        {
            OtherHosts = hosts[1..],
        };
        return true;
    }

    /// <summary>An address in whose parts what is empty is filled in.</summary>
    public static PostgresAddress Create(
        string host, int port, string user, string password, string database,
        IReadOnlyDictionary<string, string> options)
    {
        // A container can run under a number that has no user name.
        if (user.Length == 0) user = Environment.UserName is { Length: > 0 } own ? own : "postgres";
        return new(
            host.Length == 0 ? "localhost" : host,
            port,
            user,
            password.Length == 0 ? null : password,
            database.Length == 0 ? user : database,
            options);
    }

    /// <summary>
    /// Reads the hosts between commas. Lists in the query replace those before it; a single port there is that of all
    /// hosts.
    /// </summary>
    private static bool TryReadHosts(
        string address, string? names, string? ports, out (string Host, int Port)[] hosts,
        [NotNullWhen(false)] out string? problem)
    {
        var parts = address.Split(',').Select(part => Cut(part, PortColon(part))).ToArray();
        var hostList = names?.Split(',') ?? [.. parts.Select(part => Decode(part.Before.Trim('[', ']')))];
        var portList = ports?.Split(',') ?? [.. parts.Select(part => part.After)];
        hosts = new (string Host, int Port)[hostList.Length];
        problem = null;
        if (portList.Length != 1 && portList.Length != hostList.Length)
        {
            problem = "must have as many ports as hosts, or one port";
            return false;
        }

        for (var i = 0; i < hosts.Length; i++)
        {
            if (!TryReadPort(portList[portList.Length == 1 ? 0 : i], out var port))
            {
                problem = $"must have a port from 1 to 65535 after the host; {Encode}";
                return false;
            }

            hosts[i] = (hostList[i], port);
        }

        if (hosts.Length > 1 && hosts.Any(host => host.Host.Length == 0))
            problem = "must have a name for each of its hosts";
        return problem is null;
    }

    /// <summary>Reads a port; nothing is PostgreSQL's own.</summary>
    public static bool TryReadPort(string text, out int port)
    {
        port = DefaultPort;
        if (text.Length == 0) return true;
        return int.TryParse(
            text, NumberStyles.None, CultureInfo.InvariantCulture, out port) && port is > 0 and <= 65535;
    }

    private static bool TryReadOptions(
        string query, out Dictionary<string, string> options, [NotNullWhen(false)] out string? problem)
    {
        options = new(StringComparer.OrdinalIgnoreCase);
        problem = null;
        foreach (var pair in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = Cut(pair, pair.IndexOf('=', StringComparison.Ordinal));
            if (pair.Contains('=', StringComparison.Ordinal) && options.TryAdd(Decode(name), Decode(value))) continue;
            problem = "must have options of the form name=value after the ?, each name once";
        }

        return problem is null;
    }

    private static string? Take(Dictionary<string, string> options, string name) =>
        options.Remove(name, out var value) ? value : null;

    /// <summary>The colon before the port, which is none of those inside an IPv6 address.</summary>
    private static int PortColon(string address) => address.IndexOf(':', Math.Max(0, address.LastIndexOf(']')));

    private static (string Before, string After) Cut(string text, int at) =>
        at < 0 ? (text, "") : (text[..at], text[(at + 1)..]);

    private static string Decode(string text) => Uri.UnescapeDataString(text);
}
