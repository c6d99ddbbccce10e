using System.Globalization;
using System.Numerics;
using Relata.Model.Schema;

namespace Relata.Planning.Values;

/// <summary>Numbers out of text, in the forms that JSON and SQL share.</summary>
internal static class NumberText
{
    /// <summary>The most digits of a number that is calculated with, or whose exponent is spelled out.</summary>
    private const int LongestDecimal = 1000;

    /// <summary>
    /// The most digits of a number that is kept as it is written: PostgreSQL holds as many before and after the point.
    /// </summary>
    private const int LongestPlainDecimal = 131_072 + 16_383;

    /// <summary>A long; <c>5.0</c> and <c>1e3</c> are integers too.</summary>
    public static Outcome ToInteger(string text, long smallest, long largest)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowLeadingWhite
                | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var value))
            return value >= smallest && value <= largest ? new Outcome(value) : OutOfRange;
        if (!TryPlainDigits(text, out var digits)) return Outcome.Refused("is no integer");
        if (digits is null) return OutOfRange;
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        if (point >= 0 && digits.AsSpan(point + 1).TrimEnd('0').Length > 0) return Outcome.Refused("is no integer");
        var whole = BigInteger.Parse(point < 0 ? digits : digits[..point], CultureInfo.InvariantCulture);
        return whole >= smallest && whole <= largest ? new Outcome((long)whole) : OutOfRange;
    }

    /// <summary>Plain digits, such as <c>-12.50</c>; also <c>NaN</c>, <c>Infinity</c> and <c>-Infinity</c>.</summary>
    public static Outcome ToDecimal(string text, ColumnType type)
    {
        if (NotFinite(text) is { } special)
            return special != "NaN" && type.Precision is not null ? OutOfRange : new Outcome(special);
        var longest = type.Scale is null ? LongestPlainDecimal : LongestDecimal;
        if (!TryPlainDigits(text, out var digits, longest)) return Outcome.Refused("is no number");
        if (digits is null) return OutOfRange;
        if (type is not { Precision: { } precision, Scale: { } scale }) return new Outcome(digits);
        var rounded = Rounded(digits, scale);
        return BigInteger.Abs(rounded) < BigInteger.Pow(10, precision)
            ? new Outcome(Print(rounded, scale))
            : OutOfRange;
    }

    /// <summary>
    /// A double; of a single, the shortest text of its largest value is already larger than that, and rounds down to
    /// it.
    /// </summary>
    public static Outcome ToDouble(string text, bool isSingle)
    {
        if (NotFinite(text) is { } special)
        {
            return new Outcome(special switch
            {
                "NaN" => double.NaN,
                "Infinity" => double.PositiveInfinity,
                _ => double.NegativeInfinity,
            });
        }

        if (!TryPlainDigits(text, out _)) return Outcome.Refused("is no number");
        var value = double.Parse(text.AsSpan().Trim(), NumberStyles.Float, CultureInfo.InvariantCulture);
        return double.IsFinite(isSingle ? (float)value : value) ? new Outcome(value) : OutOfRange;
    }

    private static Outcome OutOfRange => Outcome.TooLarge("is out of range");

    private static string? NotFinite(string text) => text.Trim().ToLowerInvariant() switch
    {
        "nan" => "NaN",
        "infinity" => "Infinity",
        "-infinity" => "-Infinity",
        _ => null,
    };

    /// <summary>
    /// Reads an optional sign, digits with an optional point, and an optional exponent, which is spelled out:
    /// <c>1.5e3</c> is <c>1500</c>. False when the text is none of that; null digits when they would be unreasonably
    /// many.
    /// </summary>
    private static bool TryPlainDigits(string text, out string? digits, int longest = LongestDecimal)
    {
        digits = null;
        var rest = text.AsSpan().Trim();
        var negative = rest.StartsWith("-");
        if (negative || rest.StartsWith("+")) rest = rest[1..];
        var exponent = 0;
        var e = rest.IndexOfAny('e', 'E');
        var exponentIsHuge = false;
        if (e >= 0)
        {
            var power = rest[(e + 1)..];
            if (!int.TryParse(power, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
            {
                var size = power.StartsWith("-") || power.StartsWith("+") ? power[1..] : power;
                exponentIsHuge = size.Length > 0 && !size.ContainsAnyExceptInRange('0', '9');
                if (!exponentIsHuge) return false;
            }

            rest = rest[..e];
        }

        var point = rest.IndexOf('.');
        var whole = point < 0 ? rest : rest[..point];
        var fraction = point < 0 ? [] : rest[(point + 1)..];
        if (whole.Length + fraction.Length == 0) return false;
        if (whole.ContainsAnyExceptInRange('0', '9') || fraction.ContainsAnyExceptInRange('0', '9')) return false;
        if (exponent != 0) longest = LongestDecimal;
        if (exponentIsHuge || Math.Abs((long)exponent) + whole.Length + fraction.Length > longest) return true;
        digits = Assemble(negative, whole, fraction, exponent);
        return true;
    }

    private static string Assemble(bool negative, ReadOnlySpan<char> whole, ReadOnlySpan<char> fraction, int exponent)
    {
        var all = string.Concat(whole, fraction);
        var scale = fraction.Length - exponent;
        if (scale < 0) (all, scale) = (all + new string('0', -scale), 0);
        if (all.Length <= scale) all = new string('0', scale - all.Length + 1) + all;
        var integral = all[..^scale].TrimStart('0');
        var text = (integral.Length == 0 ? "0" : integral) + (scale == 0 ? "" : "." + all[^scale..]);
        return negative && text.AsSpan().ContainsAnyInRange('1', '9') ? "-" + text : text;
    }

    /// <summary>
    /// The number of units of the scale's last digit, rounded half away from zero, as SQL rounds exact numbers.
    /// PostgreSQL's scale may be negative: the unit of -3 is a thousand.
    /// </summary>
    private static BigInteger Rounded(string digits, int scale)
    {
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        var unscaled = BigInteger.Parse(
            digits.Replace(".", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        var surplus = (point < 0 ? 0 : digits.Length - point - 1) - scale;
        if (surplus <= 0) return unscaled * BigInteger.Pow(10, -surplus);
        var unit = BigInteger.Pow(10, surplus);
        return (unscaled + unscaled.Sign * unit / 2) / unit;
    }

    /// <summary>Units as plain digits, with exactly the scale's digits after the point.</summary>
    private static string Print(BigInteger units, int scale)
    {
        if (scale <= 0) return (units * BigInteger.Pow(10, -scale)).ToString(CultureInfo.InvariantCulture);
        var all = BigInteger.Abs(units).ToString(CultureInfo.InvariantCulture).PadLeft(scale + 1, '0');
        return $"{(units.Sign < 0 ? "-" : "")}{all[..^scale]}.{all[^scale..]}";
    }
}
