using System.Text;

namespace Relata.Conformance;

/// <summary>
/// What is refused, with which status and which words; and what callers are told about where and why.
/// </summary>
public abstract class FailureSpec(ConformanceServer server) : Specification(server)
{
    private const string NoJson = "The body is no JSON, nests deeper than 64 levels, or names a key twice.";

    [Fact]
    public async Task Unknown_tables_and_paths_are_404()
    {
        await Get("/persn")
            .ShouldFail(404, "unknown-table", "There is no table \"persn\".", "Did you mean \"person\"?", "path 1 5");
        await Get("/PERSON")
            .ShouldFail(404, "unknown-table", "There is no table \"PERSON\".", "Did you mean \"person\"?", "path 1 6");
        await Get("/zebra/1").ShouldFail(404, "unknown-table", "There is no table \"zebra\".", null, "path 1 5");
        await Post("/persn", "{}")
            .ShouldFail(404, "unknown-table", "There is no table \"persn\".", "Did you mean \"person\"?", "path 1 5");
        await Get("/")
            .ShouldFail(404, "route-not-found", "This path names no table.", "/__schema lists the tables.", "path 0 1");
        await Get("/person/1/name").ShouldFail(404, "route-not-found",
            "A path has a table and at most one key.", "/__schema lists the tables.", "path 0 14");
        await Get("/person/99").ShouldFail(404, "row-not-found", "There is no such row.");
        await Get("/crew/2,1").ShouldFail(404, "row-not-found", "There is no such row.");
    }

    [Fact]
    public async Task Unknown_columns_lookups_and_options_are_400_with_a_hint()
    {
        await Get("/person?nam=Ada").ShouldFail(400, "unknown-column",
            "\"person\" has no column \"nam\".", "Did you mean \"name\"?", "query 0 3");
        await Get("/person?id=1&nam__gt=Ada").ShouldFail(400, "unknown-column",
            "\"person\" has no column \"nam\".", "Did you mean \"name\"?", "query 5 3");
        await Get("/person?zebra=1")
            .ShouldFail(400, "unknown-column", "\"person\" has no column \"zebra\".", null, "query 0 5");
        await Get("/person?name__contain=A").ShouldFail(400, "unknown-option",
            "There is no lookup \"contain\".", "Did you mean \"contains\"?", "query 6 7");
        await Get("/person?fields=name,nam").ShouldFail(400, "unknown-column",
            "\"person\" has no column \"nam\".", "Did you mean \"name\"?", "query 7 8");
        await Get("/person?fields=name,name").ShouldFail(400, "malformed-syntax",
            "The column \"name\" is asked for twice.", null, "query 7 9");
        await Get("/person?resolution=merge").ShouldFail(400, "unknown-option",
            "The option \"resolution\" means nothing here.",
            "Known here: limit, offset, page, page_size, cursor, order_by, order, ordering, fields, depth, count, "
            + "envelope, group_by, aggregates, having, distinct.",
            "query 0 10");
        await Get("/person/1?name=Ada").ShouldFail(400, "unknown-option",
            "\"name\" means nothing here.", "Known here: fields, depth, envelope.", "query 0 4");
        await Get("/person/1?field=name").ShouldFail(400, "unknown-option",
            "\"field\" means nothing here.", "Did you mean \"fields\"?", "query 0 5");
    }

