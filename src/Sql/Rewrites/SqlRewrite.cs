using System.Diagnostics;
using Relata.Sql.Tree;

namespace Relata.Sql.Rewrites;

/// <summary>
/// One pass over a tree that gives it back unchanged; a rewrite overrides the nodes that its database spells
/// differently. Nodes of the database's own are left as they are.
/// </summary>
public abstract class SqlRewrite
{
    /// <summary>Whether a SELECT can lock its rows.</summary>
    protected virtual bool LocksRows => true;

    /// <summary>The statements that say together what one says; the first stands for it.</summary>
    public virtual IReadOnlyList<SqlStatement> Split(SqlStatement statement) => [statement];

    /// <summary>Rewrites a statement.</summary>
    public SqlStatement Apply(SqlStatement statement) => statement switch
    {
        SqlSelect select => Rewrite(select),
        SqlChosen chosen => chosen with
        {
            Rows = RewriteChosen((SqlSelect)Apply(chosen.Rows)) with { Columns = chosen.Rows.Columns },
            Change = Apply(chosen.Change),
        },
        SqlInsert insert => insert with
        {
            Rows = [.. insert.Rows.Select(row => (IReadOnlyList<SqlExpression>)[.. row.Select(Rewrite)])],
            Conflict = insert.Conflict is not { } conflict ? null : conflict with
            {
                Assignments = [.. conflict.Assignments.Select(RewriteAssignment)],
            },
            Returning = [.. insert.Returning.Select(RewriteOutput)],
        },
        SqlUpdate update => update with
        {
            Assignments = [.. update.Assignments.Select(RewriteAssignment)],
            From = update.From is { } from ? Rewrite(from) : null,
            Where = Maybe(update.Where),
            Returning = [.. update.Returning.Select(RewriteOutput)],
        },
        SqlDelete delete => delete with
        {
            Where = Maybe(delete.Where),
            Returning = [.. delete.Returning.Select(RewriteOutput)],
        },
        SqlEstimate estimate => RewriteEstimate(estimate with { Rows = Rewrite(estimate.Rows) }),
        SqlOwnStatement => statement,
        _ => throw new UnreachableException($"Unknown statement {statement.GetType().Name}."),
    };

    /// <summary>Rewrites a query, which may stand inside another.</summary>
    protected SqlSelect Rewrite(SqlSelect select) => select with
    {
        Columns = [.. select.Columns.Select(RewriteOutput)],
        From = Rewrite(select.From),
        Joins = [.. select.Joins.Select(join => join with { On = Rewrite(join.On) })],
        Where = Maybe(select.Where),
        GroupBy = [.. select.GroupBy.Select(Rewrite)],
        OrderBy = [.. select.OrderBy.Select(RewriteSort)],
        Offset = Maybe(select.Offset),
        LocksRows = select.LocksRows && LocksRows,
    };

    /// <summary>Rewrites an estimate, whose query is rewritten already.</summary>
    protected virtual SqlStatement RewriteEstimate(SqlEstimate node) => node;

    /// <summary>Rewrites rows that are written out.</summary>
    protected virtual SqlValues RewriteValues(SqlValues node) => node with
    {
        Rows = [.. node.Rows.Select(row => (IReadOnlyList<SqlExpression>)[.. row.Select(Rewrite)])],
    };

    private SqlSource Rewrite(SqlSource source) => source switch
    {
        SqlDerivedTable derived => derived with { Select = Rewrite(derived.Select) },
        SqlValues values => RewriteValues(values),
        _ => source,
    };

