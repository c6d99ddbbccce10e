using System.Globalization;
using System.Text.RegularExpressions;
using Relata.Model.Values;

namespace Relata.Planning.Values;

/// <summary>
/// Dates and times out of text, in ISO 8601 and in SQL's spelling, as one canonical text each: <c>2024-07-19</c>,
/// <c>11:45:00.5</c>, <c>11:45:00.5+08:00</c>, <c>2024-07-19 11:45:00.5</c>, and for instants the same in UTC.
/// Fractions are rounded to microseconds and end without zeros, so that within the years 1 to 9999 the text sorts as
/// the time does.
/// </summary>
/// <remarks>
/// Also read, because databases answer them: <c>infinity</c>, <c>-infinity</c>, years beyond 9999, <c>BC</c> at the
/// end, and the time <c>24:00</c>.
/// </remarks>
internal static partial class TemporalText
{
    private const long MicrosecondsInDay = 86_400_000_000;

    public static Outcome ToDate(string text)
    {
        if (Infinity(text) is { } infinity) return new Outcome(infinity);
        var match = Form().Match(text.Trim());
        if (!match.Success || !match.Groups["date"].Success || match.Groups["time"].Success)
            return Outcome.Refused("is no date");
        return ReadDate(match) is { } date ? new Outcome(Print(date)) : Outcome.Refused("is no day of the calendar");
    }

    public static Outcome ToTime(string text)
    {
        var match = Form().Match(text.Trim());
        if (!match.Groups["time"].Success
            || match.Groups["date"].Success || match.Groups["zone"].Success || match.Groups["bc"].Success)
            return Outcome.Refused("is no time of day");
        return ReadTime(match) is { } time ? new Outcome(PrintTime(time)) : Outcome.Refused("is no time of day");
    }

    /// <summary>A text without a zone is taken as UTC. The zone stays what it is: <c>11:45:00+08:00</c>.</summary>
    public static Outcome ToZonedTime(string text)
    {
        var match = Form().Match(text.Trim());
        if (!match.Groups["time"].Success || match.Groups["date"].Success || match.Groups["bc"].Success)
            return Outcome.Refused("is no time of day with a zone");
        return ReadTime(match) is { } time && ReadZone(match) is { } offset
            ? new Outcome(PrintTime(time) + PrintZone(offset / 1_000_000))
            : Outcome.Refused("is no time of day with a zone");
    }

    public static Outcome ToTimestamp(string text) => ToMoment(text, "is no timestamp", zoned: false);

    /// <summary>A text without a zone is taken as UTC.</summary>
    public static Outcome ToInstant(string text) => ToMoment(text, "is no timestamp with time zone", zoned: true);

    private static Outcome ToMoment(string text, string problem, bool zoned)
    {
        if (Infinity(text) is { } infinity) return new Outcome(infinity);
        var match = Form().Match(text.Trim());
        if (!match.Success || !match.Groups["date"].Success || ReadDate(match) is not { } date)
            return Outcome.Refused(problem);
        if (ReadTime(match) is not { } time || ReadZone(match) is not { } offset) return Outcome.Refused(problem);
        if (!zoned && offset != 0) return Outcome.Refused("has a time zone, which the column does not hold");

        // Days and time stay apart: the microseconds since 1970 of a year beyond 294247 are more than a long holds.
        var days = Math.DivRem(time - offset, MicrosecondsInDay, out var timeOfDay);
        if (timeOfDay < 0) (days, timeOfDay) = (days - 1, timeOfDay + MicrosecondsInDay);
        return new Outcome(Print(CivilDate.FromDayNumber(date.DayNumber + days), " " + PrintTime(timeOfDay)));
    }

    private static string? Infinity(string text) => text.Trim().ToLowerInvariant() switch
    {
        "infinity" => "infinity",
        "-infinity" => "-infinity",
        _ => null,
    };

    private static CivilDate? ReadDate(Match match)
    {
        var year = Number(match, "year");
        var date = new CivilDate(
            match.Groups["bc"].Success ? 1 - year : year, Number(match, "month"), Number(match, "day"));
        return year > 0 && date.Exists ? date : null;
    }

    /// <summary>Microseconds since midnight; midnight itself when no time is given.</summary>
    private static long? ReadTime(Match match)
    {
        if (!match.Groups["time"].Success) return 0;
        var (hour, minute, second) = (Number(match, "hour"), Number(match, "minute"), Number(match, "second"));
        var fraction = match.Groups["fraction"].ValueSpan;
        var microseconds = fraction.IsEmpty
            ? 0
            : (long)Math.Round(decimal.Parse($"0.{fraction}", CultureInfo.InvariantCulture) * 1_000_000,
                MidpointRounding.AwayFromZero);
        var time = (hour * 3600L + minute * 60 + second) * 1_000_000 + microseconds;
        return minute < 60 && second < 60 && time <= MicrosecondsInDay ? time : null;
    }

    /// <summary>Microseconds east of Greenwich.</summary>
    private static long? ReadZone(Match match)
    {
        if (!match.Groups["offset"].Success) return 0;
        var (hours, minutes, seconds) =
            (Number(match, "zoneHour"), Number(match, "zoneMinute"), Number(match, "zoneSecond"));
        if (hours > 15 || minutes > 59 || seconds > 59) return null;
        var offset = (hours * 3600L + minutes * 60 + seconds) * 1_000_000;
        return match.Groups["sign"].ValueSpan is "-" ? -offset : offset;
    }

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.ValueSpan, CultureInfo.InvariantCulture) : 0;

    private static string Print(CivilDate date, string time = "")
    {
        var year = date.Year > 0 ? date.Year : 1 - date.Year;
        return string.Create(CultureInfo.InvariantCulture,
            $"{year:0000}-{date.Month:00}-{date.Day:00}{time}{(date.Year > 0 ? "" : " BC")}");
    }

    private static string PrintTime(long microseconds)
    {
        var seconds = Math.DivRem(microseconds, 1_000_000, out var fraction);
        var text = string.Create(CultureInfo.InvariantCulture,
            $"{seconds / 3600:00}:{seconds / 60 % 60:00}:{seconds % 60:00}.{fraction:000000}");
        return text.TrimEnd('0') is var trimmed && trimmed.EndsWith('.') ? trimmed[..^1] : trimmed;
    }

    private static string PrintZone(long seconds)
    {
        var (sign, size) = (seconds < 0 ? '-' : '+', Math.Abs(seconds));
        var text = string.Create(CultureInfo.InvariantCulture, $"{sign}{size / 3600:00}:{size / 60 % 60:00}");
        return size % 60 == 0 ? text : string.Create(CultureInfo.InvariantCulture, $"{text}:{size % 60:00}");
    }

    /// <summary>
    /// A "+" before a zone may have become a blank on its way through a query string. PostgreSQL's last year has seven
    /// digits. Digits are spelled out: <c>\d</c> would take those of every script.
    /// </summary>
    [GeneratedRegex("""
        ^(?<date>(?<year>[0-9]{4,7})-(?<month>[0-9]{2})-(?<day>[0-9]{2}))?
        ((^|[Tt\ ])
        (?<time>(?<hour>[0-9]{2}):(?<minute>[0-9]{2})(:(?<second>[0-9]{2})([.,](?<fraction>[0-9]{1,9})[0-9]*)?)?)
        (?<zone>\ ?[Zz]|\ ?
        (?<offset>(?<sign>[-+\ ])(?<zoneHour>[0-9]{2})(:?(?<zoneMinute>[0-9]{2})(:?(?<zoneSecond>[0-9]{2}))?)?))?)?
        (?<bc>\ BC)?$
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
