using Relata.Conformance;

namespace Relata.Databases.Postgres.Tests.Values;

/// <summary>Values that are made of others: how they look, how they are compared, and what is refused.</summary>
public sealed class StructureTests(StructureTests.StructureServer server)
    : Specification(server), IClassFixture<StructureTests.StructureServer>
{
    [Theory]
    [InlineData("spot", """{"site":"north","room":7}""")]
    [InlineData("spots", """[{"site":"a \"b\"","room":null},null]""")]
    [InlineData("priced", """{"label":"x","price":"$1,000.50","kind":"integer","spot":{"site":null,"room":1}}""")]
    [InlineData("open", """{"lower":1,"upper":10,"bounds":"[)"}""")]
    [InlineData("closed", """{"lower":"2024-07-19T03:45:00Z","upper":null,"bounds":"[)"}""")]
    [InlineData("nothing", """{"empty":true}""")]
    [InlineData("days", """[{"lower":"2024-01-01","upper":"2024-02-01","bounds":"[)"},{"lower":"2024-03-01","upper":null,"bounds":"[)"}]""")]
    [InlineData("labels", """{"a":"1","b":null}""")]
    [InlineData("host", "\"10.0.0.1\"")]
    [InlineData("hosts", """["10.0.0.1","::1/64",null]""")]
    [InlineData("point", """{"x":1,"y":-2.5}""")]
    [InlineData("line", """{"a":1,"b":-1,"c":0}""")]
    [InlineData("segment", """{"start":{"x":0,"y":0},"end":{"x":1,"y":1}}""")]
    [InlineData("box", """{"high":{"x":1,"y":1},"low":{"x":0,"y":0}}""")]
    [InlineData("path", """{"points":[{"x":0,"y":0},{"x":1,"y":1}],"closed":false}""")]
    [InlineData("polygon", """{"points":[{"x":0,"y":0},{"x":1,"y":0},{"x":1,"y":1}]}""")]
    [InlineData("circle", """{"center":{"x":0,"y":0},"radius":2}""")]
    [InlineData("clock", "\"11:45:00.5+08:00\"")]
    public async Task A_value_is_answered_and_found_in_one_form(string column, string json)
    {
        var text = json[0] == '"' ? json[1..^1] : json;
        var row = $$"""{"{{column}}":{{json}}}""";
        await Get($"/thing/1?fields={column}").ShouldAnswer(200, row);
        await Patch($"/thing/1?fields={column}", row).ShouldAnswer(200, row);
        await Get($"/thing?{column}={Uri.EscapeDataString(text)}&fields={column}").ShouldAnswer(200, $"[{row}]");
        await Get($"/thing?{column}__ne={Uri.EscapeDataString(text)}&fields=id").ShouldAnswer(200, Ids("2"));
        await Get($"/thing?{column}__isnull=true&fields=id").ShouldAnswer(200, Ids("3"));
    }

    [Fact]
    public async Task Figures_in_arrays_are_not_compared()
    {
        const string row = """{"boxes":[{"high":{"x":1,"y":1},"low":{"x":0,"y":0}},null]}""";
        await Patch("/thing/1?fields=boxes", row).ShouldAnswer(200, row);
        await Get("/thing?boxes=[]").ShouldFail(400, "not-applicable");
    }

    [Fact]
    public async Task A_figure_of_the_same_area_is_another_one()
    {
        await Get("/thing?fields=id&box=" + Uri.EscapeDataString("""{"high":{"x":2,"y":0.5},"low":{"x":0,"y":0}}"""))
            .ShouldAnswer(200, "[]");
        await Get("/thing?fields=id&path=" + Uri.EscapeDataString("""{"points":[{"x":5,"y":5},{"x":6,"y":6}],"closed":false}"""))
            .ShouldAnswer(200, "[]");
    }

    [Fact]
    public async Task A_row_value_of_nulls_is_no_null()
    {
        await Patch("/thing/2?fields=spot", """{"spot":{"site":null}}""").ShouldAnswer(200, """{"spot":{"site":null,"room":null}}""");
        await Get("/thing?spot__isnull=true&fields=id").ShouldAnswer(200, Ids("3"));
        await Patch("/thing/2?fields=spot", """{"spot":{"site":"s","room":2}}""").ShouldAnswer(200, """{"spot":{"site":"s","room":2}}""");
        await Get("/thing?spot__gt=" + Uri.EscapeDataString("""{"site":"o","room":0}""") + "&fields=id").ShouldAnswer(200, Ids("2"));
        await Get("/thing?ordering=-spot&fields=id&spot__isnull=false").ShouldAnswer(200, Ids("2,1"));
    }

    [Fact]
    public async Task Ranges_are_written_in_text_too()
    {
        await Get("/thing?open=[1,10)&fields=id").ShouldAnswer(200, Ids("1"));
        await Get("/thing?nothing=empty&fields=id").ShouldAnswer(200, Ids("1"));
        await Patch("/thing/1?fields=open", """{"open":"(0,9]"}""")
            .ShouldAnswer(200, """{"open":{"lower":1,"upper":10,"bounds":"[)"}}""");
    }

    [Theory]
    [InlineData("spot", """{"site":"a","room":"x"}""", "is no integer in \"room\"")]
    [InlineData("spot", """{"site":"a","rom":1}""", "has an unknown member \"rom\"")]
    [InlineData("spots", """[{"room":{}}]""", "is no integer in \"room\"")]
    [InlineData("open", """{"lower":"a","upper":2}""", "is no integer in \"lower\"")]
    [InlineData("closed", """{"lower":"yesterday"}""", "is no timestamp with time zone in \"lower\"")]
    [InlineData("days", """[{"lower":"2024-02-30"}]""", "is no day of the calendar in \"lower\"")]
    [InlineData("labels", """{"a":1}""", "is no string in \"a\"")]
    [InlineData("point", """{"x":1}""", "has no \"y\"")]
    [InlineData("circle", """{"center":{"x":1,"y":"z"},"radius":1}""", "is no number in \"y\" in \"center\"")]
    [InlineData("clock", "\"noon\"", "is no time of day with a zone")]
    public async Task A_bad_part_is_named_with_its_column(string column, string json, string problem)
    {
        var answer = await Patch("/thing/1", $$"""{"{{column}}":{{json}}}""").ShouldFail(400, "bad-value");
        var detail = (string)System.Text.Json.Nodes.JsonNode.Parse(answer.Body)!["detail"]!;
        detail.ShouldContain(problem);
        detail.ShouldContain($": column \"{column}\" is of type ");
    }

    [Theory]
    [InlineData("open", """{"lower":5,"upper":1}""")]
    [InlineData("host", "\"10.0.0.256\"")]
    [InlineData("line", """{"a":0,"b":0,"c":1}""")]
    public async Task What_only_the_database_sees_is_refused_too(string column, string json) =>
        await Patch("/thing/1", $$"""{"{{column}}":{{json}}}""").ShouldFail(400, "bad-value");

    [Theory]
    [InlineData(1, "words", """["a,b","{c}",null,"say \"d\"","\n"]""")]
    [InlineData(2, "words", "[]")]
    [InlineData(1, "grid", "[[1,2],[3,4]]")]
    [InlineData(1, "spot", """{"site":"a,\"b\"","room":null}""")]
    [InlineData(1, "span", """{"lower":"-infinity","upper":"2024-07-19T03:45:00Z","bounds":"[)"}""")]
    [InlineData(2, "span", """{"empty":true}""")]
    [InlineData(1, "spans", """[{"lower":1,"upper":3,"bounds":"[)"}]""")]
    [InlineData(1, "labels", """{"b":null,"a,":"}"}""")]
    [InlineData(2, "labels", "{}")]
    [InlineData(1, "bytes", "\"3q2+7w==\"")]
    [InlineData(2, "bytes", "\"\"")]
    [InlineData(1, "ratios", """["NaN","-Infinity",-0,0.1]""")]
    [InlineData(1, "ratio", "\"-Infinity\"")]
    [InlineData(1, "amount", "\"NaN\"")]
    [InlineData(2, "amount", "\"Infinity\"")]
    [InlineData(1, "day", "\"0044-03-15 BC\"")]
    [InlineData(2, "day", "\"-infinity\"")]
    [InlineData(1, "moment", "\"infinity\"")]
    [InlineData(1, "point", """{"x":"Infinity","y":-2.5}""")]
    [InlineData(1, "pause", "\"P-1Y-2M\"")]
    [InlineData(1, "host", "\"::1/64\"")]
    [InlineData(3, "words", "null")]
    [InlineData(3, "ratio", "null")]
    public async Task A_value_is_one_field_of_CSV_and_in_NDJSON_as_in_JSON(int id, string column, string json)
    {
        var row = $$"""{"{{column}}":{{json}}}""";
        await Get($"/sample/{id}?fields={column}").ShouldAnswer(200, row);
        (await Get($"/sample.ndjson?id={id}&fields={column}")).Body.ShouldBe($"{row}\n");
        var field = json switch
        {
            "null" => "",
            "\"\"" => json,
            ['"', .. var text, '"'] => text,
            _ when json.AsSpan().ContainsAny(",\"") => $"\"{json.Replace("\"", "\"\"", StringComparison.Ordinal)}\"",
            _ => json,
        };
        (await Get($"/sample.csv?id={id}&fields={column}")).Body.ShouldBe($"{column}\r\n{field}\r\n");
    }

    [Fact]
    public async Task A_range_is_a_key()
    {
        var created = await Post("/booking", """{"room":1,"during":{"lower":"2024-01-01","upper":"2024-01-05"}}""")
            .ShouldAnswer(201, """{"room":1,"during":{"lower":"2024-01-01","upper":"2024-01-05","bounds":"[)"}}""");
        await Get(created.Header("Location")!)
            .ShouldAnswer(200, """{"room":1,"during":{"lower":"2024-01-01","upper":"2024-01-05","bounds":"[)"}}""");
        await Get("/booking/1,[2024-01-01%2C2024-01-05)")
            .ShouldAnswer(200, """{"room":1,"during":{"lower":"2024-01-01","upper":"2024-01-05","bounds":"[)"}}""");
        await Post("/booking", """{"room":1,"during":"[2024-01-04,2024-01-06)"}""").ShouldFail(409, "exclusion-violation");
        await Delete(created.Header("Location")!).ShouldAnswerNothing();
    }

    [Fact]
    public async Task An_array_that_is_sent_counts_from_one()
    {
        await Get("/thing/1?fields=bounds").ShouldAnswer(200, """{"bounds":[5,6]}""");
        await Patch("/thing/1?fields=bounds", """{"bounds":[5,6]}""").ShouldAnswer(200, """{"bounds":[5,6]}""");
        ((string?)await ((StructureServer)Server).ScalarAsync("SELECT array_dims(bounds) FROM thing WHERE id = 1", Stop))
            .ShouldBe("[1:2]");
    }

    public sealed class StructureServer() : ScriptServer("""
        CREATE EXTENSION hstore;
        CREATE EXTENSION btree_gist;
        CREATE TYPE spot AS (site text, room int);
        CREATE TYPE priced AS (label text, price money, kind regtype, spot spot);
        CREATE TABLE thing (
            id int PRIMARY KEY, spot spot, spots spot[], priced priced, open int4range, closed tstzrange, nothing numrange,
            days datemultirange, labels hstore, host inet, hosts inet[], point point, line line, segment lseg, box box,
            boxes box[], path path, polygon polygon, circle circle, clock timetz, bounds int[]);
        INSERT INTO thing VALUES
            (1, '(north,7)', '{"(\"a \"\"b\"\"\",)",NULL}', '(x,"$1,000.50",integer,"(,1)")', '[1,10)', '[2024-07-19 03:45+00,)',
             'empty', '{[2024-01-01,2024-02-01),[2024-03-01,)}', 'a=>1,b=>NULL', '10.0.0.1', '{10.0.0.1,::1/64,NULL}',
             '(1,-2.5)', '{1,-1,0}', '[(0,0),(1,1)]', '(1,1),(0,0)', '{(1,1),(0,0);NULL}', '[(0,0),(1,1)]',
             '((0,0),(1,0),(1,1))', '<(0,0),2>', '11:45:00.5+08', '[0:1]={5,6}'),
            (2, '(s,2)', '{}', '(y,2,text,"(s,)")', '[5,6)', '(,)', '[0,1]', '{}', '', '::1', '{}', '(9,9)', '{1,0,9}',
             '[(9,9),(1,1)]', '(9,9),(8,8)', '{}', '((0,0),(1,1))', '((0,0),(9,0),(1,1))', '<(9,9),2>', '00:00Z', '{1}');
        INSERT INTO thing (id) VALUES (3);
        CREATE TABLE sample (
            id int PRIMARY KEY, words text[], grid int[], spot spot, span tstzrange, spans int4multirange, labels hstore, bytes bytea,
            ratios float8[], ratio float8, amount numeric, day date, moment timestamptz, point point, pause interval, host inet);
        INSERT INTO sample VALUES
            (1, ('{"a,b","{c}",NULL,"say \"d\"","' || chr(10) || '"}')::text[], '{{1,2},{3,4}}', ROW('a,"b"', NULL)::spot, '[-infinity,2024-07-19 03:45+00)',
             '{[1,3)}', '"a,"=>"}",b=>NULL', '\xdeadbeef', '{NaN,-Infinity,-0,0.1}', '-Infinity', 'NaN', '0044-03-15 BC', 'infinity',
             '(Infinity,-2.5)', '-14 months', '::1/64'),
            (2, '{}', '{}', '(,)', 'empty', '{}', '', '', '{}', 'Infinity', 'Infinity', '-infinity', '0044-03-15 12:00+00 BC',
             '(0,0)', '0', '10.0.0.1');
        INSERT INTO sample (id) VALUES (3);
        CREATE TABLE booking (
            room int, during daterange, PRIMARY KEY (room, during), EXCLUDE USING gist (room WITH =, during WITH &&));
        """);
}
