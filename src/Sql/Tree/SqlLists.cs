using Relata.Sql.Text;

namespace Relata.Sql.Tree;

/// <summary>
/// A cell that holds rows: those of a sub-query that belong to the row at hand. No standard spelling.
/// </summary>
/// <param name="Rows">The sub-query without what connects it; its columns may be lists again.</param>
/// <param name="Link">Connects the sub-query's first table with the row at hand.</param>
public sealed record SqlList(SqlSelect Rows, SqlExpression Link) : SqlExpression
{
    /// <inheritdoc/>
    public override void Write(SqlWriter writer) => throw NotRewritten.By(this);
}

/// <summary>A row's number, from 1, within the rows of its partition in an order.</summary>
/// <param name="PartitionBy">The rows that are alike in these are numbered together; none means all.</param>
/// <param name="OrderBy">The order; none means as they come.</param>
public sealed record SqlRowNumber(
    IReadOnlyList<SqlExpression> PartitionBy, IReadOnlyList<SqlSort> OrderBy) : SqlExpression
{
    /// <inheritdoc/>
    public override void Write(SqlWriter writer)
    {
        writer.Syntax("row_number() OVER (");
        if (PartitionBy.Count > 0)
            writer.Syntax("PARTITION BY ").List(PartitionBy, ", ", static (writer, node) => writer.Node(node));
        if (PartitionBy.Count > 0 && OrderBy.Count > 0) writer.Syntax(" ");
        if (OrderBy.Count > 0)
            writer.Syntax("ORDER BY ").List(OrderBy, ", ", static (writer, node) => writer.Node(node));
        writer.Syntax(")");
    }
}

/// <summary>A number that is part of the statement's shape.</summary>
/// <param name="Value">The number.</param>
public sealed record SqlNumber(long Value) : SqlExpression
{
    /// <inheritdoc/>
    public override void Write(SqlWriter writer) => writer.Number(Value);
}
