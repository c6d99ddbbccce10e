using Relata.Model.Failures;
using Relata.Model.Requests;

namespace Relata.Dialects.Rest;

/// <summary>The end of a path that asks for a format, as in <c>/camera.csv</c>.</summary>
internal static class RestSuffix
{
    /// <summary>The known suffix with which a text ends, without its dot; null when there is none.</summary>
    public static string? Of(ReadOnlySpan<char> text, IReadOnlyList<string> suffixes)
    {
        var dot = text.LastIndexOf('.');
        if (dot <= 0) return null;
        foreach (var suffix in suffixes)
            if (text[(dot + 1)..].SequenceEqual(suffix)) return suffix;
        return null;
    }

    /// <summary>Why a table with something behind a dot is not found; null when the dot is not the trouble.</summary>
    public static FailureException? Refusal(Name asked, Func<Name, bool> isTable, IReadOnlyList<string> suffixes)
    {
        var dot = asked.Text.LastIndexOf('.');
        if (dot <= 0 || !isTable(asked with { Text = asked.Text[..dot] })) return null;
        return new Failure(FailureCode.UnknownTable, $"There is no table \"{asked.Text}\".")
        {
            At = asked.At,
            Hint = $"The formats of \"{asked.Text[..dot]}\" are " +
                $"{string.Join(", ", suffixes.Select(known => $".{known}"))}.",
        }.AsException();
    }
}
