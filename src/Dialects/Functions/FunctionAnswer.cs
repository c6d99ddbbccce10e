using System.Buffers;
using System.Text.Json;

namespace Relata.Dialects.Functions;

/// <summary>What a function of the database answered: an object, in which two keys are for the server.</summary>
/// <param name="Status">The HTTP status: that of <c>http_status_code</c>, else 200.</param>
/// <param name="Headers">The headers in <c>http_headers</c>.</param>
/// <param name="Body">The rest of the object, in UTF-8.</param>
public sealed record FunctionAnswer(
    int Status, IReadOnlyList<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte> Body)
{
    private const int FirstStatus = 200;
    private const int LastStatus = 599;

    /// <summary>Whether HTTP lets the answer have a body (RFC 9110, section 6.4.1).</summary>
    public bool HasBody => Status is not (204 or 205 or 304);

    /// <summary>Reads an answer.</summary>
    /// <param name="json">What the function gave.</param>
    /// <param name="keepsKeys">Whether the two keys stay in the body.</param>
    /// <exception cref="BadAnswerException">It is no such answer.</exception>
    public static FunctionAnswer Read(ReadOnlyMemory<byte> json, bool keepsKeys)
    {
        try
        {
            return ReadObject(json, keepsKeys);
        }
        catch (JsonException e)
        {
            throw new BadAnswerException("it is no JSON", e);
        }
        catch (InvalidOperationException e)
        {
            // The only way that .NET has to say that an escape such as \ud800 stands alone.
            throw new BadAnswerException("a header holds half of a surrogate pair", e);
        }
    }

    private static FunctionAnswer ReadObject(ReadOnlyMemory<byte> json, bool keepsKeys)
    {
        if (json.IsEmpty) throw new BadAnswerException("it is NULL");
        var reader = new Utf8JsonReader(json.Span, new JsonReaderOptions { MaxDepth = 10_000 });
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            throw new BadAnswerException("it is no JSON object");
        int? status = null;
        List<KeyValuePair<string, string>>? headers = null;
        var (members, start) = (new List<Range>(), 0);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            start = (int)reader.TokenStartIndex;
            if (reader.ValueTextEquals("http_status_code"u8))
            {
                if (status is not null) throw new BadAnswerException("http_status_code is there twice");
                status = StatusIn(ref reader);
            }
            else if (reader.ValueTextEquals("http_headers"u8))
            {
                if (headers is not null) throw new BadAnswerException("http_headers is there twice");
                headers = AnswerHeaders.Read(ref reader);
            }
            else
            {
                reader.Read();
                reader.Skip();
                members.Add(start..(int)reader.BytesConsumed);
            }
        }

        // Whatever stands behind the object is refused here.
        while (reader.Read()) { }
        var isWhole = keepsKeys || (status is null && headers is null);
        return new FunctionAnswer(status ?? FirstStatus, headers ?? [], isWhole ? json : Join(json.Span, members));
    }

    private static int StatusIn(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.Number) throw new BadAnswerException("http_status_code is no number");
        return reader.TryGetDecimal(out var number) && number == decimal.Truncate(number)
            && number is >= FirstStatus and <= LastStatus
            ? (int)number
            : throw new BadAnswerException(
                $"http_status_code is no whole number from {FirstStatus} to {LastStatus}");
    }

    private static ReadOnlyMemory<byte> Join(ReadOnlySpan<byte> json, List<Range> members)
    {
        var body = new ArrayBufferWriter<byte>(json.Length);
        body.Write("{"u8);
        for (var i = 0; i < members.Count; i++)
        {
            if (i > 0) body.Write(","u8);
            body.Write(json[members[i]]);
        }

        body.Write("}"u8);
        return body.WrittenMemory;
    }
}

/// <summary>Says that a function's answer is none.</summary>
/// <param name="why">Why, to follow "its answer cannot be sent:".</param>
/// <param name="cause">What noticed it.</param>
public sealed class BadAnswerException(string why, Exception? cause = null) : Exception(why, cause);
