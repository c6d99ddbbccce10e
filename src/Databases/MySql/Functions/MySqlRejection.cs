using System.Globalization;
using System.Text.RegularExpressions;
using Relata.Databases.Contract.Functions;
using Relata.Databases.MySql.Sessions;
using Relata.Model.Failures;

namespace Relata.Databases.MySql.Functions;

/// <summary>Says what MariaDB does not take about a file, with the place.</summary>
internal static partial class MySqlRejection
{
    /// <summary>Whether a failure is about the SQL, and not about the connection or the time.</summary>
    public static bool IsAboutSql(FailureException e) =>
        e.InnerException is { } cause && MySqlDriver.NumberOf(MySqlDriver.ErrorOf(cause)) is not null
        && e.Failure.Code is not (FailureCode.DatabaseUnavailable or FailureCode.StatementTimeout
            or FailureCode.TransactionConflict);

    /// <summary>The rejection.</summary>
    /// <param name="e">What was thrown.</param>
    /// <param name="text">What was sent.</param>
    /// <param name="offsetOf">Where in the file a place of it is.</param>
    public static SqlRejectedException Of(FailureException e, string text, Func<int, int> offsetOf)
    {
        var said = MySqlDriver.ErrorOf(e.InnerException!).Message;
        return new SqlRejectedException(said, offsetOf(PlaceOf(said, text) ?? 0), e);
    }

    /// <summary>The server names a line, or else a word.</summary>
    private static int? PlaceOf(string said, string text)
    {
        if (AtLine().Match(said) is { Success: true } line)
        {
            var place = 0;
            for (var i = int.Parse(line.Groups["line"].ValueSpan, CultureInfo.InvariantCulture); i > 1; i--)
                place = text.IndexOf('\n', place) + 1;
            return place;
        }

        if (Named().Match(said) is not { Success: true } name) return null;
        var word = name.Groups["word"].Value.Split('.')[^1];
        return text.IndexOf(word, StringComparison.OrdinalIgnoreCase) is >= 0 and var found ? found : null;
    }

    [GeneratedRegex(@"at line (?<line>\d+)$")]
    private static partial Regex AtLine();

    [GeneratedRegex("^[^'`]*['`](?<word>[^'`]+)['`]")]
    private static partial Regex Named();
}
