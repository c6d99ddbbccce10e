using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Relata.Databases.Postgres.Tests.Values;

/// <summary>Random values that are made of others, as PostgreSQL reads them.</summary>
internal static class RandomStructure
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A value in quotes.</summary>
    public static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    public static string Row(params string?[] fields) =>
        $"({string.Join(',', fields.Select(field => field is null ? "" : Quoted(field)))})";

    /// <summary>One of the values, or NULL.</summary>
    public static string? Maybe(this Random random, string value) => random.Next(4) == 0 ? null : value;

    /// <summary>An array of one or two dimensions.</summary>
    public static string Array(this Random random, Func<Random, string> element, char separator, bool mayHaveTwoDimensions)
    {
        string Items(int count) => $"{{{string.Join(separator, Enumerable.Range(0, count)
            .Select(_ => random.Next(5) == 0 ? "NULL" : Quoted(element(random))))}}}";
        if (!mayHaveTwoDimensions || random.Next(4) > 0) return Items(random.Next(4));
        var width = random.Next(1, 3);
        return $"{{{string.Join(separator, Enumerable.Range(0, random.Next(1, 3)).Select(_ => Items(width)))}}}";
    }

    /// <summary>A range between two values that are in order.</summary>
    public static string Range(this Random random, string low, string high)
    {
        if (random.Next(8) == 0) return "empty";
        var lower = random.Next(6) == 0 ? "" : Quoted(low);
        var upper = random.Next(6) == 0 ? "" : Quoted(high);
        return $"{random.Of('[', '(')}{lower},{upper}{random.Of(']', ')')}";
    }

    public static string IntegerRange(this Random random)
    {
        var low = random.Next(-1000, 1000);
        return random.Range(Plain(low), Plain(low + random.Next(1000)));
    }

    public static string DecimalRange(this Random random)
    {
        var low = random.Next(-1000, 1000);
        return random.Range($"{Plain(low)}.{random.Digits(1, 20)}", $"{Plain(low + 1 + random.Next(1000))}.50");
    }

    public static string DateRange(this Random random) => random.Next(4) switch
    {
        0 => random.Of("[infinity,infinity]", "[-infinity,infinity]", "(-infinity,infinity)", "[4713-01-01 BC,0044-03-15 BC]"),
        _ => random.Range(Day(random, 1900, 2000), Day(random, 2001, 2100)),
    };

    public static string MomentRange(this Random random) => random.Next(4) switch
    {
        0 => random.Of("[infinity,infinity]", "[-infinity,infinity)", "[\"0044-03-15 12:00:00 BC\",\"294276-12-31 23:59:59.999999\"]"),
        _ => random.Range($"{Day(random, 1900, 2000)} {random.Time()}", $"{Day(random, 2001, 2100)} {random.Time()}"),
    };

    public static string TextRange(this Random random) => random.Range("a" + random.Text(), "b" + random.Text());

    public static string Multirange(this Random random, Func<Random, string> range) =>
        $"{{{string.Join(',', Enumerable.Range(0, random.Next(4)).Select(_ => range(random)))}}}";

    public static string Point(this Random random) => $"({random.Double()},{random.Double()})";

    public static string FinitePoint(this Random random) => $"({random.FiniteDouble()},{random.FiniteDouble()})";

    public static string Points(this Random random) =>
        string.Join(',', Enumerable.Range(0, random.Next(1, 5)).Select(_ => random.FinitePoint()));

    public static string Map(this Random random) => string.Join(',', Enumerable.Range(0, random.Next(4))
        .Select(i => $"{Quoted(Plain(i) + random.Text())}=>{(random.Next(4) == 0 ? "NULL" : Quoted(random.Text()))}"));

    public static string Json(this Random random, int depth = 0) => random.Next(depth > 2 ? 6 : 8) switch
    {
        0 => "null",
        1 => random.Of("true", "false"),
        2 => random.Of("0", "-0.0", "1e3", "1.50", "12345678901234567890.123456789", "-1E-7"),
        3 => "\"\\ud83d\\ude00\\u00e9\\n\"",
        4 or 5 => JsonSerializer.Serialize(random.Text(), Readable),
        6 => $"[{string.Join(" , ", Enumerable.Range(0, random.Next(3)).Select(_ => random.Json(depth + 1)))}]",
        _ => $"{{{string.Join(", ", Enumerable.Range(0, random.Next(3))
            .Select(i => $"{JsonSerializer.Serialize(Plain(i) + random.Text(), Readable)}: {random.Json(depth + 1)}"))}}}",
    };

    public static string Lexemes(this Random random) => string.Join(' ', Enumerable.Range(0, random.Next(4)).Select(_ =>
        $"'{random.Text(3).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "''", StringComparison.Ordinal)}x'"
        + random.Of("", ":1", ":2A", ":3B,7C,16383")));

    public static string Address(this Random random) => random.Next(3) switch
    {
        0 => random.Of("0.0.0.0/0", "255.255.255.255", "10.0.0.1/8", "::", "::1", "::1/96", "::ffff:1.2.3.4", "::1.2.3.4", "1::", "1::2:0:0:3",
            "fe80::1:0:0:1/64", "1:0:0:2:0:0:0:3", "::5efe:1.2.3.4", "1:2:3:4:5:6:7:0", "0:2:3:4:5:6:7:8"),
        1 => string.Join('.', Enumerable.Range(0, 4).Select(_ => Plain(random.Next(256)))) + random.Of("", "/0", "/17", "/31", "/32"),
        _ => string.Join(':', Enumerable.Range(0, 8).Select(_ => random.Of("0", "0", "1", "abcd"))) + random.Of("", "/1", "/127"),
    };

    public static string HardwareAddress(this Random random, int length) =>
        string.Join(':', Enumerable.Range(0, length).Select(_ => random.Next(256).ToString("x2", CultureInfo.InvariantCulture)));

    public static string Bytes(this Random random)
    {
        var bytes = new byte[random.Next(20)];
        random.NextBytes(bytes);
        return $"\\x{Convert.ToHexString(bytes)}";
    }

    public static string Bits(this Random random, int least, int most)
    {
        var text = new StringBuilder();
        for (var i = random.Next(least, most + 1); i > 0; i--) text.Append(random.Of('0', '1'));
        return text.ToString();
    }

    private static string Day(Random random, int first, int last) => string.Create(CultureInfo.InvariantCulture,
        $"{random.Next(first, last + 1)}-{random.Next(1, 13):00}-{random.Next(1, 29):00}");

    private static string Plain(int value) => value.ToString(CultureInfo.InvariantCulture);
}
