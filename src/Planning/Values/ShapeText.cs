using System.Globalization;
using System.Text.Json;
using Relata.Model.Schema;

namespace Relata.Planning.Values;

/// <summary>
/// Geometric figures out of JSON objects, as the text that SQL databases with such types read: a point is <c>(1,2)</c>,
/// a circle <c>&lt;(1,2),3&gt;</c>.
/// </summary>
internal static class ShapeText
{
    private static readonly ColumnType Number = new(TypeKind.Double, "double precision");

    public static Outcome FromJson(JsonElement json, ShapeKind shape) => shape switch
    {
        ShapeKind.Point => Point(json),
        ShapeKind.Line => Parts(json, ["a", "b", "c"], [Coordinate, Coordinate, Coordinate], "{", "}"),
        ShapeKind.Segment => Parts(json, ["start", "end"], [Point, Point], "[", "]"),
        ShapeKind.Box => Parts(json, ["high", "low"], [Point, Point], "", ""),
        ShapeKind.Path => Path(json),
        ShapeKind.Polygon => Parts(json, ["points"], [Points], "(", ")"),
        ShapeKind.Circle => Parts(json, ["center", "radius"], [Point, Coordinate], "<", ">"),
    };

    private static Outcome Point(JsonElement json) => Parts(json, ["x", "y"], [Coordinate, Coordinate], "(", ")");

    private static Outcome Coordinate(JsonElement json)
    {
        var outcome = TypedValue.FromJson(json, Number);
        if (outcome.Problem is not null) return outcome;
        return outcome.Value is double number
            ? new Outcome(number.ToString("R", CultureInfo.InvariantCulture))
            : Outcome.Refused("is no number");
    }

    private static Outcome Points(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Array) return Outcome.Refused("is no JSON array");
        if (json.GetArrayLength() == 0) return Outcome.Refused("has no point");
        var points = new List<object?>(json.GetArrayLength());
        foreach (var item in json.EnumerateArray())
        {
            var outcome = Point(item);
            if (outcome.Problem is not null) return outcome;
            points.Add(outcome.Value);
        }

        return new Outcome(string.Join(',', points));
    }

    private static Outcome Path(JsonElement json)
    {
        var outcome = Parts(json, ["points", "closed"], [Points, Closed], "", "");
        if (outcome.Value is not string text) return outcome;
        return new Outcome(text.EndsWith(",true", StringComparison.Ordinal)
            ? $"({text[..^",true".Length]})"
            : $"[{text[..^",false".Length]}]");
    }

    private static Outcome Closed(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.True => new Outcome("true"),
        JsonValueKind.False => new Outcome("false"),
        _ => Outcome.Refused("is no boolean"),
    };

    /// <summary>An object with exactly these members, as their texts with commas between them.</summary>
    private static Outcome Parts(
        JsonElement json, string[] names, Func<JsonElement, Outcome>[] readers, string start, string end)
    {
        if (json.ValueKind != JsonValueKind.Object) return Outcome.Refused("is no JSON object");
        var problem = JsonMembers.Read(json, names, out var members);
        if (problem.Problem is not null) return problem;
        var parts = new object?[names.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            if (members[i] is not { } member) return Outcome.Refused($"has no \"{names[i]}\"");
            var outcome = readers[i](member);
            if (outcome.Problem is not null) return outcome.In(names[i]);
            parts[i] = outcome.Value;
        }

        return new Outcome($"{start}{string.Join(',', parts)}{end}");
    }
}
