using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using Relata.Model.Failures;
using SQLitePCL;

namespace Relata.Databases.Sqlite.Sessions;

/// <summary>
/// The functions that SQLite lacks: <c>relata_fold(text)</c> is lower case for every alphabet,
/// <c>relata_glob(pattern)</c> makes a GLOB pattern of a LIKE pattern, and <c>relata_regexp(pattern, text,
/// ignore_case)</c> says whether a pattern is found in a text. All answer NULL for NULL.
/// </summary>
internal sealed class SqliteFunctions
{
    private const int LongestPatternShown = 100;

    private byte[] lastPattern = [];
    private bool lastIgnoreCase;
    private Regex? lastRegex;
    private Failure? refusal;

    /// <summary>Makes a connection know the functions.</summary>
    public SqliteFunctions(sqlite3 connection)
    {
        const int Flags = raw.SQLITE_UTF8 | raw.SQLITE_DETERMINISTIC;
        SqliteMomentFunctions.Register(connection, Flags);
        SqliteJsonFunctions.Register(connection, Flags);
        SqliteJsonContainment.Register(connection, Flags);
        raw.sqlite3_create_function(connection, "relata_fold", 1, Flags, this, static (context, _, arguments) =>
            Fold(context, arguments[0]));
        raw.sqlite3_create_function(connection, "relata_glob", 1, Flags, this, static (context, _, arguments) =>
            ToGlob(context, arguments[0]));
        raw.sqlite3_create_function(connection, "relata_regexp", 3, Flags, this, static (context, self, arguments) =>
            ((SqliteFunctions)self).Match(context, arguments[0], arguments[1], arguments[2]));
    }

    /// <summary>Why a function refused its arguments in the statement that just failed; null when none did.</summary>
    public Failure? TakeRefusal()
    {
        var taken = refusal;
        refusal = null;
        return taken;
    }

    private static void Fold(sqlite3_context context, sqlite3_value value)
    {
        if (raw.sqlite3_value_type(value) == raw.SQLITE_NULL)
        {
            raw.sqlite3_result_null(context);
            return;
        }

        var text = TextOf(value);
        var bytes = ArrayPool<byte>.Shared.Rent(text.Length + 1);
        if (Ascii.ToLower(text, bytes, out var length) == OperationStatus.Done && length > 0)
            raw.sqlite3_result_text(context, bytes.AsSpan(0, length));
        else
            raw.sqlite3_result_text(context, Encoding.UTF8.GetString(text).ToLowerInvariant());
        ArrayPool<byte>.Shared.Return(bytes);
    }

    /// <summary>
    /// <c>%</c> is <c>*</c>, <c>_</c> is <c>?</c>; what GLOB would read as a wildcard stands in brackets.
    /// </summary>
    private static void ToGlob(sqlite3_context context, sqlite3_value value)
    {
        if (raw.sqlite3_value_type(value) == raw.SQLITE_NULL)
        {
            raw.sqlite3_result_null(context);
            return;
        }

        var glob = new StringBuilder();
        var escaped = false;
        foreach (var character in Encoding.UTF8.GetString(TextOf(value)))
        {
            if (character == '\\' && !escaped)
            {
                escaped = true;
                continue;
            }

            _ = character switch
            {
                '%' when !escaped => glob.Append('*'),
                '_' when !escaped => glob.Append('?'),
                '*' or '?' or '[' => glob.Append('[').Append(character).Append(']'),
                _ => glob.Append(character),
            };
            escaped = false;
        }

        raw.sqlite3_result_text(context, glob.ToString());
    }

    private void Match(sqlite3_context context, sqlite3_value pattern, sqlite3_value value, sqlite3_value ignoreCase)
    {
        if (raw.sqlite3_value_type(pattern) == raw.SQLITE_NULL || raw.sqlite3_value_type(value) == raw.SQLITE_NULL)
        {
            raw.sqlite3_result_null(context);
            return;
        }

        if (RegexFor(TextOf(pattern), raw.sqlite3_value_int(ignoreCase) != 0) is not { } regex)
        {
            raw.sqlite3_result_error(context, "bad pattern");
            return;
        }

        var text = TextOf(value);
        var characters = ArrayPool<char>.Shared.Rent(text.Length);
        var length = Encoding.UTF8.GetChars(text, characters);
        raw.sqlite3_result_int(context, regex.IsMatch(characters.AsSpan(0, length)) ? 1 : 0);
        ArrayPool<char>.Shared.Return(characters);
    }

    /// <summary>A statement asks for the same pattern row after row, so the last one is looked at first.</summary>
    private Regex? RegexFor(ReadOnlySpan<byte> pattern, bool ignoreCase)
    {
        var isLast = lastIgnoreCase == ignoreCase && pattern.SequenceEqual(lastPattern);
        if (isLast && lastRegex is not null) return lastRegex;
        var text = Encoding.UTF8.GetString(pattern);
        try
        {
            lastRegex = SqliteRegexes.Find(text, ignoreCase);
            (lastPattern, lastIgnoreCase) = (pattern.ToArray(), ignoreCase);
            return lastRegex;
        }
        catch (ArgumentException)
        {
            refusal = new Failure(FailureCode.BadValue, $"The pattern \"{Shown(text)}\" is no regular expression.");
        }
        catch (NotSupportedException)
        {
            refusal = new Failure(
                FailureCode.BadValue, $"The pattern \"{Shown(text)}\" is no regular expression of those supported.")
            {
                Hint = "Look-around, back-references and very large repetitions are not supported.",
            };
        }

        return null;
    }

    private static string Shown(string pattern) =>
        pattern.Length <= LongestPatternShown ? pattern : string.Concat(pattern.AsSpan(0, LongestPatternShown), "…");

    /// <summary>A value's text in UTF-8: asking for the text first turns numbers and UTF-16 into it.</summary>
    public static ReadOnlySpan<byte> TextOf(sqlite3_value value)
    {
        _ = raw.sqlite3_value_text(value);
        return raw.sqlite3_value_blob(value);
    }
}
