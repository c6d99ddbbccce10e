using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Relata.Conformance.Hostile;

/// <summary>Texts that have broken servers before.</summary>
internal static class HostileTexts
{
    private static readonly string[] Fragments =
    [
        "", " ", "'", "\"", "`", "''", "\\", "\\'", ";", "--", "/*", "*/", "#", "%", "_", "%25", "%_%", "\\%", "[", "]",
        "*", "?", "^", "(", ")", "{", "}", "{0}", "${x}", "@p0", "$1", ":x", "?1", ",", "=", "==", "&", "+", "/", "//",
        "..", "../../etc/passwd", "<", ">", "|", "||", "!", "~", "null", "NULL", "true", "undefined", "NaN", "0", "-1",
        "1", "1e400", "0x1F", "9223372036854775808", "' OR '1'='1", "'; DROP TABLE hostile; --", "\" OR 1=1 --",
        "1; DELETE FROM person", "1 UNION SELECT 1,2,3", "') OR ('1'='1", "pg_sleep(9)", "randomblob(9)",
        "load_extension('x')", "SELECT", "DROP TABLE", "E'\\x41'", "$$a$$", "x'41'", "CAST(1 AS text)", "<script>",
        "id", "words", "number", "hostile", "scratch", "sqlite_master", "pg_catalog.pg_class", "__gt", "__",
        "__proto__", "a", "A", "ab", "Ab", "ä", "Ä", "ß", "İ", "ı", "Σ", "ς", "σ", "é", "e\u0301", "日本", "👋🏽", "👨‍👩‍👧",
        "مرحبا", "\u202e", "\u200b", "\ufeff", "\ufffd", "\u2028", "\r\n", "\r", "\n", "\t", "\v", "\x01",
        "\x1f", "\x7f", "\u0085", "\u00a0", "𐀀", "\U0010ffff",
    ];

    /// <summary>What is stored as any text is, but found by GLOB in SQLite as if it were U+FFFD.</summary>
    public const string NoCharacter = "\uffff";

    /// <summary>Unicode without the character NUL: every text column stores it.</summary>
    public static Gen<string> Storable { get; } =
        from parts in Gen.OneOf(Gen.Elements(Fragments),
            Gen.Choose(0x20, 0x2fff).Select(code => char.ConvertFromUtf32(code)))
            .ListOf().Resize(4)
        select string.Concat(parts);

    /// <summary>Any text, the character NUL and very long ones included.</summary>
    public static Gen<string> Any { get; } = Gen.Frequency(
        (30, Storable),
        (1, Storable.Select(text => text + "\0")),
        (1, Storable.Select(text => text + NoCharacter)),
        (1, from text in Storable from times in Gen.Choose(10, 300) select Repeat(text, times)));

    /// <summary>Names: those of the tables and columns, what resembles them, and anything.</summary>
    /// <param name="known">The names that exist.</param>
    public static Gen<string> Name(IReadOnlyList<string> known) => Gen.Frequency(
        (6, Gen.Elements(known.ToArray())),
        (1, from name in Gen.Elements(known.ToArray()) from more in Storable select name + more),
        (1, Gen.Elements(known.ToArray()).Select(name => name.ToUpperInvariant())),
        (2, Any));

    /// <summary>Numbers as text, from sensible to impossible.</summary>
    public static Gen<string> Number { get; } = Gen.OneOf(
        Gen.Choose(-1000, 1000).Select(number => number.ToString(CultureInfo.InvariantCulture)),
        Gen.Elements(
            "0", "-0", "1.0", "1.5", "1e2", "1E+2", "1e-2", "9223372036854775807", "-9223372036854775808",
            "9223372036854775808", "99999999999999999999999999", "1e308", "1e309", "-1e400", "1e999999999",
            "1e-999999999", "0.1", "123456789.987654321", "1e99999999999999999999"),
        Gen.Choose(100, 2000).Select(digits => new string('7', digits)));

    /// <summary>The text percent-encoded in one of the ways there are.</summary>
    public static Gen<string> Encoded(string text) =>
        from way in Gen.Choose(0, 9)
        select way switch
        {
            0 => string.Concat(Encoding.UTF8.GetBytes(text).Select(value => $"%{value:x2}")),
            1 => Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal),
            _ => Uri.EscapeDataString(text),
        };

    /// <summary>Encoded text that is none: bytes that are no UTF-8, and percent signs that encode nothing.</summary>
    public static Gen<string> Broken { get; } =
        from before in Storable
        from broken in Gen.Elements("%ff", "%c0%af", "%ed%a0%80", "%f4%90%80%80", "%80", "%e2%82", "%", "%z", "%4",
            "%%", "%u0041", "%-1")
        select Uri.EscapeDataString(before) + broken;

    private static string Repeat(string text, int times)
    {
        var repeated = new StringBuilder();
        for (var i = 0; i < times && repeated.Length < 20_000; i++) repeated.Append(text);
        return repeated.ToString();
    }
}
