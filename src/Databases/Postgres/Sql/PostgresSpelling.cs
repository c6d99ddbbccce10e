using Relata.Databases.Postgres.Types;
using Relata.Model.Expressions;
using Relata.Model.Schema;
using Relata.Sql.Rewrites;
using Relata.Sql.Tree;

namespace Relata.Databases.Postgres.Sql;

/// <summary>Spells what standard SQL cannot say, or says otherwise, for PostgreSQL.</summary>
public sealed class PostgresSpelling : SqlRewrite
{
    /// <summary>What cannot be read as it is sent is sent otherwise.</summary>
    protected override SqlExpression RewriteOutput(SqlExpression node) => node is SqlColumn { Column.Type: var type }
        ? Output.Of(node, type)
        : Rewrite(node);

    /// <inheritdoc/>
    protected override SqlExpression RewriteParameter(SqlParameter node) => node.Parameter.Type switch
    {
        { Kind: TypeKind.GeoJson, Native: { } native } => new CastTo(new CastToText(node, IsArray: false), native),
        _ => node,
    };

    /// <inheritdoc/>
    protected override SqlExpression RewriteList(SqlList node)
    {
        var rows = Rewrite(node.Rows);
        var link = Rewrite(node.Link);
        return new ArrayOfRows(rows with
        {
            Columns = [new RecordOf(rows.Columns)],
            Where = rows.Where is null ? link : new SqlLogical(LogicalOperator.And, [link, rows.Where]),
        });
    }

    /// <inheritdoc/>
    protected override SqlExpression RewriteComparison(SqlComparison node) => (node.Left, node.Operator) switch
    {
        (SqlColumn { Column.Type: var column }, _) when Named(column) is { } type =>
            node with { Right = new CastTo(node.Right, type) },
        (SqlColumn { Column.Type: { Shape: { } shape, Native: { } type } }, ComparisonOperator.Equal) =>
            Same(node.Left, node.Right, shape, type),
        (SqlColumn { Column.Type: { Shape: { } shape, Native: { } type } }, ComparisonOperator.NotEqual) =>
            new SqlNot(Same(node.Left, node.Right, shape, type)),
        (SqlColumn { Column.Type: { Kind: TypeKind.GeoJson, Native: { } type } }, ComparisonOperator.Equal) =>
            new SamePlace(node.Left, Rewrite(node.Right), type),
        (SqlColumn { Column.Type: { Kind: TypeKind.GeoJson, Native: { } type } }, ComparisonOperator.NotEqual) =>
            new SqlNot(new SamePlace(node.Left, Rewrite(node.Right), type)),
        (SqlRowConstructor left, _) when node.Right is SqlRowConstructor right =>
            node with { Left = Rewrite(left), Right = new SqlRowConstructor([.. left.Items.Zip(right.Items, Beside)]) },
        _ => base.RewriteComparison(node),
    };

    /// <summary>A value as it is compared with what stands at its place in another row.</summary>
    private SqlExpression Beside(SqlExpression other, SqlExpression value) =>
        other is SqlColumn { Column.Type: var column } && Named(column) is { } type
            ? new CastTo(value, type)
            : Rewrite(value);

    /// <inheritdoc/>
    protected override SqlExpression RewriteIs(SqlIs node) =>
        node is { Test: IsTest.Null, Operand: SqlColumn { Column.Type.Kind: TypeKind.Composite } }
            ? new IsNullItself(node.Operand)
            : base.RewriteIs(node);

    /// <inheritdoc/>
    protected override SqlExpression RewriteIn(SqlIn node) => node.Operand switch
    {
        SqlColumn { Column.Type: var column } when Named(column) is { } type =>
            new EqualsAny(node.Operand, new CastTo(node.List, type, IsArray: true)),
        SqlColumn { Column.Type: { Shape: ShapeKind.Path, Native: { } type } } => new EqualsAny(
            new CastToText(node.Operand, IsArray: false),
            new CastToText(new CastTo(node.List, type, IsArray: true), IsArray: true)),
        SqlColumn { Column.Type: { Kind: TypeKind.GeoJson, Native: { } type } } =>
            new SamePlaceAsAny(node.Operand, node.List, type),
        SqlColumn { Column.Type.Shape: { } shape } when HasSameOperator(shape) =>
            new SameFigureAsAny(node.Operand, node.List),
        _ => new EqualsAny(Rewrite(node.Operand), node.List),
    };

