using Relata.Formats.Csv;
using Relata.Planning.Plans;

namespace Relata.Formats.Tests.Csv;

public sealed class CsvFormatTests
{
    private static readonly CsvFormat Csv = new();

    private static readonly RowLayout WithRelated = Layouts.Of(
        new CellField("id", 0),
        new ObjectField("owner_object", 1, [new CellField("id", 1), new CellField("name", 2)]),
        new CellField("note", 3));

    [Fact]
    public async Task A_list_has_a_header_and_a_line_for_each_row() =>
        (await Printed.ListAsync(Csv, Layouts.Flat("id", "name"), [1, "Ada"], [2, "Bob"]))
            .ShouldBe("id,name\r\n1,Ada\r\n2,Bob\r\n");

    [Fact]
    public async Task A_list_without_rows_is_its_header() =>
        (await Printed.ListAsync(Csv, Layouts.Flat("id", "name"))).ShouldBe("id,name\r\n");

    [Theory]
    [InlineData(null, "")]
    [InlineData("", "\"\"")]
    [InlineData(" a b ", " a b ")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData("\"", "\"\"\"\"")]
    [InlineData("one\r\ntwo", "\"one\r\ntwo\"")]
    [InlineData("one\ntwo", "\"one\ntwo\"")]
    [InlineData("naïve ☃ 👋🏽", "naïve ☃ 👋🏽")]
    [InlineData("=1+1", "=1+1")]
    [InlineData(-7, "-7")]
    [InlineData(true, "true")]
    [InlineData(false, "false")]
    [InlineData(new byte[] { 1, 2, 3 }, "AQID")]
    [InlineData(new byte[0], "\"\"")]
    public async Task A_field_is_quoted_where_it_must_be(object? value, string field) =>
        (await Printed.ListAsync(Csv, Layouts.Flat("a", "b"), [value, 1])).ShouldBe($"a,b\r\n{field},1\r\n");

    [Fact]
    public async Task A_name_is_quoted_too() =>
        (await Printed.ListAsync(Csv, Layouts.Flat("a,b", "say \"hi\""))).ShouldBe("\"a,b\",\"say \"\"hi\"\"\"\r\n");

    [Fact]
    public async Task A_related_row_is_JSON_in_one_field() =>
        (await Printed.ListAsync(Csv, WithRelated, [1, 7, "Ada", "x"], [2, null, null, ""]))
            .ShouldBe("id,owner_object,note\r\n1,\"{\"\"id\"\":7,\"\"name\"\":\"\"Ada\"\"}\",x\r\n2,,\"\"\r\n");

    [Fact]
    public void An_array_is_JSON_in_one_field()
    {
        Printed.Of(buffer =>
        {
            var cells = new CsvCells(buffer);
            cells.StartArray();
            cells.StartArray();
            cells.Integer(1);
            cells.ArraySeparator();
            cells.Null();
            cells.EndArray();
            cells.ArraySeparator();
            cells.Text("a\"b"u8);
            cells.ArraySeparator();
            cells.Boolean(true);
            cells.EndArray();
            cells.Number("1.50"u8);
        }).ShouldBe("\"[[1,null],\"\"a\\\"\"b\"\",true]\"1.50");
        Printed.Of(buffer =>
        {
            var cells = new CsvCells(buffer);
            cells.StartArray();
            cells.EndArray();
        }).ShouldBe("[]");
    }

    [Theory]
    [InlineData("null", "null")]
    [InlineData("\"\"", "\"\"\"\"\"\"")]
    [InlineData("""{"a":[1,2]}""", "\"{\"\"a\"\":[1,2]}\"")]
    [InlineData("7", "7")]
    public void A_JSON_value_is_its_text(string json, string field) =>
        Printed.Of(buffer => new CsvCells(buffer).Json(System.Text.Encoding.UTF8.GetBytes(json))).ShouldBe(field);
}
