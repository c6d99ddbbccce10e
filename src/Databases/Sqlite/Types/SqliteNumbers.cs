using System.Globalization;
using Relata.Execution;

namespace Relata.Databases.Sqlite.Types;

/// <summary>Numbers as text.</summary>
internal static class SqliteNumbers
{
    /// <summary>Longer than any text that <see cref="Shortest"/> writes.</summary>
    public const int LongestShortest = 32;

    /// <summary>
    /// Writes the fewest digits that read back as the same number, spelled as other databases' are: <c>1</c>,
    /// <c>1.5</c>, <c>1e+20</c>.
    /// </summary>
    public static void WriteReal(double value, CellSink sink)
    {
        if (WroteInfinity(value, sink)) return;
        Span<byte> digits = stackalloc byte[LongestShortest];
        sink.Number(digits[..Shortest(value, digits)]);
    }

    /// <summary>Writes an infinity, for which JSON has no number; false for any other value.</summary>
    public static bool WroteInfinity(double value, CellSink sink)
    {
        if (!double.IsInfinity(value)) return false;
        sink.PlainText(value > 0 ? "Infinity"u8 : "-Infinity"u8);
        return true;
    }

    /// <summary>The shortest round-trip digits of a finite number; answers their length.</summary>
    public static int Shortest(double value, Span<byte> digits)
    {
        value.TryFormat(digits, out var length, default, CultureInfo.InvariantCulture);
        digits[..length].Replace((byte)'E', (byte)'e');
        return length;
    }

    /// <summary>Whether text is a number as JSON writes one.</summary>
    public static bool IsJsonNumber(ReadOnlySpan<byte> text)
    {
        if (text is [(byte)'-', ..]) text = text[1..];
        var whole = DigitsAtStart(text);
        if (whole == 0 || (whole > 1 && text[0] == '0')) return false;
        text = text[whole..];
        if (text is [(byte)'.', ..] && !Skipped(ref text, 1)) return false;
        if (text is not [(byte)'e' or (byte)'E', ..]) return text.IsEmpty;
        return Skipped(ref text, text is [_, (byte)'+' or (byte)'-', ..] ? 2 : 1) && text.IsEmpty;
    }

    /// <summary>Skips some characters and the digits that have to follow.</summary>
    private static bool Skipped(ref ReadOnlySpan<byte> text, int lead)
    {
        var digits = DigitsAtStart(text[lead..]);
        text = text[(lead + digits)..];
        return digits > 0;
    }

    private static int DigitsAtStart(ReadOnlySpan<byte> text) =>
        text.IndexOfAnyExceptInRange((byte)'0', (byte)'9') is >= 0 and var end ? end : text.Length;
}
