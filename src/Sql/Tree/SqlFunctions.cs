using Relata.Model.Expressions;
using Relata.Sql.Text;

namespace Relata.Sql.Tree;

/// <summary>A function of values. No standard spelling.</summary>
/// <param name="Function">The function.</param>
/// <param name="Arguments">What it is applied to.</param>
public sealed record SqlFunction(Function Function, IReadOnlyList<SqlExpression> Arguments) : SqlExpression
{
    /// <summary>The schema of the extension that has the function; null where the database itself has it.</summary>
    public string? Schema { get; init; }

    /// <inheritdoc/>
    public override void Write(SqlWriter writer) => throw NotRewritten.By(this);
}

/// <summary>The value at a place within a JSON value, NULL if it is of another kind. No standard spelling.</summary>
/// <param name="Operand">The JSON value.</param>
/// <param name="Steps">The keys that lead to the place, as a list.</param>
/// <param name="Kind">Which values are meant, and as what they are compared.</param>
public sealed record SqlJsonPath(SqlExpression Operand, SqlExpression Steps, JsonKind Kind) : SqlExpression
{
    /// <inheritdoc/>
    public override void Write(SqlWriter writer) => throw NotRewritten.By(this);
}
