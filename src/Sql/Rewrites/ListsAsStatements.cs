using System.Globalization;
using Relata.Model.Expressions;
using Relata.Model.Schema;
using Relata.Sql.Tree;

namespace Relata.Sql.Rewrites;

/// <summary>
/// For a database whose cells hold no rows: each list becomes a statement of its own. It numbers the rows of the query
/// around it in their order, joins them with its own, and answers its rows in that order, the number as their last
/// cell. So both can be read side by side.
/// </summary>
public sealed class ListsAsStatements : SqlRewrite
{
    /// <summary>The alias of the numbered rows around a list.</summary>
    private const string Around = "p";

    /// <summary>The alias of a list's own rows, where they are numbered to be limited.</summary>
    private const string Numbered = "r";

    private static readonly ColumnType Count = new(TypeKind.Int64, "bigint");
    private static readonly Column Number = new("n", 0, Count);
    private static readonly Column Rank = new("r", 0, Count);

    /// <inheritdoc/>
    public override IReadOnlyList<SqlStatement> Split(SqlStatement statement)
    {
        if (statement is not SqlSelect select) return [statement];
        var lists = StatementsOf(select, read => NumberPage(select, read));
        return [select with { Columns = CellsOf(select) }, .. lists];
    }

    /// <summary>The statements of the lists inside a query's rows.</summary>
    /// <param name="query">The query.</param>
    /// <param name="number">Makes the query of the numbered rows that has these columns, too.</param>
    private static IEnumerable<SqlSelect> StatementsOf(SqlSelect query, Func<IReadOnlyList<SqlNamed>, SqlSelect> number)
    {
        foreach (var list in query.Columns.OfType<SqlList>())
        {
            SqlNamed[] read = [.. ColumnsIn.Of(list, query).Select((column, i) => Named(column, "k", i))];
            var moved = new Move(read.ToDictionary(named => named.Value, named => new SqlColumn(Around, named.Name)))
                .List(list);
            var rows = moved.Rows with
            {
                From = new SqlDerivedTable(number(read), Around),
                Joins = [new SqlJoin((SqlTable)moved.Rows.From, moved.Link, IsLeft: false), .. moved.Rows.Joins],
            };
            yield return Statement(rows);
            foreach (var inner in StatementsOf(rows, read => NumberList(rows, read))) yield return inner;
        }
    }

    private static SqlSelect Statement(SqlSelect rows)
    {
        if (rows.Limit is null)
        {
            return rows with
            {
                Columns = [.. CellsOf(rows), new SqlColumn(Around, Number)],
                OrderBy = [new SqlSort(new SqlColumn(Around, Number), Descending: false), .. rows.OrderBy],
            };
        }

        SqlNamed[] cells = [.. CellsOf(rows).Select((cell, i) => Named(cell, "c", i))];
        return Cut(rows, cells) with
        {
            Columns = [.. cells.Select(cell => new SqlColumn(Numbered, cell.Name)), new SqlColumn(Numbered, Number)],
            OrderBy = Ranked,
        };
    }

    /// <summary>The rows asked for: the page is cut first, so that no more rows are numbered than it has.</summary>
    private static SqlSelect NumberPage(SqlSelect page, IReadOnlyList<SqlNamed> read)
    {
        if (page.Limit is null && page.Offset is null)
            return WithUsedJoins(page with { Columns = [NumberIn(page.OrderBy), .. read], OrderBy = [] }, page.OrderBy);

        SqlNamed[] sorted = [.. page.OrderBy.Select((sort, i) => Named(sort.Value, "s", i))];
        var order = page.OrderBy.Select((sort, i) => sort with { Value = new SqlColumn(Numbered, sorted[i].Name) });
        var cut = WithUsedJoins(page with { Columns = [.. read, .. sorted] }, page.OrderBy);
        return new SqlSelect(
            [NumberIn([.. order]), .. read.Select(Again)], new SqlDerivedTable(cut, Numbered), [], null, [], null,
            null);
    }

    /// <summary>The rows of a list, for the lists inside them.</summary>
    private static SqlSelect NumberList(SqlSelect rows, IReadOnlyList<SqlNamed> read)
    {
        if (rows.Limit is not null)
            return Cut(rows, read) with { Columns = [NumberIn(Ranked), .. read.Select(Again)] };
        SqlSort[] order = [new SqlSort(new SqlColumn(Around, Number), Descending: false), .. rows.OrderBy];
        return WithUsedJoins(rows with { Columns = [NumberIn(order), .. read], OrderBy = [] }, order);
    }

    /// <summary>
    /// The first rows of each list, with the number of the row around it and the rank within the list.
    /// </summary>
    private static SqlSelect Cut(SqlSelect rows, IReadOnlyList<SqlNamed> read)
    {
        var around = new SqlColumn(Around, Number);
        var all = rows with
        {
            Columns =
            [
                new SqlNamed(around, Number), new SqlNamed(new SqlRowNumber([around], rows.OrderBy), Rank), .. read,
            ],
            OrderBy = [],
            Limit = null,
        };
        var first = new SqlComparison(
            ComparisonOperator.LessOrEqual, new SqlColumn(Numbered, Rank), new SqlNumber(rows.Limit!.Value));
        return new SqlSelect(
            [], new SqlDerivedTable(WithUsedJoins(all, rows.OrderBy), Numbered), [], first, [], null, null);
    }

    private static IReadOnlyList<SqlSort> Ranked { get; } =
    [
        new SqlSort(new SqlColumn(Numbered, Number), Descending: false),
        new SqlSort(new SqlColumn(Numbered, Rank), Descending: false),
    ];

    private static SqlExpression[] CellsOf(SqlSelect query) =>
        [.. query.Columns.Where(column => column is not SqlList)];

    private static SqlNamed NumberIn(IReadOnlyList<SqlSort> order) => new(new SqlRowNumber([], order), Number);

    private static SqlNamed Again(SqlNamed named) => new(new SqlColumn(Numbered, named.Name), named.Name);

    private static SqlNamed Named(SqlExpression value, string letter, int place)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{letter}{place}");
        return new SqlNamed(value, value is SqlColumn { Column: var column }
            ? new Column(name, place, column.Type) { IsNullable = column.IsNullable }
            : new Column(name, place, Count) { IsNullable = true });
    }

    /// <summary>Parents neither add nor remove rows, so those that nothing is read of are left out.</summary>
    private static SqlSelect WithUsedJoins(SqlSelect query, IReadOnlyList<SqlSort> order)
    {
        var used = ColumnsIn.AliasesOf(query with { Joins = [], OrderBy = order });
        var joins = new List<SqlJoin>();
        foreach (var join in query.Joins.Reverse())
        {
            if (join.IsLeft && !used.Contains(join.Table.Alias)) continue;
            joins.Insert(0, join);
            used.UnionWith(ColumnsIn.AliasesOf(query with
            {
                Columns = [join.On],
                Joins = [],
                Where = null,
                OrderBy = [],
            }));
        }

        return query with { Joins = joins };
    }

    /// <summary>
    /// Gives columns of the query around a list the names by which the list's own statement reads them.
    /// </summary>
    private sealed class Move(Dictionary<SqlExpression, SqlColumn> names) : SqlRewrite
    {
        public SqlList List(SqlList list) => (SqlList)Rewrite(list);

        protected override SqlExpression RewriteColumn(SqlColumn node) => names.GetValueOrDefault(node, node);
    }
}
