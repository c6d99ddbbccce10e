using System.Text;

namespace Relata.Documentation.Tests.Examples;

/// <summary>A line of the shell that calls curl, as far as examples may use it.</summary>
/// <param name="Method">The method.</param>
/// <param name="Url">The URL, to the letter.</param>
/// <param name="Headers">The headers that curl sends, Host aside.</param>
/// <param name="Body">The body; null for none.</param>
internal sealed record CurlCommand(
    string Method, string Url, IReadOnlyDictionary<string, string> Headers, string? Body)
{
    private const string Server = "http://127.0.0.1:8080/";

    /// <summary>Reads a command.</summary>
    /// <exception cref="FormatException">It is not of the form that CONTRIBUTING fixes.</exception>
    public static CurlCommand Parse(string line)
    {
        var words = new Queue<string>(Words(line));
        var method = (words.Count > 1 ? $"{words.Dequeue()} {words.Dequeue()}" : line) switch
        {
            "curl -i" => null,
            "curl -I" => "HEAD",
            var other => throw new FormatException($"An example begins with curl -i or curl -I, not with {other}."),
        };
        string? url = null, body = null;
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Accept"] = "*/*" };
        List<string> named = [];
        while (words.TryDequeue(out var word))
        {
            switch (word)
            {
                case "-X":
                    method = Next(words);
                    break;
                case "-H":
                    named.Add(Next(words));
                    break;
                case "--json":
                    body = Next(words);
                    headers["Content-Type"] = headers["Accept"] = "application/json";
                    break;
                case "--data":
                    (body, headers["Content-Type"]) = (Next(words), "application/x-www-form-urlencoded");
                    break;
                default:
                    if (words.Count > 0) throw new FormatException($"\"{word}\" is no option of examples.");
                    url = word;
                    break;
            }
        }

        foreach (var header in named) Name(headers, header);
        return new CurlCommand(method ?? (body is null ? "GET" : "POST"), Checked(url), headers, body);
    }

    /// <summary>The path and query.</summary>
    public string Target => Url[(Server.Length - 1)..];

    private static string Next(Queue<string> words) =>
        words.TryDequeue(out var word) ? word : throw new FormatException("An option lacks its value.");

    /// <summary>A header without a value is one that curl does not send.</summary>
    private static void Name(Dictionary<string, string> headers, string header)
    {
        if (header.Split(':', 2) is not [var name, var value]) throw new FormatException($"\"{header}\" is no header.");
        if (value.Trim().Length == 0) headers.Remove(name);
        else headers[name] = value.Trim();
    }

    /// <summary>The URL, if curl sends it as it stands: brackets and braces are patterns to it.</summary>
    private static string Checked(string? url)
    {
        if (url is null || !url.StartsWith(Server, StringComparison.Ordinal))
            throw new FormatException($"The URL does not begin with {Server}.");
        if (url.Any(letter => !char.IsAscii(letter) || "[]{}\" \\^`".Contains(letter, StringComparison.Ordinal)))
            throw new FormatException("A URL holds ASCII only, and brackets and braces percent-encoded.");
        return url;
    }

    private static IEnumerable<string> Words(string line)
    {
        var word = new StringBuilder();
        var (isQuoted, isWord) = (false, false);
        foreach (var letter in line)
        {
            if (letter == '\'')
            {
                (isQuoted, isWord) = (!isQuoted, true);
            }
            else if (letter == ' ' && !isQuoted)
            {
                if (isWord) yield return word.ToString();
                word.Clear();
                isWord = false;
            }
            else
            {
                if (!isQuoted && "\"\\$&|;<>()*?`#~!".Contains(letter, StringComparison.Ordinal))
                    throw new FormatException($"\"{letter}\" stands in single quotes.");
                word.Append(letter);
                isWord = true;
            }
        }

        if (isQuoted) throw new FormatException("A quote is not closed.");
        if (isWord) yield return word.ToString();
    }
}
