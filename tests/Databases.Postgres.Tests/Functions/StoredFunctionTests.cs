using System.Globalization;
using System.Text;
using Relata.Conformance;
using Relata.Support;

namespace Relata.Databases.Postgres.Tests.Functions;

/// <summary>Functions of PostgreSQL as endpoints: one JSON value in, one out.</summary>
public sealed class StoredFunctionTests(StoredFunctionServer server)
    : Specification(server), IClassFixture<StoredFunctionServer>
{
    private const string Broken = "What the function \"echo\" answered cannot be sent: ";

    [Theory]
    [InlineData("", "{}")]
    [InlineData("?user=joe", """{"user":"joe"}""")]
    [InlineData("?user=joe&id=1&id=2", """{"user":"joe","id":["1","2"]}""")]
    [InlineData("?id=1&user=joe&id=2", """{"id":["1","2"],"user":"joe"}""")]
    [InlineData("?a=%3C%26%22\\&b=%C3%BC+%2B&c", """{"a":"<&\"\\","b":"ü +","c":""}""")]
    [InlineData("?style=arrays&user=joe&id=1&id=2", """{"user":["joe"],"id":["1","2"]}""")]
    [InlineData("?style=bold", """{"style":"bold"}""")]
    [InlineData("?http_status_code=404", """{"http_status_code":"404"}""")]
    public async Task A_query_string_becomes_an_object(string query, string asked) =>
        (await Get("/fn/body" + query)).Body.ShouldBe(
            $$"""{"asked" : {{asked}}, "n" : 1, "text" : ";"}""");

    [Theory]
    [InlineData("%")]
    [InlineData("a=%ff")]
    public Task A_malformed_query_string_is_refused(string query) =>
        Get("/fn/body?" + query).ShouldFail(400, "malformed-syntax");

    [Theory]
    [InlineData("GET", "/fn/whole?a=1", null, """{"asked" : {"a":"1"}}""")]
    [InlineData("POST", "/fn/whole", """{"a": 1}""", """{"asked": {"a": 1}}""")]
    [InlineData("PUT", "/fn/whole", "[true, null]", """{"asked" : [true, null]}""")]
    [InlineData("POST", "/fn/body", " \"ü\" ", """{"asked" :  "ü" }""")]
    [InlineData("GET", "/fn/order", null, """{"reserved" : "word"}""")]
    public async Task A_whole_function_or_a_body_answers(string method, string target, string? body, string expected)
    {
        var answer = await Send(method, target, body);
        (answer.Status, answer.Body, answer.Header("Content-Type")).ShouldBe((200, expected, "application/json"));
    }

    [Theory]
    [InlineData("""{"result":{"a":1}}""")]
    [InlineData("""{"results":[1,2,{"http_status_code":404}],"x":null}""")]
    [InlineData("{}")]
    [InlineData("{ }")]
    public async Task The_rest_of_the_answer_passes_through(string body) =>
        (await Post("/fn/echo", body)).Body.ShouldBe(body);

    [Theory]
    [InlineData("""{"http_status_code":404,"error":"no such thing"}""", 404, """{"error":"no such thing"}""")]
    [InlineData("""{"a":[{"b":1}], "http_status_code" : 201 , "c":2}""", 201, """{"a":[{"b":1}],"c":2}""")]
    [InlineData("""{"http_status_code":599.0}""", 599, "{}")]
    [InlineData("""{"\u0068ttp_status_code":202}""", 202, "{}")]
    [InlineData("""{"http_status_code":204,"a":1}""", 204, "")]
    [InlineData("""{"http_status_code":304}""", 304, "")]
    public async Task The_status_is_that_of_the_answer(string body, int status, string expected)
    {
        var answer = await Post("/fn/echo", body);
        (answer.Status, answer.Body).ShouldBe((status, expected));
    }

    [Theory]
    [InlineData("\"200\"", "http_status_code is no number")]
    [InlineData("null", "http_status_code is no number")]
    [InlineData("999", "http_status_code is no whole number from 200 to 599")]
    [InlineData("100", "http_status_code is no whole number from 200 to 599")]
    [InlineData("-200", "http_status_code is no whole number from 200 to 599")]
    [InlineData("200.5", "http_status_code is no whole number from 200 to 599")]
    [InlineData("1e99", "http_status_code is no whole number from 200 to 599")]
    public Task A_status_that_is_none_is_a_fault_of_the_function(string status, string why) =>
        Post("/fn/echo", $$"""{"http_status_code":{{status}}}""").ShouldFail(500, "function-failed", $"{Broken}{why}.");

    [Fact]
    public async Task Headers_are_those_of_the_answer()
    {
        var answer = await Post("/fn/echo", """
            {"http_headers":{"X-Text":"a b","x-number":10,"X-Truth":true,"Location":"/fn/whole"},"http_status_code":201}
            """);
        (answer.Status, answer.Body, answer.Header("X-Text"), answer.Header("X-Number"), answer.Header("X-Truth"),
            answer.Header("Location")).ShouldBe((201, "{}", "a b", "10", "true", "/fn/whole"));
    }

    [Fact]
    public async Task What_an_answer_depends_on_is_added_up()
    {
        var before = (await Post("/fn/echo", "{}")).Header("Vary");
        var answer = await Post("/fn/echo", """{"http_headers":{"vary":"X-Who"}}""");
        answer.Header("Vary").ShouldBe($"{before}, X-Who");
    }

    [Fact]
    public async Task The_media_type_can_be_another()
    {
        var answer = await Post("/fn/echo", """{"http_headers":{"content-type":"application/ld+json"},"a":1}""");
        (answer.Header("Content-Type"), answer.Body).ShouldBe(("application/ld+json", """{"a":1}"""));
    }

    [Theory]
    [InlineData("""{"X-A":""}""", "the header X-A has a value that is none of HTTP")]
    [InlineData("""{"X-A":" a"}""", "the header X-A has a value that is none of HTTP")]
    [InlineData("""{"X-A":"a "}""", "the header X-A has a value that is none of HTTP")]
    [InlineData("""{"Content-Type":""}""", "the header Content-Type has a value that is none of HTTP")]
    [InlineData("""{"date":"today"}""", "the header date is the server's to set")]
    [InlineData("""{"Server":"mine"}""", "the header Server is the server's to set")]
    [InlineData("[]", "http_headers is no object")]
    [InlineData("null", "http_headers is no object")]
    [InlineData("""{"X-A":"a\r\nSet-Cookie: b"}""", "the header X-A has a value that is none of HTTP")]
    [InlineData("""{"X-A":"a\u0000"}""", "the header X-A has a value that is none of HTTP")]
    [InlineData("""{"X-A":"ü"}""", "the header X-A has a value that is none of HTTP")]
    [InlineData("""{"X-A":["a"]}""", "the header X-A is no text")]
    [InlineData("""{"X-A":null}""", "the header X-A is no text")]
    [InlineData("""{"X A":"a"}""", "http_headers has a name that is none of HTTP")]
    [InlineData("""{"X-A\r\nX-B":"a"}""", "http_headers has a name that is none of HTTP")]
    [InlineData("""{"":"a"}""", "http_headers has a name that is none of HTTP")]
    [InlineData("""{"content-length":"1"}""", "the header content-length is the server's to set")]
    [InlineData("""{"Transfer-Encoding":"chunked"}""", "the header Transfer-Encoding is the server's to set")]
    [InlineData("""{"X-A":"a","x-a":"b"}""", "the header x-a is there twice")]
    public Task Headers_that_are_none_are_a_fault_of_the_function(string headers, string why) =>
        Post("/fn/echo", $$"""{"http_headers":{{headers}}}""").ShouldFail(500, "function-failed", $"{Broken}{why}.");

    [Theory]
    [InlineData("[1]", "it is no JSON object")]
    [InlineData("\"text\"", "it is no JSON object")]
    [InlineData("1", "it is no JSON object")]
    [InlineData("null", "it is no JSON object")]
    public Task An_answer_that_is_no_object_is_a_fault_of_the_function(string body, string why) =>
        Post("/fn/echo", body).ShouldFail(500, "function-failed", $"{Broken}{why}.");

    [Fact]
    public Task An_answer_that_is_NULL_is_a_fault_of_the_function() => Post("/fn/nothing", "{}").ShouldFail(
        500, "function-failed", "What the function \"nothing\" answered cannot be sent: it is NULL.");

    [Fact]
    public async Task Rows_are_sent_while_they_are_read()
    {
        await using var holder = Server.Connect();
        await holder.OpenAsync(Stop);
        await using var held = holder.CreateCommand();
        held.CommandText = "SELECT pg_advisory_lock(4711)";
        await held.ExecuteNonQueryAsync(Stop);

        var client = (await Server.ProcessAsync(Stop)).Client;
        using var answer = await client.GetAsync(
            new Uri("/fn/held", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Stop);
        await using var body = await answer.Content.ReadAsStreamAsync(Stop);
        var first = new byte["[{\"n\":1,".Length];
        await body.ReadExactlyAsync(first, Stop);
        Encoding.UTF8.GetString(first).ShouldBe("[{\"n\":1,");

        held.CommandText = "SELECT pg_advisory_unlock(4711)";
        await held.ExecuteNonQueryAsync(Stop);
        using var rest = new StreamReader(body);
        (await rest.ReadToEndAsync(Stop)).ShouldEndWith("{\"n\":20000,\"held\":\"\"}]");
    }

    [Fact]
    public async Task A_fault_of_a_function_is_logged_with_its_name()
    {
        await Post("/fn/echo", "\"logged\"");
        var process = await Server.ProcessAsync(Stop);
        await Poll.UntilAsync(() => process.Output.Contains(@"What the function \u0022echo\u0022 answered", StringComparison.Ordinal), stop: Stop);
    }

    [Fact]
    public Task A_format_that_is_no_JSON_is_refused() =>
        Send("POST", "/fn/echo", "{}", accept: "text/csv").ShouldFail(406, "not-acceptable");

    [Theory]
    [InlineData("PT404", 404, "raised")]
    [InlineData("PT599", 599, "raised")]
    [InlineData("PT399", 422, "database-refused")]
    [InlineData("P0001", 422, "database-refused")]
    [InlineData("23505", 409, "unique-violation")]
    [InlineData("22023", 400, "bad-value")]
    [InlineData("42501", 403, "forbidden")]
    [InlineData("55000", 422, "database-refused")]
    [InlineData("0A000", 422, "database-refused")]
    [InlineData("42P01", 422, "database-refused")]
    [InlineData("42883", 422, "database-refused")]
    [InlineData("428C9", 422, "database-refused")]
    [InlineData("XX000", 422, "database-refused")]
    public Task What_a_function_raises_has_a_status_by_its_code(string code, int status, string name) =>
        Post("/fn/raise", $$"""{"code":"{{code}}"}""").ShouldFail(status, name, $"Not so: {code}", "Try again.");

    [Theory]
    [InlineData("55000")]
    [InlineData("42883")]
    [InlineData("42P01")]
    public async Task What_a_function_raises_is_raised_once(string code)
    {
        var before = await Count();
        await Post("/fn/count", $$"""{"code":"{{code}}"}""").ShouldFail(422, "database-refused", "Counted.");
        (await Count() - before).ShouldBe(2);

        // A sequence keeps what a failed transaction took from it.
        async Task<int> Count() => int.Parse((await Post("/fn/count", "{}")).Header("X-Count")!, CultureInfo.InvariantCulture);
    }

    [Theory]
    [InlineData("SELECT * FROM no_such_table")]
    [InlineData("SELECT no_such_function(1)")]
    [InlineData("SELEKT 1")]
    public Task A_fault_inside_a_function_shows_nothing_of_it(string sql) =>
        Post("/fn/fault", $$"""{"sql":"{{sql}}"}""").ShouldFail(
            500, "function-failed", "The function \"fault\" failed; the operator finds the reason in the log.");

    [Theory]
    [InlineData("GET", null)]
    [InlineData("POST", "{}")]
    public Task A_file_can_say_how_long_it_may_run(string method, string? body) =>
        Send(method, "/fn/nap", body).ShouldFail(504, "statement-timeout");

    [Fact]
    public async Task A_function_that_may_run_long_does() =>
        (await Get("/fn/long")).Body.ShouldBe("""{"result":1}""");

    [Fact]
    public async Task What_a_function_writes_is_stored_as_a_whole_or_not_at_all()
    {
        (await Post("/fn/writes", """{"title":"by a function"}""")).Body.ShouldBe("""{"result":"stored"}""");
        await Get("/draft?title=by a function&fields=title").ShouldAnswer(200, """[{"title":"by a function"}]""");
        await Post("/fn/writes", """{"title":"half","fails":true}""").ShouldFail(422, "database-refused", "not this time");
        await Get("/draft?title=half&fields=title").ShouldAnswer(200, "[]");
    }

    [Theory]
    [InlineData("/fn/sly")]
    [InlineData("/fn/slyquery")]
    public async Task A_GET_cannot_write_by_a_detour(string target)
    {
        (await Get(target)).Status.ShouldBe(403);
        await Get("/draft?title=sly&fields=title").ShouldAnswer(200, "[]");
    }

    [Fact]
    public async Task A_GET_writes_where_its_file_says_so()
    {
        (await Get("/fn/counts")).Body.ShouldBe("""{"result" : 1}""");
        (await Get("/fn/counts")).Body.ShouldBe("""{"result" : 2}""");
    }

    [Theory]
    [InlineData("ids=1&ids=3", "1,3")]
    [InlineData("ids=2", "2")]
    [InlineData("ids=[2,5]", "2,5")]
    [InlineData("ids=1&ids=2&name=Ada", "1")]
    public Task The_database_says_which_types_a_query_takes(string query, string ids) =>
        Get("/fn/query?" + query).ShouldAnswer(200, Ids(ids));

    [Fact]
    public Task A_value_that_is_none_of_the_inferred_type_is_refused() =>
        Get("/fn/query?ids=x&ids=2&name=a").ShouldFail(
            400, "bad-value", "The value [\"x\",\"2\"] is no integer: parameter \"ids\" is of type integer[].", at: "query 4 1");

    [Fact]
    public Task Cells_of_any_type_are_answered() => Post("/fn/query", """{"at":"2024-07-19T03:45:00Z","sums":[1,null],"tree":{"a":[1]}}""")
        .ShouldAnswer(200, """[{"at":"2024-07-19T03:45:00Z","sums":[1,null],"tree":{"a":[1]},"address":"10.0.0.1","pays":["$1.00"]}]""");

    [Fact]
    public async Task Deep_and_odd_JSON_passes_through()
    {
        var deep = $"{{\"a\":{new string('[', 60)}{new string(']', 60)}}}";
        (await Post("/fn/echo", deep)).Body.ShouldBe(deep);
        const string odd = """{"\u0000":"\u0000","\ud83d\ude00":"😀","":1e400,"big":123456789012345678901234567890}""";
        (await Post("/fn/echo", odd)).Body.ShouldBe(odd);
        var large = $"{{\"a\":\"{new string('x', 100_000)}\"}}";
        (await Send("POST", "/fn/echo", Encoding.UTF8.GetBytes(large))).Bytes.Length.ShouldBe(large.Length);
    }
}
