using Relata.Model.Schema;
using Relata.Sql.Text;
using Relata.Sql.Tree;

namespace Relata.Databases.Postgres.Sql;

/// <summary>A value that equals an element of an array: one statement for lists of any length.</summary>
internal sealed record EqualsAny(SqlExpression Operand, SqlExpression List) : SqlExpression
{
    public override void Write(SqlWriter writer) => writer.Node(Operand).Syntax(" = ANY (").Node(List).Syntax(")");
}

/// <summary>ILIKE.</summary>
internal sealed record ILike(SqlExpression Operand, SqlExpression Pattern) : SqlExpression
{
    public override void Write(SqlWriter writer) =>
        writer.Node(Operand).Syntax(" ILIKE ").Node(Pattern).Syntax(" ESCAPE '\\'");
}

/// <summary>A POSIX regular expression.</summary>
internal sealed record RegexMatch(SqlExpression Operand, SqlExpression Pattern, bool IgnoreCase) : SqlExpression
{
    public override void Write(SqlWriter writer)
    {
        writer.Node(Operand);
        if (IgnoreCase) writer.Syntax(" ~* ");
        else writer.Syntax(" ~ ");
        writer.Node(Pattern);
    }
}

/// <summary>Containment; a json column is compared as jsonb, which alone has the operator.</summary>
internal sealed record ContainedIn(SqlExpression Operand, SqlExpression Value) : SqlExpression
{
    public override void Write(SqlWriter writer)
    {
        writer.Node(Operand);
        if (Operand is SqlColumn { Column.Type.Kind: TypeKind.Json }) writer.Syntax("::jsonb");
        writer.Syntax(" @> ").Node(Value);
    }
}

/// <summary>The moment at which the transaction began, without a zone.</summary>
internal sealed record NowInUtc : SqlExpression
{
    public override void Write(SqlWriter writer) => writer.Syntax("(CURRENT_TIMESTAMP AT TIME ZONE 'UTC')");
}

/// <summary>The rows of a sub-query as one value: its only column is a <see cref="RecordOf"/>.</summary>
internal sealed record ArrayOfRows(SqlSelect Rows) : SqlExpression
{
    public override void Write(SqlWriter writer) => writer.Syntax("ARRAY(").Node(Rows).Syntax(")");
}

/// <summary>Several cells as one value.</summary>
internal sealed record RecordOf(IReadOnlyList<SqlExpression> Cells) : SqlExpression
{
    public override void Write(SqlWriter writer) =>
        writer.Syntax("ROW(").List(Cells, ", ", static (writer, node) => writer.Node(node)).Syntax(")");
}

/// <summary>
/// The plan of a query, which is not run: the parameters have their values, so the planner reckons with them.
/// </summary>
internal sealed record ExplainedRows(SqlSelect Rows) : SqlStatement
{
    public override void Write(SqlWriter writer) => writer.Syntax("EXPLAIN (FORMAT JSON)\n").Node(Rows);
}
