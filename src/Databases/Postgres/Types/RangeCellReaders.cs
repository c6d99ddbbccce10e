using Relata.Execution;

namespace Relata.Databases.Postgres.Types;

/// <summary>
/// Reads ranges as <c>{"lower":1,"upper":10,"bounds":"[)"}</c>, a bound that is missing as null, or
/// <c>{"empty":true}</c>. A range is sent as flags and, behind their lengths, the bounds it has (<c>range_send</c>).
/// </summary>
/// <param name="bound">Reads the bounds.</param>
internal sealed class RangeCellReader(CellReader bound) : CellReader
{
    private const int IsEmpty = 0x01;
    private const int IncludesLower = 0x02;
    private const int IncludesUpper = 0x04;
    private const int HasNoLower = 0x08;
    private const int HasNoUpper = 0x10;

    public override bool Reads(uint type) => TypeOid.IsContainer(type);

    public override void Write(ReadOnlySpan<byte> cell, CellSink sink)
    {
        var bytes = new CellBytes(cell);
        Write(ref bytes, sink);
    }

    private void Write(ref CellBytes bytes, CellSink sink)
    {
        var flags = bytes.Byte();
        sink.StartObject();
        if ((flags & IsEmpty) != 0)
        {
            sink.Name("empty"u8);
            sink.Boolean(true);
        }
        else
        {
            sink.Name("lower"u8);
            WriteBound(ref bytes, (flags & HasNoLower) == 0, sink);
            sink.MemberSeparator();
            sink.Name("upper"u8);
            WriteBound(ref bytes, (flags & HasNoUpper) == 0, sink);
            sink.MemberSeparator();
            sink.Name("bounds"u8);
            sink.PlainText([
                (flags & IncludesLower) != 0 ? (byte)'[' : (byte)'(',
                (flags & IncludesUpper) != 0 ? (byte)']' : (byte)')',
            ]);
        }

        sink.EndObject();
    }

    private void WriteBound(ref CellBytes bytes, bool exists, CellSink sink)
    {
        if (exists && bytes.TryTakeValue(out var value)) bound.Write(value, sink);
        else sink.Null();
    }
}

/// <summary>Reads multiranges: their number, then each range behind its length (<c>multirange_send</c>).</summary>
/// <param name="range">Reads the ranges.</param>
internal sealed class MultirangeCellReader(CellReader range) : CellReader
{
    public override bool Reads(uint type) => TypeOid.IsContainer(type);

    public override void Write(ReadOnlySpan<byte> cell, CellSink sink)
    {
        var bytes = new CellBytes(cell);
        var count = bytes.Int32();
        sink.StartArray();
        for (var i = 0; i < count; i++)
        {
            if (i > 0) sink.ArraySeparator();
            if (bytes.TryTakeValue(out var value)) range.Write(value, sink);
        }

        sink.EndArray();
    }
}
