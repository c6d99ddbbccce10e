using Relata.Model.Schema;
using Relata.Sql.Text;
using Relata.Sql.Tree;

namespace Relata.Databases.Postgres.Sql;

/// <summary>
/// A value as one of a type: where an operator takes many types, the server does not take a parameter for the one that
/// it meets.
/// </summary>
internal sealed record CastTo(SqlExpression Operand, QualifiedName Type, bool IsArray = false) : SqlExpression
{
    public override void Write(SqlWriter writer)
    {
        writer.Node(Operand).Syntax("::").Name(Type);
        if (IsArray) writer.Syntax("[]");
    }
}

/// <summary>Whether a row value is NULL itself: IS NULL also holds for one whose fields are all NULL.</summary>
internal sealed record IsNullItself(SqlExpression Operand) : SqlExpression
{
    public override void Write(SqlWriter writer) => writer.Node(Operand).Syntax(" IS NOT DISTINCT FROM NULL");
}

/// <summary>A figure that is the same as another: of figures, <c>=</c> compares the area.</summary>
internal sealed record SameFigure(SqlExpression Operand, SqlExpression Other) : SqlExpression
{
    public override void Write(SqlWriter writer) => writer.Node(Operand).Syntax(" ~= ").Node(Other);
}

/// <summary>A figure that is the same as one of an array.</summary>
internal sealed record SameFigureAsAny(SqlExpression Operand, SqlExpression List) : SqlExpression
{
    public override void Write(SqlWriter writer) => writer.Node(Operand).Syntax(" ~= ANY (").Node(List).Syntax(")");
}
