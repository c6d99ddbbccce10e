namespace Relata.Conformance;

/// <summary>Rows as JSON, NDJSON or CSV: how callers ask for a format, and how each looks.</summary>
public abstract class FormatSpec(ConformanceServer server) : Specification(server)
{
    private const string Json = "application/json";
    private const string NdJson = "application/x-ndjson";
    private const string Csv = "text/csv; charset=utf-8";

    [Theory]
    [InlineData(null, Json)]
    [InlineData("", Json)]
    [InlineData("*/*", Json)]
    [InlineData("application/json", Json)]
    [InlineData("APPLICATION/JSON; charset=utf-8", Json)]
    [InlineData("application/*", Json)]
    [InlineData("text/html, */*;q=0.1", Json)]
    [InlineData("application/x-ndjson", NdJson)]
    [InlineData("Application/X-NDJSON", NdJson)]
    [InlineData("text/csv", Csv)]
    [InlineData("text/csv; header=present", Csv)]
    [InlineData("text/*", Csv)]
    [InlineData("application/xml, text/*", Csv)]
    [InlineData("text/csv, application/json", Csv)]
    [InlineData("application/json, text/csv", Json)]
    [InlineData("application/json;q=0.5, text/csv", Csv)]
    [InlineData("application/json;q=0.9, text/csv;q=0.8", Json)]
    [InlineData("text/csv, */*", Csv)]
    [InlineData("*/*, text/csv", Csv)]
    [InlineData("text/csv;q=0.1, */*;q=0.2", Json)]
    [InlineData("application/*, application/x-ndjson;q=0.9", Json)]
    [InlineData("application/json;q=0, */*", NdJson)]
    [InlineData("application/json;q=0, application/x-ndjson;q=0, */*", Csv)]
    [InlineData("text/csv;q=1.0, text/csv;q=0", Csv)]
    [InlineData("nonsense", Json)]
    public async Task Answers_what_is_accepted_best(string? accept, string type)
    {
        var answer = await Send("GET", "/place?limit=1", accept: accept);
        answer.Status.ShouldBe(200, answer.Body);
        answer.Header("Content-Type").ShouldBe(type);
        answer.Body.ShouldBe(type switch
        {
            Csv => "id,name\r\n1,Aden\r\n",
            NdJson => "{\"id\":1,\"name\":\"Aden\"}\n",
            _ => """[{"id":1,"name":"Aden"}]""",
        });
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/xml, text/html;level=1")]
    [InlineData("application/json;q=0")]
    [InlineData("text/csv;q=0.0, image/*")]
    [InlineData("application/json;q=0, text/csv;q=0, application/x-ndjson;q=0, */*")]
    [InlineData("application/vnd.api+json")]
    public async Task Refuses_what_is_not_offered_and_names_what_is(string accept)
    {
        const string offer = "Answers are application/json, application/x-ndjson, text/csv.";
        await Send("GET", "/place", accept: accept).ShouldFail(406, "not-acceptable", offer);
        await Send("GET", "/place/1", accept: accept).ShouldFail(406, "not-acceptable", offer);
        await Send("PATCH", "/place/1", """{"name":"changed"}""", accept: accept).ShouldFail(406, "not-acceptable", offer);
        await Get("/place/1?fields=name").ShouldAnswer(200, """{"name":"Aden"}""");
    }

    [Theory]
    [InlineData("/place.csv?limit=1", Csv, "id,name\r\n1,Aden\r\n")]
    [InlineData("/place.ndjson?limit=1", NdJson, "{\"id\":1,\"name\":\"Aden\"}\n")]
    [InlineData("/place.json?limit=1", Json, """[{"id":1,"name":"Aden"}]""")]
    [InlineData("/place/1.csv", Csv, "id,name\r\n1,Aden\r\n")]
    [InlineData("/place/1.ndjson", NdJson, "{\"id\":1,\"name\":\"Aden\"}\n")]
    [InlineData("/place/1.json", Json, """{"id":1,"name":"Aden"}""")]
    [InlineData("/crew/1,2.csv?fields=role", Csv, "role\r\ncook\r\n")]
    [InlineData("/log-entry.csv?message__isnull", Csv, "happened,message\r\n2024-01-02T00:00:00,\r\n")]
    public async Task Answers_the_format_of_a_suffix_whatever_is_accepted(string target, string type, string body)
    {
        foreach (var accept in new[] { null, "application/json", "text/csv", "text/html" })
        {
            var answer = await Send("GET", target, accept: accept);
            answer.Status.ShouldBe(200, answer.Body);
            answer.Header("Content-Type").ShouldBe(type);
            answer.Body.ShouldBe(body);
        }
    }

    [Fact]
    public async Task Finds_names_and_keys_with_dots_first()
    {
        await Get("/dot.ted?limit=0").ShouldAnswer(200, "[]");
        await Get("/dot.ted.json?limit=0").ShouldAnswer(200, "[]");
        await Get("/shelf/a,b.json").ShouldFail(404, "row-not-found");
        await Get("/place.xml").ShouldFail(404, "unknown-table", "There is no table \"place.xml\".",
            "The formats of \"place\" are .json, .ndjson, .csv.", "path 1 9");
        await Get("/place/1.xml").ShouldFail(400, "bad-value");
    }

    [Fact]
    public async Task Writes_values_of_every_type_as_CSV()
    {
        var answer = await Get("/specimen.csv?id__lte=5&order_by=id");
        answer.Status.ShouldBe(200);
        answer.Body.Split("\r\n").ShouldBe(
        [
            "id,flag,small,whole,large,price,ratio,single,note,code,token,day,clock,moment,instant,document,payload",
            "1,true,12,34567,8901234567,10.00,0.1,1.5,plain,abc,00112233-4455-6677-8899-aabbccddeeff,2024-07-19,11:45:00.5,2024-07-19T11:45:00.5,2024-07-19T03:45:00.5Z,\"{\"\"a\"\":[1,2.50,null],\"\"ü\"\":\"\"\\\"\"x\\\"\"\"\"}\",SGVsbG8=",
            Server.Seeded("2,false,32767,2147483647,9223372036854775807,9999999999.99,1e+300,16777216,\"quote \"\" backslash \\ tab\tend\",ABCDEFGH,ffffffff-ffff-ffff-ffff-ffffffffffff,9999-12-31,23:59:59.999999,9999-12-31T23:59:59.999999,9999-12-31T23:59:59.999999Z,[],\"\""),
            Server.Seeded("3,false,-32768,-2147483648,-9223372036854775808,-0.01,-2.5e-07,-0.25,\"\",\"\",00000000-0000-0000-0000-000000000000,0001-01-01,00:00:00,0001-01-01T00:00:00,0001-01-01T00:00:00Z,\"\"\"text\"\"\",fg=="),
            "4,,,,,,,,,,,,,,,,",
            "5,true,0,0,0,0.00,0,0,Grüße 👋🏽 مرحبا é,日本,a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11,2000-02-29,12:00:00,2000-02-29T12:00:00,2000-02-29T12:00:00.000001Z,true,SGk=",
            "",
        ]);
    }

    [Fact]
    public async Task Writes_related_rows_into_one_CSV_field()
    {
        var answer = await Get("/voyage.csv?depth=2&fields=id&id=3");
        answer.Body.ShouldStartWith(
            "id,captain_id_object,destination_id_object,origin_id_object,referenced_by_crew_voyage_id_objects,person\r\n"
            + "3,\"{\"\"id\"\":4,");
        answer.Body.ShouldEndWith("}\",,\"{\"\"id\"\":3,\"\"name\"\":\"\"Cádiz\"\"}\",[],[]\r\n");
    }

    [Fact]
    public async Task Counts_beside_every_format()
    {
        foreach (var suffix in new[] { "json", "ndjson", "csv" })
        {
            var answer = await Get($"/person.{suffix}?count=exact&limit=2");
            answer.Header("X-Total-Count").ShouldBe("6");
            answer.Header("Content-Range").ShouldBe("items 0-1/6");
        }
    }

    [Fact]
    public async Task Answers_writes_in_the_format_asked_for()
    {
        var created = await Send("POST", "/draft.csv?fields=title,state", """{"title":"a,b"}""");
        (created.Status, created.Body).ShouldBe((201, "title,state\r\n\"a,b\",new\r\n"));
        var location = created.Header("Location").ShouldNotBeNull();
        location.ShouldStartWith("/draft/");

        var patched = await Send("PATCH", $"{location}?fields=state", """{"state":"old"}""", accept: "text/csv");
        (patched.Status, patched.Header("Content-Type"), patched.Body).ShouldBe((200, Csv, "state\r\nold\r\n"));
        var several = await Send(
            "POST", "/draft?fields=title", """[{"title":"x"},{"title":"y","amount":1}]""", accept: "application/x-ndjson");
        (several.Status, several.Body).ShouldBe((201, "{\"title\":\"x\"}\n{\"title\":\"y\"}\n"));
        await Delete($"{location}.csv").ShouldAnswerNothing();
    }

    [Fact]
    public async Task Answers_no_as_a_problem_in_every_format()
    {
        await Get("/place/99.csv").ShouldFail(404, "row-not-found", "There is no such row.");
        await Send("GET", "/place?nam=1", accept: "text/csv").ShouldFail(400, "unknown-column");
    }
}
