using System.Text.Json;
using Relata.Model.Schema;

namespace Relata.Planning.Values;

/// <summary>Maps out of JSON objects whose members are strings or null.</summary>
internal static class MapValues
{
    private static readonly ColumnType Text = new(TypeKind.Text, "text");

    public static Outcome FromJson(JsonElement json)
    {
        var members = new List<KeyValuePair<string, string?>>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in json.EnumerateObject())
        {
            if (JsonText.NameOf(member) is not { } name) return Outcome.Refused("holds half of a surrogate pair");
            if (name.Contains('\0', StringComparison.Ordinal)) return Outcome.Refused("holds a NUL character");
            if (!seen.Add(name)) return Outcome.Refused($"names \"{name}\" twice");
            var outcome = TypedValue.FromJson(member.Value, Text);
            if (outcome.Problem is not null) return outcome.In(name);
            members.Add(new(name, (string?)outcome.Value));
        }

        return new Outcome(new MapValue(members));
    }
}
