using Relata.Model.Expressions;
using Relata.Model.Failures;
using Relata.Model.Requests;
using Relata.Model.Schema;
using Relata.Sql.Rewrites;
using Relata.Sql.Tree;

namespace Relata.Databases.Sqlite.Sql;

/// <summary>Spells what standard SQL cannot say, or says otherwise, for SQLite.</summary>
public sealed class SqliteSpelling : SqlRewrite
{
    /// <summary>A transaction that writes is the only one from its start (BEGIN IMMEDIATE).</summary>
    protected override bool LocksRows => false;

    /// <inheritdoc/>
    protected override SqlExpression RewriteIn(SqlIn node) => new InJsonArray(Rewrite(node.Operand), node.List);

    /// <inheritdoc/>
    protected override SqlExpression RewriteFunction(SqlFunction node) => node switch
    {
        { Function: Function.ContainedBy, Arguments: [var contained, var container] } =>
            new JsonContains(Rewrite(container), Rewrite(contained)),
        _ => new SqliteFunction(node.Function, [.. node.Arguments.Select(Rewrite)]),
    };

    /// <inheritdoc/>
    protected override SqlExpression RewriteContains(SqlContains node) =>
        new JsonContains(Rewrite(node.Operand), Rewrite(node.Value));

    /// <inheritdoc/>
    protected override SqlExpression RewriteJsonPath(SqlJsonPath node) =>
        new JsonFunction(Rewrite(node.Operand), node.Steps, node.Kind);

    /// <summary>
    /// SQLite's LIKE does not tell ASCII letters' case apart, and the pragma that makes it do so would change what the
    /// owner's views, checks and triggers mean. GLOB does.
    /// </summary>
    protected override SqlExpression RewriteLike(SqlLike node) =>
        new Glob(Rewrite(node.Operand), Rewrite(node.Pattern));

    /// <inheritdoc/>
    protected override SqlExpression RewriteLikeIgnoringCase(SqlLikeIgnoringCase node) =>
        new Glob(new FoldCase(Rewrite(node.Operand)), new FoldCase(Rewrite(node.Pattern)));

    /// <inheritdoc/>
    protected override SqlExpression RewriteRegex(SqlRegex node) =>
        new RegexpFunction(Rewrite(node.Operand), Rewrite(node.Pattern), node.IgnoreCase);

    /// <summary>
    /// SQLite adds decimals as binary numbers, 0.1 and 0.2 to 0.30000000000000004; a sum has no more digits than the
    /// column.
    /// </summary>
    protected override SqlExpression RewriteAggregate(SqlAggregate node) => node is
    {
        Function: AggregateFunction.Sum,
        Operand: SqlColumn { Column.Type: { Kind: TypeKind.Decimal, Scale: { } scale } },
    }
        ? new RoundTo(node, scale)
        : base.RewriteAggregate(node);

    /// <summary>SQLite takes NULL for the smallest value (https://sqlite.org/datatype3.html, section 4.1).</summary>
    protected override SqlSort RewriteSort(SqlSort node) => node.Value is SqlColumn { Column.IsNullable: true }
        ? node with { SaysNulls = true }
        : node;

    /// <summary>
    /// Only one transaction writes at a time, so there is nothing to lock. An offset stands behind a limit only
    /// (https://www.sqlite.org/lang_select.html#limitoffset).
    /// </summary>
    protected override SqlSelect RewriteChosen(SqlSelect node) => node with
    {
        SkipsLocked = false,
        Limit = node.Offset is null ? node.Limit : node.Limit ?? long.MaxValue,
    };

    /// <inheritdoc/>
    protected override SqlExpression RewriteNow(SqlNow node) => new NowInMilliseconds();

    /// <summary>
    /// SQLite's UPDATE has no DEFAULT: the default itself stands there, if it is one that can be read.
    /// </summary>
    protected override SqlAssignment RewriteAssignment(SqlAssignment node)
    {
        if (node.Value is not SqlDefault) return node with { Value = Rewrite(node.Value) };
        var value = DefaultValue.Read(node.Column)
            ?? throw new Failure(FailureCode.NotApplicable,
                $"SQLite cannot set \"{node.Column.Name}\" to its default, which is an expression.")
            {
                Hint = $"Send a value for \"{node.Column.Name}\".",
            }.AsException();
        return node with { Value = value };
    }
}
