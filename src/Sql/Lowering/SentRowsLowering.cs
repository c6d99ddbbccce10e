using Relata.Model.Expressions;
using Relata.Model.Schema;
using Relata.Planning.Plans;
using Relata.Sql.Tree;

namespace Relata.Sql.Lowering;

/// <summary>Lowers what is read and changed by keys that were sent: they stand as rows beside the table.</summary>
internal static class SentRowsLowering
{
    private static readonly ColumnType Number = new(TypeKind.Int64, "bigint");

    /// <summary>Changes the rows that have a key among those that were sent.</summary>
    /// <param name="plan">What is changed.</param>
    /// <param name="filter">What the rows must be besides.</param>
    public static SqlUpdate Lower(UpdateEachPlan plan, SqlExpression? filter)
    {
        var (key, alias) = (plan.Table.PrimaryKey!.Columns, PlanLowering.Alias(plan.Source));
        Column[] columns = [.. key, .. plan.Columns];
        var assignments = plan.Columns.Select((column, i) =>
            new SqlAssignment(column, new SqlColumn(alias, SqlValues.Column(key.Count + i, column.Type))));
        if (plan.Stamped is { } stamped)
            assignments = assignments.Append(new SqlAssignment(stamped, new SqlNow(stamped.Type)));
        return new SqlUpdate(
            new SqlTable(plan.Table.Name, PlanLowering.Alias(0)), [.. assignments], Match(key, alias, 0, filter), [])
        {
            From = new SqlValues([.. Enumerable.Range(0, plan.RowCount).Select(row => Row(row, columns))], alias),
        };
    }

    /// <summary>
    /// Puts the keys that were sent in front of a read's own joins, and its rows into the order of the keys.
    /// </summary>
    /// <param name="select">The read as it would be without keys.</param>
    /// <param name="table">The table.</param>
    /// <param name="keys">The keys.</param>
    public static SqlSelect ByKeys(SqlSelect select, Table table, SentKeys keys)
    {
        var (key, alias) = (table.PrimaryKey!.Columns, PlanLowering.Alias(keys.Source));
        var rows = Enumerable.Range(0, keys.Names.Count).Select(row => (IReadOnlyList<SqlExpression>)
            [new SqlNumber(row), .. Row(row, key)]);
        var stored = new SqlJoin((SqlTable)select.From, Match(key, alias, 1, select.Where), IsLeft: true);
        return select with
        {
            From = new SqlValues([.. rows], alias),
            Joins = [stored, .. select.Joins],
            Where = null,
            OrderBy = [new SqlSort(new SqlColumn(alias, SqlValues.Column(0, Number)), Descending: false)],
        };
    }

    private static SqlExpression[] Row(int row, IReadOnlyList<Column> columns) =>
    [
        .. columns.Select((column, i) =>
            new SqlParameter(new StatementParameter((row * columns.Count) + i, column.Type, IsList: false))),
    ];

    private static SqlLogical Match(IReadOnlyList<Column> key, string alias, int first, SqlExpression? filter)
    {
        var conditions = key.Select((column, i) => (SqlExpression)new SqlComparison(
            ComparisonOperator.Equal,
            new SqlColumn(PlanLowering.Alias(0), column),
            new SqlColumn(alias, SqlValues.Column(first + i, column.Type))));
        return new SqlLogical(LogicalOperator.And, [.. filter is null ? conditions : conditions.Append(filter)]);
    }
}
