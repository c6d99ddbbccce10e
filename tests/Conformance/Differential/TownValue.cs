using System.Globalization;

namespace Relata.Conformance.Differential;

/// <summary>The values of the town, in each of the ways in which they are written.</summary>
internal static class TownValue
{
    private const string InstantPattern = "yyyy-MM-dd HH:mm:ss.FFFFFF";

    /// <summary>As SQL that every database understands.</summary>
    public static string ToSql(object? value) => value switch
    {
        null => "NULL",
        long or decimal => Invariant(value),
        double number => number.ToString("E16", CultureInfo.InvariantCulture),
        bool truth => truth ? "true" : "false",
        string text => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'",
        DateOnly date => $"'{date:yyyy-MM-dd}'",
        DateTime instant => $"'{instant.ToString(InstantPattern, CultureInfo.InvariantCulture)}'",
        Guid uuid => $"'{uuid:d}'",
        _ => throw new NotSupportedException($"{value.GetType()}"),
    };

    /// <summary>As the text that a caller sends and that an answer holds.</summary>
    public static string ToText(object value) => value switch
    {
        bool truth => truth ? "true" : "false",
        DateTime instant => $"{instant.ToString(InstantPattern, CultureInfo.InvariantCulture).Replace(' ', 'T')}Z",
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        Guid uuid => uuid.ToString("d"),
        _ => Invariant(value),
    };

    /// <summary>A cell as a driver gives it, as one of the types above.</summary>
    public static object? FromDriver(object cell, Kind kind) => cell is DBNull ? null : kind switch
    {
        Kind.Integer => Convert.ToInt64(cell, CultureInfo.InvariantCulture),
        // SQLite keeps no zeros at the end.
        Kind.Decimal => decimal.Parse(
            Convert.ToDecimal(cell, CultureInfo.InvariantCulture).ToString("F2", CultureInfo.InvariantCulture),
            CultureInfo.InvariantCulture),
        Kind.Double => Convert.ToDouble(cell, CultureInfo.InvariantCulture),
        Kind.Boolean => Convert.ToBoolean(cell, CultureInfo.InvariantCulture),
        Kind.Text => (string)cell,
        Kind.Uuid => cell as Guid? ?? Guid.Parse((string)cell),
        Kind.Date => cell switch
        {
            DateOnly date => date,
            DateTime midnight => DateOnly.FromDateTime(midnight),
            _ => DateOnly.Parse((string)cell, CultureInfo.InvariantCulture),
        },
        Kind.Instant => cell as DateTime? ?? DateTime.Parse(
            (string)cell,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
    };

    private static string Invariant(object value) => Convert.ToString(value, CultureInfo.InvariantCulture)!;
}
