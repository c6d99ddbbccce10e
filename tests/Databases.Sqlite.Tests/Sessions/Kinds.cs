using Relata.Model.Schema;

namespace Relata.Databases.Sqlite.Tests.Sessions;

/// <summary>Column types by the names that tests use.</summary>
internal static class Kinds
{
    public static ColumnType Integer { get; } = Of(TypeKind.Int64);

    public static ColumnType Text { get; } = Of(TypeKind.Text);

    public static ColumnType Double { get; } = Of(TypeKind.Double);

    public static ColumnType Decimal { get; } = Of(TypeKind.Decimal);

    public static ColumnType Bytes { get; } = Of(TypeKind.Bytes);

    public static ColumnType Money { get; } = new(TypeKind.Decimal, "numeric(10,2)") { Precision = 10, Scale = 2 };

    public static ColumnType Of(TypeKind kind) => new(kind, kind.ToString().ToLowerInvariant());
}
