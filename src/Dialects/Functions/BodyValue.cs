using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using Relata.Model.Failures;

namespace Relata.Dialects.Functions;

/// <summary>A body, which is exactly one JSON value.</summary>
internal static class BodyValue
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 64, AllowDuplicateProperties = false };

    /// <summary>Reads it; the failure says at which byte it goes wrong.</summary>
    public static JsonDocument Parse(ReadOnlyMemory<byte> body)
    {
        if (body.Length == 0) throw Malformed("The body is missing: it is one JSON value.", 0, 0, null);
        if (!Utf8.IsValid(body.Span)) throw Malformed("The body is no UTF-8.", null, 0, null);
        try
        {
            return JsonDocument.Parse(body, Options);
        }
        catch (InvalidOperationException e)
        {
            // The only way that .NET has to say that an escape such as \ud800 stands alone: it decodes keys to compare
            // them.
            throw Malformed("A key holds half of a surrogate pair.", null, 0, e);
        }
        catch (JsonException e)
        {
            var offset = OffsetOf(e, body.Span);
            var place = offset is { } at ? string.Create(CultureInfo.InvariantCulture, $" after {at} bytes") : "";
            throw Malformed(
                $"The body goes wrong{place}: it is one JSON value, at most {Options.MaxDepth} levels deep, and names"
                    + " no key twice.",
                offset, offset < body.Length ? 1 : 0, e);
        }
    }

    /// <summary>The runtime counts in lines.</summary>
    private static int? OffsetOf(JsonException e, ReadOnlySpan<byte> body)
    {
        if (e is not { LineNumber: { } line, BytePositionInLine: { } position }) return null;
        var start = 0;
        for (; line > 0; line--) start += body[start..].IndexOf((byte)'\n') + 1;
        return Math.Min(start + (int)position, body.Length);
    }

    private static FailureException Malformed(string message, int? offset, int length, Exception? cause) =>
        new Failure(FailureCode.MalformedBody, message)
        {
            At = offset is { } at ? new Position("body", at, length) : null,
        }.AsException(cause);
}
