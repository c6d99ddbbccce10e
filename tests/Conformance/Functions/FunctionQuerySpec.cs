using System.Text;
using System.Text.Json;
using Relata.Conformance.Hostile;

namespace Relata.Conformance.Functions;

/// <summary>Queries in files: what callers send becomes parameters, and rows are answered.</summary>
/// <param name="server">A server with <see cref="Queries"/>.</param>
public abstract class FunctionQuerySpec(ConformanceServer server) : FunctionSpecification(server)
{
    /// <summary>The files.</summary>
    public static Dictionary<string, string> Queries { get; } = new()
    {
        ["people/get/all_people.sql"] = "SELECT id, name FROM person ORDER BY id;",
        ["person/get/person_by_id.sql"] = "SELECT id, name, is_active, score, born FROM person WHERE id = :id",
        ["person/delete/delete_person.sql"] = "-- @param id integer\nDELETE FROM person WHERE id = :id",
        ["twice/get/named_twice.sql"] = """
            -- ':no' is none, and neither is a cast
            SELECT ':text' AS a, ":quoted" AS b, id /* :comment */ FROM (SELECT id, name AS ":quoted" FROM person) AS p
            WHERE id = :id OR id = :id -- :trailing
            """,
        ["page/get/page.sql"] = "-- @param size integer = 2\n-- @param start integer = 0\n"
            + "SELECT id FROM person ORDER BY id LIMIT :size OFFSET :start",
        ["drafts/post/add_draft.sql"] = "-- @limit 3kb\n-- @param amount integer = null\n"
            + "INSERT INTO draft (title, amount) VALUES (:title, :amount) RETURNING title, amount",
        ["drafts/get/draft_titles.sql"] = "SELECT title FROM draft WHERE title = :title",
        ["drafts/put/two_words.sql"] = "UPDATE draft SET state = 'old' WHERE title = :title",
        ["visits/get/count_visit.sql"] = "-- @volatile\nUPDATE draft SET amount = amount WHERE title = :title RETURNING title",
        ["styles/get/styles.sql"] = "SELECT id FROM person WHERE name = :style",
        ["sized/put/sized.sql"] = "-- @param amount integer\nUPDATE draft SET amount = :amount WHERE title = :title AND id < 0",
        ["many/get/many_rows.sql"] = "WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 20000) SELECT n FROM n",
        ["nap/get/too_slow.sql"] = "-- @timeout 200ms\n"
            + "WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 2000000000) SELECT max(n) AS n FROM n",
    };

    [Fact]
    public Task A_file_answers_at_its_mount() => Get("/fn/people").ShouldAnswer(200,
        """[{"id":1,"name":"Ada"},{"id":2,"name":"Brook"},{"id":3,"name":"Çelik"},{"id":4,"name":"Дарья"},{"id":5,"name":"eve"},{"id":6,"name":"O'Neil; DROP"}]""");

    [Fact]
    public Task A_parameter_is_bound_and_cells_keep_their_types() => Get("/fn/person?id=1").ShouldAnswer(200,
        """[{"id":1,"name":"Ada","is_active":true,"score":90.50,"born":"1815-12-10"}]""");

    [Fact]
    public Task What_is_sent_is_a_value_and_never_SQL() =>
        Get("/fn/drafts?title=' OR 1=1 --").ShouldAnswer(200, "[]");

    [Fact]
    public Task Texts_quoted_names_and_comments_hold_no_parameters() =>
        Get("/fn/twice?id=2").ShouldAnswer(200, """[{"a":":text","b":"Brook","id":2}]""");

    [Theory]
    [InlineData("/fn/page", "1,2")]
    [InlineData("/fn/page?size=3", "1,2,3")]
    [InlineData("/fn/page?start=4&size=5", "5,6")]
    public Task A_default_stands_for_what_is_not_sent(string target, string ids) =>
        Get(target).ShouldAnswer(200, Ids(ids));

