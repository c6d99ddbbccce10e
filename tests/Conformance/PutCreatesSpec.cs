using System.Text;

namespace Relata.Conformance;

/// <summary><c>PUT</c> where the operator lets it create the row that is not there.</summary>
/// <param name="server">A server with <c>rest.putCreates</c>.</param>
public abstract class PutCreatesSpec(ConformanceServer server) : Specification(server)
{
    /// <summary>The configuration of such a server.</summary>
    public const string Configuration = """{ "rest": { "putCreates": true } }""";

    [Fact]
    public async Task An_absent_row_is_created_and_one_that_is_there_is_replaced()
    {
        const string created =
            """{"id":10,"title":"a","state":"new","amount":7,"twice":14,"label":null,"code":null,"small":1,"price":null,"parent_id":null}""";
        var answer = await Put("/draft/10", """{"title":"a","small":1}""").ShouldAnswer(201, created);
        (answer.Header("Location"), answer.Header("ETag")).ShouldBe(("/draft/10", (await Get("/draft/10")).Header("ETag")));
        answer = await Put("/draft/10", """{"id":10,"title":"b"}""").ShouldAnswer(200,
            """{"id":10,"title":"b","state":"new","amount":7,"twice":14,"label":null,"code":null,"small":null,"price":null,"parent_id":null}""");
        (answer.Header("Location"), answer.Header("ETag")).ShouldBe((null, (await Get("/draft/10")).Header("ETag")));
    }

    [Fact]
    public async Task The_key_is_that_of_the_path()
    {
        var answer = await Put("/shelf/r%2C1,b%2F2?fields=capacity", """{"capacity":3}""").ShouldAnswer(201, """{"capacity":3}""");
        answer.Header("Location").ShouldBe("/shelf/r%2C1,b%2F2");
        (await Get(answer.Header("Location")!)).Body.ShouldBe("""{"room":"r,1","label":"b/2","capacity":3}""");
        await Put("/shelf/r,empty", "{}").ShouldAnswer(201, """{"room":"r","label":"empty","capacity":null}""");
        await Put("/shelf/r,empty", "{}").ShouldAnswer(200, """{"room":"r","label":"empty","capacity":null}""");
        await Put("/shelf/r,c", """{"label":"c","room":"r"}""").ShouldAnswer(201, """{"room":"r","label":"c","capacity":null}""");
        await Put("/shelf/r,d", """{"label":"c"}""").ShouldFail(400, "generated-column",
            "\"label\" is another one in the body than in the path, which names the row.");
        await Put("/shelf/r,c", """{"label":"d"}""").ShouldFail(400, "generated-column");
        await Put("/shelf/r", "{}").ShouldFail(400, "bad-value");
        await Put("/draft/x", """{"title":"a"}""").ShouldFail(400, "bad-value");
        await Get("/shelf/r,d").ShouldFail(404, "row-not-found");
    }

    [Fact]
    public async Task What_cannot_be_stored_is_refused()
    {
        await Put("/draft/20", """{"state":"s"}""").ShouldFail(422, "not-null-violation");
        await Put("/draft/20", """{"title":"a","code":"R"}""").ShouldFail(409, "unique-violation");
        await Put("/draft/20", """{"title":"a","parent_id":99999}""").ShouldFail(409, "foreign-key-violation");
        await Put("/draft/20", """{"title":"a","amount":-1}""").ShouldFail(422, "check-violation");
        await Put("/draft/20", """{"title":"a","twice":14}""").ShouldFail(400, "generated-column",
            "\"twice\" is filled by the database; a value cannot be set.");
        await Put("/draft/20", """{"title":"a","titel":"b"}""").ShouldFail(400, "unknown-column");
        await Get("/draft/20").ShouldFail(404, "row-not-found");
    }

    [Fact]
    public async Task Only_a_put_of_a_row_creates()
    {
        await Patch("/draft/25", """{"title":"a"}""").ShouldFail(404, "row-not-found");
        await Put("/draft", """{"title":"a"}""").ShouldFail(405, "method-not-allowed");
        await Get("/draft/25").ShouldFail(404, "row-not-found");
    }

    [Fact]
    public async Task Related_rows_preferences_and_envelopes_are_those_of_every_write()
    {
        await Put("/draft/30?fields=id&parent__load", """{"title":"a","parent_id":null}""").ShouldAnswer(
            201, """{"id":30,"parent_id_object":null}""");
        await Put("/draft/31?fields=id&envelope=djangolang", """{"title":"a"}""").ShouldAnswer(201,
            """{"status":201,"success":true,"objects":[{"id":31}],"count":1,"total_count":1,"limit":0,"offset":0}""");
        var minimal = await Prefer("return=minimal", "PUT", "/draft/32", """{"title":"a"}""");
        (minimal.Status, minimal.Body, minimal.Header("Location"), minimal.Header("Preference-Applied"))
            .ShouldBe((201, "", "/draft/32", "return=minimal"));
        minimal = await Prefer("return=minimal", "PUT", "/draft/32", """{"title":"b"}""");
        (minimal.Status, minimal.Body, minimal.Header("Location")).ShouldBe((204, "", null));
        (await Prefer("tx=rollback", "PUT", "/draft/33", """{"title":"a"}""")).Status.ShouldBe(201);
        await Get("/draft/33").ShouldFail(404, "row-not-found");
        await Prefer("max-affected=0", "PUT", "/draft/33", """{"title":"a"}""").ShouldFail(400, "too-many-affected");
        await Get("/draft/33").ShouldFail(404, "row-not-found");
        await Prefer("max-affected=0", "PUT", "/draft/32", """{"title":"c"}""").ShouldFail(400, "too-many-affected");
        await Get("/draft/32?fields=title").ShouldAnswer(200, """{"title":"b"}""");
        await Prefer("max-affected=1", "PUT", "/draft/32?fields=title", """{"title":"c"}""").ShouldAnswer(200, """{"title":"c"}""");
        (await Send("PUT", "/draft/34.csv?fields=id,title", """{"title":"a"}""")).Body.ShouldBe("id,title\r\n34,a\r\n");
    }

