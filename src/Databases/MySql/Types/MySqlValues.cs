using System.Globalization;
using Relata.Model.Failures;
using Relata.Model.Schema;

namespace Relata.Databases.MySql.Types;

/// <summary>A plan's values as the driver takes them.</summary>
internal static class MySqlValues
{
    /// <summary>Digits that a decimal of .NET holds whatever they are.</summary>
    private const int DigitsOfDecimal = 28;

    private const int LongestMoment = 26;

    /// <summary>The value; NULL is <see cref="DBNull"/>.</summary>
    public static object Of(object? value, ColumnType type) => value switch
    {
        null => DBNull.Value,
        IReadOnlyList<object?> steps when JsonSteps.AreOneValue(type) => JsonSteps.Of(steps, type),
        bool truth => truth ? 1L : 0L,

        // A year of one digit is taken for the last of four, 0 for 2000.
        0L or "0" when type.Native is { Name: "year" } => "0000",
        long integer => integer,

        // The nearest of the column's own values, which the server then compares as doubles.
        double real when type.Kind == TypeKind.Single && float.IsFinite((float)real) => (double)(float)real,
        double real when type.Kind != TypeKind.Single && double.IsFinite(real) => real,
        double => throw OutOfRange("MariaDB stores neither NaN nor an infinity, nor what is too large for its type."),
        string digits when type.Kind == TypeKind.Decimal => Decimal(digits),
        string text when type.Kind is TypeKind.Date or TypeKind.Timestamp or TypeKind.TimestampTz => Moment(text),
        string text when type.Kind == TypeKind.GeoJson => Place(text),
        string text => text,
        byte[] bytes => bytes,
        _ => throw new Failure(FailureCode.NotApplicable, $"MariaDB has no values of the kind of {type.Name}.")
            .AsException(),
    };

    /// <summary>Compared as a number and not as text, which the server would do by binary numbers.</summary>
    private static object Decimal(string digits)
    {
        var count = digits.Count(char.IsAsciiDigit);
        return count <= DigitsOfDecimal
            && decimal.TryParse(digits, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture, out var number)
            ? number
            : digits;
    }

    /// <summary>There is no infinity, no time before Christ and no year beyond 9999.</summary>
    private static string Moment(string text) =>
        text.Length is >= 10 and <= LongestMoment && char.IsAsciiDigit(text[0]) && text[4] == '-'
            && char.IsAsciiDigit(text[^1])
            ? text
            : throw OutOfRange("MariaDB stores no moment beyond the years 0 to 9999, and no infinity.");

    /// <summary>The number of the system of coordinates stands always in front, 0 for none.</summary>
    private static string Place(string text) =>
        text.StartsWith("SRID=", StringComparison.Ordinal) ? text : $"SRID=0;{text}";

    private static FailureException OutOfRange(string why) =>
        new Failure(FailureCode.ValueOutOfRange, why).AsException();
}
