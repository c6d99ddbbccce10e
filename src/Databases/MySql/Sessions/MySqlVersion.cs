using System.Text.RegularExpressions;
using Relata.Model.Failures;

namespace Relata.Databases.MySql.Sessions;

/// <summary>Which servers can be used: those that know <c>RETURNING</c> and <c>SKIP LOCKED</c>.</summary>
internal static partial class MySqlVersion
{
    private static readonly Version Oldest = new(10, 6);

    /// <summary>Refuses a server that cannot be used, by what it says of itself.</summary>
    /// <param name="text">Such as <c>10.11.6-MariaDB-0+deb12u1</c>; some drivers leave <c>5.5.5-</c> in front.</param>
    public static void Check(string text)
    {
        var isMariaDb = text.Contains("MariaDB", StringComparison.OrdinalIgnoreCase);
        var number = Number().Match(text.StartsWith("5.5.5-", StringComparison.Ordinal) ? text[6..] : text).Value;
        if (isMariaDb && Version.TryParse(number, out var version) && version >= Oldest) return;
        throw new Failure(
            FailureCode.DatabaseRefused,
            $"The server is {(isMariaDb ? "MariaDB" : "MySQL")} {number}; MariaDB {Oldest} or a later one is needed.")
            .AsException();
    }

    [GeneratedRegex(@"^\d+\.\d+")]
    private static partial Regex Number();
}
