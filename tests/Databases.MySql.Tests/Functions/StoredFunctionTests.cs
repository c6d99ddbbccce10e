using System.Data.Common;
using Relata.Conformance;
using Relata.Conformance.Functions;
using Relata.Support;

namespace Relata.Databases.MySql.Tests.Functions;

/// <summary>Stored functions of MariaDB that take and return JSON.</summary>
public sealed class StoredFunctionTests(EmptyFolderServer server)
    : FunctionSpecification(server), IClassFixture<EmptyFolderServer>
{
    [Fact]
    public async Task A_whole_function_answers_and_goes_with_its_file()
    {
        await Serve("whole/get/whole.sql", """
            CREATE FUNCTION whole(params JSON) RETURNS JSON READS SQL DATA
            BEGIN
                IF JSON_VALUE(params, '$.id') IS NULL THEN
                    RETURN JSON_OBJECT('http_status_code', 404, 'http_headers', JSON_OBJECT('X-No', 'id'), 'error', 'none');
                END IF;
                RETURN JSON_OBJECT('result', (SELECT name FROM person WHERE id = JSON_VALUE(params, '$.id')));
            END;
            """);
        await Until("/fn/whole?id=1", 200, """{"result": "Ada"}""");
        var answer = await Get("/fn/whole");
        (answer.Status, answer.Header("X-No"), answer.Body).ShouldBe((404, "id", """{"error": "none"}"""));
        (await Scalar("SELECT ROUTINE_COMMENT FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = DATABASE() AND ROUTINE_NAME = 'whole'"))
            .ShouldBe("relata: whole/get/whole.sql");

        // It only says CREATE, and is replaced all the same.
        await Serve("whole/get/whole.sql", "CREATE FUNCTION whole(params JSON) RETURNS JSON RETURN JSON_OBJECT('result', 2)");
        await Until("/fn/whole", 200, """{"result": 2}""");
        Files.Remove("whole/get/whole.sql");
        await Until("/fn/whole", 404);
        await Poll.UntilAsync(
            async () => await Scalar("SELECT COUNT(*) FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = DATABASE() AND ROUTINE_NAME = 'whole'") is 0L,
            stop: Stop);
    }

    [Fact]
    public async Task A_body_writes_and_raises()
    {
        await Serve("body/post/body.sql", """
            BEGIN
                IF JSON_VALUE(params, '$.title') = 'bad' THEN
                    SIGNAL SQLSTATE 'PT418' SET MESSAGE_TEXT = 'Not so.';
                END IF;
                INSERT INTO draft (title) VALUES (JSON_VALUE(params, '$.title'));
                RETURN JSON_OBJECT('result', 'stored');
            END
            """);
        await Until("/fn/body", 405);
        (await Post("/fn/body", """{"title":"by a function"}""")).Body.ShouldBe("""{"result": "stored"}""");
        await Get("/draft?title=by a function&fields=title").ShouldAnswer(200, """[{"title":"by a function"}]""");
        await Post("/fn/body", """{"title":"bad"}""").ShouldFail(418, "raised", "Not so.");
    }

    [Fact]
    public async Task A_GET_cannot_write_by_a_detour()
    {
        await Serve("sly/get/sly.sql", "BEGIN INSERT INTO draft (title) VALUES ('sly'); RETURN '{}'; END");
        await Until("/fn/sly", 403);
        await Get("/draft?title=sly&fields=title").ShouldAnswer(200, "[]");
    }

    [Theory]
    [InlineData("BEGIN\n  RETURN 1;\n  SELEKT;\nEND", 3, "You have an error in your SQL syntax")]
    [InlineData("CREATE FUNCTION other(params JSON) RETURNS JSON RETURN '{}'", null, "the file makes no function \\\"wrong\\\", which is its name, but other\"")]
    [InlineData("CREATE TABLE wrong (id int)", null, "the file makes no function \\\"wrong\\\", which is its name\"")]
    [InlineData("CREATE FUNCTION wrong(a JSON, b JSON) RETURNS JSON RETURN '{}'", null, "the function must be wrong(params JSON) and return JSON or text\"")]
    [InlineData("CREATE FUNCTION wrong(params JSON) RETURNS INT RETURN 1", null, "the function must be wrong(params JSON) and return JSON or text\"")]
    [InlineData("CREATE FUNCTION wrong(params JSON) RETURNS JSON MODIFIES SQL DATA RETURN '{}'", null, "wrong MODIFIES SQL DATA, and a GET changes nothing: say -- @volatile if it is meant\"")]
    public async Task What_is_wrong_is_said_and_nothing_of_it_stays(string text, int? line, string message)
    {
        await Serve("wrong/get/wrong.sql", text);
        var place = line is null ? "" : $"\"line\":{line},";
        await UntilListed("{\"file\":\"wrong/get/wrong.sql\",\"state\":\"kept out\",\"problem\":{" + place + "\"message\":\"" + message);
        (await Scalar("SELECT COUNT(*) FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = DATABASE() AND ROUTINE_NAME IN ('wrong', 'other')"))
            .ShouldBe(0L);
        Files.Remove("wrong/get/wrong.sql");
        await Poll.UntilAsync(async () => !(await Get("/__functions")).Body.Contains("wrong/get", StringComparison.Ordinal), stop: Stop);
    }

    private async Task Serve(string path, string text)
    {
        await Server.ProcessAsync(Stop);
        Files.Write(path, text);
    }

    private async Task<object?> Scalar(string sql)
    {
        await using DbConnection connection = Server.Connect();
        await connection.OpenAsync(Stop);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(Stop);
    }
}
