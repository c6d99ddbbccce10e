namespace Relata.Planning.Values;

/// <summary>A value of a composite type.</summary>
/// <param name="Fields">The values of all fields in their order; null is NULL.</param>
public sealed record RowValue(IReadOnlyList<object?> Fields);
