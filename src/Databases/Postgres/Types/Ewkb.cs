using System.Buffers.Binary;

namespace Relata.Databases.Postgres.Types;

/// <summary>Takes extended well-known binary apart from its start to its end.</summary>
/// <param name="cell">The cell as the server sent it.</param>
internal ref struct Ewkb(ReadOnlySpan<byte> cell)
{
    public const uint Point = 1;
    public const uint Line = 2;
    public const uint Polygon = 3;
    public const uint Collection = 7;

    private const uint HeightFlag = 0x8000_0000;
    private const uint MeasureFlag = 0x4000_0000;
    private const uint SystemFlag = 0x2000_0000;

    private CellBytes bytes = new(cell);
    private bool isLittleEndian;
    private bool hasHeights;

    /// <summary>The number of the system of coordinates; 0 for none.</summary>
    public uint System { get; private set; }

    /// <summary>Whether positions have a measure, for which GeoJSON has no place.</summary>
    public bool HasMeasures { get; private set; }

    /// <summary>Whether there was a position at all.</summary>
    public bool HasPositions { get; set; }

    /// <summary>Whether what was read so far does not have heights that no position shows.</summary>
    public readonly bool HasFlatOrFullPositions => !HasMeasures && (HasPositions || !hasHeights);

    /// <summary>What a geometry starts with; answers its type.</summary>
    public uint Header()
    {
        isLittleEndian = bytes.Byte() != 0;
        var type = UInt32();
        hasHeights = (type & HeightFlag) != 0;
        HasMeasures |= (type & MeasureFlag) != 0;
        if ((type & SystemFlag) != 0) System = UInt32();
        return type & ~(HeightFlag | MeasureFlag | SystemFlag);
    }

    /// <summary>How many parts follow.</summary>
    public uint Count() => UInt32();

    /// <summary>The numbers of a position; answers how many they are.</summary>
    public int Position(scoped Span<double> numbers)
    {
        var length = 2 + (hasHeights ? 1 : 0) + (HasMeasures ? 1 : 0);
        for (var i = 0; i < length; i++) numbers[i] = Double();
        return length;
    }

    private uint UInt32()
    {
        var taken = bytes.Take(sizeof(uint));
        return isLittleEndian
            ? BinaryPrimitives.ReadUInt32LittleEndian(taken)
            : BinaryPrimitives.ReadUInt32BigEndian(taken);
    }

    private double Double()
    {
        var taken = bytes.Take(sizeof(double));
        return isLittleEndian
            ? BinaryPrimitives.ReadDoubleLittleEndian(taken)
            : BinaryPrimitives.ReadDoubleBigEndian(taken);
    }
}