    [Fact]
    public Task A_missing_parameter_is_refused() =>
        Get("/fn/person").ShouldFail(400, "bad-value", "The parameter \"id\" is missing.");

    [Fact]
    public Task An_unknown_parameter_is_refused_with_the_nearest() =>
        Get("/fn/page?sice=3").ShouldFail(
            400, "unknown-option", "There is no parameter \"sice\".", "Did you mean \"size\"?", "query 0 4");

    [Theory]
    [InlineData("size=x")]
    [InlineData("size=1.5")]
    [InlineData("size=1&size=2")]
    [InlineData("size=%00")]
    [InlineData("size=")]
    public Task A_value_of_another_type_is_refused(string query) => Get("/fn/page?" + query).ShouldFail(400, "bad-value");

    [Theory]
    [InlineData("text/csv", "text/csv; charset=utf-8", "id\r\n1\r\n2\r\n")]
    [InlineData("application/x-ndjson", "application/x-ndjson", "{\"id\":1}\n{\"id\":2}\n")]
    public async Task Rows_are_answered_in_the_format_that_is_accepted(string accept, string type, string body)
    {
        var answer = await Send("GET", "/fn/page", null, accept: accept);
        (answer.Status, answer.Header("Content-Type"), answer.Body).ShouldBe((200, type, body));
    }

    [Fact]
    public Task A_format_that_is_not_offered_is_refused() =>
        Send("GET", "/fn/page", null, accept: "image/png").ShouldFail(406, "not-acceptable");

    [Fact]
    public async Task Rows_are_sent_while_they_are_read()
    {
        var answer = await Get("/fn/many");
        answer.Status.ShouldBe(200);
        answer.Header("Content-Length").ShouldBeNull();
        JsonDocument.Parse(answer.Bytes).RootElement.GetArrayLength().ShouldBe(20_000);
    }

    [Fact]
    public async Task HEAD_is_answered_as_GET_without_the_body()
    {
        var (head, get) = (await Send("HEAD", "/fn/page"), await Get("/fn/page"));
        (head.Status, head.Body, head.Header("Content-Type")).ShouldBe((200, "", get.Header("Content-Type")));
    }

    [Fact]
    public async Task HEAD_is_not_possible_where_GET_may_write()
    {
        var answer = await Send("HEAD", "/fn/visits?title=visited");
        (answer.Status, answer.Header("Allow")).ShouldBe((405, "GET, OPTIONS"));
    }

