using Relata.Model.Schema;
using Relata.Sql.Text;
using Relata.Sql.Tree;

namespace Relata.Databases.Postgres.Sql;

/// <summary>
/// A place of PostGIS that is the same as another; the extension's schema need not be on the search path.
/// </summary>
/// <param name="Operand">The place.</param>
/// <param name="Other">The other.</param>
/// <param name="Type">The type of both.</param>
internal sealed record SamePlace(SqlExpression Operand, SqlExpression Other, QualifiedName Type) : SqlExpression
{
    public override void Write(SqlWriter writer) =>
        writer.Node(Operand).Syntax(" OPERATOR(").Name(Type.Schema).Syntax(".=) ").Node(Other);
}

/// <summary>
/// A place of PostGIS that is the same as one of an array, whose own text form has colons between places.
/// </summary>
/// <param name="Operand">The place.</param>
/// <param name="List">The array.</param>
/// <param name="Type">The type of all.</param>
internal sealed record SamePlaceAsAny(SqlExpression Operand, SqlExpression List, QualifiedName Type) : SqlExpression
{
    public override void Write(SqlWriter writer)
    {
        var places = new CastTo(new CastToText(List, IsArray: true), Type, IsArray: true);
        writer.Node(Operand).Syntax(" OPERATOR(").Name(Type.Schema).Syntax(".=) ANY (").Node(places).Syntax(")");
    }
}
