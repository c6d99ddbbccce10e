using Relata.Databases.Postgres.Types;
using Relata.Model.Schema;
using Relata.Sql.Text;
using Relata.Sql.Tree;

namespace Relata.Databases.Postgres.Sql;

/// <summary>A value in the database's text form, an array of values as an array of texts.</summary>
internal sealed record CastToText(SqlExpression Operand, bool IsArray) : SqlExpression
{
    public override void Write(SqlWriter writer)
    {
        writer.Node(Operand);
        if (IsArray) writer.Syntax("::text[]");
        else writer.Syntax("::text");
    }
}

/// <summary>A field of a row value.</summary>
internal sealed record FieldOf(SqlExpression Operand, string Name) : SqlExpression
{
    public override void Write(SqlWriter writer) =>
        writer.Syntax("(").Node(Operand).Syntax(").").Name(Name);
}

/// <summary>
/// A row value made anew of other fields. IS NULL would also hold for one whose fields are all NULL (manual,
/// "Row and Array Comparison").
/// </summary>
internal sealed record RowOf(SqlExpression Operand, IReadOnlyList<SqlExpression> Fields) : SqlExpression
{
    public override void Write(SqlWriter writer)
    {
        writer.Syntax("CASE WHEN ").Node(Operand).Syntax(" IS DISTINCT FROM NULL THEN ROW(");
        writer.List(Fields, ", ", static (writer, field) => writer.Node(field)).Syntax(") END");
    }
}

/// <summary>What a cell sends in the place of a column: that which can be read.</summary>
internal static class Output
{
    /// <summary>The expression to send for a value.</summary>
    public static SqlExpression Of(SqlExpression value, ColumnType type) => type switch
    {
        { Kind: TypeKind.GeoJson } => value,
        _ when CellReaders.CanRead(type) => value,
        { Kind: TypeKind.Composite } => new RowOf(
            value, [.. type.Fields.Select(field => Of(new FieldOf(value, field.Name), field.Type))]),
        _ => new CastToText(value, IsArray: type.Kind == TypeKind.Array),
    };
}
