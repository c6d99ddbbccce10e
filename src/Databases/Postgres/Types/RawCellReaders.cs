using System.Collections.Frozen;
using Relata.Execution;

namespace Relata.Databases.Postgres.Types;

/// <summary>The readers of results whose columns are known by the identifiers of their types only.</summary>
internal static class RawCellReaders
{
    private static readonly CellReader[] All =
    [
        new IntegerCellReader(), new UnsignedCellReader(), new DecimalCellReader(), new SingleCellReader(),
        new DoubleCellReader(), new BytesCellReader(), new TimestampCellReader(TypeOid.Timestamp, zone: ""),
        new TimestampCellReader(TypeOid.TimestampTz, zone: "Z"), new DateCellReader(), new TimeCellReader(),
        new TimeTzCellReader(), new IntervalCellReader(), new BooleanCellReader(), new UuidCellReader(),
    ];

    private static readonly JsonCellReader Json = new();
    private static readonly TextCellReader Text = new();

    /// <summary>The types of the elements of usual arrays, by the array's own (<c>pg_type.dat</c>).</summary>
    private static readonly FrozenDictionary<uint, uint> Elements = new Dictionary<uint, uint>
    {
        [1000] = TypeOid.Boolean, [1005] = TypeOid.Int16, [1007] = TypeOid.Int32, [1016] = TypeOid.Int64,
        [1231] = TypeOid.Decimal, [1021] = TypeOid.Single, [1022] = TypeOid.Double, [1009] = TypeOid.Text,
        [1015] = TypeOid.LimitedText, [1182] = TypeOid.Date, [1183] = TypeOid.Time, [1115] = TypeOid.Timestamp,
        [1185] = TypeOid.TimestampTz, [1187] = TypeOid.Interval, [2951] = TypeOid.Uuid, [199] = TypeOid.Json,
        [3807] = TypeOid.JsonBinary,
    }.ToFrozenDictionary();

    /// <summary>The reader of a type; null where its text has to do.</summary>
    public static CellReader? Find(uint type) => Elements.TryGetValue(type, out var element)
        ? new ArrayCellReader(Find(element)!)
        : type switch
        {
            TypeOid.Json or TypeOid.JsonBinary => Json,
            TypeOid.Text or TypeOid.LimitedText => Text,
            _ => Array.Find(All, reader => reader.Reads(type)),
        };
}

/// <summary>Reads what the server sent as text, of whatever type.</summary>
internal sealed class RawTextReader : CellReader
{
    public override bool Reads(uint type) => true;

    public override void Write(ReadOnlySpan<byte> cell, CellSink sink) => sink.Text(cell);
}
