using System.Buffers.Binary;
using Relata.Execution;

namespace Relata.Databases.Postgres.Types;

/// <summary>Reads <c>date</c>, which is sent as days since 2000-01-01.</summary>
internal sealed class DateCellReader : CellReader
{
    public override bool Reads(uint type) => type is TypeOid.Date;

    public override void Write(ReadOnlySpan<byte> cell, CellSink sink)
    {
        var day = BinaryPrimitives.ReadInt32BigEndian(cell);
        if (day is int.MaxValue or int.MinValue)
        {
            sink.PlainText(Moments.Infinity(day > 0));
            return;
        }

        var text = new AsciiText(stackalloc byte[Moments.LongestText]);
        var year = Moments.AddDay(ref text, day);
        if (year <= 0) text.Add(Moments.BeforeChrist);
        sink.PlainText(text.Written);
    }
}

/// <summary>Reads <c>time</c>, which is sent as microseconds since midnight.</summary>
internal sealed class TimeCellReader : CellReader
{
    public override bool Reads(uint type) => type is TypeOid.Time;

    public override void Write(ReadOnlySpan<byte> cell, CellSink sink)
    {
        var text = new AsciiText(stackalloc byte[Moments.LongestText]);
        Moments.AddTime(ref text, BinaryPrimitives.ReadInt64BigEndian(cell));
        sink.PlainText(text.Written);
    }
}

/// <summary>
/// Reads <c>time with time zone</c>, which is sent as microseconds since midnight and the zone's seconds to the west of
/// UTC.
/// </summary>
internal sealed class TimeTzCellReader : CellReader
{
    public override bool Reads(uint type) => type is TypeOid.TimeTz;

    public override void Write(ReadOnlySpan<byte> cell, CellSink sink)
    {
        var text = new AsciiText(stackalloc byte[Moments.LongestText]);
        Moments.AddTime(ref text, BinaryPrimitives.ReadInt64BigEndian(cell));
        Moments.AddZone(ref text, -BinaryPrimitives.ReadInt32BigEndian(cell[8..]));
        sink.PlainText(text.Written);
    }
}

/// <summary>
/// Reads <c>timestamp</c> and <c>timestamp with time zone</c>: both are sent as microseconds since 2000-01-01, the
/// latter counted in UTC.
/// </summary>
/// <param name="type">Which of the two.</param>
/// <param name="zone">What stands after the time.</param>
internal sealed class TimestampCellReader(uint type, string zone) : CellReader
{
    private const long MicrosecondsInDay = 86_400_000_000;

    public override bool Reads(uint other) => other == type;

    public override void Write(ReadOnlySpan<byte> cell, CellSink sink)
    {
        var moment = BinaryPrimitives.ReadInt64BigEndian(cell);
        if (moment is long.MaxValue or long.MinValue)
        {
            sink.PlainText(Moments.Infinity(moment > 0));
            return;
        }

        var (day, time) = Math.DivRem(moment, MicrosecondsInDay);
        if (time < 0) (day, time) = (day - 1, time + MicrosecondsInDay);
        var text = new AsciiText(stackalloc byte[Moments.LongestText]);
        var year = Moments.AddDay(ref text, day);
        text.Add('T');
        Moments.AddTime(ref text, time);
        foreach (var character in zone) text.Add(character);
        if (year <= 0) text.Add(Moments.BeforeChrist);
        sink.PlainText(text.Written);
    }
}
