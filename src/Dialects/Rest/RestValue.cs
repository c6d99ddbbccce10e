using Relata.Model.Expressions;
using Relata.Model.Failures;

namespace Relata.Dialects.Rest;

/// <summary>What stands behind the equals sign of a filter: a text, or in a group a list in parentheses.</summary>
/// <param name="Text">The text as it was written.</param>
/// <param name="At">Where it stands.</param>
/// <param name="Items">The values of a list in parentheses; null when it is none.</param>
internal sealed record RestValue(string Text, Position At, IReadOnlyList<Literal>? Items = null)
{
    /// <summary>The one value that a lookup takes.</summary>
    public Literal One => Items is null ? Literal.FromText(Text, At) : throw new Failure(
        FailureCode.BadValue, "This lookup takes one value and no list.")
    {
        At = At,
        Hint = "A value that begins with a parenthesis stands in double quotes.",
    }.AsException();

    /// <summary>
    /// The values of a lookup that takes several: a text is cut at its commas, and an empty one holds none.
    /// </summary>
    public IReadOnlyList<Literal> List => Items ?? (Text.Length == 0
        ? []
        : [.. Text.Split(',').Select(part => Literal.FromText(part, At))]);
}
