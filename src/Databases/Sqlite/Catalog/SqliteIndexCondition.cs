using System.Text;

namespace Relata.Databases.Sqlite.Catalog;

/// <summary>
/// Finds the condition in the statement that made a partial index. SQLite keeps the statement as it was written, and
/// has taken it for correct; so this need only know where a word, a quotation, a comment and a pair of brackets ends.
/// </summary>
internal static class SqliteIndexCondition
{
    private const string Where = "WHERE";

    /// <summary>What stands behind WHERE, without comments; null when there is none.</summary>
    public static string? Of(string sql)
    {
        var (condition, depth) = ((StringBuilder?)null, 0);
        for (var at = 0; at < sql.Length;)
        {
            var end = EndOfToken(sql, at);
            var token = sql.AsSpan(at, end - at);
            at = end;
            if (token.StartsWith("--", StringComparison.Ordinal) || token.StartsWith("/*", StringComparison.Ordinal))
                token = " ";
            else if (token is "(") depth++;
            else if (token is ")") depth--;
            if (condition is not null) condition.Append(token);
            else if (depth == 0 && token.Equals(Where, StringComparison.OrdinalIgnoreCase))
                condition = new StringBuilder();
        }

        return condition?.ToString().Trim();
    }

    private static int EndOfToken(string sql, int at) => (sql[at], at + 1 < sql.Length ? sql[at + 1] : default) switch
    {
        ('-', '-') => EndAfter(sql, at, "\n"),
        ('/', '*') => EndAfter(sql, at + 2, "*/"),
        ('[', _) => EndAfter(sql, at, "]"),

        // A quotation mark within a quotation is written twice, which looks like two quotations side by side.
        (var mark and ('\'' or '"' or '`'), _) => EndAfter(sql, at + 1, mark.ToString()),
        (var first, _) when IsOfWord(first) => EndOfWord(sql, at),
        _ => at + 1,
    };

    private static int EndAfter(string sql, int from, string closing)
    {
        var found = from < sql.Length ? sql.IndexOf(closing, from, StringComparison.Ordinal) : -1;
        return found < 0 ? sql.Length : found + closing.Length;
    }

    private static int EndOfWord(string sql, int at)
    {
        while (at < sql.Length && IsOfWord(sql[at])) at++;
        return at;
    }

    private static bool IsOfWord(char letter) =>
        char.IsLetterOrDigit(letter) || letter is '_' or '$' || letter > '\u007f';
}
