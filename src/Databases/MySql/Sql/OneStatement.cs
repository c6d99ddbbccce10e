using Relata.Model.Failures;

namespace Relata.Databases.MySql.Sql;

/// <summary>
/// Tells whether a text that a caller wrote is one statement with as many placeholders as there are arguments: the
/// driver would cut it at semicolons and run each part, and pass over arguments that are too many.
/// </summary>
internal static class OneStatement
{
    /// <summary>Refuses any other text.</summary>
    /// <exception cref="FailureException">It is one.</exception>
    public static void Require(string text, int arguments)
    {
        var placeholders = 0;
        for (var at = 0; at < text.Length; at = Next(text, at))
        {
            if (text[at] == '?') placeholders++;
            if (text[at] == ';' && text.AsSpan(at).TrimStart("; \t\r\n").Length > 0)
                throw new Failure(FailureCode.NotApplicable, "The text has to be one statement.").AsException();
        }

        if (placeholders == arguments) return;
        throw new Failure(FailureCode.BadValue, "The statement has another number of parameters than of arguments.")
        {
            Hint = "Parameters are written ?.",
        }.AsException();
    }

    /// <summary>
    /// The place behind what stands at a place: a quotation, a comment, or a character. What stands in <c>/*! */</c> is
    /// run, and no comment.
    /// </summary>
    private static int Next(string text, int at)
    {
        var rest = text.AsSpan(at);
        if (rest[0] is '\'' or '"' or '`') return EndOfQuotation(text, at);
        if (rest[0] == '#' || rest.StartsWith("-- ") || rest.StartsWith("--\t") || rest.StartsWith("--\n"))
            return Behind(text, at, "\n");
        var isComment = rest.StartsWith("/*") && !rest.StartsWith("/*!") && !rest.StartsWith("/*M!");
        return isComment ? Behind(text, at + 2, "*/") : at + 1;
    }

    private static int EndOfQuotation(string text, int start)
    {
        for (var at = start + 1; at < text.Length; at++)
        {
            if (text[at] == '\\' && text[start] != '`') at++;
            else if (text[at] == text[start]) return at + 1;
        }

        return text.Length;
    }

    private static int Behind(string text, int at, string mark) =>
        text.IndexOf(mark, at, StringComparison.Ordinal) is >= 0 and var found ? found + mark.Length : text.Length;
}