    [Theory]
    [InlineData("small=x", "\"x\" is no integer", "small", "smallint", 6, 1)]
    [InlineData("small=1.5", "\"1.5\" is no integer", "small", "smallint", 6, 3)]
    [InlineData("small=", "\"\" is no integer", "small", "smallint", 6, 0)]
    [InlineData("small__in=1,x", "\"x\" is no integer", "small", "smallint", 10, 3)]
    [InlineData("large__gt=0x10", "\"0x10\" is no integer", "large", "bigint", 10, 4)]
    [InlineData("price=ten", "\"ten\" is no number", "price", "numeric(12,2)", 6, 3)]
    [InlineData("price=1,5", "\"1,5\" is no number", "price", "numeric(12,2)", 6, 3)]
    [InlineData("ratio=1e", "\"1e\" is no number", "ratio", "double precision", 6, 2)]
    [InlineData("flag=maybe", "\"maybe\" is no boolean", "flag", "boolean", 5, 5)]
    [InlineData("token=123", "\"123\" is no uuid", "token", "uuid", 6, 3)]
    [InlineData("day=19.07.2024", "\"19.07.2024\" is no date", "day", "date", 4, 10)]
    [InlineData("day=2023-02-29", "\"2023-02-29\" is no day of the calendar", "day", "date", 4, 10)]
    [InlineData("clock=25:00", "\"25:00\" is no time of day", "clock", "time without time zone", 6, 5)]
    [InlineData("moment=today", "\"today\" is no timestamp", "moment", "timestamp without time zone", 7, 5)]
    [InlineData("instant=now", "\"now\" is no timestamp with time zone", "instant", "timestamp with time zone", 8, 3)]
    [InlineData("note=%00", "\"\0\" holds a NUL character", "note", "text", 5, 3)]
    public Task Text_that_is_no_value_of_the_type_is_400(
        string filter, string problem, string column, string type, int offset, int length) =>
        Get($"/specimen?{filter}").ShouldFail(400, "bad-value",
            $"The value {problem}: column \"{column}\" is of type {Server.TypeName(type)}.", null, $"query {offset} {length}");

    [Fact]
    public async Task Keys_that_are_none_are_400()
    {
        await Get("/person/x").ShouldFail(400, "bad-value",
            "The value \"x\" is no integer: column \"id\" is of type integer.", null, "path 8 1");
        await Get("/crew/1,x").ShouldFail(400, "bad-value",
            "The value \"x\" is no integer: column \"person_id\" is of type integer.", null, "path 8 1");
        await Get("/crew/1").ShouldFail(400, "bad-value",
            "The key of \"crew\" has 2 parts (voyage_id,person_id), not 1.", null, "path 6 1");
        await Get("/person/1,2")
            .ShouldFail(400, "bad-value", "The key of \"person\" has 1 parts (id), not 2.", null, "path 8 3");
    }

    [Fact]
    public async Task Lookups_that_do_not_apply_are_400()
    {
        await Get("/person?id__contains=1").ShouldFail(400, "not-applicable",
            "\"id\" is of type integer; a text lookup needs a text column.", null, "query 0 2");
        await Get("/person?name__istrue").ShouldFail(400, "not-applicable",
            "\"name\" is of type text; istrue needs a boolean column.", null, "query 0 4");
        await Get("/specimen?document={}").ShouldFail(400, "not-applicable",
            "\"document\" is of type json; a comparison needs any column but a JSON one.", null, "query 9 2");
        await Get("/person?id__range=1").ShouldFail(400, "bad-value",
            "A range has two values with a comma between them.", null, "query 10 1");
        await Get("/person?name__isnull=maybe").ShouldFail(400, "bad-value",
            "The value of this lookup is true or false.", null, "query 13 5");
        await Get("/person?name__like=a%25\\").ShouldFail(400, "bad-value",
            "The pattern ends in a backslash that escapes nothing.", "Write two backslashes to match one.",
            "query 11 5");
        await Get("/person?name__regex=(").ShouldFail(400, "bad-value");
    }

    [Fact]
    public async Task Percent_signs_that_encode_nothing_are_400()
    {
        await Get("/person?name=100%").ShouldFail(400, "malformed-syntax",
            "A percent sign is followed by no two hexadecimal digits.", "Write %25 for a percent sign.", "query 5 4");
        await Get("/person?name=%zz").ShouldFail(400, "malformed-syntax");
        await Get("/person?name=%ff").ShouldFail(400, "malformed-syntax", "The text is no UTF-8.", null, "query 5 3");
        await Get("/person?%c0%af=1").ShouldFail(400, "malformed-syntax", "The text is no UTF-8.", null, "query 0 6");
        await Get("/person/%ed%a0%80").ShouldFail(400, "malformed-syntax", "The text is no UTF-8.", null, "path 8 9");
        await Get("/%ff").ShouldFail(400, "malformed-syntax", "The text is no UTF-8.", null, "path 1 3");
    }

    [Fact]
    public async Task More_than_the_limits_allow_is_400()
    {
        var many = string.Join('&', Enumerable.Range(1, 201).Select(id => $"id={id}"));
        await Get($"/person?{many}").ShouldFail(400, "limit-exceeded", "The request has more than 200 conditions.");
        await Post("/place", $"[{string.Join(',', Enumerable.Repeat("{}", 10_001))}]")
            .ShouldFail(400, "limit-exceeded", "The request has more than 10000 rows to insert.");
    }

