using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Relata.Dialects.Contract;
using Relata.Model.Failures;

namespace Relata.Dialects.Rest;

/// <summary>
/// References of a batch's requests to what earlier ones answered: <c>{"$ref":"0.id"}</c> in a body, <c>${0.id}</c> in
/// a path or in a value of a query. The number is that of the request, counted from 0; what follows are keys, and
/// places in arrays.
/// </summary>
/// <remarks>
/// A reference stands for a value and never for syntax: in a body it is a JSON value, elsewhere its text is encoded, so
/// that no slash, comma or ampersand in it separates anything.
/// </remarks>
internal static partial class RestReferences
{
    /// <summary>A body with its references replaced.</summary>
    public static JsonElement Resolve(JsonElement body, IReadOnlyList<JsonElement> results)
    {
        if (!body.GetRawText().Contains("$ref", StringComparison.Ordinal)) return body;
        var buffer = new ArrayBufferWriter<byte>();
        try
        {
            using var json = new Utf8JsonWriter(buffer);
            Write(json, body, results);
        }
        catch (InvalidOperationException)
        {
            // The only way that .NET has to say that an escape such as \ud800 stands alone.
            throw Malformed("A text holds half of a surrogate pair.");
        }

        return JsonElement.Parse(buffer.WrittenSpan);
    }

    /// <summary>A path with its references replaced; the table cannot be one.</summary>
    public static string ResolvePath(string path, IReadOnlyList<JsonElement> results)
    {
        var first = path.TrimStart('/').Split('/')[0];
        if (first.Contains("${", StringComparison.Ordinal)) throw Malformed("A reference cannot stand for a table.");
        return ResolveText(path, results);
    }

    /// <summary>A query with its references replaced; they stand in values only.</summary>
    public static string ResolveQuery(string query, IReadOnlyList<JsonElement> results)
    {
        if (query.Split('&').Any(part => part.Split('=')[0].Contains("${", StringComparison.Ordinal)))
            throw Malformed("A reference stands for a value of the query, behind an equals sign.");
        return ResolveText(query, results);
    }

    private static string ResolveText(string text, IReadOnlyList<JsonElement> results) =>
        Template().Replace(text, match => Encoded(match.Groups[1].Value, results));

    private static string Encoded(string reference, IReadOnlyList<JsonElement> results)
    {
        var value = Find(reference, results);
        var text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!,
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
            _ => throw Missing(reference, "is no text, number or boolean, so it cannot stand in a path or query"),
        };
        return PercentEncoding.EncodePathPart(text);
    }

    private static void Write(Utf8JsonWriter json, JsonElement value, IReadOnlyList<JsonElement> results)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object when ReferenceOf(value) is { } reference:
                Find(reference, results).WriteTo(json);
                break;
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (var member in value.EnumerateObject())
                {
                    json.WritePropertyName(member.Name);
                    Write(json, member.Value, results);
                }

                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var item in value.EnumerateArray()) Write(json, item, results);
                json.WriteEndArray();
                break;
            default:
                value.WriteTo(json);
                break;
        }
    }

    /// <summary>
    /// An object with the one member <c>$ref</c> that begins with a number; of any other it is a value, such as a JSON
    /// schema.
    /// </summary>
    private static string? ReferenceOf(JsonElement value)
    {
        using var members = value.EnumerateObject();
        var isOne = members.MoveNext() && members.Current is { Name: "$ref", Value.ValueKind: JsonValueKind.String };
        if (!isOne || members.Current.Value.GetString() is not { } text || !Reference().IsMatch(text)) return null;
        return members.MoveNext() ? null : text;
    }

    private static JsonElement Find(string reference, IReadOnlyList<JsonElement> results)
    {
        var parts = reference.Split('.');
        if (!int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var index))
            throw Missing(reference, "does not begin with the number of a request");
        if (index >= results.Count) throw Missing(reference, "names a request that does not come before this one");
        var value = results[index];
        foreach (var part in parts.Skip(1))
        {
            value = value.ValueKind switch
            {
                JsonValueKind.Object when value.TryGetProperty(part, out var member) => member,
                JsonValueKind.Array when int.TryParse(
                    part, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
                    && place < value.GetArrayLength() => value[place],
                _ => throw Missing(reference, $"leads nowhere: there is no \"{part}\""),
            };
        }

        return value.ValueKind == JsonValueKind.Undefined
            ? throw Missing(reference, "names a request that answered without a body")
            : value;
    }

    private static FailureException Missing(string reference, string problem) =>
        new Failure(FailureCode.BadValue, $"The reference \"{reference}\" {problem}.").AsException();

    private static FailureException Malformed(string message) =>
        new Failure(FailureCode.MalformedBody, message).AsException();

    [GeneratedRegex(@"\$\{([^}]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Template();

    [GeneratedRegex(@"^[0-9]+(\.|\z)", RegexOptions.CultureInvariant)]
    private static partial Regex Reference();
}
