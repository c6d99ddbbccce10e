using System.Buffers.Binary;
using Relata.Execution;
using Relata.Model.Schema;

namespace Relata.Databases.Postgres.Types;

/// <summary>
/// The readers of types that are answered in their own text form but sent in another; what has no reader here is cast
/// to text by the statement.
/// </summary>
internal static class OtherCellReaders
{
    private static readonly TextCellReader Text = new();
    private static readonly BitsCellReader Bits = new();

    /// <summary>The reader of a type, or null.</summary>
    public static CellReader? Find(QualifiedName? type) =>
        type is { Schema: "pg_catalog" } ? OfBuiltIn(type.Value.Name) : null;

    private static CellReader? OfBuiltIn(string name) => name switch
    {
        "inet" => new NetworkCellReader(TypeOid.Inet),
        "cidr" => new NetworkCellReader(TypeOid.Cidr),
        "macaddr" => new HardwareAddressCellReader(TypeOid.HardwareAddress),
        "macaddr8" => new HardwareAddressCellReader(TypeOid.HardwareAddress8),
        "bit" or "varbit" => Bits,
        "char" => new ByteCellReader(),
        "pg_lsn" => new LogPositionCellReader(),
        "tsvector" => new TextSearchCellReader(),
        "xml" or "refcursor" => Text,
        _ => null,
    };
}

/// <summary>
/// Reads <c>"char"</c>, a single byte; one beyond ASCII is no text and is written as <c>\ooo</c> (<c>charout</c>).
/// </summary>
internal sealed class ByteCellReader : CellReader
{
    public override bool Reads(uint type) => type is TypeOid.Char;

    public override void Write(ReadOnlySpan<byte> cell, CellSink sink)
    {
        var value = cell[0];
        if (value >= 0x80) sink.Text([(byte)'\\', Digit(value >> 6), Digit(value >> 3), Digit(value)]);
        else sink.Text(value == 0 ? [] : cell[..1]);
    }

    private static byte Digit(int value) => (byte)('0' + (value & 7));
}

/// <summary>Reads <c>pg_lsn</c>, a position in the write-ahead log, as its two halves: <c>16/B374D848</c>.</summary>
internal sealed class LogPositionCellReader : CellReader
{
    private const int LongestText = 24;

    public override bool Reads(uint type) => type is TypeOid.LogPosition;

    public override void Write(ReadOnlySpan<byte> cell, CellSink sink)
    {
        var text = new AsciiText(stackalloc byte[LongestText]);
        text.AddHex(BinaryPrimitives.ReadUInt32BigEndian(cell), upperCase: true);
        text.Add('/');
        text.AddHex(BinaryPrimitives.ReadUInt32BigEndian(cell[sizeof(uint)..]), upperCase: true);
        sink.PlainText(text.Written);
    }
}
