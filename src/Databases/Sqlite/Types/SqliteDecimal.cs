using System.Globalization;
using Relata.Model.Failures;
using Relata.Model.Schema;

namespace Relata.Databases.Sqlite.Types;

/// <summary>
/// What SQLite makes of an exact decimal: a 64-bit integer, or a double, of which only 15 digits are exact
/// (https://www.sqlite.org/datatype3.html, section 3.1).
/// </summary>
/// <param name="Whole">The value when it is a whole number of 64 bits.</param>
/// <param name="Real">The value otherwise.</param>
internal readonly record struct SqliteDecimal(long? Whole, double Real)
{
    private const int ExactDigits = 15;

    /// <summary>Reads a decimal's digits, with or without a point or an exponent.</summary>
    /// <exception cref="FailureException">SQLite would change the value.</exception>
    public static SqliteDecimal Read(string digits, ColumnType type)
    {
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var whole = point >= 0 && digits.AsSpan(point + 1).TrimEnd('0').IsEmpty ? digits.AsSpan(0, point) : digits;
        if (long.TryParse(whole, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer))
            return new SqliteDecimal(integer, integer);
        if (SignificantDigits(digits) is > 0 and <= ExactDigits
            && double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var real)
            && real != 0 && double.IsFinite(real))
            return new SqliteDecimal(null, real);
        throw new Failure(
            FailureCode.ValueOutOfRange, $"A value of type {type.Name} has more than the {ExactDigits} digits that SQLite keeps.")
            .AsException();
    }

    private static int SignificantDigits(string digits)
    {
        var (seen, zeros) = (0, 0);
        foreach (var digit in digits)
        {
            if (digit is 'e' or 'E') break;
            if (digit == '0' && seen > 0) zeros++;
            if (digit is < '1' or > '9') continue;
            (seen, zeros) = (seen + zeros + 1, 0);
        }

        return seen;
    }
}
