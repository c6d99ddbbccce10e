using Relata.Databases.MySql.Types;
using Relata.Model.Schema;
using Relata.Sql.Text;
using Relata.Sql.Tree;

namespace Relata.Databases.MySql.Sql;

/// <summary>
/// Cells as they are sent: numbers as numbers, everything else as the bytes of its text, which the driver leaves alone.
/// </summary>
internal static class Output
{
    /// <summary>A cell of a column's type.</summary>
    public static SqlExpression Of(SqlExpression cell, ColumnType type) => type.Kind switch
    {
        TypeKind.Boolean or TypeKind.Int16 or TypeKind.Int64 when type.Native is { Name: "bit" or "year" } =>
            new AsNumber(cell),
        TypeKind.Boolean or TypeKind.Int16 or TypeKind.Int32 or TypeKind.Int64 or TypeKind.Double => cell,
        TypeKind.Single => new AsDouble(cell),
        TypeKind.Decimal when type.Native is { Name: "bit" } => new AsBytes(new AsNumber(cell), IsUtf8: true),
        TypeKind.GeoJson => new AsBytes(new AsGeoJson(cell), IsUtf8: true),
        // Some are bytes inside, such as addresses.
        TypeKind.Uuid or TypeKind.Other => new AsBytes(cell, IsUtf8: false),
        _ => new AsBytes(cell, type.Kind == TypeKind.Bytes || MySqlColumnTypes.IsUtf8(type)),
    };
}

/// <summary>The bytes of a value's text in UTF-8.</summary>
internal sealed record AsBytes(SqlExpression Operand, bool IsUtf8) : SqlExpression
{
    public override void Write(SqlWriter writer)
    {
        if (IsUtf8) writer.Syntax("CAST(").Node(Operand).Syntax(" AS BINARY)");
        else writer.Syntax("CAST(CONVERT(").Node(Operand).Syntax(" USING utf8mb4) AS BINARY)");
    }
}

/// <summary>The number that bits or a year are.</summary>
internal sealed record AsNumber(SqlExpression Operand) : SqlExpression
{
    public override void Write(SqlWriter writer) => writer.Syntax("(").Node(Operand).Syntax(" + 0)");
}

/// <summary>A place as GeoJSON.</summary>
internal sealed record AsGeoJson(SqlExpression Operand) : SqlExpression
{
    public override void Write(SqlWriter writer) => writer.Syntax("ST_AsGeoJSON(").Node(Operand).Syntax(", 15)");
}
