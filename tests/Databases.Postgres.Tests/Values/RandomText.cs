using System.Globalization;
using System.Text;

namespace Relata.Databases.Postgres.Tests.Values;

/// <summary>Random texts and numbers as PostgreSQL reads them, the troublesome ones more often than chance would have it.</summary>
internal static class RandomText
{
    private static readonly string[] Pieces =
    [
        "a", "Z", "0", " ", "\t", "\n", "\r", "\"", "'", "\\", ",", ";", "{", "}", "(", ")", "[", "]", "<", ">", "=>", "NULL", "null",
        "é", "ß", "日本", "😀", "\U0010FFFF", "\u200F", "e\u0301", "\uFEFF", "\uFFFF", "\u0001", "\u007F", "%", "_", "$1", "--", "&", "|",
    ];

    public static T Of<T>(this Random random, params T[] choices) => choices[random.Next(choices.Length)];

    /// <summary>Any text.</summary>
    public static string Text(this Random random, int longest = 8) => random.Next(8) switch
    {
        0 => "",
        1 => random.Of("NULL", "null", "\\N", "\\.", "{}", "(,)", "empty", " ", "\\", "\"", "''", "😀"),
        _ => string.Concat(Enumerable.Range(0, random.Next(1, longest + 1)).Select(_ => random.Of(Pieces))),
    };

    /// <summary>Letters only.</summary>
    public static string Word(this Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => (char)random.Next('a', 'z' + 1)));

    /// <summary>A text of at most so many characters, counted as the database counts.</summary>
    public static string ShortText(this Random random, int characters)
    {
        var runes = random.Text().EnumerateRunes().Take(random.Next(characters + 1));
        return string.Concat(runes.Select(rune => rune.ToString()));
    }

    public static string Digits(this Random random, int least, int most) =>
        string.Concat(Enumerable.Range(0, random.Next(least, most + 1)).Select(_ => (char)random.Next('0', '9' + 1)));

    /// <summary>A decimal of any size.</summary>
    public static string Decimal(this Random random) => random.Next(6) switch
    {
        0 => random.Of("0", "0.00", "-0.000", "NaN", "Infinity", "-Infinity", "1e-300", "9.99e400", "10.10", "10000", "0.0001"),
        1 => random.Of("", "-") + random.Digits(1, 600) + "." + random.Digits(1, 600),
        2 => random.Of("", "-") + random.Digits(1, 4),
        _ => random.Of("", "-") + random.Digits(1, 25) + "." + random.Digits(1, 12),
    };

    /// <summary>A double, and any bit pattern of one.</summary>
    public static string Double(this Random random) => random.Next(4) switch
    {
        0 => random.Of("0", "-0", "NaN", "Infinity", "-Infinity", "5e-324", "1.7976931348623157e308", "-2.2250738585072014e-308"),
        1 => Plain(BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue))),
        _ => Plain(Math.Round((random.NextDouble() - 0.5) * 1e6, random.Next(6))),
    };

    /// <summary>A double that is a number.</summary>
    public static string FiniteDouble(this Random random) =>
        random.Of("0", "1e-100", "-1e100", "123456.789", Plain(Math.Round((random.NextDouble() - 0.5) * 1e4, random.Next(4))));

    public static string Single(this Random random) => random.Next(3) switch
    {
        0 => random.Of("0", "-0", "NaN", "Infinity", "-Infinity", "1e-45", "3.4028235e38", "0.1"),
        _ => ((float)((random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-20, 20)))).ToString("R", CultureInfo.InvariantCulture),
    };

    public static string Integer(this Random random, long smallest, long largest) =>
        (random.Next(4) switch
        {
            0 => smallest,
            1 => largest,
            2 => random.NextInt64(Math.Max(smallest, -9), 10),
            _ => random.NextInt64(smallest, largest),
        }).ToString(CultureInfo.InvariantCulture);

    /// <summary>A day from the first to the last that the type has.</summary>
    public static string Date(this Random random, int lastYear)
    {
        if (random.Next(6) == 0)
            return random.Of("infinity", "-infinity", "4713-01-01 BC", "0001-12-31 BC", "0001-01-01", "2000-02-29", $"{lastYear}-12-31");
        var year = random.Next(3) == 0 ? random.Next(-4711, lastYear + 1) : random.Next(1900, 2100);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{(year > 0 ? year : 1 - year):0000}-");
        text.Append(CultureInfo.InvariantCulture, $"{random.Next(1, 13):00}-{random.Next(1, 29):00}");
        return year > 0 ? text.ToString() : text.Append(" BC").ToString();
    }

    public static string Time(this Random random) => random.Next(5) switch
    {
        0 => random.Of("00:00", "24:00", "23:59:59.999999", "00:00:00.000001", "12:00:00.1"),
        _ => string.Create(CultureInfo.InvariantCulture,
            $"{random.Next(24):00}:{random.Next(60):00}:{random.Next(60):00}.{random.Next(1_000_000):000000}"),
    };

    public static string Timestamp(this Random random)
    {
        var day = random.Date(294_276);
        if (day.EndsWith("infinity", StringComparison.Ordinal)) return day;
        var time = random.Time();
        if (day == "294276-12-31" && time == "24:00") time = "23:59:59.999999";
        return day.EndsWith(" BC", StringComparison.Ordinal) ? $"{day[..^3]} {time} BC" : $"{day} {time}";
    }

    public static string Zone(this Random random) =>
        random.Of("+00", "+02", "-05:30", "+15:59:59", "-15:59:59", "+00:00:01", "-00:14:44");

    public static string Interval(this Random random) => random.Next(4) switch
    {
        0 => random.Of("0", "1 month", "-1 day", "0.000001 seconds", "178000000 years", "-178000000 years", "2147483647 days",
            "2562047788:00:54.775807", "-2562047788:00:54.775807", "1 year -2 months 3 days -04:05:06.7"),
        _ => string.Create(CultureInfo.InvariantCulture,
            $"{random.Next(-500, 500)} months {random.Next(-500, 500)} days {random.NextInt64(-1_000_000_000_000, 1_000_000_000_000)} microseconds"),
    };

    private static string Plain(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
