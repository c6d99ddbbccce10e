using Relata.Model.Requests;
using Relata.Sql.Text;

namespace Relata.Sql.Tree;

/// <summary>A value over the rows of a group.</summary>
/// <param name="Function">How it is computed.</param>
/// <param name="Operand">Of what.</param>
public sealed record SqlAggregate(AggregateFunction Function, SqlExpression Operand) : SqlExpression
{
    /// <inheritdoc/>
    public override void Write(SqlWriter writer)
    {
        _ = Function switch
        {
            AggregateFunction.Count => writer.Syntax("count("),
            AggregateFunction.CountDistinct => writer.Syntax("count(DISTINCT "),
            AggregateFunction.Sum => writer.Syntax("sum("),
            AggregateFunction.Average => writer.Syntax("avg("),
            AggregateFunction.Minimum => writer.Syntax("min("),
            AggregateFunction.Maximum => writer.Syntax("max("),
        };
        writer.Node(Operand).Syntax(")");
    }
}

/// <summary>A number as binary floating point.</summary>
/// <param name="Operand">The number.</param>
public sealed record SqlCastToDouble(SqlExpression Operand) : SqlExpression
{
    /// <inheritdoc/>
    public override void Write(SqlWriter writer) =>
        writer.Syntax("CAST(").Node(Operand).Syntax(" AS double precision)");
}
