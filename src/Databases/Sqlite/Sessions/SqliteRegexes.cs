using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Relata.Databases.Sqlite.Sessions;

/// <summary>Compiled patterns, shared by all connections and emptied when they become many.</summary>
/// <remarks>
/// Matching takes time in proportion to the text, whatever the pattern: a caller's pattern cannot hang a statement.
/// </remarks>
internal static class SqliteRegexes
{
    private const int Most = 256;

    private static readonly ConcurrentDictionary<(string Pattern, bool IgnoreCase), Regex> Known = new();

    /// <summary>The pattern, ready to match.</summary>
    /// <exception cref="ArgumentException">The text is no pattern.</exception>
    /// <exception cref="NotSupportedException">The pattern cannot be matched in linear time, or is too large for
    /// it.</exception>
    public static Regex Find(string pattern, bool ignoreCase)
    {
        if (Known.TryGetValue((pattern, ignoreCase), out var known)) return known;
        if (Known.Count >= Most) Known.Clear();
        var options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;
        if (ignoreCase) options |= RegexOptions.IgnoreCase;
        return Known[(pattern, ignoreCase)] = new Regex(pattern, options);
    }
}
