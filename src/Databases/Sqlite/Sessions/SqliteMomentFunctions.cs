using System.Globalization;
using System.Text;
using Relata.Databases.Sqlite.Types;
using SQLitePCL;

namespace Relata.Databases.Sqlite.Sessions;

/// <summary>
/// <c>relata_moment(part, text)</c> is a part of a date, time or timestamp in one of the forms that are answered as
/// such; NULL when the text is none, or has no such part.
/// </summary>
internal static class SqliteMomentFunctions
{
    /// <summary>Makes a connection know the functions.</summary>
    public static void Register(sqlite3 connection, int flags) => raw.sqlite3_create_function(
        connection, "relata_moment", 2, flags, null, static (context, _, arguments) =>
            Part(context, arguments[0], arguments[1]));

    private static void Part(sqlite3_context context, sqlite3_value part, sqlite3_value value)
    {
        if (raw.sqlite3_value_type(value) != raw.SQLITE_TEXT
            || !SqliteMoment.TryRead(SqliteFunctions.TextOf(value), out var moment))
        {
            raw.sqlite3_result_null(context);
            return;
        }

        var at = moment.At;
        var name = Encoding.ASCII.GetString(SqliteFunctions.TextOf(part));
        if (name is "date" && moment.HasDate)
            raw.sqlite3_result_text(context, at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        else if (name is "time")
            raw.sqlite3_result_text(context, at.ToString(@"HH\:mm\:ss.FFFFFF", CultureInfo.InvariantCulture));
        else if (Number(name, at, moment.HasDate) is { } number)
            raw.sqlite3_result_int(context, number);
        else
            raw.sqlite3_result_null(context);
    }

    private static int? Number(string part, DateTime at, bool hasDate) => part switch
    {
        "hour" => at.Hour,
        "minute" => at.Minute,
        "second" => at.Second,
        _ when !hasDate => null,
        "year" => at.Year,
        "iso_year" => ISOWeek.GetYear(at),
        "quarter" => (at.Month + 2) / 3,
        "month" => at.Month,
        "week" => ISOWeek.GetWeekOfYear(at),
        "day" => at.Day,
        "week_day" => (int)at.DayOfWeek + 1,
        "iso_week_day" => at.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)at.DayOfWeek,
        _ => null,
    };
}
