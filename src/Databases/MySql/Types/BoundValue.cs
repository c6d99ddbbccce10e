using System.Data;
using Relata.Model.Schema;

namespace Relata.Databases.MySql.Types;

/// <summary>
/// A value as the driver takes it. A statement is prepared for the types of its values, those that are NULL too.
/// </summary>
/// <param name="Type">Its type.</param>
/// <param name="Value">The value; NULL is <see cref="DBNull"/>.</param>
internal readonly record struct BoundValue(DbType Type, object Value)
{
    /// <summary>A plan's value.</summary>
    public static BoundValue Of(object? value, ColumnType type)
    {
        var bound = MySqlValues.Of(value, type);
        return new BoundValue(TypeOf(bound, type.Kind), bound);
    }

    private static DbType TypeOf(object value, TypeKind kind) => (value, kind) switch
    {
        (long, _) => DbType.Int64,
        (double, _) => DbType.Double,
        (decimal, _) => DbType.Decimal,
        (byte[], _) => DbType.Binary,
        (string, _) => DbType.String,
        (_, TypeKind.Boolean or TypeKind.Int16 or TypeKind.Int32 or TypeKind.Int64 or TypeKind.UInt32) => DbType.Int64,
        (_, TypeKind.Single or TypeKind.Double) => DbType.Double,
        (_, TypeKind.Decimal) => DbType.Decimal,
        (_, TypeKind.Bytes) => DbType.Binary,
        _ => DbType.String,
    };
}
