using System.Buffers.Binary;
using Relata.Execution;

namespace Relata.Databases.Postgres.Types;

/// <summary>
/// Reads <c>inet</c> and <c>cidr</c> as these types write themselves: a cast to text would add the mask to every
/// address. They are sent as family, bits of the mask, whether it is a <c>cidr</c>, and the address behind its length
/// (<c>network_send</c>).
/// </summary>
/// <param name="type">Which of the two.</param>
internal sealed class NetworkCellReader(uint type) : CellReader
{
    private const int LongestText = 64;
    private const int Version4Length = 4;
    private const int Version6Length = 16;

    public override bool Reads(uint other) => other == type;

    public override void Write(ReadOnlySpan<byte> cell, CellSink sink)
    {
        var bytes = new CellBytes(cell);
        bytes.Byte();
        var bits = bytes.Byte();
        var isNetwork = bytes.Byte() != 0;
        var address = bytes.Take(bytes.Byte());
        var text = new AsciiText(stackalloc byte[LongestText]);
        switch (address.Length)
        {
            case Version4Length: AddVersion4(ref text, address); break;
            case Version6Length: AddVersion6(ref text, address); break;
            default: throw StaleSchema.Found();
        }

        if (isNetwork || bits != address.Length * 8)
        {
            text.Add('/');
            text.AddNumber(bits);
        }

        sink.PlainText(text.Written);
    }

    private static void AddVersion4(ref AsciiText text, ReadOnlySpan<byte> address)
    {
        for (var i = 0; i < Version4Length; i++)
        {
            if (i > 0) text.Add('.');
            text.AddNumber(address[i]);
        }
    }

    /// <summary>
    /// The longest run of zeros is <c>::</c>; an address of version 4 in one of version 6 keeps its points
    /// (<c>pg_inet_net_ntop</c>).
    /// </summary>
    private static void AddVersion6(ref AsciiText text, ReadOnlySpan<byte> address)
    {
        var (first, length) = LongestZeros(address);
        var holdsVersion4 = first == 0 && (length == 6 || (length == 5 && Group(address, 5) == 0xFFFF));
        for (var place = 0; place < 8; place++)
        {
            if (place >= first && place < first + length)
            {
                if (place == first) text.Add(':');
                continue;
            }

            if (place > 0) text.Add(':');
            if (holdsVersion4 && place == 6)
            {
                AddVersion4(ref text, address[12..]);
                return;
            }

            text.AddHex(Group(address, place));
        }

        if (length > 0 && first + length == 8) text.Add(':');
    }

    private static (int First, int Length) LongestZeros(ReadOnlySpan<byte> address)
    {
        var best = (First: -1, Length: 0);
        for (var place = 0; place < 8; place++)
        {
            var end = place;
            while (end < 8 && Group(address, end) == 0) end++;
            if (end - place > Math.Max(best.Length, 1)) best = (place, end - place);
            place = Math.Max(place, end - 1);
        }

        return best;
    }

    private static ushort Group(ReadOnlySpan<byte> address, int place) =>
        BinaryPrimitives.ReadUInt16BigEndian(address[(place * 2)..]);
}

/// <summary>Reads <c>macaddr</c> and <c>macaddr8</c>, which are sent as their bytes.</summary>
/// <param name="type">Which of the two.</param>
internal sealed class HardwareAddressCellReader(uint type) : CellReader
{
    private const int LongestText = 32;

    public override bool Reads(uint other) => other == type;

    public override void Write(ReadOnlySpan<byte> cell, CellSink sink)
    {
        if (cell.Length > 8) throw StaleSchema.Found();
        var text = new AsciiText(stackalloc byte[LongestText]);
        for (var i = 0; i < cell.Length; i++)
        {
            if (i > 0) text.Add(':');
            text.AddHexByte(cell[i]);
        }

        sink.PlainText(text.Written);
    }
}
