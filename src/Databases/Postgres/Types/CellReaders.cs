using Relata.Model.Schema;

namespace Relata.Databases.Postgres.Types;

/// <summary>Which reader takes the cells of which type, in the order of the manual's chapter "Data Types".</summary>
internal static class CellReaders
{
    private static readonly IntegerCellReader Integer = new();
    private static readonly TextCellReader Text = new();

    /// <summary>The reader for a type.</summary>
    public static CellReader For(ColumnType type) => type.Kind switch
    {
        TypeKind.Int16 or TypeKind.Int32 or TypeKind.Int64 => Integer,
        TypeKind.Decimal => new DecimalCellReader(),
        TypeKind.Single => new SingleCellReader(),
        TypeKind.Double => new DoubleCellReader(),
        TypeKind.Text => Text,
        TypeKind.Bytes => new BytesCellReader(),
        TypeKind.Timestamp => new TimestampCellReader(TypeOid.Timestamp, zone: ""),
        TypeKind.TimestampTz => new TimestampCellReader(TypeOid.TimestampTz, zone: "Z"),
        TypeKind.Date => new DateCellReader(),
        TypeKind.Time => new TimeCellReader(),
        TypeKind.Interval => new IntervalCellReader(),
        TypeKind.Boolean => new BooleanCellReader(),
        TypeKind.Enum => Text,
        TypeKind.Uuid => new UuidCellReader(),
        TypeKind.Json => new JsonCellReader(),

        TypeKind.Array => new ArrayCellReader(For(type.Element!)),
        TypeKind.Composite => new RecordCellReader(
            [.. type.Fields.Select(field => new RecordField(field.Name, For(field.Type)))]),

        // Statements cast it to text.
        TypeKind.Other => Text,
    };
}
