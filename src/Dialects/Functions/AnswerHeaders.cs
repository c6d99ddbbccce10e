using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using System.Text.Json;

namespace Relata.Dialects.Functions;

/// <summary>
/// The headers that a function sets: names and values that HTTP can carry, and none by which it frames.
/// </summary>
internal static class AnswerHeaders
{
    /// <summary>RFC 9110, section 5.6.2.</summary>
    private static readonly SearchValues<char> Token = SearchValues.Create(
        "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>What says how, when and by whom the answer is sent, which is not the function's affair.</summary>
    private static readonly FrozenSet<string> Framing = FrozenSet.ToFrozenSet(
        [
            "Content-Length", "Transfer-Encoding", "Content-Encoding", "Connection", "Keep-Alive", "Upgrade", "Trailer",
            "TE", "Proxy-Connection", "Date", "Server",
        ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads the object behind the key at which the reader stands.</summary>
    public static List<KeyValuePair<string, string>> Read(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject) throw new BadAnswerException("http_headers is no object");
        var headers = new List<KeyValuePair<string, string>>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            if (name.Length == 0 || name.AsSpan().ContainsAnyExcept(Token))
                throw new BadAnswerException("http_headers has a name that is none of HTTP");
            if (Framing.Contains(name)) throw new BadAnswerException($"the header {name} is the server's to set");
            if (headers.Exists(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)))
                throw new BadAnswerException($"the header {name} is there twice");
            reader.Read();
            headers.Add(new(name, ValueOf(ref reader, name)));
        }

        return headers;
    }

    private static string ValueOf(ref Utf8JsonReader reader, string name)
    {
        var value = reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString()!,
            JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
            JsonTokenType.True => "true",
            JsonTokenType.False => "false",
            _ => throw new BadAnswerException($"the header {name} is no text"),
        };
        return value.Length == 0 || value[0] == ' ' || value[^1] == ' '
            || value.AsSpan().ContainsAnyExceptInRange(' ', '~')
            ? throw new BadAnswerException($"the header {name} has a value that is none of HTTP")
            : value;
    }
}
