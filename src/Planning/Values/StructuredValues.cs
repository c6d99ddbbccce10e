namespace Relata.Planning.Values;

/// <summary>A value of a composite type.</summary>
/// <param name="Fields">The values of all fields in their order; null is NULL.</param>
public sealed record RowValue(IReadOnlyList<object?> Fields);

/// <summary>A range; of one that is empty nothing else counts.</summary>
/// <param name="Lower">The lower bound; null when there is none.</param>
/// <param name="Upper">The upper bound; null when there is none.</param>
/// <param name="IncludesLower">Whether the lower bound belongs to the range.</param>
/// <param name="IncludesUpper">Whether the upper bound belongs to the range.</param>
/// <param name="IsEmpty">Whether nothing is in the range.</param>
public sealed record RangeValue(
    object? Lower, object? Upper, bool IncludesLower, bool IncludesUpper, bool IsEmpty = false);

/// <summary>Several ranges that are one value.</summary>
/// <param name="Ranges">The ranges, in any order.</param>
public sealed record MultirangeValue(IReadOnlyList<RangeValue> Ranges);

/// <summary>Texts by their names.</summary>
/// <param name="Members">The names, each once, with their texts; null is NULL.</param>
public sealed record MapValue(IReadOnlyList<KeyValuePair<string, string?>> Members);
