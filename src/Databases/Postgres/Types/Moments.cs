using Relata.Model.Values;

namespace Relata.Databases.Postgres.Types;

/// <summary>Days and times as text, in the form that is also read as a value.</summary>
internal static class Moments
{
    /// <summary>Enough for <c>294276-12-31T23:59:59.999999Z BC</c>.</summary>
    public const int LongestText = 40;

    private const int MicrosecondsInSecond = 1_000_000;

    /// <summary>The number of the day 2000-01-01.</summary>
    private const int FirstDay = 10_957;

    /// <summary>What stands at the end of a text whose year is before the year 1.</summary>
    public static ReadOnlySpan<byte> BeforeChrist => " BC"u8;

    /// <summary>The end or the beginning of time.</summary>
    public static ReadOnlySpan<byte> Infinity(bool isPositive) => isPositive ? "infinity"u8 : "-infinity"u8;

    /// <summary>Adds a day, its year counted backwards before the year 1, and answers the astronomical year.</summary>
    /// <param name="text">Takes the text.</param>
    /// <param name="day">Days since 2000-01-01.</param>
    public static int AddDay(ref AsciiText text, long day)
    {
        var date = CivilDate.FromDayNumber(day + FirstDay);
        var year = date.Year > 0 ? date.Year : 1 - date.Year;
        if (year > 9999) text.AddNumber(year);
        else text.AddPadded(year, 4);
        text.Add('-');
        text.AddPadded(date.Month, 2);
        text.Add('-');
        text.AddPadded(date.Day, 2);
        return date.Year;
    }

    /// <summary>Adds a time of day.</summary>
    /// <param name="text">Takes the text.</param>
    /// <param name="microseconds">Microseconds since midnight; a whole day is <c>24:00:00</c>.</param>
    public static void AddTime(ref AsciiText text, long microseconds)
    {
        var (seconds, fraction) = Math.DivRem(microseconds, MicrosecondsInSecond);
        var (minutes, second) = Math.DivRem((int)seconds, 60);
        text.AddPadded(minutes / 60, 2);
        text.Add(':');
        text.AddPadded(minutes % 60, 2);
        text.Add(':');
        text.AddPadded(second, 2);
        text.AddMicroseconds((int)fraction);
    }

    /// <summary>Adds a zone: <c>Z</c>, <c>+05:30</c>, or with seconds <c>-00:14:44</c>.</summary>
    /// <param name="text">Takes the text.</param>
    /// <param name="seconds">The seconds to the east of UTC.</param>
    public static void AddZone(ref AsciiText text, int seconds)
    {
        if (seconds == 0)
        {
            text.Add('Z');
            return;
        }

        text.Add(seconds < 0 ? '-' : '+');
        var (minutes, second) = Math.DivRem(Math.Abs(seconds), 60);
        text.AddPadded(minutes / 60, 2);
        text.Add(':');
        text.AddPadded(minutes % 60, 2);
        if (second == 0) return;
        text.Add(':');
        text.AddPadded(second, 2);
    }
}
