using System.Data.Common;
using System.Text;
using Relata.Databases.MySql.Sessions;

namespace Relata.Databases.MySql.Types;

/// <summary>What a cell holds.</summary>
internal enum MySqlStorage
{
    Null,
    Integer,
    Real,
    Bytes,
}

/// <summary>A cell: a number, or where its bytes stand.</summary>
internal readonly record struct MySqlCellValue(MySqlStorage Storage, long Number, int Start, int Length)
{
    /// <summary>The floating point number.</summary>
    public double Real => BitConverter.Int64BitsToDouble(Number);
}

/// <summary>
/// Some rows, cell after cell, without an object for any.
/// </summary>
internal sealed class MySqlBuffer
{
    private const int FirstLength = 4096;

    private readonly List<MySqlCellValue> cells = [];
    private byte[] bytes = new byte[FirstLength];
    private int used;
    private int columns;

    /// <summary>How many rows there are.</summary>
    public int Rows { get; private set; }

    /// <summary>How many bytes of text and the like.</summary>
    public int Used => used + (cells.Count * 8);

    /// <summary>Forgets the rows.</summary>
    public void Clear()
    {
        cells.Clear();
        (used, Rows) = (0, 0);
    }

    /// <summary>A cell.</summary>
    public MySqlCellValue this[int row, int cell] => cells[(row * columns) + cell];

    /// <summary>The bytes of a cell.</summary>
    public ReadOnlySpan<byte> Bytes(MySqlCellValue cell) => bytes.AsSpan(cell.Start, cell.Length);

    /// <summary>Whether another holds the same rows.</summary>
    public bool IsSameAs(MySqlBuffer other) =>
        cells.SequenceEqual(other.cells) && bytes.AsSpan(0, used).SequenceEqual(other.bytes.AsSpan(0, other.used));

    /// <summary>Takes the reader's current row.</summary>
    public void Add(DbDataReader row, IReadOnlyList<Type> types)
    {
        columns = types.Count;
        for (var i = 0; i < columns; i++) cells.Add(row.IsDBNull(i) ? default : Cell(row, i, types[i]));
        Rows++;
    }

    /// <summary>The types of a result's cells as the driver gives them.</summary>
    public static Type[] TypesOf(DbDataReader reader) =>
        [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetFieldType)];

    private MySqlCellValue Cell(DbDataReader row, int cell, Type type)
    {
        if (type == typeof(long) || type == typeof(int) || type == typeof(short) || type == typeof(sbyte))
            return new MySqlCellValue(MySqlStorage.Integer, row.GetInt64(cell), 0, 0);
        if (type == typeof(double))
            return new MySqlCellValue(MySqlStorage.Real, BitConverter.DoubleToInt64Bits(row.GetDouble(cell)), 0, 0);
        if (type == typeof(byte[]))
        {
            var length = (int)row.GetBytes(cell, 0, null, 0, 0);
            var start = Reserve(length);
            if (length > 0) row.GetBytes(cell, 0, bytes, start, length);
            return new MySqlCellValue(MySqlStorage.Bytes, 0, start, length);
        }

        return OfText(MySqlDriver.TextOf(row, cell));
    }

    private MySqlCellValue OfText(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        var start = Reserve(length);
        Encoding.UTF8.GetBytes(text, bytes.AsSpan(start));
        return new MySqlCellValue(MySqlStorage.Bytes, 0, start, length);
    }

    private int Reserve(int length)
    {
        if (bytes.Length - used < length) Array.Resize(ref bytes, Math.Max(bytes.Length * 2, used + length));
        used += length;
        return used - length;
    }
}
