using System.Text.Json;

namespace Relata.Planning.Values;

/// <summary>JSON values as text.</summary>
internal static class JsonText
{
    public static Outcome FromElement(JsonElement json) =>
        HoldsUnstorable(json)
            ? Outcome.Refused("holds a NUL character or half of a surrogate pair")
            : new Outcome(json.GetRawText());

    public static Outcome FromText(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return FromElement(document.RootElement);
        }
        catch (JsonException)
        {
            return Outcome.Refused("is no JSON");
        }
    }

    /// <summary>The text of a JSON string; false for anything else, and for a string that is not Unicode.</summary>
    public static bool TryGetString(JsonElement json, out string text)
    {
        text = "";
        if (json.ValueKind != JsonValueKind.String) return false;
        try
        {
            text = json.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            // The only way that .NET has to say that an escape such as \ud800 stands alone.
            return false;
        }
    }

    /// <summary>
    /// PostgreSQL's jsonb holds neither the character U+0000 nor half of a surrogate pair; no database searches them
    /// well.
    /// </summary>
    private static bool HoldsUnstorable(JsonElement json)
    {
        var raw = json.GetRawText();
        if (!raw.Contains("\\u", StringComparison.Ordinal)) return false;
        return Strings(json).Any(value => value is null || value.Contains('\0', StringComparison.Ordinal));
    }

    private static IEnumerable<string?> Strings(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => [TryGetString(json, out var text) ? text : null],
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Strings),
        JsonValueKind.Object =>
            json.EnumerateObject().SelectMany(member => Strings(member.Value).Prepend(NameOf(member))),
        _ => [],
    };

    /// <summary>A member's name; null when it is not Unicode.</summary>
    public static string? NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
