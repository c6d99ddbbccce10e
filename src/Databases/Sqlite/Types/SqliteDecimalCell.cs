using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using Relata.Execution;
using SQLitePCL;

namespace Relata.Databases.Sqlite.Types;

/// <summary>
/// Writes exact decimals: SQLite stores <c>10.00</c> as the integer 10, so the declared scale gives the zeros back.
/// Digits beyond the scale stay.
/// </summary>
internal sealed class SqliteDecimalCell(int scale)
{
    /// <summary>A sign, <c>0.</c>, 323 zeros and 17 digits: longer than any double without an exponent.</summary>
    private const int LongestPlain = 352;

    /// <summary>Writes a cell.</summary>
    public void Write(SqliteRow row, int cell, CellSink sink)
    {
        Span<byte> digits = stackalloc byte[LongestPlain];
        switch (row.Storage(cell))
        {
            case raw.SQLITE_INTEGER:
                Utf8Formatter.TryFormat(row.Integer(cell), digits, out var length);
                WritePadded(digits[..length], sink);
                break;
            case raw.SQLITE_FLOAT when !SqliteNumbers.WroteInfinity(row.Real(cell), sink):
                WritePadded(digits[..Plain(row.Real(cell), digits)], sink);
                break;
            case raw.SQLITE_TEXT when SqliteNumbers.IsJsonNumber(row.Text(cell)):
                WritePadded(row.Text(cell), sink);
                break;
            case not raw.SQLITE_FLOAT:
                SqliteCells.WriteAsStored(row, cell, sink);
                break;
        }
    }

    private void WritePadded(ReadOnlySpan<byte> digits, CellSink sink)
    {
        var point = digits.IndexOf((byte)'.');
        var fraction = point < 0 ? 0 : digits.Length - point - 1;
        if (fraction >= scale || digits.IndexOfAny((byte)'e', (byte)'E') >= 0)
        {
            sink.Number(digits);
            return;
        }

        var length = digits.Length + (point < 0 ? 1 : 0) + scale - fraction;
        var padded = ArrayPool<byte>.Shared.Rent(length);
        digits.CopyTo(padded);
        padded.AsSpan(digits.Length, length - digits.Length).Fill((byte)'0');
        if (point < 0) padded[digits.Length] = (byte)'.';
        sink.Number(padded.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(padded);
    }

    /// <summary>The shortest round-trip digits without an exponent; answers their length.</summary>
    private static int Plain(double value, Span<byte> plain)
    {
        Span<byte> shortest = stackalloc byte[SqliteNumbers.LongestShortest];
        shortest = shortest[..SqliteNumbers.Shortest(value, shortest)];
        var mark = shortest.IndexOf((byte)'e');
        if (mark < 0)
        {
            shortest.CopyTo(plain);
            return shortest.Length;
        }

        var exponent = int.Parse(shortest[(mark + 1)..], CultureInfo.InvariantCulture);
        var length = 0;
        if (shortest[0] == '-') plain[length++] = (byte)'-';
        var mantissa = shortest[length..mark];
        Span<byte> digits = stackalloc byte[mantissa.Length];
        digits[0] = mantissa[0];
        if (mantissa.Length > 1) mantissa[2..].CopyTo(digits[1..]);
        digits = digits[..Math.Max(1, mantissa.Length - 1)];
        return length + Shift(digits, exponent, plain[length..]);
    }

    /// <summary>Writes digits of which the first stands at ten to the exponent.</summary>
    private static int Shift(ReadOnlySpan<byte> digits, int exponent, Span<byte> plain)
    {
        var zeros = exponent < 0 ? -exponent - 1 : Math.Max(0, exponent + 1 - digits.Length);
        if (exponent < 0)
        {
            "0."u8.CopyTo(plain);
            plain.Slice(2, zeros).Fill((byte)'0');
            digits.CopyTo(plain[(2 + zeros)..]);
            return 2 + zeros + digits.Length;
        }

        var whole = Math.Min(digits.Length, exponent + 1);
        digits[..whole].CopyTo(plain);
        plain.Slice(whole, zeros).Fill((byte)'0');
        if (whole == digits.Length) return whole + zeros;
        plain[whole] = (byte)'.';
        digits[whole..].CopyTo(plain[(whole + 1)..]);
        return digits.Length + 1;
    }
}
