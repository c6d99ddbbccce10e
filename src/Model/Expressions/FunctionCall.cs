namespace Relata.Model.Expressions;

/// <summary>A function of values; unknown (NULL) when one of them is NULL.</summary>
/// <param name="Function">The function.</param>
/// <param name="Arguments">What it is applied to.</param>
public sealed record FunctionCall(Function Function, IReadOnlyList<Expression> Arguments) : Expression
{
    /// <summary>
    /// The schema of the extension that has the function; null where the database itself has it. Bound only.
    /// </summary>
    public string? Schema { get; init; }
}

/// <summary>
/// The value at a place within a JSON value; NULL when there is none, or none of the kind that is asked for.
/// </summary>
/// <param name="Operand">The JSON value.</param>
/// <param name="Steps">
/// The keys that lead to the place, of which numbers are indexes where they meet an array: a <see cref="LiteralList"/>,
/// once bound a <see cref="Parameter"/> that is a list.
/// </param>
/// <param name="Kind">Which values are meant. What is asked is <see cref="JsonKind.Any"/>; binding chooses.</param>
public sealed record JsonPath(Expression Operand, Expression Steps, JsonKind Kind) : Expression;

/// <summary>Which JSON values are meant, and as what they are compared.</summary>
public enum JsonKind
{
    /// <summary>Every one, as JSON.</summary>
    Any,

    /// <summary>Numbers.</summary>
    Number,

    /// <summary>Strings, as text.</summary>
    Text,

    /// <summary>True and false.</summary>
    Boolean,

    /// <summary>Every one, as whether it is JSON's null.</summary>
    Null,
}
