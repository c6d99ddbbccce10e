using System.Buffers;
using Relata.Execution;

namespace Relata.Databases.Postgres.Types;

/// <summary>
/// Reads <c>bit</c> and <c>bit varying</c>, which are sent as the number of bits and the bytes that they fill.
/// </summary>
internal sealed class BitsCellReader : CellReader
{
    private const int LongestOnStack = 256;

    public override bool Reads(uint type) => type is TypeOid.Bits or TypeOid.LimitedBits;

    public override void Write(ReadOnlySpan<byte> cell, CellSink sink)
    {
        var bytes = new CellBytes(cell);
        var count = bytes.Int32();
        var bits = bytes.Take((int)((count + 7L) / 8));
        var rented = count > LongestOnStack ? ArrayPool<byte>.Shared.Rent(count) : null;
        var text = rented ?? stackalloc byte[LongestOnStack];
        for (var i = 0; i < count; i++) text[i] = (bits[i / 8] & (0x80 >> (i % 8))) != 0 ? (byte)'1' : (byte)'0';
        sink.PlainText(text[..count]);
        if (rented is not null) ArrayPool<byte>.Shared.Return(rented);
    }
}
