using Relata.Model.Expressions;
using Relata.Sql.Rewrites;
using Relata.Sql.Tree;

namespace Relata.Databases.MySql.Sql;

/// <summary>
/// MariaDB's DELETE of one table takes no alias, and that of several answers no rows
/// (https://mariadb.com/kb/en/delete/): the columns go by the table's own name. Done first, while every node is one of
/// the standard's.
/// </summary>
public sealed class Deletes : SqlRewrite
{
    /// <inheritdoc/>
    public override IReadOnlyList<SqlStatement> Split(SqlStatement statement) => statement switch
    {
        SqlDelete { From.Alias: not null } delete => [WithoutAlias(delete)],
        SqlChosen { Change: SqlDelete { From.Alias: not null } delete } chosen =>
            [chosen with { Change = WithoutAlias(delete) }],
        _ => [statement],
    };

    /// <summary>The condition on rows that were chosen: that they were, and the filter once more.</summary>
    internal static SqlExpression Chosen(SqlExpression? where, InChosenKeys keys) => where switch
    {
        SqlLogical { Operator: LogicalOperator.And, Operands: [SqlInChosen, var filter] } =>
            SqlLogical.All([keys, filter]),
        _ => keys,
    };

    private static SqlDelete WithoutAlias(SqlDelete delete)
    {
        var name = delete.From.Name;
        return (SqlDelete)new Renamed(delete.From.Alias!, name.Name)
            .Apply(delete with { From = new SqlTable(name, null) });
    }

    /// <summary>Gives the columns of a table another alias.</summary>
    private sealed class Renamed(string from, string to) : SqlRewrite
    {
        protected override SqlExpression RewriteColumn(SqlColumn node) =>
            node.Table == from ? node with { Table = to } : node;

        protected override SqlExpression RewriteFunction(SqlFunction node) =>
            node with { Arguments = [.. node.Arguments.Select(Rewrite)] };

        protected override SqlExpression RewriteJsonPath(SqlJsonPath node) =>
            node with { Operand = Rewrite(node.Operand) };
    }
}