    [Fact]
    public async Task A_GET_with_a_body_is_refused()
    {
        await Send("GET", "/fn/page", "{\"size\":1}").ShouldFail(
            400, "malformed-body", "A GET takes its values from the query string.", "Send no body.");
        (await Send("GET", "/fn/page", "")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_coded_body_is_refused()
    {
        var client = (await Server.ProcessAsync(Stop)).Client;
        using var content = new ByteArrayContent([0x1f, 0x8b]);
        content.Headers.Add("Content-Encoding", "gzip");
        using var answer = await client.PostAsync(new Uri("/fn/drafts", UriKind.Relative), content, Stop);
        await Answer.FromAsync(answer, Stop).ShouldFail(
            415, "unsupported-media-type", "Bodies are read as they are, without a coding.", "Leave the header Content-Encoding out.");
    }

    [Fact]
    public async Task Any_name_can_be_a_parameter_of_a_query()
    {
        await Get("/fn/styles?style=arrays").ShouldAnswer(200, "[]");
        await Get("/fn/page?style=arrays").ShouldFail(400, "unknown-option");
    }

    [Theory]
    [InlineData("/fn/visits", "GET, OPTIONS")]
    [InlineData("/fn/people", "GET, HEAD, OPTIONS")]
    [InlineData("/fn/drafts", "GET, HEAD, OPTIONS, POST, PUT")]
    [InlineData("/fn/person", "GET, HEAD, OPTIONS, DELETE")]
    public async Task OPTIONS_says_which_methods_there_are(string target, string allow) =>
        (await Send("OPTIONS", target).ShouldAnswerNothing()).Header("Allow").ShouldBe(allow);

    [Theory]
    [InlineData("POST")]
    [InlineData("PATCH")]
    [InlineData("QUERY")]
    [InlineData("BREW")]
    public async Task Another_method_is_refused_with_those_that_there_are(string method)
    {
        var answer = await Send(method, "/fn/people", "{}").ShouldFail(405, "method-not-allowed");
        answer.Header("Allow").ShouldBe("GET, HEAD, OPTIONS");
    }

    [Theory]
    [InlineData("/fn/peple", "Did you mean \"people\"?")]
    [InlineData("/fn/people/", "Did you mean \"people\"?")]
    [InlineData("/fn/people/get", null)]
    [InlineData("/fn", null)]
    [InlineData("/fn/", null)]
    [InlineData("/fn/../person/get", null)]
    [InlineData("/fn/%2e%2e/people", null)]
    [InlineData("/fn/People", "Did you mean \"people\"?")]
    public Task Nothing_else_is_served(string target, string? hint) => Get(target).ShouldFail(
        404, "route-not-found", "There is no function at this path.", hint, $"path 3 {target.Length - 3}");

    [Fact]
    public async Task A_write_is_committed_before_it_is_answered()
    {
        await Post("/fn/drafts", """{"title":"written","amount":5}""")
            .ShouldAnswer(200, """[{"title":"written","amount":5}]""");
        await Get("/fn/drafts?title=written").ShouldAnswer(200, """[{"title":"written"}]""");
        await Put("/fn/drafts", """{"title":"written"}""").ShouldAnswerNothing();
        await Get("/draft?title=written&fields=state").ShouldAnswer(200, """[{"state":"old"}]""");
    }

    [Fact]
    public async Task A_write_that_is_refused_leaves_nothing()
    {
        await Post("/fn/drafts", """{"title":"too much","amount":5000}""").ShouldFail(422, "check-violation");
        await Get("/fn/drafts?title=too much").ShouldAnswer(200, "[]");
    }

    [Fact]
    public async Task A_DELETE_takes_its_values_from_the_body()
    {
        await Post("/person", """{"id":50,"name":"gone soon"}""");
        await Send("DELETE", "/fn/person", """{"id":50}""").ShouldAnswerNothing();
        await Get("/fn/person?id=50").ShouldAnswer(200, "[]");
    }

    [Fact]
    public async Task A_GET_writes_where_its_file_says_so()
    {
        await Post("/fn/drafts", """{"title":"visited"}""");
        await Get("/fn/visits?title=visited").ShouldAnswer(200, """[{"title":"visited"}]""");
    }

    [Theory]
    [InlineData("", "The body is missing: it is one JSON value.", "body 0 0")]
    [InlineData("{\"title\":", "The body goes wrong after 9 bytes: it is one JSON value, at most 64 levels deep, and names no key twice.", "body 9 0")]
    [InlineData("{\n \"title\": x}", "The body goes wrong after 12 bytes: it is one JSON value, at most 64 levels deep, and names no key twice.", "body 12 1")]
    [InlineData("{} {}", "The body goes wrong after 3 bytes: it is one JSON value, at most 64 levels deep, and names no key twice.", "body 3 1")]
    public Task Bad_JSON_is_refused_with_its_place(string body, string detail, string at) =>
        Post("/fn/drafts", body).ShouldFail(400, "malformed-body", detail, at: at);

    [Theory]
    [InlineData("[1]")]
    [InlineData("null")]
    [InlineData("\"text\"")]
    public Task A_query_takes_an_object(string body) => Post("/fn/drafts", body).ShouldFail(
        400, "malformed-body", "The body of a query is an object with its parameters.");

    [Theory]
    [InlineData("""{"title":"a","title":"b"}""")]
    [InlineData("""{"\ud800":1}""")]
    public Task A_body_that_two_readers_could_read_differently_is_refused(string body) =>
        Post("/fn/drafts", body).ShouldFail(400, "malformed-body");

    [Fact]
    public Task A_body_that_nests_too_deep_is_refused() =>
        Post("/fn/drafts", new string('[', 1000) + new string(']', 1000)).ShouldFail(400, "malformed-body");

    [Fact]
    public Task A_body_that_is_no_UTF8_is_refused() =>
        Send("POST", "/fn/drafts", [.. "{\"title\":\""u8, 0xFF, .. "\"}"u8]).ShouldFail(
            400, "malformed-body", "The body is no UTF-8.");

    [Fact]
    public Task A_body_of_another_type_is_refused() =>
        Send("POST", "/fn/drafts", "title=a", type: "application/x-www-form-urlencoded")
            .ShouldFail(415, "unsupported-media-type");

    [Theory]
    [InlineData("""{"title":"a\u0000b"}""")]
    [InlineData("""{"title":"\udc00"}""")]
    public Task A_text_that_cannot_be_stored_is_refused(string body) =>
        Post("/fn/drafts", body).ShouldFail(400, "bad-value");

    [Fact]
    public Task A_query_string_beside_a_body_is_refused() => Post("/fn/drafts?title=a", "{}").ShouldFail(
        400, "malformed-syntax", "A POST takes its values from the body.", "Send them as JSON in the body.", "query 0 7");

    [Fact]
    public async Task As_much_is_read_as_the_file_says_and_no_more()
    {
        var body = Body(3 * 1024);
        (await Post("/fn/drafts", body)).Status.ShouldBe(200);
        await Post("/fn/drafts", body + " ").ShouldFail(
            413, "body-too-large", "The body is larger than the 3072 bytes that are read here.");
        await Send("PUT", "/fn/drafts", Body(2049)).ShouldFail(
            413, "body-too-large", "The body is larger than the 2048 bytes that are read here.");
    }

    [Theory]
    [InlineData(2048, 2048)]
    [InlineData(2048, 7)]
    [InlineData(2048, 1)]
    public async Task A_body_in_chunks_has_the_same_limit(int length, int chunk)
    {
        using var connection = new RawConnection((await Server.ProcessAsync(Stop)).Client.BaseAddress!);
        (await connection.SendAsync(Chunked(Body(length), chunk), isHead: false, Stop)).Status.ShouldBe(204);
        await connection.SendAsync(Chunked(Body(length + 1), chunk), isHead: false, Stop).ShouldFail(
            413, "body-too-large", "The body is larger than the 2048 bytes that are read here.");
    }

    [Fact]
    public Task Ten_megabytes_are_refused() => Send(
        "POST", "/fn/drafts", Encoding.UTF8.GetBytes(Body(10 * 1024 * 1024)), expectContinue: true)
        .ShouldFail(413, "body-too-large");

    [Fact]
    public Task A_query_string_has_the_same_limit() => Get("/fn/person?id=" + new string('1', 2048)).ShouldFail(
        413, "body-too-large", "The query is larger than the 2048 bytes that are read here.");

    [Fact]
    public Task A_file_can_say_how_long_it_may_run() => Get("/fn/nap").ShouldFail(504, "statement-timeout");

    [Fact]
    public async Task The_listing_names_every_file()
    {
        var files = JsonDocument.Parse((await Get("/__functions")).Bytes).RootElement.GetProperty("functions");
        files.GetArrayLength().ShouldBe(Queries.Count);
        files[0].GetRawText().ShouldBe(
            """{"file":"drafts/get/draft_titles.sql","path":"/fn/drafts","method":"GET","function":"draft_titles","state":"serves"}""");
    }

    private static byte[] Chunked(string body, int size) => Encoding.ASCII.GetBytes(
        "PUT /fn/sized HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
            + string.Concat(body.Chunk(size).Select(piece => $"{piece.Length:x}\r\n{new string(piece)}\r\n"))
            + "0\r\n\r\n");

    private static string Body(int length)
    {
        const string start = """{"title":"t","amount":1""";
        return start + new string(' ', length - start.Length - 1) + "}";
    }
}
