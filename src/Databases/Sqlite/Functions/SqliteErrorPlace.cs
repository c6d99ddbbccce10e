using System.Text.RegularExpressions;

namespace Relata.Databases.Sqlite.Functions;

/// <summary>
/// Finds the place that a message of SQLite is about by the word in it: the driver does not pass on where SQLite stood
/// (https://www.sqlite.org/c3ref/errcode.html, <c>sqlite3_error_offset</c>).
/// </summary>
internal static partial class SqliteErrorPlace
{
    /// <summary>Characters from the start of the SQL; null when the message names nothing that stands there.</summary>
    public static int? Of(string message, string sql)
    {
        var match = Word().Match(message);
        if (!match.Success) return message.StartsWith("incomplete input", StringComparison.Ordinal) ? sql.Length : null;
        var word = match.Groups["word"].Value.Split('.')[^1];
        return sql.IndexOf(word, StringComparison.OrdinalIgnoreCase) is >= 0 and var place ? place : null;
    }

    [GeneratedRegex(
        """(near "(?<word>.+?)":|no such (table|column|function): (?<word>\S+)|unrecognized token: "(?<word>.+?)"$)""",
        RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Word();
}
