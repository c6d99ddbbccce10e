using System.Text.RegularExpressions;

namespace Relata.Documentation.Tests.Examples;

/// <summary>What an example says about its answer; <c>…</c> in it stands for anything.</summary>
/// <param name="Status">The status line.</param>
/// <param name="Headers">The headers that are shown.</param>
/// <param name="Body">The lines of the body; none when there is none.</param>
internal sealed record ExpectedAnswer(
    string Status, IReadOnlyList<(string Name, string Value)> Headers, IReadOnlyList<string> Body)
{
    /// <summary>Reads the lines behind the command.</summary>
    /// <exception cref="FormatException">They are not of the form that CONTRIBUTING fixes.</exception>
    public static ExpectedAnswer Parse(IReadOnlyList<string> lines)
    {
        if (lines is not ["", var status, ..] || !status.StartsWith("HTTP/1.1 ", StringComparison.Ordinal))
            throw new FormatException("A blank line and a status line stand behind the command.");
        var headers = lines.Skip(2).TakeWhile(line => line.Length > 0).Select(Header).ToList();
        return new ExpectedAnswer(status, headers, [.. lines.Skip(headers.Count + 3)]);
    }

    /// <summary>Holds an answer against what the page says.</summary>
    /// <returns>What the first <c>…</c> stands for; null when there is none.</returns>
    public string? ShouldMatch(Answer answer)
    {
        string? found = null;
        ShouldFit("Another status", Status, answer.Status, answer, ref found);
        foreach (var (name, value) in Headers)
        {
            ShouldFit($"Another {name}", value, answer.Headers.GetValueOrDefault(name, ""), answer, ref found);
        }

        var expected = answer.IsJson
            ? string.Concat(Body.Select(line => line.TrimStart()))
            : string.Join('\n', Body).TrimEnd('\n');
        var actual = answer.IsJson ? answer.Body : answer.Body.ReplaceLineEndings("\n").TrimEnd('\n');
        ShouldFit("Another body", expected, actual, answer, ref found);
        return found;
    }

    private static (string Name, string Value) Header(string line) =>
        line.Split(": ", 2) is [var name, var value]
            ? (name, value)
            : throw new FormatException($"\"{line}\" is no header.");

    private static void ShouldFit(string what, string pattern, string text, Answer answer, ref string? found)
    {
        var isMatch = text == pattern;
        if (pattern.Contains('…', StringComparison.Ordinal))
        {
            var regex = string.Join("(.*?)", pattern.Split('…').Select(Regex.Escape));
            var match = Regex.Match(text, $@"\A{regex}\z", RegexOptions.Singleline | RegexOptions.NonBacktracking);
            isMatch = match.Success;
            found ??= match.Groups[1].Value;
        }

        if (!isMatch) throw new ShouldAssertException($"{what} than\n{pattern}\nin\n{answer}");
    }
}