    [Theory]
    [InlineData("""{"title":"x","amount":"many"}""", "The value \"many\" is no integer: column \"amount\" is of type integer.")]
    [InlineData("""{"title":"x","amount":true}""", "The value true is no integer: column \"amount\" is of type integer.")]
    [InlineData("""{"title":"x","amount":[1]}""", "The value [1] is no integer: column \"amount\" is of type integer.")]
    [InlineData("""{"title":5}""", "The value 5 is no string: column \"title\" is of type text.")]
    [InlineData("""{"title":{"a":1}}""", "The value {\"a\":1} is no string: column \"title\" is of type text.")]
    [InlineData("""{"title":"\u0000"}""", "The value \"\0\" holds a NUL character: column \"title\" is of type text.")]
    [InlineData("""{"title":"\ud800"}""", "The value \"\\ud800\" holds half of a surrogate pair: column \"title\" is of type text.")]
    public Task Values_of_another_type_are_400(string body, string detail) =>
        Post("/draft", body).ShouldFail(400, "bad-value", detail);

    [Theory]
    [InlineData("""{"title":"x","small":32768}""")]
    [InlineData("""{"title":"x","small":-32769}""")]
    [InlineData("""{"title":"x","small":"99999999999999999999"}""")]
    [InlineData("""{"title":"x","amount":9223372036854775808}""")]
    [InlineData("""{"title":"x","price":1000000}""")]
    [InlineData("""{"title":"x","price":999999.995}""")]
    [InlineData("""{"title":"x","price":1e400}""")]
    [InlineData("""{"title":"x","label":"elevenchars"}""")]
    [InlineData("""{"title":"x","label":"日本日本日本日本日本日"}""")]
    public Task Values_that_do_not_fit_are_422(string body) =>
        Post("/draft", body).ShouldFail(422, "value-out-of-range");

    [Theory]
    [InlineData("POST", "/draft", """{"id":1,"title":"x"}""", 409, "unique-violation")]
    [InlineData("POST", "/draft", """{"title":"x","code":"R"}""", 409, "unique-violation")]
    [InlineData("PATCH", "/draft/2", """{"code":"R"}""", 409, "unique-violation")]
    [InlineData("POST", "/draft", """{"title":"x","parent_id":99}""", 409, "foreign-key-violation")]
    [InlineData("PATCH", "/draft/2", """{"parent_id":99}""", 409, "foreign-key-violation")]
    [InlineData("POST", "/shift", """{"voyage_id":3,"person_id":3,"number":1}""", 409, "foreign-key-violation")]
    [InlineData("POST", "/draft", "{}", 422, "not-null-violation")]
    [InlineData("POST", "/draft", """{"title":null}""", 422, "not-null-violation")]
    [InlineData("POST", "/draft", """{"title":"x","amount":-1}""", 422, "check-violation")]
    [InlineData("PATCH", "/voyage/1", """{"distance":-1}""", 422, "check-violation")]
    public Task What_a_constraint_refuses_is_409_or_422(
        string method, string target, string body, int status, string code) =>
        Send(method, target, body).ShouldFail(status, code);

    [Fact]
    public async Task Bodies_that_cannot_be_read_are_400()
    {
        await Send("POST", "/draft").ShouldFail(400, "malformed-body", "The body is missing.");
        await Post("/draft", "").ShouldFail(400, "malformed-body", "The body is missing.");
        await Post("/draft", "{").ShouldFail(400, "malformed-body", $"{NoJson} It goes wrong in line 1, at byte 2.");
        await Post("/draft", "{\n\"a\":1,}")
            .ShouldFail(400, "malformed-body", $"{NoJson} It goes wrong in line 2, at byte 7.");
        await Post("/draft", "{} {}").ShouldFail(400, "malformed-body");
        await Post("/draft", "{'a':1}").ShouldFail(400, "malformed-body");
        await Post("/draft", """{"a":1,"a":2}""").ShouldFail(400, "malformed-body", NoJson);
        await Post("/draft", """{"title":"x","t\u0069tle":"y"}""").ShouldFail(400, "malformed-body", NoJson);
        await Post("/draft", """{"\ud800":1}""").ShouldFail(400, "malformed-body");
        await Post("/draft", $"{new string('[', 65)}{new string(']', 65)}").ShouldFail(400, "malformed-body");
        await Send("POST", "/draft", [(byte)'"', 0xff, (byte)'"'])
            .ShouldFail(400, "malformed-body", "The body is no UTF-8.");
        await Post("/draft", "7")
            .ShouldFail(400, "malformed-body", "The body is neither an object nor an array of objects.");
        await Post("/draft", "[[]]").ShouldFail(400, "malformed-body", "A row is an object.");
        await Patch("/draft/1", "[]").ShouldFail(400, "malformed-body", "A row is an object.");
        await Put("/draft/1", "null").ShouldFail(400, "malformed-body", "A row is an object.");
    }

