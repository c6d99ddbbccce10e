using Relata.Model.Expressions;
using Relata.Model.Schema;
using Relata.Planning.Plans;
using Relata.Sql.Tree;

namespace Relata.Sql.Lowering;

/// <summary>Lowers related rows: parents to joins, lists to cells that are queries themselves.</summary>
internal static class EmbedLowering
{
    public static SqlJoin Lower(ExpressionLowering expressions, ParentJoin join)
    {
        var alias = PlanLowering.Alias(join.Source);
        var relationship = join.Relationship;
        var conditions = new List<SqlExpression>
        {
            Match(join.Source, relationship.ToColumns, join.Child, relationship.FromColumns),
        };

        // A parent that is marked as deleted is none.
        if (relationship.To.DeletedAt is { } mark) conditions.Add(new SqlIs(new SqlColumn(alias, mark), IsTest.Null));
        if (join.Filter is not null) conditions.Add(expressions.Read(join.Filter));
        return new SqlJoin(
            new SqlTable(relationship.To.Name, alias),
            conditions.Count == 1 ? conditions[0] : new SqlLogical(LogicalOperator.And, conditions),
            IsLeft: true);
    }

    /// <summary>The cells of a row, those that hold lists behind the others.</summary>
    public static IReadOnlyList<SqlExpression> Cells(ExpressionLowering expressions, Projection projection) =>
    [
        .. projection.Cells.Select(expressions.Column),
        .. projection.Ends.Select(end => new SqlOneWhere(expressions.Read(end))),
        .. projection.Lists.Select(list => Lower(expressions, list)),
    ];

    private static SqlList Lower(ExpressionLowering expressions, RelatedList list)
    {
        var (relationship, projection) = (list.Relationship, list.Projection);
        var far = new SqlTable(relationship.To.Name, PlanLowering.Alias(list.Source));
        var joins = projection.Joins.Select(join => Lower(expressions, join));
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
                Cells(expressions, projection),
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
        return SqlLogical.All(conditions);
    }
}
