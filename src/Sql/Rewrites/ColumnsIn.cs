using Relata.Sql.Tree;

namespace Relata.Sql.Rewrites;

/// <summary>Finds the columns that a tree reads.</summary>
internal sealed class ColumnsIn : SqlRewrite
{
    private readonly List<SqlColumn> found = [];

    private ColumnsIn()
    {
    }

    /// <summary>The columns of a query that a list inside its rows reads, each once.</summary>
    public static IReadOnlyList<SqlColumn> Of(SqlList list, SqlSelect query)
    {
        var columns = new ColumnsIn();
        columns.Rewrite(list);
        var aliases = query.Joins.Select(join => join.Table.Alias).Append(query.From.Alias).ToHashSet();
        return [.. columns.found.Where(column => aliases.Contains(column.Table)).Distinct()];
    }

    /// <summary>The columns of one table that a query reads, each once.</summary>
    public static IReadOnlyList<SqlColumn> Of(SqlSelect query, string alias)
    {
        var columns = new ColumnsIn();
        columns.Rewrite(query);
        return [.. columns.found.Where(column => column.Table == alias).Distinct()];
    }

    /// <summary>The aliases of the tables that a query reads columns of.</summary>
    public static HashSet<string?> AliasesOf(SqlSelect query)
    {
        var columns = new ColumnsIn();
        columns.Rewrite(query);
        return [.. columns.found.Select(column => column.Table)];
    }

    protected override SqlExpression RewriteColumn(SqlColumn node)
    {
        found.Add(node);
        return node;
    }
}
