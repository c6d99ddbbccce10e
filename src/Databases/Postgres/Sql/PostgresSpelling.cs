using Relata.Model.Schema;
using Relata.Sql.Rewrites;
using Relata.Sql.Tree;

namespace Relata.Databases.Postgres.Sql;

/// <summary>Spells what standard SQL cannot say, or says otherwise, for PostgreSQL.</summary>
public sealed class PostgresSpelling : SqlRewrite
{
    /// <summary>A type that Relata does not take apart is read in the database's own text form.</summary>
    protected override SqlExpression RewriteOutput(SqlExpression node) => node switch
    {
        SqlColumn { Column.Type.Kind: TypeKind.Other } => new CastToText(node, IsArray: false),
        SqlColumn { Column.Type: { Kind: TypeKind.Array, Element.Kind: TypeKind.Other } } =>
            new CastToText(node, IsArray: true),
        _ => Rewrite(node),
    };

    /// <inheritdoc/>
    protected override SqlExpression RewriteIn(SqlIn node) => new EqualsAny(node.Operand, node.List);

    /// <inheritdoc/>
    protected override SqlExpression RewriteLikeIgnoringCase(SqlLikeIgnoringCase node) =>
        new ILike(Rewrite(node.Operand), Rewrite(node.Pattern));

    /// <inheritdoc/>
    protected override SqlExpression RewriteRegex(SqlRegex node) =>
        new RegexMatch(Rewrite(node.Operand), Rewrite(node.Pattern), node.IgnoreCase);

    /// <summary>A column without a zone holds UTC, whatever zone the session has.</summary>
    protected override SqlExpression RewriteNow(SqlNow node) =>
        node.Type.Kind == TypeKind.Timestamp ? new NowInUtc() : node;

    /// <inheritdoc/>
    protected override SqlExpression RewriteContains(SqlContains node) =>
        new ContainedIn(Rewrite(node.Operand), Rewrite(node.Value));
}
