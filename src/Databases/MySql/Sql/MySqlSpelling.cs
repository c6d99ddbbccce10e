using Relata.Databases.MySql.Types;
using Relata.Model.Expressions;
using Relata.Model.Failures;
using Relata.Model.Schema;
using Relata.Sql.Rewrites;
using Relata.Sql.Tree;

namespace Relata.Databases.MySql.Sql;

/// <summary>
/// Spells what standard SQL cannot say, or says otherwise, for MariaDB. Text is compared as it is: by a column's
/// collation
/// <c>ada</c> would be <c>Ada</c>.
/// </summary>
public sealed class MySqlSpelling : SqlRewrite
{
    /// <inheritdoc/>
    protected override SqlExpression RewriteOutput(SqlExpression node) =>
        node is SqlColumn { Column.Type: var type } ? Output.Of(node, type) : Rewrite(node);

    /// <inheritdoc/>
    protected override SqlExpression RewriteColumn(SqlColumn node) =>
        MySqlColumnTypes.IsExact(node.Column.Type) ? node : new Exact(node, MySqlColumnTypes.IsUtf8(node.Column.Type));

    /// <inheritdoc/>
    protected override SqlExpression RewriteParameter(SqlParameter node) =>
        node.Parameter is { IsList: false, Type.Kind: TypeKind.GeoJson } ? new PlaceOf(node) : node;

    /// <summary>
    /// Columns that meet are those of a relationship, whose rows the database itself matches by their collation. What
    /// equals a value exactly equals it by a collation, too, which an index serves.
    /// </summary>
    protected override SqlExpression RewriteComparison(SqlComparison node) =>
        (node.Left, node.Right, node.Operator) switch
    {
        (SqlColumn, SqlColumn, _) => node,
        (SqlColumn { Column.Type: var type }, SqlParameter value,
            ComparisonOperator.Equal) when !MySqlColumnTypes.IsExact(type) =>
            new SqlLogical(LogicalOperator.And, [node, node with { Right = new Exact(value, IsUtf8: true) }]),
        (SqlColumn { Column.Type: var type }, SqlParameter value, _) when !MySqlColumnTypes.IsExact(type) =>
            node with { Right = new Exact(value, IsUtf8: true) },
        _ => base.RewriteComparison(node),
    };

    /// <inheritdoc/>
    protected override SqlExpression RewriteIs(SqlIs node) => node.Operand is SqlColumn ? node : base.RewriteIs(node);

    /// <inheritdoc/>
    protected override SqlExpression RewriteIn(SqlIn node) => node switch
    {
        { Operand: SqlColumn { Column.Type.Kind: TypeKind.GeoJson } } => throw new Failure(
            FailureCode.NotApplicable, "MariaDB cannot search for a list of places; ask for one at a time.")
                .AsException(),
        { Operand: SqlColumn { Column.Type: var type } } when !MySqlColumnTypes.IsExact(type) => new SqlLogical(
            LogicalOperator.And, [new InList(node.Operand, node.List), new InList(Rewrite(node.Operand), node.List)]),
        _ => new InList(Rewrite(node.Operand), node.List),
    };

    /// <inheritdoc/>
    protected override SqlExpression RewriteFunction(SqlFunction node) => node switch
    {
        { Function: (Function.HasKeys or Function.HasAnyKeys) and var keys, Arguments: [var json, var names] } =>
            JsonKeys.Of(json is SqlColumn ? json : Rewrite(json), names, keys == Function.HasKeys),
        _ => new MySqlFunction(node.Function, [.. node.Arguments.Select(Rewrite)]),
    };

    /// <inheritdoc/>
    protected override SqlExpression RewriteJsonPath(SqlJsonPath node) =>
        JsonAt.Of(node.Operand is SqlColumn ? node.Operand : Rewrite(node.Operand), node.Steps, node.Kind);

    /// <inheritdoc/>
    protected override SqlExpression RewriteLike(SqlLike node) =>
        new Like(Rewrite(node.Operand), Rewrite(node.Pattern));

    /// <summary>A collation without regard to case has none to accents either.</summary>
    protected override SqlExpression RewriteLikeIgnoringCase(SqlLikeIgnoringCase node) =>
        new Like(new Lower(Rewrite(node.Operand)), new Lower(Rewrite(node.Pattern)));

    /// <inheritdoc/>
    protected override SqlExpression RewriteRegex(SqlRegex node) =>
        new Regexp(Rewrite(node.Operand), Rewrite(node.Pattern), node.IgnoreCase);

    /// <inheritdoc/>
    protected override SqlExpression RewriteAggregate(SqlAggregate node) =>
        node.Operand is SqlCastToDouble { Operand: var operand }
        ? node with { Operand = new AsDouble(Rewrite(operand)) }
        : base.RewriteAggregate(node);

    /// <inheritdoc/>
    protected override SqlSort RewriteSort(SqlSort node)
    {
        var value = Rewrite(node.Value);
        return node with
        {
            Value = node.Value is SqlColumn { Column.IsNullable: false }
                ? value
                : new NullsApart(value, node.Descending, node.NullsFirst),
            NullsFirst = false,
        };
    }

    /// <inheritdoc/>
    protected override SqlExpression RewriteNow(SqlNow node) => new NowInMicroseconds();

    /// <inheritdoc/>
    protected override SqlAssignment RewriteAssignment(SqlAssignment node) => node.Value is SqlExcluded or SqlDefault
        ? node
        : base.RewriteAssignment(node);
}
