using System.Text.Json;
using Relata.Model.Schema;

namespace Relata.Planning.Values;

/// <summary>Arrays out of JSON, as lists; a list in a list is a further dimension of the same array.</summary>
internal static class ArrayValues
{
    public static Outcome FromJson(JsonElement json, ColumnType type)
    {
        var outcome = ReadItems(json, type.Element!);
        if (outcome is not { Problem: null, Value: List<object?> items } || HoldsArrays(type.Element!)) return outcome;
        return IsRectangular(items) ? outcome : Outcome.Refused("has inner arrays of different lengths");
    }

    private static Outcome ReadItems(JsonElement json, ColumnType element)
    {
        var isInner = !HoldsArrays(element);
        var items = new List<object?>(json.GetArrayLength());
        foreach (var item in json.EnumerateArray())
        {
            var outcome = isInner && item.ValueKind == JsonValueKind.Array
                ? ReadItems(item, element)
                : TypedValue.FromJson(item, element);
            if (outcome.Problem is not null) return outcome;
            items.Add(outcome.Value);
        }

        return new Outcome(items);
    }

    /// <summary>
    /// Whether an element is an array in JSON itself, so that an array in an array is an element and no dimension.
    /// </summary>
    private static bool HoldsArrays(ColumnType element) => element.Kind is TypeKind.Multirange or TypeKind.Json;

    /// <summary>
    /// SQL's arrays have one length for each dimension, which is only 0 in an array that is empty as a whole.
    /// </summary>
    private static bool IsRectangular(List<object?> items)
    {
        var lengths = new List<int>();
        for (var first = items; first is not null; first = first.Count == 0 ? null : first[0] as List<object?>)
            lengths.Add(first.Count);
        return (lengths.Count == 1 || lengths[^1] > 0) && HasLengths(items, lengths, 0);
    }

    private static bool HasLengths(List<object?> items, List<int> lengths, int dimension)
    {
        if (items.Count != lengths[dimension]) return false;
        return dimension == lengths.Count - 1
            ? !items.Exists(item => item is List<object?>)
            : items.TrueForAll(item => item is List<object?> inner && HasLengths(inner, lengths, dimension + 1));
    }
}
