namespace Relata.Model.Values;

/// <summary>
/// A day of the proleptic Gregorian calendar, of any year: databases hold days that <see cref="DateOnly"/> does not,
/// such as 44 BC or the year 294276.
/// </summary>
/// <param name="Year">The astronomical year: 0 is 1 BC, -43 is 44 BC.</param>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">1 to 31.</param>
public readonly record struct CivilDate(int Year, int Month, int Day)
{
    private const int DaysIn400Years = 146_097;
    private const int DaysFromMarchOfYear0To1970 = 719_468;

    /// <summary>The day's number, 0 for 1970-01-01.</summary>
    /// <remarks>Years are counted from March, so that the leap day is the last of a year.</remarks>
    public long DayNumber
    {
        get
        {
            var year = Month <= 2 ? Year - 1L : Year;
            var era = (year >= 0 ? year : year - 399) / 400;
            var yearOfEra = year - era * 400;
            var dayOfYear = (153 * (Month + (Month > 2 ? -3 : 9)) + 2) / 5 + Day - 1;
            var dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
            return era * DaysIn400Years + dayOfEra - DaysFromMarchOfYear0To1970;
        }
    }

    /// <summary>The day of that number, 0 for 1970-01-01.</summary>
    public static CivilDate FromDayNumber(long number)
    {
        var shifted = number + DaysFromMarchOfYear0To1970;
        var era = (shifted >= 0 ? shifted : shifted - (DaysIn400Years - 1)) / DaysIn400Years;
        var dayOfEra = shifted - era * DaysIn400Years;
        var yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / (DaysIn400Years - 1)) / 365;
        var dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        var monthFromMarch = (5 * dayOfYear + 2) / 153;
        var day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1;
        var month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
        var year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
        return new CivilDate((int)year, (int)month, (int)day);
    }

    /// <summary>Whether month and day exist in the year.</summary>
    public bool Exists => Month is >= 1 and <= 12 && Day >= 1 && Day <= DaysInMonth;

    private int DaysInMonth => Month switch
    {
        2 => Year % 4 == 0 && (Year % 100 != 0 || Year % 400 == 0) ? 29 : 28,
        4 or 6 or 9 or 11 => 30,
        _ => 31,
    };
}
