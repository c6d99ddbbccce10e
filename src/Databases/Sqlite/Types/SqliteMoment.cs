namespace Relata.Databases.Sqlite.Types;

/// <summary>A date, a time or both, read from text.</summary>
/// <param name="At">The day and time; in UTC when a zone was given. Without a day, the time on the first day there
/// is.</param>
/// <param name="HasDate">Whether there is a day.</param>
/// <param name="HasTime">Whether there is a time.</param>
/// <param name="HasZone">Whether the text gave a zone.</param>
internal readonly record struct SqliteMoment(DateTime At, bool HasDate, bool HasTime, bool HasZone)
{
    private const int DateLength = 10;

    /// <summary>
    /// Reads the forms that SQLite's date functions read (https://www.sqlite.org/lang_datefunc.html, "Time Values"),
    /// with fractions of any length, cut to microseconds. Days that are not in the calendar and hour 24 are not read.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out SqliteMoment moment)
    {
        moment = default;
        var day = default(DateTime);
        var rest = text;
        var hasDate = text.Length >= DateLength && text[4] == '-';
        if (hasDate)
        {
            if (!TryReadDate(text, out day)) return false;
            rest = text[DateLength..];
            if (rest.IsEmpty)
            {
                moment = new SqliteMoment(day, HasDate: true, HasTime: false, HasZone: false);
                return true;
            }

            if (rest[0] is not ((byte)' ' or (byte)'T')) return false;
            rest = rest[1..];
        }

        if (!TryReadTime(ref rest, out var time) || !TryReadZone(rest, out var offset)) return false;
        var ticks = day.Ticks + time.Ticks - (offset ?? default).Ticks;
        if (ticks < 0 || ticks > DateTime.MaxValue.Ticks) return false;
        moment = new SqliteMoment(new DateTime(ticks), hasDate, HasTime: true, offset is not null);
        return true;
    }

    private static bool TryReadDate(ReadOnlySpan<byte> text, out DateTime day)
    {
        day = default;
        if (text[7] != '-') return false;
        if (!TryReadDigits(text[..4], out var year) || year == 0) return false;
        if (!TryReadDigits(text[5..7], out var month) || month is 0 or > 12) return false;
        if (!TryReadDigits(text[8..DateLength], out var date) || date == 0) return false;
        if (date > DateTime.DaysInMonth(year, month)) return false;
        day = new DateTime(year, month, date);
        return true;
    }

    /// <summary>Reads <c>HH:MM</c>, <c>HH:MM:SS</c> or <c>HH:MM:SS.SSS</c>.</summary>
    private static bool TryReadTime(ref ReadOnlySpan<byte> text, out TimeSpan time)
    {
        time = default;
        if (!TryReadClock(text, mostHours: 23, out time)) return false;
        text = text[5..];
        if (text is not [(byte)':', ..]) return true;
        if (text.Length < 3 || !TryReadDigits(text[1..3], out var seconds) || seconds > 59) return false;
        time += TimeSpan.FromSeconds(seconds);
        text = text[3..];
        if (text is not [(byte)'.', ..]) return true;
        text = text[1..];
        var digits = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9') is >= 0 and var end ? end : text.Length;
        var (microseconds, unit) = (0, 100_000);
        for (var i = 0; i < digits && unit > 0; i++, unit /= 10) microseconds += (text[i] - '0') * unit;
        time += TimeSpan.FromMicroseconds(microseconds);
        text = text[digits..];
        return digits > 0;
    }

    /// <summary>Reads nothing, <c>Z</c> or <c>±HH:MM</c>, which may stand after a blank.</summary>
    private static bool TryReadZone(ReadOnlySpan<byte> text, out TimeSpan? offset)
    {
        offset = null;
        text = text.TrimStart((byte)' ');
        if (text.IsEmpty) return true;
        offset = TimeSpan.Zero;
        if (text is [(byte)'Z' or (byte)'z']) return true;
        if (text is not [(byte)'+' or (byte)'-', _, _, (byte)':', _, _]) return false;
        if (!TryReadClock(text[1..], mostHours: 14, out var distance)) return false;
        offset = text[0] == '-' ? -distance : distance;
        return true;
    }

    private static bool TryReadClock(ReadOnlySpan<byte> text, int mostHours, out TimeSpan time)
    {
        time = default;
        if (text.Length < 5 || text[2] != ':') return false;
        if (!TryReadDigits(text[..2], out var hours) || hours > mostHours) return false;
        if (!TryReadDigits(text[3..5], out var minutes) || minutes > 59) return false;
        time = new TimeSpan(hours, minutes, 0);
        return true;
    }

    private static bool TryReadDigits(ReadOnlySpan<byte> text, out int number)
    {
        number = 0;
        foreach (var digit in text)
        {
            if (digit is < (byte)'0' or > (byte)'9') return false;
            number = (number * 10) + digit - '0';
        }

        return true;
    }
}
