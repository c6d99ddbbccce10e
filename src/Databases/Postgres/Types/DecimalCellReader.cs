using System.Buffers;
using System.Buffers.Binary;
using Relata.Execution;

namespace Relata.Databases.Postgres.Types;

/// <summary>
/// Reads <c>numeric</c>: the digits as stored, trailing zeros included. It arrives as digits to the base 10000, with
/// the power of 10000 that the first of them stands for and the number of decimal digits after the point
/// (<c>numeric_send</c>).
/// </summary>
internal sealed class DecimalCellReader : CellReader
{
    private const int HeaderLength = 8;
    private const int DigitsInGroup = 4;
    private const int LongestOnStack = 256;
    private const ushort Negative = 0x4000;

    public override bool Reads(uint type) => type is TypeOid.Decimal;

    public override void Write(ReadOnlySpan<byte> cell, CellSink sink)
    {
        var weight = BinaryPrimitives.ReadInt16BigEndian(cell[2..]);
        var sign = BinaryPrimitives.ReadUInt16BigEndian(cell[4..]);
        var scale = BinaryPrimitives.ReadInt16BigEndian(cell[6..]);
        if (Special(sign) is { IsEmpty: false } special)
        {
            sink.PlainText(special);
            return;
        }

        var longest = "-0.".Length + (Math.Max((short)0, weight) + 1) * DigitsInGroup + scale + DigitsInGroup;
        var rented = longest > LongestOnStack ? ArrayPool<byte>.Shared.Rent(longest) : null;
        var text = new AsciiText(rented ?? stackalloc byte[LongestOnStack]);
        if (sign == Negative) text.Add('-');
        var groups = cell[HeaderLength..];
        AddWhole(ref text, groups, weight);
        if (scale > 0) AddFraction(ref text, groups, weight, scale);
        sink.Number(text.Written);
        if (rented is not null) ArrayPool<byte>.Shared.Return(rented);
    }

    private static ReadOnlySpan<byte> Special(ushort sign) => sign switch
    {
        0xC000 => "NaN"u8,
        0xD000 => "Infinity"u8,
        0xF000 => "-Infinity"u8,
        _ => [],
    };

    private static void AddWhole(ref AsciiText text, ReadOnlySpan<byte> groups, int weight)
    {
        text.AddNumber(weight < 0 ? 0 : Group(groups, 0));
        for (var place = 1; place <= weight; place++) text.AddPadded(Group(groups, place), DigitsInGroup);
    }

    private static void AddFraction(ref AsciiText text, ReadOnlySpan<byte> groups, int weight, int scale)
    {
        text.Add('.');
        var end = text.Length + scale;
        for (var place = weight + 1; text.Length < end; place++) text.AddPadded(Group(groups, place), DigitsInGroup);
        text.Length = end;
    }

    /// <summary>The four decimal digits at a place; zeros before the first and after the last are not sent.</summary>
    private static int Group(ReadOnlySpan<byte> groups, int place) =>
        place >= 0 && place < groups.Length / sizeof(short)
            ? BinaryPrimitives.ReadInt16BigEndian(groups[(place * sizeof(short))..])
            : 0;
}