    /// <summary>Rewrites a condition or value.</summary>
    protected SqlExpression Rewrite(SqlExpression expression) => expression switch
    {
        SqlRowConstructor node => node with { Items = [.. node.Items.Select(Rewrite)] },
        SqlLogical node => node with { Operands = [.. node.Operands.Select(Rewrite)] },
        SqlNot node => node with { Operand = Rewrite(node.Operand) },
        SqlParameter node => RewriteParameter(node),
        SqlComparison node => RewriteComparison(node),
        SqlBetween node => node with
        {
            Operand = Rewrite(node.Operand), Low = Rewrite(node.Low), High = Rewrite(node.High),
        },
        SqlIs node => RewriteIs(node),
        SqlFunction node => RewriteFunction(node),
        SqlJsonPath node => RewriteJsonPath(node),
        SqlExists node => node with { Where = Rewrite(node.Where) },
        SqlLike node => RewriteLike(node),
        SqlIn node => RewriteIn(node),
        SqlLikeIgnoringCase node => RewriteLikeIgnoringCase(node),
        SqlRegex node => RewriteRegex(node),
        SqlContains node => RewriteContains(node),
        SqlNow node => RewriteNow(node),
        SqlNamed node => node with { Value = Rewrite(node.Value) },
        SqlAggregate node => RewriteAggregate(node),
        SqlCastToDouble node => node with { Operand = Rewrite(node.Operand) },
        SqlColumn node => RewriteColumn(node),
        SqlList node => RewriteList(node),
        SqlOneWhere node => node with { Condition = Rewrite(node.Condition) },
        SqlRowNumber node => node with
        {
            PartitionBy = [.. node.PartitionBy.Select(Rewrite)], OrderBy = [.. node.OrderBy.Select(RewriteSort)],
        },
        _ => expression,
    };

    /// <summary>Rewrites a cell of a result.</summary>
    protected virtual SqlExpression RewriteOutput(SqlExpression node) => Rewrite(node);

    /// <summary>Rewrites a key of an order.</summary>
    protected virtual SqlSort RewriteSort(SqlSort node) => node with { Value = Rewrite(node.Value) };

    /// <summary>Rewrites an assignment of an update.</summary>
    protected virtual SqlAssignment RewriteAssignment(SqlAssignment node) => node with { Value = Rewrite(node.Value) };

    /// <summary>Rewrites a value.</summary>
    protected virtual SqlExpression RewriteParameter(SqlParameter node) => node;

    /// <summary>Rewrites a comparison.</summary>
    protected virtual SqlExpression RewriteComparison(SqlComparison node) =>
        node with { Left = Rewrite(node.Left), Right = Rewrite(node.Right) };

    /// <summary>Rewrites a test.</summary>
    protected virtual SqlExpression RewriteIs(SqlIs node) => node with { Operand = Rewrite(node.Operand) };

    /// <summary>Rewrites a value over the rows of a group.</summary>
    protected virtual SqlExpression RewriteAggregate(SqlAggregate node) => node with
    {
        Operand = Rewrite(node.Operand),
    };

    /// <summary>Rewrites a function.</summary>
    protected virtual SqlExpression RewriteFunction(SqlFunction node) => node;

    /// <summary>Rewrites a place within a JSON value.</summary>
    protected virtual SqlExpression RewriteJsonPath(SqlJsonPath node) => node;

    /// <summary>Rewrites a list membership.</summary>
    protected virtual SqlExpression RewriteIn(SqlIn node) => node with { Operand = Rewrite(node.Operand) };

    /// <summary>Rewrites a match.</summary>
    protected virtual SqlExpression RewriteLike(SqlLike node) =>
        node with { Operand = Rewrite(node.Operand), Pattern = Rewrite(node.Pattern) };

    /// <summary>Rewrites a match without regard to case.</summary>
    protected virtual SqlExpression RewriteLikeIgnoringCase(SqlLikeIgnoringCase node) =>
        node with { Operand = Rewrite(node.Operand), Pattern = Rewrite(node.Pattern) };

    /// <summary>Rewrites a regular expression match.</summary>
    protected virtual SqlExpression RewriteRegex(SqlRegex node) =>
        node with { Operand = Rewrite(node.Operand), Pattern = Rewrite(node.Pattern) };

    /// <summary>Rewrites a containment.</summary>
    protected virtual SqlExpression RewriteContains(SqlContains node) =>
        node with { Operand = Rewrite(node.Operand), Value = Rewrite(node.Value) };

    /// <summary>Rewrites a column.</summary>
    protected virtual SqlExpression RewriteColumn(SqlColumn node) => node;

    /// <summary>Rewrites a cell that holds rows.</summary>
    protected virtual SqlExpression RewriteList(SqlList node) =>
        node with { Rows = Rewrite(node.Rows), Link = Rewrite(node.Link) };

    /// <summary>Rewrites the choice of rows to change.</summary>
    protected virtual SqlSelect RewriteChosen(SqlSelect node) => node;

    /// <summary>Rewrites the moment of the transaction.</summary>
    protected virtual SqlExpression RewriteNow(SqlNow node) => node;

    private SqlExpression? Maybe(SqlExpression? node) => node is null ? null : Rewrite(node);
}
