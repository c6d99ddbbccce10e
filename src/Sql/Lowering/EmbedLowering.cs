using Relata.Model.Expressions;
using Relata.Model.Schema;
using Relata.Planning.Plans;
using Relata.Sql.Tree;

namespace Relata.Sql.Lowering;

/// <summary>Lowers related rows: parents to joins, lists to cells that are queries themselves.</summary>
internal static class EmbedLowering
{
    public static SqlJoin Lower(ParentJoin join) => new(
        new SqlTable(join.Relationship.To.Name, PlanLowering.Alias(join.Source)),
        Seen(join, Match(join.Source, join.Relationship.ToColumns, join.Child, join.Relationship.FromColumns)),
        IsLeft: true);

    /// <summary>A parent that is marked as deleted is none.</summary>
    private static SqlExpression Seen(ParentJoin join, SqlExpression match) =>
        join.Relationship.To.DeletedAt is { } mark
            ? new SqlLogical(
                LogicalOperator.And,
                [match, new SqlIs(new SqlColumn(PlanLowering.Alias(join.Source), mark), IsTest.Null)])
            : match;

    public static SqlList Lower(ExpressionLowering expressions, RelatedList list)
    {
        var (relationship, projection) = (list.Relationship, list.Projection);
        var far = new SqlTable(relationship.To.Name, PlanLowering.Alias(list.Source));
        var joins = projection.Joins.Select(Lower);
        var (first, nearColumns) = (list.Source, relationship.ToColumns);
        if (relationship.Junction is { } junction)
        {
            (first, nearColumns) = (list.Junction!.Value, junction.NearColumns);
            var on = Match(list.Source, relationship.ToColumns, first, junction.FarColumns);
            joins = joins.Prepend(new SqlJoin(far, on, IsLeft: false));
            far = new SqlTable(junction.Table.Name, PlanLowering.Alias(first));
        }

        return new SqlList(
            new SqlSelect(
                [
                    .. projection.Cells.Select(expressions.Column),
                    .. projection.Lists.Select(inner => Lower(expressions, inner)),
                ],
                far,
                [.. joins],
                list.Filter is null ? null : expressions.Read(list.Filter),
                [.. list.Order.Select(sort => new SqlSort(expressions.Column(sort.Column), sort.Descending))],
                list.Limit,
                Offset: null),
            Match(first, nearColumns, list.Near, relationship.FromColumns));
    }

    private static SqlExpression Match(int left, IReadOnlyList<Column> columns, int right, IReadOnlyList<Column> others)
    {
        var (alias, other) = (PlanLowering.Alias(left), PlanLowering.Alias(right));
        var conditions = columns.Select((column, i) => (SqlExpression)new SqlComparison(
            ComparisonOperator.Equal, new SqlColumn(alias, column), new SqlColumn(other, others[i]))).ToArray();
        return conditions.Length == 1 ? conditions[0] : new SqlLogical(LogicalOperator.And, conditions);
    }
}
