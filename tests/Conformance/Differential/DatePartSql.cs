using System.Globalization;

namespace Relata.Conformance.Differential;

/// <summary>
/// What parts of dates and times mean, in SQL without a function: the days or hours, of those from which the town has
/// moments, that have them.
/// </summary>
internal static class DatePartSql
{
    private static readonly DateOnly First = new(2024, 1, 1);

    /// <summary>The moment is in a year.</summary>
    public static string Year(string column, long year) => Between(column, $"{year:0000}-01-01", $"{year + 1:0000}-01-01");

    /// <summary>The moment is on one of the days.</summary>
    public static string Days(string column, Func<DateOnly, bool> isOne) => Any(column, Enumerable.Range(0, 91)
        .Select(First.AddDays)
        .Where(isOne)
        .Select(day => Between(column, Text(day), Text(day.AddDays(1)))));

    /// <summary>The moment is in an hour of one of the few days that have moments and not dates.</summary>
    public static string Hours(string column, long hour) => Any(column, Enumerable.Range(-1, 3)
        .Select(day => new DateOnly(2024, 2, 29).AddDays(day).ToDateTime(new TimeOnly((int)hour, 0)))
        .Select(start => Between(column, Text(start), Text(start.AddHours(1)))));

    /// <summary>Of NULL is neither said that it is one of them nor that it is none.</summary>
    private static string Any(string column, IEnumerable<string> ranges) =>
        $"({string.Join(" OR ", ranges.Append($"{column} <> {column}"))})";

    private static string Between(string column, string from, string to) => $"({column} >= '{from}' AND {column} < '{to}')";

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(DateTime moment) => moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
