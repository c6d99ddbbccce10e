using Relata.Sql.Tree;

namespace Relata.Sql.Rewrites;

/// <summary>
/// For a database that computes the cells of rows that OFFSET then passes over: where there are lists among the cells,
/// the page is cut in a query of its own, so that no list is read that is not answered.
/// </summary>
public sealed class PageBeforeLists : SqlRewrite
{
    /// <inheritdoc/>
    public override IReadOnlyList<SqlStatement> Split(SqlStatement statement) =>
        statement is SqlSelect { Offset: not null, From: SqlTable { Alias: { } alias } } page
        && page.Columns.Any(column => column is SqlList)
            ? [Cut(page, alias)]
            : [statement];

    /// <summary>
    /// Conditions and order speak of the table's own columns; what is joined hangs on the rows of the page.
    /// </summary>
    private static SqlSelect Cut(SqlSelect page, string alias)
    {
        var rest = page with { Where = null, Limit = null, Offset = null };
        var read = ColumnsIn.Of(rest, alias).Select(column => new SqlNamed(column, column.Column));
        return rest with { From = new SqlDerivedTable(page with { Columns = [.. read], Joins = [] }, alias) };
    }
}
