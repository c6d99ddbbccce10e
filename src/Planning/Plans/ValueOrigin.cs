using System.Diagnostics.CodeAnalysis;
using Relata.Model.Failures;
using Relata.Model.Schema;
using Relata.Planning.Values;

namespace Relata.Planning.Plans;

/// <summary>
/// Where the text stood that became a value of a plan, and of which nothing else in the plan was made: with another
/// text there, the plan would be the same but for that value.
/// </summary>
/// <param name="At">The place of the whole text.</param>
/// <param name="Type">The type to which it was converted.</param>
public sealed record ValueOrigin(Position At, ColumnType Type)
{
    /// <summary>Makes a value of another text as it was made of the first.</summary>
    /// <returns>Whether it is a value of the type.</returns>
    public bool TryConvert(string text, [NotNullWhen(true)] out object? value)
    {
        var outcome = TypedValue.FromText(text, Type);
        value = outcome.Value;
        return outcome.Problem is null && value is not null;
    }
}
