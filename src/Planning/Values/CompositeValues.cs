using System.Text.Json;
using Relata.Model.Failures;
using Relata.Model.Schema;

namespace Relata.Planning.Values;

/// <summary>Row values out of JSON objects. A field that is not there is NULL; fields have no defaults.</summary>
internal static class CompositeValues
{
    public static Outcome FromJson(JsonElement json, ColumnType type)
    {
        var values = new object?[type.Fields.Count];
        var seen = new bool[values.Length];
        foreach (var member in json.EnumerateObject())
        {
            if (JsonText.NameOf(member) is not { } name) return Outcome.Refused("holds half of a surrogate pair");
            var place = PlaceOf(name, type.Fields);
            if (place < 0)
            {
                return Outcome.Refused(
                    $"has an unknown field \"{name}\"", NearestName.Hint(name, type.Fields.Select(field => field.Name)));
            }

            if (seen[place]) return Outcome.Refused($"names the field \"{name}\" twice");
            var outcome = TypedValue.FromJson(member.Value, type.Fields[place].Type);
            if (outcome.Problem is not null) return outcome.In(name);
            (seen[place], values[place]) = (true, outcome.Value);
        }

        return new Outcome(new RowValue(values));
    }

    private static int PlaceOf(string name, IReadOnlyList<CompositeField> fields)
    {
        for (var i = 0; i < fields.Count; i++)
            if (fields[i].Name == name) return i;
        return -1;
    }
}
