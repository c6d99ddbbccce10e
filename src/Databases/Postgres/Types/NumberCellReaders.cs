using System.Buffers.Binary;
using System.Globalization;
using Relata.Execution;

namespace Relata.Databases.Postgres.Types;

/// <summary>Reads integers of every width.</summary>
internal sealed class IntegerCellReader : CellReader
{
    public override bool Reads(uint type) => type is TypeOid.Int16 or TypeOid.Int32 or TypeOid.Int64;

    public override void Write(ReadOnlySpan<byte> cell, CellSink sink) => sink.Integer(Read(cell));

    /// <summary>The value of an integer cell.</summary>
    public static long Read(ReadOnlySpan<byte> cell) => cell.Length switch
    {
        sizeof(short) => BinaryPrimitives.ReadInt16BigEndian(cell),
        sizeof(int) => BinaryPrimitives.ReadInt32BigEndian(cell),
        _ => BinaryPrimitives.ReadInt64BigEndian(cell),
    };
}

/// <summary>Reads <c>oid</c>, a number without a sign.</summary>
internal sealed class UnsignedCellReader : CellReader
{
    public override bool Reads(uint type) => type is TypeOid.Oid;

    public override void Write(ReadOnlySpan<byte> cell, CellSink sink) =>
        sink.Integer(BinaryPrimitives.ReadUInt32BigEndian(cell));
}

/// <summary>Reads <c>real</c>: the fewest digits that give the same number again.</summary>
internal sealed class SingleCellReader : CellReader
{
    public override bool Reads(uint type) => type is TypeOid.Single;

    public override void Write(ReadOnlySpan<byte> cell, CellSink sink)
    {
        var value = BinaryPrimitives.ReadSingleBigEndian(cell);
        Span<byte> text = stackalloc byte[FloatText.LongestNumber];
        value.TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
        FloatText.Write(text[..length], float.IsFinite(value), sink);
    }
}

/// <summary>Reads <c>double precision</c>: the fewest digits that give the same number again.</summary>
internal sealed class DoubleCellReader : CellReader
{
    public override bool Reads(uint type) => type is TypeOid.Double;

    public override void Write(ReadOnlySpan<byte> cell, CellSink sink)
    {
        var value = BinaryPrimitives.ReadDoubleBigEndian(cell);
        Span<byte> text = stackalloc byte[FloatText.LongestNumber];
        value.TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
        FloatText.Write(text[..length], double.IsFinite(value), sink);
    }
}

/// <summary>The text that .NET makes of a number, spelled as PostgreSQL does: <c>1e+20</c>, <c>-Infinity</c>.</summary>
file static class FloatText
{
    public const int LongestNumber = 32;

    public static void Write(Span<byte> text, bool isFinite, CellSink sink)
    {
        if (!isFinite)
        {
            sink.PlainText(text);
            return;
        }

        if (text.IndexOf((byte)'E') is >= 0 and var exponent) text[exponent] = (byte)'e';
        sink.Number(text);
    }
}
