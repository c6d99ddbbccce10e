namespace Relata.Planning.Values;

/// <summary>A converted value, or why there is none.</summary>
/// <param name="Value">The value; null is NULL.</param>
/// <param name="Problem">Why there is none, to follow the value in a sentence: <c>is no integer</c>.</param>
/// <param name="OutOfRange">Whether it would be a value if the type were larger.</param>
/// <param name="Hint">What the caller may have meant.</param>
internal readonly record struct Outcome(
    object? Value, string? Problem = null, bool OutOfRange = false, string? Hint = null)
{
    public static Outcome Refused(string problem, string? hint = null) => new(null, problem, Hint: hint);

    public static Outcome TooLarge(string problem) => new(null, problem, OutOfRange: true);

    /// <summary>The same problem, found in a part of the value that has a name.</summary>
    public Outcome In(string part) => this with { Problem = $"{Problem} in \"{part}\"" };
}
