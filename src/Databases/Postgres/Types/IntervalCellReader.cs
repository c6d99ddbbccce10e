using System.Buffers.Binary;
using Relata.Execution;

namespace Relata.Databases.Postgres.Types;

/// <summary>
/// Reads <c>interval</c> as an ISO 8601 duration in the manner of <c>intervalstyle = iso_8601</c>: every part has its
/// own sign, as in <c>P1Y-2M3DT-4H5.5S</c>. Months, days and microseconds are sent, and stay, apart.
/// </summary>
internal sealed class IntervalCellReader : CellReader
{
    private const int LongestText = 96;
    private const long MicrosecondsInSecond = 1_000_000;
    private const long MicrosecondsInMinute = 60 * MicrosecondsInSecond;
    private const long MicrosecondsInHour = 60 * MicrosecondsInMinute;

    public override bool Reads(uint type) => type is TypeOid.Interval;

    public override void Write(ReadOnlySpan<byte> cell, CellSink sink)
    {
        var time = BinaryPrimitives.ReadInt64BigEndian(cell);
        var days = BinaryPrimitives.ReadInt32BigEndian(cell[8..]);
        var months = BinaryPrimitives.ReadInt32BigEndian(cell[12..]);
        switch (time, days, months)
        {
            case (0, 0, 0): sink.PlainText("PT0S"u8); return;

            // Since PostgreSQL 17.
            case (long.MaxValue, int.MaxValue, int.MaxValue): sink.PlainText(Moments.Infinity(true)); return;
            case (long.MinValue, int.MinValue, int.MinValue): sink.PlainText(Moments.Infinity(false)); return;
        }

        var text = new AsciiText(stackalloc byte[LongestText]);
        text.Add('P');
        AddPart(ref text, months / 12, 'Y');
        AddPart(ref text, months % 12, 'M');
        AddPart(ref text, days, 'D');
        if (time != 0)
        {
            text.Add('T');
            AddPart(ref text, time / MicrosecondsInHour, 'H');
            AddPart(ref text, time % MicrosecondsInHour / MicrosecondsInMinute, 'M');
            AddSeconds(ref text, (int)(time % MicrosecondsInMinute));
        }

        sink.PlainText(text.Written);
    }

    private static void AddPart(ref AsciiText text, long amount, char unit)
    {
        if (amount == 0) return;
        text.AddNumber(amount);
        text.Add(unit);
    }

    private static void AddSeconds(ref AsciiText text, int microseconds)
    {
        if (microseconds == 0) return;
        if (microseconds < 0) text.Add('-');
        var (seconds, fraction) = Math.DivRem(Math.Abs(microseconds), (int)MicrosecondsInSecond);
        text.AddNumber(seconds);
        text.AddMicroseconds(fraction);
        text.Add('S');
    }
}
