using Relata.Model.Expressions;
using Relata.Model.Requests;
using Relata.Model.Schema;
using Relata.Planning.Plans;
using Relata.Sql.Tree;

namespace Relata.Sql.Lowering;

/// <summary>Lowers what sums rows up to a query in the place of a table.</summary>
internal static class SummaryLowering
{
    /// <summary>The query.</summary>
    /// <param name="summary">What it sums up.</param>
    /// <param name="result">The table that comes out.</param>
    /// <param name="expressions">Lowers expressions over the table that is summed up.</param>
    /// <param name="alias">The alias of that table; null where the query has no other.</param>
    public static SqlDerivedTable Lower(
        SummarySource summary, Table result, ExpressionLowering expressions, string? alias)
    {
        var groups = summary.Groups.Select(expressions.Read).ToArray();
        var select = new SqlSelect(
            [
                .. groups.Select((group, i) => new SqlNamed(group, result.Columns[i])),
                .. summary.Aggregates.Select(
                    aggregate => new SqlNamed(Lower(aggregate, expressions), aggregate.Column)),
            ],
            new SqlTable(summary.Table.Name, alias),
            [],
            summary.Filter is null ? null : expressions.Read(summary.Filter),
            [],
            Limit: null,
            Offset: null)
        {
            GroupBy = groups,
        };
        return new SqlDerivedTable(select, result.Name.Name);
    }

    private static SqlExpression Lower(AggregateColumn aggregate, ExpressionLowering expressions) =>
        (aggregate.Function, aggregate.Operand) switch
        {
            (AggregateFunction.Count, null) => new SqlCountRows(),
            (_, null) => throw new ArgumentException($"{aggregate.Function} needs a column.", nameof(aggregate)),
            (_, { } operand) => new SqlAggregate(
                aggregate.Function,
                IsFloating(aggregate, operand)
                    ? new SqlCastToDouble(expressions.Column(operand))
                    : expressions.Column(operand)),
        };

    /// <summary>Means, and sums of binary numbers, are computed in double precision on every database.</summary>
    private static bool IsFloating(AggregateColumn aggregate, ColumnReference operand) => aggregate.Function switch
    {
        AggregateFunction.Average => true,
        AggregateFunction.Sum => operand.Column.Type.Kind is TypeKind.Single or TypeKind.Double,
        _ => false,
    };
}
