using System.Text;
using System.Text.Json;
using Relata.Model.Schema;

namespace Relata.Planning.Values;

/// <summary>
/// Ranges out of JSON, such as <c>{"lower":1,"upper":10,"bounds":"[)"}</c> or <c>{"empty":true}</c>, and out of SQL's
/// text, such as <c>[1,10)</c> or <c>empty</c>.
/// </summary>
internal static class RangeValues
{
    private const string UsualBounds = "[)";

    private static readonly string[] Names = ["lower", "upper", "bounds", "empty"];

    private static RangeValue Empty { get; } = new(null, null, false, false, IsEmpty: true);

    public static Outcome FromJson(JsonElement json, ColumnType type)
    {
        var problem = JsonMembers.Read(json, Names, out var members);
        if (problem.Problem is not null) return problem;
        if (members[3] is { } empty)
        {
            if (empty.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
                return Outcome.Refused("is no boolean").In("empty");
            if (empty.ValueKind == JsonValueKind.True)
            {
                return members[0] is null && members[1] is null
                    ? new Outcome(Empty)
                    : Outcome.Refused("is empty and has bounds");
            }
        }
        else if (members[0] is null && members[1] is null)
        {
            return Outcome.Refused("has neither \"lower\", \"upper\" nor \"empty\"");
        }

        if (members[2] is not { } given) return Between(members[0], members[1], UsualBounds, type);
        return JsonText.TryGetString(given, out var bounds) && bounds is "[)" or "[]" or "()" or "(]"
            ? Between(members[0], members[1], bounds, type)
            : Outcome.Refused("is none of \"[)\", \"[]\", \"()\", \"(]\"").In("bounds");
    }

    public static Outcome FromJsonArray(JsonElement json, ColumnType type)
    {
        var ranges = new List<RangeValue>(json.GetArrayLength());
        foreach (var item in json.EnumerateArray())
        {
            var outcome = TypedValue.FromJson(item, type.Element!);
            if (outcome.Problem is not null) return outcome;
            if (outcome.Value is not RangeValue range) return Outcome.Refused("holds null in the place of a range");
            ranges.Add(range);
        }

        return new Outcome(new MultirangeValue(ranges));
    }

    /// <summary>
    /// A bound is nothing, plain, or in quotes, in which quotes are doubled or escaped (PostgreSQL's manual, "Range
    /// Input/Output").
    /// </summary>
    public static Outcome FromText(string text, ColumnType type)
    {
        var trimmed = text.Trim();
        if (trimmed.Equals("empty", StringComparison.OrdinalIgnoreCase)) return new Outcome(Empty);
        if (trimmed is not ['[' or '(', .. var inner, ']' or ')']) return Outcome.Refused("is no range");
        var bounds = new List<string?>();
        for (var place = 0; place <= inner.Length; place++) bounds.Add(ReadBound(inner, ref place));
        return bounds.Count == 2
            ? Between(FromBound(bounds[0], type), FromBound(bounds[1], type), $"{trimmed[0]}{trimmed[^1]}")
            : Outcome.Refused("is no range");
    }

    /// <summary>
    /// Reads up to the next comma that is not in quotes, and stays there; null when there is nothing.
    /// </summary>
    private static string? ReadBound(string text, ref int place)
    {
        var bound = new StringBuilder();
        var (start, isQuoted) = (place, false);
        for (; place < text.Length && (isQuoted || text[place] != ','); place++)
        {
            if (text[place] == '\\' && place + 1 < text.Length) bound.Append(text[++place]);
            else if (text[place] != '"') bound.Append(text[place]);
            else if (isQuoted && place + 1 < text.Length && text[place + 1] == '"') bound.Append(text[++place]);
            else isQuoted = !isQuoted;
        }

        return place == start ? null : bound.ToString();
    }

    private static Outcome FromBound(string? bound, ColumnType type) =>
        bound is null ? new Outcome(null) : TypedValue.FromText(bound, type.Element!);

    private static Outcome Between(JsonElement? lower, JsonElement? upper, string bounds, ColumnType type) =>
        Between(FromMember(lower, type), FromMember(upper, type), bounds);

    private static Outcome FromMember(JsonElement? bound, ColumnType type) =>
        bound is { } json ? TypedValue.FromJson(json, type.Element!) : new Outcome(null);

    private static Outcome Between(Outcome lower, Outcome upper, string bounds) => (lower.Problem, upper.Problem) switch
    {
        (not null, _) => lower.In("lower"),
        (_, not null) => upper.In("upper"),
        _ => new Outcome(new RangeValue(lower.Value, upper.Value, bounds[0] == '[', bounds[1] == ']')),
    };
}
