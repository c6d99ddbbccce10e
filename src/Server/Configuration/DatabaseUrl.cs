using System.Diagnostics.CodeAnalysis;
using Relata.Databases.MySql;
using Relata.Databases.Postgres;
using Relata.Model.Failures;

namespace Relata.Server.Configuration;

/// <summary>Which database is served. As text it never shows a password.</summary>
internal abstract record DatabaseUrl
{
    private const string Expected = "sqlite:path, postgres://user:password@host:port/database or mysql://…";
    private static readonly string[] Schemes = ["sqlite", "postgres", "postgresql", "mysql", "mariadb"];

    /// <summary>
    /// Reads a URL; a problem is worded to follow the name of the setting and shows nothing that could be secret.
    /// </summary>
    public static bool TryParse(
        string text, [NotNullWhen(true)] out DatabaseUrl? url, [NotNullWhen(false)] out string? problem)
    {
        url = null;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var scheme = colon < 0 ? "" : text[..colon].ToLowerInvariant();
        var rest = text[(colon + 1)..];
        switch (scheme)
        {
            case "sqlite":
                return SqliteUrl.TryRead(rest, out url, out problem);
            case "postgres" or "postgresql":
                if (PostgresUrlReader.TryRead(rest, out var address, out problem)) url = new PostgresUrl(address);
                return url is not null;
            case "mysql" or "mariadb":
                if (MySqlUrlReader.TryRead(rest, out var mysql, out problem)) url = new MySqlUrl(mysql);
                return url is not null;
            default:
                problem = UnknownScheme(scheme);
                return false;
        }
    }

    /// <summary>
    /// The scheme is repeated only when it cannot be a piece of something else, such as a connection string.
    /// </summary>
    private static string UnknownScheme(string scheme)
    {
        if (scheme.Length == 0 || !scheme.All(char.IsAsciiLetterOrDigit)) return $"must be a URL: {Expected}";
        var hint = NearestName.Hint(scheme, Schemes) ?? $"Known are {Expected}";
        return $"has the unknown scheme \"{scheme}\". {hint}";
    }
}

/// <summary>An SQLite file.</summary>
/// <param name="Path">The file's path; a relative one starts at the working directory.</param>
internal sealed record SqliteUrl(string Path) : DatabaseUrl
{
    /// <inheritdoc/>
    public override string ToString() => $"sqlite:{Path}";

    /// <summary>
    /// Reads what follows <c>sqlite:</c>. Two slashes are passed over, so <c>sqlite:///data/a.db</c> is
    /// <c>/data/a.db</c>.
    /// </summary>
    internal static bool TryRead(
        string text, [NotNullWhen(true)] out DatabaseUrl? url, [NotNullWhen(false)] out string? problem)
    {
        var path = text.StartsWith("//", StringComparison.Ordinal) ? text[2..] : text;
        problem = path switch
        {
            "" => "must name a file: sqlite:path",
            ":memory:" => "must name a file: a database in memory is empty when the server starts",
            _ when path.Contains('?', StringComparison.Ordinal) =>
                "must not have options after the path of an SQLite file; write a ? that belongs to the path as %3F",
            _ => null,
        };
        url = problem is null ? new SqliteUrl(Uri.UnescapeDataString(path)) : null;
        return problem is null;
    }
}

/// <summary>A PostgreSQL database.</summary>
/// <param name="Address">Where it is and who asks.</param>
internal sealed record PostgresUrl(PostgresAddress Address) : DatabaseUrl
{
    /// <inheritdoc/>
    public override string ToString() => Address.ToString();
}

/// <summary>A database of MariaDB.</summary>
/// <param name="Address">Where it is and who asks.</param>
internal sealed record MySqlUrl(MySqlAddress Address) : DatabaseUrl
{
    /// <inheritdoc/>
    public override string ToString() => Address.ToString();
}
