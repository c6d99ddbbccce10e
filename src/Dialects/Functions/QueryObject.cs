using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Relata.Dialects.Contract;
using Relata.Model.Expressions;
using Relata.Model.Failures;
using Relata.Model.Requests;

namespace Relata.Dialects.Functions;

/// <summary>A query string as an object: <c>?user=joe&amp;id=1&amp;id=2</c> is <c>{"user":"joe","id":["1","2"]}</c>.
/// </summary>
internal static class QueryObject
{
    private const string Style = "style";
    private const string Arrays = "arrays";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The names in the order in which they come first, each with its values.</summary>
    /// <param name="query">The query string.</param>
    /// <param name="takesStyle">Whether there is a style.</param>
    /// <param name="arrays">
    /// Becomes true by <c>style=arrays</c>, which is no value then; any other style is a value.
    /// </param>
    public static List<QueryMember> Read(string query, bool takesStyle, ref bool arrays)
    {
        var members = new List<QueryMember>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var pair in QueryScanner.Scan(query))
        {
            if (takesStyle && pair is { Key.Text: Style, Value: Arrays })
            {
                arrays = true;
                continue;
            }

            if (places.TryAdd(pair.Key.Text, members.Count)) members.Add(new QueryMember(pair.Key, pair.At, []));
            members[places[pair.Key.Text]].Values.Add(pair.Value);
        }

        return members;
    }

    /// <summary>The object.</summary>
    public static ReadOnlyMemory<byte> ToJson(List<QueryMember> members, bool arrays)
    {
        var buffer = new ArrayBufferWriter<byte>(64);
        using var json = new Utf8JsonWriter(buffer, Options);
        json.WriteStartObject();
        foreach (var member in members)
        {
            json.WritePropertyName(member.Name.Text);
            member.Write(json, arrays);
        }

        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    internal static JsonElement ToArray(List<string> values)
    {
        var buffer = new ArrayBufferWriter<byte>(64);
        using (var json = new Utf8JsonWriter(buffer, Options)) WriteArray(json, values);
        return JsonElement.Parse(buffer.WrittenSpan);
    }

    internal static void WriteArray(Utf8JsonWriter json, List<string> values)
    {
        json.WriteStartArray();
        foreach (var value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }
}

/// <summary>A name in a query string.</summary>
/// <param name="Name">The name.</param>
/// <param name="At">Where its first value stands.</param>
/// <param name="Values">Its values.</param>
internal sealed record QueryMember(Name Name, Position At, List<string> Values)
{
    public Literal ToLiteral() => Values is [var only]
        ? Literal.FromText(only, At)
        : Literal.FromJson(QueryObject.ToArray(Values), At);

    public void Write(Utf8JsonWriter json, bool arrays)
    {
        if (!arrays && Values is [var only]) json.WriteStringValue(only);
        else QueryObject.WriteArray(json, Values);
    }
}
