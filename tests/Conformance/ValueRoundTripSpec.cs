using System.Text.Json;
using System.Text.Json.Nodes;

namespace Relata.Conformance;

/// <summary>
/// What comes out can be sent back in and is stored as the same value; what is sent in another spelling is stored as
/// one.
/// </summary>
public abstract class ValueRoundTripSpec(ConformanceServer server) : Specification(server)
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task A_row_can_be_sent_back_and_copied(int id)
    {
        var row = (await Get($"/specimen/{id}")).Body;
        await Put($"/specimen/{id}", row).ShouldAnswer(200, row);
        await Patch($"/specimen/{id}", row).ShouldAnswer(200, row);
        await Get($"/specimen/{id}").ShouldAnswer(200, row);

        var copy = row.Replace($"{{\"id\":{id},", $"{{\"id\":{1000 + id},", StringComparison.Ordinal);
        await Post("/specimen", copy).ShouldAnswer(201, copy);
        await Get($"/specimen/{1000 + id}").ShouldAnswer(200, copy);
        await Post("/specimen?resolution=merge", copy).ShouldAnswer(201, copy);
        await Get($"/specimen?id={1000 + id}").ShouldAnswer(200, $"[{copy}]");
        await Delete($"/specimen/{1000 + id}").ShouldAnswerNothing();
    }

    [Theory]
    [InlineData("flag", "\"true\"", "true")]
    [InlineData("flag", "\"f\"", "false")]
    [InlineData("small", "\"12\"", "12")]
    [InlineData("small", "-0", "0")]
    [InlineData("small", "1e3", "1000")]
    [InlineData("small", "5.0", "5")]
    [InlineData("large", "\"-9223372036854775808\"", "-9223372036854775808")]
    [InlineData("large", "9007199254740993", "9007199254740993")]
    [InlineData("price", "10", "10.00")]
    [InlineData("price", "10.1", "10.10")]
    [InlineData("price", "\"10.10\"", "10.10")]
    [InlineData("price", "0.005", "0.01")]
    [InlineData("price", "-0.004", "0.00")]
    [InlineData("price", "1.5e3", "1500.00")]
    [InlineData("price", "-1234567890.12", "-1234567890.12")]
    [InlineData("ratio", "0.30000000000000004", "0.30000000000000004")]
    [InlineData("ratio", "5e-324", "5e-324")]
    [InlineData("ratio", "1.7976931348623157e308", "1.7976931348623157e+308")]
    [InlineData("ratio", "123456789012345680", "1.2345678901234568e+17")]
    [InlineData("ratio", "1e15", "1000000000000000")]
    [InlineData("ratio", "1e16", "10000000000000000")]
    [InlineData("ratio", "-1234567890123456.8", "-1234567890123456.8")]
    [InlineData("ratio", "1e17", "1e+17")]
    [InlineData("ratio", "1e21", "1e+21")]
    [InlineData("ratio", "0.0001", "0.0001")]
    [InlineData("ratio", "0.00001", "1e-05")]
    [InlineData("single", "-1.5", "-1.5")]
    [InlineData("single", "100000", "100000")]
    [InlineData("note", "\"\"", "\"\"")]
    [InlineData("note", "\"null\"", "\"null\"")]
    [InlineData("note", "\" 007 \"", "\" 007 \"")]
    [InlineData("note", """ "a\u0001b\u001fc\u007fd\/e" """, "\"a\\u0001b\\u001fc\u007fd/e\"")]
    [InlineData("note", """ "\b\f\n\r\t\"\\" """, """ "\b\f\n\r\t\"\\" """)]
    [InlineData("note", """ "\u00e9 \u65e5 \ud83d\ude00" """, "\"é 日 😀\"")]
    [InlineData("note", "\"e\u0301 \u200f \u2028 \ufeff \uffff\"", "\"e\u0301 \u200f \u2028 \ufeff \uffff\"")]
    [InlineData("note", "\"'; DROP TABLE person; -- \\\" /* ? @p0 $1 :x {0}\"", "\"'; DROP TABLE person; -- \\\" /* ? @p0 $1 :x {0}\"")]
    [InlineData("code", "\"😀😀😀😀😀😀😀😀\"", "\"😀😀😀😀😀😀😀😀\"")]
    [InlineData("token", "\"A0EEBC99-9C0B-4EF8-BB6D-6BB9BD380A11\"", "\"a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11\"")]
    [InlineData("token", "\"{a0eebc999c0b4ef8bb6d6bb9bd380a11}\"", null)]
    [InlineData("token", "\"a0eebc999c0b4ef8bb6d6bb9bd380a11\"", "\"a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11\"")]
    [InlineData("day", "\"2024-02-29\"", "\"2024-02-29\"")]
    [InlineData("clock", "\"24:00\"", "\"24:00:00\"")]
    [InlineData("clock", "\"07:08\"", "\"07:08:00\"")]
    [InlineData("clock", "\"07:08:09.1234567\"", "\"07:08:09.123457\"")]
    [InlineData("clock", "\"07:08:09.100\"", "\"07:08:09.1\"")]
    [InlineData("moment", "\"2024-07-19\"", "\"2024-07-19T00:00:00\"")]
    [InlineData("moment", "\"2024-07-19 11:45\"", "\"2024-07-19T11:45:00\"")]
    [InlineData("moment", "\"2024-12-31T23:59:59.9999999\"", "\"2025-01-01T00:00:00\"")]
    [InlineData("instant", "\"2024-07-19T11:45:00.5+08:00\"", "\"2024-07-19T03:45:00.5Z\"")]
    [InlineData("instant", "\"2024-07-19T11:45:00\"", "\"2024-07-19T11:45:00Z\"")]
    [InlineData("instant", "\"2024-01-01T00:30:00+0130\"", "\"2023-12-31T23:00:00Z\"")]
    [InlineData("document", "{\"z\":1,\"a\":{\"b\":[true,null,\"\\u00e9\"]}}", "{\"z\":1,\"a\":{\"b\":[true,null,\"\\u00e9\"]}}")]
    [InlineData("document", "\"123\"", "\"123\"")]
    [InlineData("document", "\"\"", "\"\"")]
    [InlineData("document", "{}", "{}")]
    [InlineData("document", "false", "false")]
    [InlineData("document", "42", "42")]
    [InlineData("document", "[1.0,1e2,12345678901234567890]", "[1.0,1e2,12345678901234567890]")]
    [InlineData("payload", "\"AAH/gP4=\"", "\"AAH/gP4=\"")]
    [InlineData("payload", "\"\"", "\"\"")]
    public Task A_value_is_stored_in_one_spelling(string column, string sent, string? stored) => IsStored(column, sent, stored);

    [Theory]
    [InlineData("ratio", "\"Infinity\"", "\"Infinity\"")]
    [InlineData("ratio", "\"-infinity\"", "\"-Infinity\"")]
    [InlineData("day", "\"10000-01-01\"", "\"10000-01-01\"")]
    [InlineData("day", "\"0044-03-15 BC\"", "\"0044-03-15 BC\"")]
    [InlineData("day", "\"Infinity\"", "\"infinity\"")]
    [InlineData("moment", "\"-infinity\"", "\"-infinity\"")]
    [InlineData("instant", "\"infinity\"", "\"infinity\"")]
    [InlineData("instant", "\"1969-12-31T23:59:59.999999Z\"", "\"1969-12-31T23:59:59.999999Z\"")]
    public Task A_value_at_the_ends_is_stored_or_refused(string column, string sent, string stored) => Server.HasInfinity
        ? IsStored(column, sent, stored)
        : Patch($"/specimen/4?fields={column}", $$"""{"{{column}}":{{sent}}}""").ShouldFail(422, "value-out-of-range");

    [Theory]
    [InlineData("flag")]
    [InlineData("small")]
    [InlineData("whole")]
    [InlineData("large")]
    [InlineData("price")]
    [InlineData("ratio")]
    [InlineData("single")]
    [InlineData("note")]
    [InlineData("code")]
    [InlineData("token")]
    [InlineData("day")]
    [InlineData("clock")]
    [InlineData("moment")]
    [InlineData("instant")]
    [InlineData("payload")]
    public async Task A_value_that_came_out_finds_its_row(string column)
    {
        foreach (var row in JsonNode.Parse((await Get($"/specimen?fields=id,{column}&id__in=1,2,3,5")).Body)!.AsArray())
        {
            var value = row![column]!;
            var text = value.GetValueKind() == JsonValueKind.String ? (string)value! : value.ToJsonString();
            var found = await Get($"/specimen?{column}={Uri.EscapeDataString(text)}&fields=id&id={row["id"]}");
            await Task.FromResult(found).ShouldAnswer(200, $$"""[{"id":{{row["id"]}}}]""");
        }
    }

    private async Task IsStored(string column, string sent, string? stored)
    {
        var answer = await Patch($"/specimen/4?fields={column}", $$"""{"{{column}}":{{sent}}}""");
        if (stored is null)
        {
            await Task.FromResult(answer).ShouldFail(400, "bad-value");
            return;
        }

        var row = $$"""{"{{column}}":{{stored.Trim()}}}""";
        await Task.FromResult(answer).ShouldAnswer(200, row);
        await Get($"/specimen/4?fields={column}").ShouldAnswer(200, row);
        await Patch($"/specimen/4?fields={column}", row).ShouldAnswer(200, row);
        await Patch($"/specimen/4?fields={column}", $$"""{"{{column}}":null}""")
            .ShouldAnswer(200, $$"""{"{{column}}":null}""");
    }
}
