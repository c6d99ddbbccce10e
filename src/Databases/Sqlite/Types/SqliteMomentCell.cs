using Relata.Execution;
using Relata.Model.Schema;
using SQLitePCL;

namespace Relata.Databases.Sqlite.Types;

/// <summary>
/// Writes dates and times, which SQLite stores as text; text that is none of the column's kind stays as it is.
/// </summary>
internal sealed class SqliteMomentCell(TypeKind kind)
{
    private const int LongestText = 32;

    /// <summary>Writes a cell.</summary>
    public void Write(SqliteRow row, int cell, CellSink sink)
    {
        if (row.Storage(cell) != raw.SQLITE_TEXT)
        {
            SqliteCells.WriteAsStored(row, cell, sink);
            return;
        }

        var stored = row.Text(cell);
        Span<byte> text = stackalloc byte[LongestText];
        if (SqliteMoment.TryRead(stored, out var moment) && Length(moment, text) is > 0 and var length)
            sink.PlainText(text[..length]);
        else
            SqliteCells.WriteText(stored, sink);
    }

    /// <summary>Writes what the column's kind shows of a moment; 0 when that would leave something out.</summary>
    private int Length(SqliteMoment moment, Span<byte> text) => kind switch
    {
        TypeKind.Date when moment is { HasDate: true, HasZone: false } && moment.At.TimeOfDay == TimeSpan.Zero =>
            Date(moment.At, text),
        TypeKind.Time when moment is { HasDate: false, HasTime: true, HasZone: false } => Time(moment.At, text),
        TypeKind.Timestamp when moment.HasDate => DateAndTime(moment.At, text),
        TypeKind.TimestampTz when moment.HasDate => Instant(moment.At, text),
        _ => 0,
    };

    private static int Instant(DateTime at, Span<byte> text)
    {
        var length = DateAndTime(at, text);
        text[length] = (byte)'Z';
        return length + 1;
    }

    private static int DateAndTime(DateTime at, Span<byte> text)
    {
        var length = Date(at, text);
        text[length] = (byte)'T';
        return length + 1 + Time(at, text[(length + 1)..]);
    }

    private static int Date(DateTime at, Span<byte> text)
    {
        Digits(at.Year, text[..4]);
        Pair((byte)'-', at.Month, text[4..]);
        Pair((byte)'-', at.Day, text[7..]);
        return 10;
    }

    private static int Time(DateTime at, Span<byte> text)
    {
        Digits(at.Hour, text[..2]);
        Pair((byte)':', at.Minute, text[2..]);
        Pair((byte)':', at.Second, text[5..]);
        var microseconds = (int)(at.Ticks % TimeSpan.TicksPerSecond / TimeSpan.TicksPerMicrosecond);
        if (microseconds == 0) return 8;
        text[8] = (byte)'.';
        Digits(microseconds, text.Slice(9, 6));
        return text[..15].TrimEnd((byte)'0').Length;
    }

    private static void Pair(byte before, int number, Span<byte> text)
    {
        text[0] = before;
        Digits(number, text.Slice(1, 2));
    }

    private static void Digits(int number, Span<byte> text)
    {
        for (var i = text.Length - 1; i >= 0; i--, number /= 10) text[i] = (byte)('0' + (number % 10));
    }
}