    /// <inheritdoc/>
    protected override SqlExpression RewriteFunction(SqlFunction node) =>
        new PostgresFunction(node.Function, [.. node.Arguments.Select(Rewrite)], node.Schema ?? "pg_catalog");

    /// <inheritdoc/>
    protected override SqlExpression RewriteJsonPath(SqlJsonPath node) =>
        new JsonAt(Rewrite(node.Operand), node.Steps, node.Kind);

    /// <inheritdoc/>
    protected override SqlExpression RewriteLikeIgnoringCase(SqlLikeIgnoringCase node) =>
        new ILike(Rewrite(node.Operand), Rewrite(node.Pattern));

    /// <inheritdoc/>
    protected override SqlExpression RewriteRegex(SqlRegex node) =>
        new RegexMatch(Rewrite(node.Operand), Rewrite(node.Pattern), node.IgnoreCase);

    /// <inheritdoc/>
    protected override SqlStatement RewriteEstimate(SqlEstimate node) => new ExplainedRows(node.Rows);

    /// <summary>
    /// The values of a parameter have the type that stands around them. In VALUES nothing does, and they would be text
    /// (https://www.postgresql.org/docs/current/typeconv-union-case.html); the first row says it for those behind it.
    /// </summary>
    protected override SqlValues RewriteValues(SqlValues node)
    {
        var rows = base.RewriteValues(node).Rows;
        return node with { Rows = [[.. rows[0].Select(Typed)], .. rows.Skip(1)] };
    }

    private static SqlExpression Typed(SqlExpression value) =>
        value is SqlParameter { Parameter.Type.Native: { } type } ? new CastTo(value, type) : value;

    /// <summary>A column without a zone holds UTC, whatever zone the session has.</summary>
    protected override SqlExpression RewriteNow(SqlNow node) =>
        node.Type.Kind == TypeKind.Timestamp ? new NowInUtc() : node;

    /// <summary>Behind a range, a value whose type is not named would be read as one of the same type.</summary>
    protected override SqlExpression RewriteContains(SqlContains node) => node switch
    {
        { Operand: SqlColumn { Column.Type.Kind: (TypeKind.Range or TypeKind.Multirange) and var kind },
            Value: SqlParameter { Parameter.Type: { Native: { } native } type } }
            when type.Kind != kind => new ContainedIn(node.Operand, new CastTo(node.Value, native)),
        _ => new ContainedIn(Rewrite(node.Operand), Rewrite(node.Value)),
    };

    /// <summary>
    /// The type that a value has to name where its operators are those of another type: row values are compared as
    /// records, and <c>regclass</c> as <c>oid</c>, which would not read a table's name.
    /// </summary>
    private static QualifiedName? Named(ColumnType type) => type.Kind switch
    {
        TypeKind.Composite => type.Native,
        TypeKind.Other when !CellReaders.CanRead(type) => type.Native,
        _ => null,
    };

    /// <summary>
    /// Paths have no operator that compares their points (manual, "Geometric Functions and Operators"): their texts are
    /// compared.
    /// </summary>
    private static SqlExpression Same(SqlExpression left, SqlExpression right, ShapeKind shape, QualifiedName type) =>
        shape switch
        {
            ShapeKind.Path => new SqlComparison(
                ComparisonOperator.Equal,
                new CastToText(left, IsArray: false),
                new CastToText(new CastTo(right, type), IsArray: false)),
            _ when HasSameOperator(shape) => new SameFigure(left, right),
            _ => new SqlComparison(ComparisonOperator.Equal, left, right),
        };

    private static bool HasSameOperator(ShapeKind shape) => shape switch
    {
        ShapeKind.Point or ShapeKind.Box or ShapeKind.Polygon or ShapeKind.Circle => true,
        ShapeKind.Line or ShapeKind.Segment or ShapeKind.Path => false,
    };
}
