using System.Globalization;
using System.Text;
using System.Text.Json;
using FsCheck.Fluent;
using Relata.Formats.Json;

namespace Relata.Formats.Tests.Json;

/// <summary>What is written is read by a reader that is not ours.</summary>
public sealed class JsonCellsTests
{
    [Fact]
    public void Any_text_comes_back() => Property.Holds(Property.Texts, text => Read(Text(text)).GetString().ShouldBe(text));

    [Fact]
    public void Every_control_character_is_escaped()
    {
        for (var control = '\0'; control < ' '; control++)
        {
            var json = Text($"a{control}b");
            Read(json).GetString().ShouldBe($"a{control}b");
            json.ShouldAllBe(written => written >= (byte)' ');
        }
    }

    [Theory]
    [InlineData("\"", "\"\\\"\"")]
    [InlineData("\\", "\"\\\\\"")]
    [InlineData("\b\t\n\f\r", "\"\\b\\t\\n\\f\\r\"")]
    [InlineData("\0\u001f", "\"\\u0000\\u001f\"")]
    [InlineData("</script>\u007f\u2028é😀", "\"</script>\u007f\u2028é😀\"")]
    [InlineData("", "\"\"")]
    public void Only_what_JSON_asks_for_is_escaped(string text, string json) =>
        Encoding.UTF8.GetString(Text(text)).ShouldBe(json);

    [Fact]
    public void Long_texts_are_escaped_to_their_end()
    {
        var text = string.Concat(Enumerable.Repeat("0123456789\u0001\"", 10_000));
        Read(Text(text)).GetString().ShouldBe(text);
    }

    [Theory]
    [InlineData(long.MinValue)]
    [InlineData(-1L)]
    [InlineData(0L)]
    [InlineData(long.MaxValue)]
    public void Integers_keep_all_their_digits(long value)
    {
        var json = Written(cells => cells.Integer(value));
        Encoding.UTF8.GetString(json).ShouldBe(value.ToString(CultureInfo.InvariantCulture));
        Read(json).GetInt64().ShouldBe(value);
    }

    [Fact]
    public void Bytes_are_base64() => Property.Holds(Gen.Choose(0, 255).Select(value => (byte)value).ListOf(), bytes =>
        Read(Written(cells => cells.Bytes([.. bytes]))).GetBytesFromBase64().ShouldBe(bytes));

    [Fact]
    public void Everything_else_is_written_as_it_is()
    {
        Print(cells => cells.Null()).ShouldBe("null");
        Print(cells => cells.Boolean(true)).ShouldBe("true");
        Print(cells => cells.Boolean(false)).ShouldBe("false");
        Print(cells => cells.Number("10.00"u8)).ShouldBe("10.00");
        Print(cells => cells.PlainText("2024-07-19"u8)).ShouldBe("\"2024-07-19\"");
        Print(cells => cells.Json("{\"a\": [1]}"u8)).ShouldBe("{\"a\": [1]}");
    }

    [Fact]
    public void Arrays_nest() => Print(cells =>
    {
        cells.StartArray();
        cells.Integer(1);
        cells.ArraySeparator();
        cells.StartArray();
        cells.EndArray();
        cells.ArraySeparator();
        cells.Null();
        cells.EndArray();
    }).ShouldBe("[1,[],null]");

    private static byte[] Text(string text) => Written(cells => cells.Text(Encoding.UTF8.GetBytes(text)));

    private static string Print(Action<JsonCells> write) => Encoding.UTF8.GetString(Written(write));

    private static byte[] Written(Action<JsonCells> write)
    {
        using var buffer = new Utf8Buffer();
        write(new JsonCells(buffer));
        return buffer.Written.ToArray();
    }

    private static JsonElement Read(byte[] json) => JsonElement.Parse(json);
}
