using System.Buffers.Binary;

namespace Relata.Databases.Postgres.Types;

/// <summary>
/// Takes a cell apart from its start to its end. A cell that ends too early was made by another type than the one that
/// was read with the schema.
/// </summary>
/// <param name="cell">The cell as the server sent it.</param>
internal ref struct CellBytes(ReadOnlySpan<byte> cell)
{
    private ReadOnlySpan<byte> rest = cell;

    /// <summary>The next byte.</summary>
    public byte Byte() => Take(sizeof(byte))[0];

    /// <summary>The next number of 32 bits.</summary>
    public int Int32() => BinaryPrimitives.ReadInt32BigEndian(Take(sizeof(int)));

    /// <summary>The next number of 32 bits that is never negative, such as a type's identifier.</summary>
    public uint UInt32() => BinaryPrimitives.ReadUInt32BigEndian(Take(sizeof(uint)));

    /// <summary>The next so many bytes.</summary>
    public ReadOnlySpan<byte> Take(int length)
    {
        if ((uint)length > (uint)rest.Length) throw StaleSchema.Found();
        var taken = rest[..length];
        rest = rest[length..];
        return taken;
    }

    /// <summary>The bytes up to the next zero, which is passed over.</summary>
    public ReadOnlySpan<byte> TakeUntilZero()
    {
        var taken = Take(Math.Max(rest.IndexOf((byte)0), 0));
        Byte();
        return taken;
    }

    /// <summary>The next value, which stands behind its length; false when the length, -1, says NULL.</summary>
    public bool TryTakeValue(out ReadOnlySpan<byte> value)
    {
        var length = Int32();
        value = length < 0 ? default : Take(length);
        return length >= 0;
    }
}
