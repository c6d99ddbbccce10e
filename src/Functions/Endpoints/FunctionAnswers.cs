using Relata.Dialects.Functions;
using Relata.Formats;

namespace Relata.Functions.Endpoints;

/// <summary>Makes an answer of what a function said.</summary>
internal static class FunctionAnswers
{
    private const string Json = "application/json";
    private const string ContentType = "Content-Type";

    /// <summary>The answer.</summary>
    public static Answer ToAnswer(FunctionAnswer said)
    {
        var isTyped = IsTyped(said, out var type);
        var headers = isTyped ? [.. said.Headers.Where(header => !IsType(header))] : said.Headers;
        if (!said.HasBody) return new Answer(said.Status, null, null) { Headers = headers };
        var buffer = new Utf8Buffer();
        buffer.Write(said.Body.Span);
        return new Answer(said.Status, type, new BufferedBody(buffer, 1)) { Headers = headers };
    }

    private static bool IsTyped(FunctionAnswer said, out string type)
    {
        foreach (var header in said.Headers)
        {
            type = header.Value;
            if (IsType(header)) return true;
        }

        type = Json;
        return false;
    }

    private static bool IsType(KeyValuePair<string, string> header) =>
        header.Key.Equals(ContentType, StringComparison.OrdinalIgnoreCase);
}
