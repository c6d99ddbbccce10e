using System.Globalization;
using Relata.Model.Failures;

namespace Relata.Functions.Files;

/// <summary>
/// What a file says about itself in the comments before its SQL: lines such as <c>-- @timeout 5s</c>.
/// </summary>
internal sealed record Directives
{
    private static readonly string[] Names = ["timeout", "limit", "volatile", "language", "param"];

    /// <summary>How long it may run; null for as long as any other.</summary>
    public TimeSpan? Timeout { get; private init; }

    /// <summary>How many bytes a caller may send; null for the server's own limit.</summary>
    public long? Limit { get; private init; }

    /// <summary>Whether a GET may change something.</summary>
    public bool IsVolatile { get; private init; }

    /// <summary>The language of the body that the file holds; null when it says nothing.</summary>
    public string? Language { get; private init; }

    /// <summary>What it says about parameters.</summary>
    public IReadOnlyList<ParameterDirective> Parameters { get; private init; } = [];

    /// <summary>Reads the comments at the start of a file.</summary>
    /// <exception cref="FileProblemException">A directive is unknown or malformed.</exception>
    public static Directives Read(string path, string text)
    {
        var (found, number) = (new Directives(), 0);
        foreach (var raw in text.Split('\n'))
        {
            var line = raw.Trim();
            number++;
            if (line.Length == 0) continue;
            if (!line.StartsWith("--", StringComparison.Ordinal)) break;
            var said = line.TrimStart('-').Trim();
            if (said is not ['@', ..]) continue;
            var words = said[1..].Split((char[])[' ', '\t'], 2, StringSplitOptions.TrimEntries);
            found = found.With(words[0], words.ElementAtOrDefault(1) ?? "", new DirectivePlace(path, number));
        }

        return found;
    }

    private Directives With(string name, string value, DirectivePlace place) => name switch
    {
        "timeout" when Timeout is null => this with { Timeout = TimeOf(value, place) },
        "limit" when Limit is null => this with { Limit = SizeOf(value, place) },
        "volatile" when !IsVolatile => value.Length == 0
            ? this with { IsVolatile = true }
            : throw place.Problem("@volatile takes no value"),
        "language" when Language is null => this with { Language = LanguageOf(value, place) },
        "param" => this with { Parameters = [.. Parameters, ParameterDirective.Read(value, place, Parameters)] },
        _ when Names.Contains(name) => throw place.Problem($"@{name} is there twice"),
        _ => throw place.Problem(
            $"there is no directive @{name}"
                + (NearestName.Find(name, Names) is { } near
                    ? $". Did you mean @{near}?"
                    : $"; there are @{string.Join(", @", Names)}")),
    };

    private static TimeSpan TimeOf(string text, DirectivePlace place)
    {
        var (number, unit) = Split(text);
        var milliseconds = unit switch { "ms" => 1, "s" => 1000, "m" => 60_000, _ => 0 };
        return number is > 0 and <= 86_400_000 && milliseconds > 0 && number * milliseconds <= 86_400_000
            ? TimeSpan.FromMilliseconds(number.Value * milliseconds)
            : throw place.Problem("@timeout is a time such as 500ms, 5s or 2m, at most a day");
    }

    private static long SizeOf(string text, DirectivePlace place)
    {
        var (number, unit) = Split(text);
        var bytes = unit switch { "" or "b" => 1, "kb" => 1024, "mb" => 1024 * 1024, _ => 0 };
        return number is > 0 and <= int.MaxValue && bytes > 0 && number * bytes <= int.MaxValue
            ? number.Value * bytes
            : throw place.Problem("@limit is a size such as 500, 64kb or 2mb");
    }

    private static (long? Number, string Unit) Split(string text)
    {
        var digits = text.TakeWhile(char.IsAsciiDigit).Count();
        return (
            long.TryParse(text.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : null,
            text[digits..].Trim().ToLowerInvariant());
    }

    private static string LanguageOf(string text, DirectivePlace place) =>
        text.Length > 0 && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_')
            ? text.ToLowerInvariant()
            : throw place.Problem("@language is one word, such as plpgsql, sql or plv8");
}

/// <summary>Where a directive stands.</summary>
/// <param name="Path">The file.</param>
/// <param name="Line">The line.</param>
internal readonly record struct DirectivePlace(string Path, int Line)
{
    public FileProblemException Problem(string message) => new(new FileProblem(Path, Line, message));
}
