using System.Text.Json;
using Relata.Model.Failures;
using Relata.Model.Requests;
using Relata.Model.Schema;

namespace Relata.Model.Expressions;

/// <summary>
/// A condition or value over the columns of a row: the one tree in which every dialect filters, and which the binder,
/// the SQL lowering and every later reader understand.
/// </summary>
/// <remarks>
/// A tree has two states. As asked it holds <see cref="ColumnName"/>, <see cref="Literal"/>, <see cref="LiteralList"/>
/// and <see cref="Related"/>; binding replaces them by <see cref="ColumnReference"/>, <see cref="Parameter"/> and
/// <see cref="Exists"/>, so a bound tree holds no constant and no caller's text. Every other node stands in both.
/// </remarks>
public abstract record Expression;

/// <summary>A column as the caller named it. Asked only.</summary>
/// <param name="Name">The name.</param>
public sealed record ColumnName(Name Name) : Expression;

/// <summary>
/// A value as the caller wrote it, without a type of its own: the column that it meets decides. Asked only.
/// </summary>
/// <param name="Text">The text of a value from a path, query or header; null when the value is JSON.</param>
/// <param name="Json">The value when it came in a JSON body.</param>
/// <param name="At">Where it stands; null inside a body.</param>
public sealed record Literal(string? Text, JsonElement Json, Position? At) : Expression
{
    /// <summary>A value written as text.</summary>
    public static Literal FromText(string text, Position? at) => new(text, default, at);

    /// <summary>A value written as JSON.</summary>
    public static Literal FromJson(JsonElement json, Position? at) => new(null, json, at);
}

/// <summary>The values of a list. Asked only.</summary>
/// <param name="Items">The values in order; none matches nothing.</param>
/// <param name="At">Where the list stands.</param>
public sealed record LiteralList(IReadOnlyList<Literal> Items, Position? At) : Expression;

/// <summary>A column of the schema. Bound only.</summary>
/// <param name="Column">The column.</param>
/// <param name="Source">Which of the plan's tables it belongs to; 0 is the table asked for.</param>
public sealed record ColumnReference(Column Column, int Source) : Expression;

/// <summary>A value that is kept apart from the tree. Bound only.</summary>
/// <param name="Index">Its place in the plan's values.</param>
/// <param name="Type">The type to which it was converted.</param>
/// <param name="IsList">Whether it is a list of values of that type.</param>
public sealed record Parameter(int Index, ColumnType Type, bool IsList = false) : Expression;

/// <summary>Values that are compared together: the first that differ decide. Bound only.</summary>
/// <param name="Items">The values, most significant first.</param>
public sealed record RowConstructor(IReadOnlyList<Expression> Items) : Expression;

/// <summary>The moment at which the transaction runs, by the database's clock. Bound only.</summary>
/// <param name="Type">The type of the column that it meets.</param>
public sealed record Now(ColumnType Type) : Expression;

/// <summary>Conditions of which all, or any, must hold; none at all is true for "all" and false for "any".</summary>
/// <param name="Operator">How they are joined.</param>
/// <param name="Operands">The conditions.</param>
public sealed record Logical(LogicalOperator Operator, IReadOnlyList<Expression> Operands) : Expression;

/// <summary>How conditions are joined.</summary>
public enum LogicalOperator
{
    /// <summary>All must hold.</summary>
    And,

    /// <summary>One must hold.</summary>
    Or,
}

/// <summary>The opposite of a condition; of an unknown (NULL) one, unknown.</summary>
/// <param name="Operand">The condition.</param>
public sealed record Not(Expression Operand) : Expression;

/// <summary>Two values compared; unknown (NULL) when one of them is NULL.</summary>
/// <param name="Operator">How.</param>
/// <param name="Left">The left value.</param>
/// <param name="Right">The right value.</param>
public sealed record Comparison(ComparisonOperator Operator, Expression Left, Expression Right) : Expression;

/// <summary>How two values are compared.</summary>
public enum ComparisonOperator
{
    /// <summary>They are equal.</summary>
    Equal,

