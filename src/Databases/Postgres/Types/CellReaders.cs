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
        TypeKind.UInt32 => new UnsignedCellReader(),
        TypeKind.Decimal => new DecimalCellReader(),
        TypeKind.Single => new SingleCellReader(),
        TypeKind.Double => new DoubleCellReader(),
        TypeKind.Text => Text,
        TypeKind.Bytes => new BytesCellReader(),
        TypeKind.Timestamp => new TimestampCellReader(TypeOid.Timestamp, zone: ""),
        TypeKind.TimestampTz => new TimestampCellReader(TypeOid.TimestampTz, zone: "Z"),
        TypeKind.Date => new DateCellReader(),
        TypeKind.Time => new TimeCellReader(),
        TypeKind.TimeTz => new TimeTzCellReader(),
        TypeKind.Interval => new IntervalCellReader(),
        TypeKind.Boolean => new BooleanCellReader(),
        TypeKind.Enum => Text,
        TypeKind.Uuid => new UuidCellReader(),
        TypeKind.Json => new JsonCellReader(),

        TypeKind.Array => new ArrayCellReader(For(type.Element!)),
        TypeKind.Composite => new RecordCellReader(
            [.. type.Fields.Select(field => new RecordField(field.Name, For(field.Type)))]),
        TypeKind.Range => new RangeCellReader(For(type.Element!)),
        TypeKind.Multirange => new MultirangeCellReader(For(type.Element!)),
        TypeKind.Map => new MapCellReader(),
        TypeKind.Shape => new ShapeCellReader(type.Shape.GetValueOrDefault()),
        TypeKind.GeoJson => new GeoJsonCellReader(),

        // What has no reader is cast to text by the statement.
        TypeKind.Other => OtherCellReaders.Find(type.Native) ?? Text,
    };

    /// <summary>
    /// Whether a value is read as the server sends it; else the statement has to send something else.
    /// </summary>
    public static bool CanRead(ColumnType type) => type.Kind switch
    {
        TypeKind.Other => OtherCellReaders.Find(type.Native) is not null,
        TypeKind.GeoJson => false,
        TypeKind.Composite => type.Fields.All(field => CanRead(field.Type)),
        TypeKind.Array or TypeKind.Range or TypeKind.Multirange => CanRead(type.Element!),
        TypeKind.Boolean or TypeKind.Int16 or TypeKind.Int32 or TypeKind.Int64 or TypeKind.UInt32 or TypeKind.Decimal
            or TypeKind.Single or TypeKind.Double or TypeKind.Text or TypeKind.Uuid or TypeKind.Date or TypeKind.Time
            or TypeKind.TimeTz or TypeKind.Timestamp or TypeKind.TimestampTz or TypeKind.Interval or TypeKind.Json
            or TypeKind.Bytes or TypeKind.Enum or TypeKind.Map or TypeKind.Shape => true,
    };
}
