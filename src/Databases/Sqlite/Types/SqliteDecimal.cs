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

    /// <summary>
    /// Reads plain digits such as <c>-12.50</c>, or <c>NaN</c>, <c>Infinity</c> and <c>-Infinity</c>.
    /// </summary>
    /// <exception cref="FailureException">SQLite would change the value.</exception>
    public static SqliteDecimal Read(string digits, ColumnType type)
    {
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var whole = point >= 0 && digits.AsSpan(point + 1).TrimEnd('0').IsEmpty ? digits.AsSpan(0, point) : digits;
        if (long.TryParse(whole, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer))
            return new SqliteDecimal(integer, integer);
        var real = double.Parse(digits, CultureInfo.InvariantCulture);
        if (digits is "NaN" or "Infinity" or "-Infinity") return new SqliteDecimal(null, SqliteValues.Storable(real));
        if (SignificantDigits(digits) <= ExactDigits && double.IsNormal(real)) return new SqliteDecimal(null, real);
        throw new Failure(
            FailureCode.ValueOutOfRange,
            $"SQLite cannot keep a value of type {type.Name} exactly: it keeps {ExactDigits} digits.").AsException();
    }

    /// <summary>The digits between the first and the last that is not zero.</summary>
    private static int SignificantDigits(ReadOnlySpan<char> digits)
    {
        digits = digits.Trim("-0.");
        return digits.Length - digits.Count('.');
    }
}
