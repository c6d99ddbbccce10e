using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Relata.Conformance.Hostile;

/// <summary>Bodies: JSON of every shape, and what only resembles it.</summary>
internal static class HostileJson
{
    private static readonly string[] Columns =
        ["id", "words", "number", "flag", "price", "ratio", "day", "instant", "document", "payload"];

    /// <summary>A JSON string.</summary>
    public static string Text(string text) => JsonSerializer.Serialize(text);

    /// <summary>Any JSON value, nested a few levels.</summary>
    public static Gen<string> Value { get; } = ValueOf(levels: 3);

    /// <summary>An object whose keys are columns of the table for writes, mostly.</summary>
    public static Gen<string> Row { get; } =
        from members in Member.ListOf().Resize(5)
        select $"{{{string.Join(',', members)}}}";

    /// <summary>What can be the body of a write: rows, arrays of rows, arrays of anything.</summary>
    public static Gen<byte[]> Payload { get; } = Gen.Frequency(
        (8, Row),
        (4, from rows in Row.ListOf().Resize(6) select $"[{string.Join(',', rows)}]"),
        (2, from values in Value.ListOf().Resize(6) select $"[{string.Join(',', values)}]"),
        (2, Value)).Select(Encoding.UTF8.GetBytes);

    /// <summary>A body that is no JSON, not UTF-8, or nested too deep; a few are JSON all the same.</summary>
    public static Gen<byte[]> Broken { get; } = Gen.OneOf(
        from payload in Payload
        where payload.Length > 1 && payload[0] is (byte)'{' or (byte)'['
        from keep in Gen.Choose(1, payload.Length - 1)
        select payload[..keep],
        from payload in Payload
        from rest in Gen.Elements("]", "}", ",", "\"", "x", "\0", "{}")
        select (byte[])[.. payload, .. Encoding.UTF8.GetBytes(rest)],
        from row in Row
        from bad in Gen.Elements<byte[]>([0xff], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xfe, 0xff])
        select (byte[])[.. "{\"words\":\""u8, .. bad, .. "\"}"u8],
        Gen.Elements(
            "{\"words\":\"\\ud800\"}", "{\"\\udc00\":1}", "{\"words\":1,\"words\":2}", "{\"words\":'x'}", "{words:1}",
            "{\"number\":01}", "{\"number\":NaN}", "{\"number\":+1}", "// x\n{}", "{\"words\":\"\n\"}", "\ufeff",
            "{\"words\":\"\\x41\"}", "{\"number\":1.}",
            "{\"a\":1}", "undefined", "<rows/>", "words=1&number=2").Select(Encoding.UTF8.GetBytes),
        from depth in Gen.Choose(65, 5000)
        from bracket in Gen.Elements("[", "{\"document\":")
        select Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(bracket, depth))));

    private static Gen<string> Member =>
        from name in Gen.Frequency((9, Gen.Elements(Columns)), (1, HostileTexts.Any))
        from value in Value
        select $"{Text(name)}:{value}";

    private static Gen<string> ValueOf(int levels)
    {
        var leaf = Gen.Frequency(
            (5, HostileTexts.Any.Select(Text)),
            (3, HostileTexts.Number.Where(number => !number.StartsWith("0x", StringComparison.Ordinal))),
            (2, Gen.Elements("null", "true", "false", "{}", "[]", "\"\\u0000\"", "\"\\ud83d\"", "\"2024-02-30\"",
            "\"2024-07-19T00:00:00Z\"")));
        if (levels == 0) return leaf;
        var inner = ValueOf(levels - 1);
        return Gen.Frequency(
            (8, leaf),
            (1, from items in inner.ListOf().Resize(4) select $"[{string.Join(',', items)}]"),
            (1, from name in HostileTexts.Any from value in inner select $"{{{Text(name)}:{value}}}"));
    }
}
