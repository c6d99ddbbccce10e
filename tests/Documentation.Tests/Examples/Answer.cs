using System.Text;

namespace Relata.Documentation.Tests.Examples;

/// <summary>What the server answered.</summary>
/// <param name="Status">The status line.</param>
/// <param name="Headers">Every header, by its name in any case.</param>
/// <param name="Body">The body.</param>
internal sealed record Answer(string Status, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>Whether the body is JSON, in which line breaks mean nothing.</summary>
    public bool IsJson => Headers.TryGetValue("Content-Type", out var type)
        && type.Split(';')[0] is var media
        && (media == "application/json" || media.EndsWith("+json", StringComparison.Ordinal));

    /// <summary>Takes over a message.</summary>
    public static async Task<Answer> FromAsync(HttpResponseMessage message, CancellationToken stop)
    {
        var headers = message.Headers.Concat(message.Content.Headers).ToDictionary(
            header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        var body = Encoding.UTF8.GetString(await message.Content.ReadAsByteArrayAsync(stop));
        return new Answer($"HTTP/{message.Version} {(int)message.StatusCode} {message.ReasonPhrase}", headers, body);
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var headers = Headers.Select(header => $"{header.Key}: {header.Value}\n");
        return $"{Status}\n{string.Concat(headers)}\n{Body}";
    }
}