    /// <summary>They differ, and neither is NULL.</summary>
    NotEqual,

    /// <summary>The left one is larger.</summary>
    Greater,

    /// <summary>The left one is larger, or they are equal.</summary>
    GreaterOrEqual,

    /// <summary>The left one is smaller.</summary>
    Less,

    /// <summary>The left one is smaller, or they are equal.</summary>
    LessOrEqual,
}

/// <summary>A value is one of a list; an empty list holds nothing, so not even NULL is in it.</summary>
/// <param name="Operand">The value.</param>
/// <param name="List">A <see cref="LiteralList"/>, once bound a <see cref="Parameter"/> that is a list.</param>
public sealed record In(Expression Operand, Expression List) : Expression;

/// <summary>A value lies between two others, both included.</summary>
/// <param name="Operand">The value.</param>
/// <param name="Low">The smallest that passes.</param>
/// <param name="High">The largest that passes.</param>
public sealed record Between(Expression Operand, Expression Low, Expression High) : Expression;

/// <summary>A value is NULL, or is exactly true or false; never unknown.</summary>
/// <param name="Operand">The value.</param>
/// <param name="Test">What it is tested for.</param>
public sealed record Is(Expression Operand, IsTest Test) : Expression;

/// <summary>What <see cref="Is"/> tests for.</summary>
public enum IsTest
{
    /// <summary>The value is NULL.</summary>
    Null,

    /// <summary>The value is true.</summary>
    True,

    /// <summary>The value is false.</summary>
    False,
}

/// <summary>A text matches a pattern.</summary>
/// <param name="Kind">
/// How the pattern reads. Binding escapes the first four kinds into <see cref="TextMatchKind.Like"/>, so a bound tree
/// holds only that one and <see cref="TextMatchKind.Regex"/>.
/// </param>
/// <param name="IgnoreCase">Whether letters match without regard to case.</param>
/// <param name="Operand">The text.</param>
/// <param name="Pattern">The pattern.</param>
public sealed record TextMatch(
    TextMatchKind Kind, bool IgnoreCase, Expression Operand, Expression Pattern) : Expression;

/// <summary>How a pattern reads.</summary>
public enum TextMatchKind
{
    /// <summary>The text is exactly the pattern.</summary>
    Exact,

    /// <summary>The text contains the pattern; on JSON and array columns: contains that value.</summary>
    Contains,

    /// <summary>The text starts with the pattern.</summary>
    StartsWith,

    /// <summary>The text ends with the pattern.</summary>
    EndsWith,

    /// <summary>
    /// <c>%</c> stands for any text, <c>_</c> for one character, a backslash takes the next character as it is.
    /// </summary>
    Like,

    /// <summary>A regular expression of the database's own flavour, found anywhere in the text.</summary>
    Regex,
}

/// <summary>A JSON value or array contains another, as PostgreSQL's <c>@&gt;</c> defines it. Bound only.</summary>
/// <param name="Operand">The containing value.</param>
/// <param name="Value">The value looked for.</param>
public sealed record Contains(Expression Operand, Expression Value) : Expression;

/// <summary>A row at the far end of a relationship passes a condition; never unknown. Asked only.</summary>
/// <param name="Relationship">The relationship's name on the table at hand.</param>
/// <param name="Condition">The condition over the columns of the far end; null passes every row.</param>
public sealed record Related(Name Relationship, Expression? Condition) : Expression;

/// <summary>A row at the far end of a relationship passes a condition; never unknown. Bound only.</summary>
/// <param name="Relationship">The relationship.</param>
/// <param name="Near">The source whose rows stand at the near end.</param>
/// <param name="Far">The source of the rows at the far end.</param>
/// <param name="Through">The source of the junction's rows; null without a junction.</param>
/// <param name="Condition">The condition over the far end; null passes every row.</param>
public sealed record Exists(
    Relationship Relationship, int Near, int Far, int? Through, Expression? Condition) : Expression;