    [Fact]
    public async Task Conditions_say_whether_a_row_is_to_be_created()
    {
        await When("If-Match: *", "/draft/40").ShouldFail(412, "precondition-failed",
            "There is no such row, and If-Match names one.", "If-None-Match: * creates a row, and nothing else.");
        await When("If-Match: \"other\"", "/draft/40").ShouldFail(412, "precondition-failed");
        await Get("/draft/40").ShouldFail(404, "row-not-found");
        (await When("If-None-Match: *", "/draft/40")).Status.ShouldBe(201);
        await When("If-None-Match: *", "/draft/40").ShouldFail(412, "precondition-failed");
        var tag = (await Get("/draft/40")).Header("ETag");
        await When($"If-None-Match: {tag}", "/draft/40").ShouldFail(412, "precondition-failed");
        (await When($"If-None-Match: {tag}", "/draft/41")).Status.ShouldBe(201);
        (await When($"If-Match: {tag}", "/draft/40")).Status.ShouldBe(200);
        await Send("PATCH", "/draft/42", """{"title":"a"}"""u8.ToArray(), headers: ["If-Match: *"]).ShouldFail(404, "row-not-found");
    }

    [Theory]
    [InlineData("""{"title":"a"}""")]
    [InlineData("""{"id":…,"title":"a"}""")]
    public async Task Of_those_who_put_the_same_row_one_creates_it(string body)
    {
        for (var id = body.Contains('…') ? 200 : 300; id % 100 < 12; id++)
        {
            var sent = body.Replace("…", $"{id}", StringComparison.Ordinal);
            var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Put($"/draft/{id}?fields=id", sent)));
            answers.Select(answer => answer.Status).Order().ToArray().ShouldBe([.. Enumerable.Repeat(200, 7), 201]);
            answers.ShouldAllBe(answer => answer.Body == $$"""{"id":{{id}}}""");
        }
    }

    [Fact]
    public async Task Of_those_who_create_the_same_row_one_succeeds()
    {
        for (var id = 400; id < 412; id++)
        {
            var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => When("If-None-Match: *", $"/draft/{id}")));
            answers.Select(answer => answer.Status).Order().ShouldBe([201, .. Enumerable.Repeat(412, 7)]);
        }
    }

    [Fact]
    public async Task A_deleted_row_holds_its_key()
    {
        (await Put("/task/50", """{"title":"t50"}""")).Status.ShouldBe(201);
        await Delete("/task/50").ShouldAnswerNothing();
        const string detail = "The row was not created: one that is not seen holds its key, or a trigger kept it away.";
        const string hint = "If it is marked as deleted, PATCH with \"deleted_at\":null brings it back.";
        await Put("/task/50", """{"title":"u50"}""").ShouldFail(409, "unique-violation", detail, hint, "path 6 2");
        await When("If-None-Match: *", "/task/50").ShouldFail(409, "unique-violation", detail, hint, "path 6 2");
        (await Patch("/task/50", """{"deleted_at":null}""")).Status.ShouldBe(200);
        (await Put("/task/50", """{"title":"u50"}""")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_row_that_was_read_elsewhere_is_created_as_it_was()
    {
        var row = """{"id":55,"title":"t55","note":"n","parent_id":null,"created_at":"2001-02-03T04:05:06Z","updated_at":"2001-02-03T04:05:06","deleted_at":null}""";
        var created = await Put("/task/55", row);
        created.Status.ShouldBe(201);
        created.Body.ShouldStartWith(row[..(row.IndexOf("updated_at", StringComparison.Ordinal) - 1)]);
        created.Body.ShouldNotContain("\"updated_at\":\"2001");
    }

    [Fact]
    public async Task A_batch_creates_too()
    {
        await Post("/__batch", """
            {"requests":[
              {"method":"PUT","path":"/draft/60?fields=id","body":{"title":"a"}},
              {"method":"PUT","path":"/draft/${0.id}?fields=title","body":{"title":"b"}}]}
            """).ShouldAnswer(200,
            """{"results":[{"status":201,"headers":{"Location":"/draft/60"},"body":{"id":60}},{"status":200,"body":{"title":"b"}}]}""");
        await Post("/__batch", """
            {"requests":[
              {"method":"PUT","path":"/draft/61","body":{"title":"a"}},
              {"method":"PUT","path":"/draft/60","body":{"title":"c"},"headers":{"If-None-Match":"*"}}]}
            """).ShouldFail(412, "precondition-failed");
        await Get("/draft/61").ShouldFail(404, "row-not-found");
    }

    private Task<Answer> When(string condition, string path) =>
        Send("PUT", path, Encoding.UTF8.GetBytes("""{"title":"when"}"""), headers: [condition]);
}
