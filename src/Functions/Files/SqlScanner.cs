using Relata.Databases.Contract.Functions;

namespace Relata.Functions.Files;

/// <summary>Finds words, parameters and semicolons in SQL, and passes over text, names and comments.</summary>
/// <param name="sql">The SQL.</param>
/// <param name="lexis">How it is read.</param>
internal struct SqlScanner(string sql, SqlLexis lexis)
{
    private int next;

    /// <summary>Moves to the next token; false at the end.</summary>
    public bool Next(out SqlToken token)
    {
        while (next < sql.Length)
        {
            var start = next;
            if (char.IsWhiteSpace(sql[start])) next++;
            else if (Starts("--") || (lexis.HashComments && sql[start] == '#')) next = EndOfLine();
            else if (Starts("/*")) next = EndOfComment();
            else
            {
                token = new SqlToken(Read(), start, next - start);
                return true;
            }
        }

        token = default;
        return false;
    }

    private SqlTokenKind Read()
    {
        var letter = sql[next];
        switch (letter)
        {
            case '\'':
                next = EndOfQuoted('\'', lexis.Backslashes);
                return SqlTokenKind.Other;
            case 'E' or 'e' when lexis.EscapeStrings && At(next + 1) == '\'':
                next++;
                next = EndOfQuoted('\'', escapes: true);
                return SqlTokenKind.Other;
            case '"':
                next = EndOfQuoted('"', lexis.Backslashes);
                return SqlTokenKind.Other;
            case '`' when lexis.Backticks:
                next = EndOfQuoted('`', escapes: false);
                return SqlTokenKind.Other;
            case '[' when lexis.Brackets:
                next = sql.IndexOf(']', next) is >= 0 and var bracket ? bracket + 1 : sql.Length;
                return SqlTokenKind.Other;
            case '$' when lexis.DollarQuotes && EndOfDollarQuoted() is { } end:
                next = end;
                return SqlTokenKind.Other;
            case ';':
                next++;
                return SqlTokenKind.Semicolon;
            case ':' when At(next + 1) is ':' or '=':
                next += 2;
                return SqlTokenKind.Other;
            case ':' when IsNameStart(At(next + 1)):
                next = EndOfName(next + 1);
                return SqlTokenKind.Parameter;
            case '@' when At(next + 1) == '@':
                next = EndOfName(next + 2);
                return SqlTokenKind.Other;
            case '?' or '$' or '@' or ':' when lexis.OtherParameters.Contains(letter) && IsBeforeName(letter):
                next = EndOfName(next + 1);
                return SqlTokenKind.OtherParameter;
            case var other when IsNameStart(other):
                next = EndOfName(next);
                return SqlTokenKind.Word;
            case var digit when char.IsAsciiDigit(digit):
                next = EndOfName(next);
                return SqlTokenKind.Other;
            default:
                next++;
                return SqlTokenKind.Other;
        }
    }

    private readonly bool Starts(string text) => string.CompareOrdinal(sql, next, text, 0, text.Length) == 0;

    private readonly char At(int place) => place < sql.Length ? sql[place] : '\0';

    private static bool IsNameStart(char letter) => letter == '_' || char.IsLetter(letter);

    /// <summary>A dollar sign inside a name starts no text.</summary>
    private readonly int EndOfName(int start)
    {
        var end = start;
        while (end < sql.Length && (IsInName(sql[end]) || sql[end] == '$')) end++;
        return end;
    }

    private readonly bool IsBeforeName(char letter) =>
        letter == '?' || IsInName(At(next + 1)) || (letter == '@' && At(next + 1) is '\'' or '"' or '`');

    private static bool IsInName(char letter) => letter == '_' || char.IsLetterOrDigit(letter);

    private readonly int EndOfLine() => sql.IndexOf('\n', next) is >= 0 and var end ? end + 1 : sql.Length;

    private readonly int EndOfComment()
    {
        var depth = 0;
        for (var i = next; i + 1 < sql.Length; i++)
        {
            var isStart = sql[i] == '/' && sql[i + 1] == '*' && (depth == 0 || lexis.NestedComments);
            var isEnd = sql[i] == '*' && sql[i + 1] == '/';
            if (!isStart && !isEnd) continue;
            depth += isStart ? 1 : -1;
            i++;
            if (depth == 0) return i + 1;
        }

        return sql.Length;
    }

    /// <summary>A quote that stands twice is one of the text.</summary>
    private readonly int EndOfQuoted(char quote, bool escapes)
    {
        for (var i = next + 1; i < sql.Length; i++)
        {
            if (escapes && sql[i] == '\\') i++;
            else if (sql[i] == quote)
            {
                if (At(i + 1) != quote) return i + 1;
                i++;
            }
        }

        return sql.Length;
    }

    private readonly int? EndOfDollarQuoted()
    {
        var tagEnd = next + 1;
        while (char.IsLetterOrDigit(At(tagEnd)) || At(tagEnd) == '_') tagEnd++;
        if (At(tagEnd) != '$' || char.IsAsciiDigit(At(next + 1))) return null;
        var tag = sql[next..(tagEnd + 1)];
        return sql.IndexOf(tag, tagEnd + 1, StringComparison.Ordinal) is >= 0 and var end
            ? end + tag.Length
            : sql.Length;
    }
}

/// <summary>A stretch of SQL.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it starts.</param>
/// <param name="Length">How long it is.</param>
internal readonly record struct SqlToken(SqlTokenKind Kind, int Start, int Length)
{
    /// <summary>Where it ends.</summary>
    public int End => Start + Length;

    /// <summary>Whether it is this word, in any case.</summary>
    public bool Is(string word, string sql) =>
        Kind == SqlTokenKind.Word && sql.AsSpan(Start, Length).Equals(word, StringComparison.OrdinalIgnoreCase);
}

/// <summary>What a stretch of SQL is.</summary>
internal enum SqlTokenKind
{
    /// <summary>A word: a key word or a name without quotes.</summary>
    Word,

    /// <summary>A colon with a name.</summary>
    Parameter,

    /// <summary>A parameter that is not written as files have them.</summary>
    OtherParameter,

    /// <summary>The end of a statement, or of one inside it.</summary>
    Semicolon,

    /// <summary>Anything else.</summary>
    Other,
}
