using System.Text;
using Relata.Model.Expressions;
using Relata.Model.Failures;

namespace Relata.Planning.Binding;

/// <summary>Makes the one pattern that databases know of a caller's text.</summary>
internal static class TextPattern
{
    public static string Of(TextMatchKind kind, string text, Position? at)
    {
        if (kind == TextMatchKind.Like && EndsInEscape(text))
        {
            throw new Failure(FailureCode.BadValue, "The pattern ends in a backslash that escapes nothing.")
            {
                At = at,
                Hint = "Write two backslashes to match one.",
            }.AsException();
        }

        return kind switch
        {
            TextMatchKind.Exact => Escape(text),
            TextMatchKind.Contains => $"%{Escape(text)}%",
            TextMatchKind.StartsWith => $"{Escape(text)}%",
            TextMatchKind.EndsWith => $"%{Escape(text)}",
            TextMatchKind.Like => text,
            TextMatchKind.Regex => text,
        };
    }

    private static string Escape(string text)
    {
        if (text.AsSpan().IndexOfAny('\\', '%', '_') < 0) return text;
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var character in text)
        {
            if (character is '\\' or '%' or '_') escaped.Append('\\');
            escaped.Append(character);
        }

        return escaped.ToString();
    }

    private static bool EndsInEscape(string pattern) =>
        (pattern.Length - pattern.AsSpan().TrimEnd('\\').Length) % 2 == 1;
}