    [Theory]
    [InlineData("PUT", "/person", "GET, HEAD, OPTIONS, QUERY, POST, PATCH, DELETE")]
    [InlineData("POST", "/person/1", "GET, HEAD, OPTIONS, PUT, PATCH, DELETE")]
    [InlineData("BREW", "/person", "GET, HEAD, OPTIONS, QUERY, POST, PATCH, DELETE")]
    [InlineData("QUERY", "/person/1", "GET, HEAD, OPTIONS, PUT, PATCH, DELETE")]
    [InlineData("POST", "/active_person", "GET, HEAD, OPTIONS, QUERY")]
    [InlineData("PATCH", "/active_person?id=1", "GET, HEAD, OPTIONS, QUERY")]
    [InlineData("DELETE", "/active_person?id=1", "GET, HEAD, OPTIONS, QUERY")]
    public async Task Methods_that_are_not_possible_are_405_and_say_what_is(string method, string target, string allow)
    {
        var type = method == "QUERY" ? "application/x-www-form-urlencoded" : "application/json";
        var answer = await Send(method, target, "{}"u8.ToArray(), type);
        answer.Header("Allow").ShouldBe(allow);
        await Task.FromResult(answer).ShouldFail(405, "method-not-allowed",
            $"{method} is not possible here.", $"Possible: {allow}.");
    }

    [Theory]
    [InlineData("GET", "/log_entry/1", "log_entry", 11)]
    [InlineData("DELETE", "/log_entry/1", "log_entry", 11)]
    [InlineData("GET", "/active_person/1", "active_person", 15)]
    public async Task Rows_without_a_key_cannot_be_named(string method, string target, string table, int offset)
    {
        var answer = await Send(method, target).ShouldFail(405, "method-not-allowed",
            $"\"{table}\" has no primary key, so its rows cannot be named one by one.", null, $"path {offset} 1");
        answer.Header("Allow").ShouldBe("OPTIONS");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=latin1")]
    public Task Bodies_of_another_media_type_are_415(string type) =>
        Send("POST", "/draft", """{"title":"x"}""", type).ShouldFail(415, "unsupported-media-type",
            "Bodies are application/json in UTF-8.", "Send the header Content-Type: application/json.");

    [Theory]
    [InlineData("application/json; charset=UTF-8")]
    [InlineData("application/merge-patch+json")]
    [InlineData(null)]
    public Task Bodies_of_a_JSON_media_type_are_read(string? type) =>
        Send("PATCH", "/draft/1?fields=state", """{"state":"old"}""", type).ShouldAnswer(200, """{"state":"old"}""");

    [Fact]
    public async Task A_body_in_chunks_may_be_as_large_as_any_other()
    {
        var client = (await Server.ProcessAsync(Stop)).Client;
        var body = Encoding.ASCII.GetBytes("""{"state":"old"}""".PadRight(10 * 1024 * 1024));
        using var request = new HttpRequestMessage(
            HttpMethod.Patch, new Uri("/draft/1?fields=state", UriKind.Relative)) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.TransferEncodingChunked = true;
        using var answer = await client.SendAsync(request, Stop);
        await Answer.FromAsync(answer, Stop).ShouldAnswer(200, """{"state":"old"}""");
    }

    [Fact]
    public async Task Bodies_that_are_too_large_are_413()
    {
        var title = Encoding.UTF8.GetBytes($$"""{"title":"{{new string('x', 10 * 1024 * 1024)}}"}""");
        await Send("POST", "/draft", title, expectContinue: true)
            .ShouldFail(413, "body-too-large", "The body is larger than this server reads.");
    }
}
