using System.Globalization;
using System.Numerics;
using Relata.Model.Schema;

namespace Relata.Planning.Values;

/// <summary>Numbers out of text, in the forms that JSON and SQL share.</summary>
internal static class NumberText
{
    private const int LongestDecimal = 1000;

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
        if (NotFinite(text) is { } special) return new Outcome(special);
        if (!TryPlainDigits(text, out var digits)) return Outcome.Refused("is no number");
        if (digits is null) return OutOfRange;
        if (type is not { Precision: { } precision, Scale: { } scale }) return new Outcome(digits);
        var rounded = Rounded(digits, scale);
        var whole = rounded.AsSpan().TrimStart('-');
        var point = whole.IndexOf('.');
        if (point >= 0) whole = whole[..point];
        return whole.TrimStart('0').Length > precision - scale ? OutOfRange : new Outcome(rounded);
    }

    /// <summary>A double.</summary>
    public static Outcome ToDouble(string text, double largest)
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
        var value = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        return Math.Abs(value) <= largest ? new Outcome(value) : OutOfRange;
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
    /// Reads an optional sign, digits with an optional point, and an optional exponent, which is spelled out: <c>1.5e3</c>
    /// is <c>1500</c>. False when the text is none of that; null digits when they would be unreasonably many.
    /// </summary>
    private static bool TryPlainDigits(string text, out string? digits)
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
                exponentIsHuge = power.Length > 0 && power.TrimStart("+-").Length > 0 && !power.TrimStart("+-").ContainsAnyExceptInRange('0', '9');
                if (!exponentIsHuge) return false;
            }

            rest = rest[..e];
        }

        var point = rest.IndexOf('.');
        var whole = point < 0 ? rest : rest[..point];
        var fraction = point < 0 ? [] : rest[(point + 1)..];
        if (whole.Length + fraction.Length == 0) return false;
        if (whole.ContainsAnyExceptInRange('0', '9') || fraction.ContainsAnyExceptInRange('0', '9')) return false;
        if (exponentIsHuge || Math.Abs((long)exponent) + whole.Length + fraction.Length > LongestDecimal) return true;
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

    /// <summary>Half away from zero, as SQL rounds exact numbers, with exactly the scale's digits.</summary>
    private static string Rounded(string digits, int scale)
    {
        var negative = digits[0] == '-';
        var plain = negative ? digits[1..] : digits;
        var point = plain.IndexOf('.', StringComparison.Ordinal);
        var fraction = point < 0 ? "" : plain[(point + 1)..];
        var whole = point < 0 ? plain : plain[..point];
        var kept = BigInteger.Parse(whole + fraction.PadRight(scale, '0')[..scale], CultureInfo.InvariantCulture);
        if (fraction.Length > scale && fraction[scale] >= '5') kept++;
        var all = kept.ToString(CultureInfo.InvariantCulture).PadLeft(scale + 1, '0');
        var text = scale == 0 ? all : all[..^scale] + "." + all[^scale..];
        return negative && !kept.IsZero ? "-" + text : text;
    }
}
