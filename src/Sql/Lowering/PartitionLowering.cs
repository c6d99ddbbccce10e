using Relata.Model.Expressions;
using Relata.Model.Schema;
using Relata.Planning.Plans;
using Relata.Sql.Tree;

namespace Relata.Sql.Lowering;

/// <summary>Limits each group of rows: they are numbered within their group, and the first of each are read.</summary>
internal static class PartitionLowering
{
    private static readonly ColumnType Number = new(TypeKind.Int64, "bigint");

    /// <summary>The query whose limit is that of each group.</summary>
    /// <param name="select">The query with the limit of all rows together.</param>
    /// <param name="plan">Its plan, over a table of stored rows.</param>
    /// <param name="partition">The columns in which the rows of a group are alike.</param>
    /// <param name="rows">The most rows that are read of all groups.</param>
    public static SqlSelect Lower(SqlSelect select, ReadPlan plan, IReadOnlyList<SqlExpression> partition, long rows)
    {
        var alias = select.From.Alias ?? plan.Table.Name.Name;
        var rank = new Column(NameOfRank(plan.Table), plan.Table.Columns.Count, Number);
        var numbered = new SqlSelect(
            [
                .. plan.Table.Columns.Select(column => new SqlNamed(new SqlColumn(select.From.Alias, column), column)),
                new SqlNamed(new SqlRowNumber(partition, select.OrderBy), rank),
            ],
            select.From,
            [],
            select.Where,
            [],
            Limit: null,
            Offset: null);
        return select with
        {
            From = new SqlDerivedTable(numbered, alias),
            Where = new SqlComparison(
                ComparisonOperator.LessOrEqual, new SqlColumn(alias, rank), new SqlNumber(plan.Limit!.Value)),
            Limit = rows,
        };
    }

    /// <summary>A name that none of the table's columns has.</summary>
    private static string NameOfRank(Table table)
    {
        var name = "rank";
        while (table.FindColumn(name) is not null) name += "_";
        return name;
    }
}
