using System.Text.Json;
using System.Text.Json.Nodes;

namespace Relata.Support;

/// <summary>Compares JSON texts.</summary>
[ShouldlyMethods]
public static class JsonAssertions
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Holds when both are JSON and the very same text, blanks at either end aside: key order and number spelling count.</summary>
    public static void ShouldBeJson(this string actual, string expected)
    {
        Parse(actual, "The answer");
        Parse(expected, "The expectation");
        actual.Trim().ShouldBe(expected.Trim());
    }

    /// <summary>Holds when both mean the same: key order, blanks and the spelling of numbers (<c>1</c>, <c>1.0</c>) do not count.</summary>
    public static void ShouldBeEquivalentJson(this string actual, string expected)
    {
        using var one = Parse(actual, "The answer");
        using var other = Parse(expected, "The expectation");
        if (JsonElement.DeepEquals(one.RootElement, other.RootElement)) return;
        Readable(one).ShouldBe(Readable(other), "The two texts mean different things.");
    }

    /// <summary>The text as a node, to look into.</summary>
    public static JsonNode ShouldBeJson(this string actual)
    {
        using var parsed = Parse(actual, "The answer");
        return JsonNode.Parse(actual).ShouldNotBeNull();
    }

    private static JsonDocument Parse(string text, string what)
    {
        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException cause)
        {
            throw new ShouldAssertException($"{what} is no JSON ({cause.Message}):\n{text}", cause);
        }
    }

    private static string Readable(JsonDocument document) => JsonSerializer.Serialize(Sorted(document.RootElement), Indented);

    /// <summary>Objects with their keys in one order, so that the message shows what differs and nothing else.</summary>
    private static JsonNode? Sorted(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => new JsonObject(element.EnumerateObject()
            .OrderBy(property => property.Name, StringComparer.Ordinal)
            .Select(property => KeyValuePair.Create(property.Name, Sorted(property.Value)))),
        JsonValueKind.Array => new JsonArray([.. element.EnumerateArray().Select(Sorted)]),
        _ => JsonNode.Parse(element.GetRawText()),
    };
}
