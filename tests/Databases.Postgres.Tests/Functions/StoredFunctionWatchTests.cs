using Npgsql;
using Relata.Conformance;
using Relata.Conformance.Functions;
using Relata.Support;

namespace Relata.Databases.Postgres.Tests.Functions;

/// <summary>Functions whose files change while the server runs, and what becomes of them in the database.</summary>
public sealed class StoredFunctionWatchTests(EmptyFolderServer server)
    : FunctionSpecification(server), IClassFixture<EmptyFolderServer>
{
    private const string Body = "BEGIN RETURN json_build_object('n', {0}); END";

    [Fact]
    public async Task A_function_is_made_replaced_and_dropped_with_its_file()
    {
        await Serve("own/get/own_one.sql", Numbered(1));
        await Until("/fn/own", 200, """{"n" : 1}""");
        (await CommentOf("own_one(json)")).ShouldBe("relata: own/get/own_one.sql");
        await Serve("own/get/own_one.sql", Numbered(2));
        await Until("/fn/own", 200, """{"n" : 2}""");
        Files.Remove("own/get/own_one.sql");
        await Until("/fn/own", 404);
        await UntilGone("own_one(json)");
    }

    [Fact]
    public async Task A_function_that_was_there_before_is_replaced_and_stays()
    {
        await Run("CREATE FUNCTION foreign_one(params json) RETURNS json LANGUAGE sql AS $$ SELECT '{\"n\":0}'::json $$");
        await Run("COMMENT ON FUNCTION foreign_one IS 'Made by hand.'");
        await Serve("foreign/get/foreign_one.sql", Numbered(1));
        await Until("/fn/foreign", 200, """{"n" : 1}""");
        Files.Remove("foreign/get/foreign_one.sql");
        await Until("/fn/foreign", 404);

        // Another function comes and goes behind it, so that the first one would have gone as well.
        await Serve("foreign/get/behind_it.sql", Numbered(3));
        await Until("/fn/foreign", 200);
        Files.Remove("foreign/get/behind_it.sql");
        await UntilGone("behind_it(json)");
        (await CommentOf("foreign_one(json)")).ShouldBe("Made by hand.");
    }

    [Fact]
    public async Task The_comment_of_a_file_is_kept_above_the_mark()
    {
        await Serve("said/get/said.sql", """
            CREATE OR REPLACE FUNCTION said(params json) RETURNS text STABLE LANGUAGE sql AS $$ SELECT '{}' $$;
            COMMENT ON FUNCTION said(json) IS E'Says\nnothing.';
            """);
        await Until("/fn/said", 200, "{}");
        (await CommentOf("said(json)")).ShouldBe("Says\nnothing.\nrelata: said/get/said.sql");
    }

    [Theory]
    [InlineData("text", "{\"n\":\"text\"}")]
    [InlineData("jsonb", "{\"n\": \"jsonb\"}")]
    [InlineData("json", "{\"n\":\"json\"}")]
    public async Task The_type_of_the_result_can_change(string type, string answer)
    {
        await Serve("result/get/result.sql", $$"""
            CREATE OR REPLACE FUNCTION result(params json) RETURNS {{type}} STABLE LANGUAGE sql
            AS $$ SELECT '{"n":"{{type}}"}'::{{type}} $$
            """);
        await Until("/fn/result", 200, answer);
    }

    [Fact]
    public async Task The_type_of_the_parameter_can_change_and_the_old_function_goes()
    {
        const string function = """
            CREATE FUNCTION parameter(params json) RETURNS text STABLE LANGUAGE sql AS $$ SELECT '{"n":1}' $$
            """;
        await Serve("parameter/get/parameter.sql", function);
        await Until("/fn/parameter", 200, """{"n":1}""");
        await Serve("parameter/get/parameter.sql", function.Replace("params json", "params jsonb").Replace("1}", "2}"));
        await Until("/fn/parameter", 200, """{"n":2}""");
        await UntilGone("parameter(json)");
        await Serve("parameter/get/parameter.sql", "SELECT 3 AS n");
        await Until("/fn/parameter", 200, """[{"n":3}]""");
        await UntilGone("parameter(jsonb)");
    }

    [Fact]
    public async Task A_renamed_file_takes_its_function_along()
    {
        const string function =
            "CREATE OR REPLACE FUNCTION moved(params json) RETURNS text STABLE LANGUAGE sql AS $$ SELECT '{\"n\":1}' $$";
        await Serve("moved/get/moved.sql", function);
        await Until("/fn/moved", 200, """{"n":1}""");
        Directory.Move(Path.Combine(Files.Path, "moved"), Path.Combine(Files.Path, "elsewhere"));
        await Until("/fn/elsewhere", 200, """{"n":1}""");
        await Until("/fn/moved", 404);
        (await CommentOf("moved(json)")).ShouldBe("relata: elsewhere/get/moved.sql");
    }

    [Fact]
    public async Task A_call_that_runs_ends_on_the_old_version()
    {
        await Server.ProcessAsync(Stop);
        await using var holder = (NpgsqlConnection)Server.Connect();
        await holder.OpenAsync(Stop);
        await ExecuteAsync(holder, "SELECT pg_advisory_lock(17)");
        await Serve("slow/post/slow.sql", """
            BEGIN
                IF params->>'waits' IS NOT NULL THEN PERFORM pg_advisory_xact_lock_shared(17); END IF;
                RETURN json_build_object('n', 1);
            END
            """);
        await Until("/fn/slow", 405);
        var running = Post("/fn/slow", """{"waits":true}""");
        await Poll.UntilAsync(async () => await Scalar("SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND objid = 17 AND NOT granted") is 1, stop: Stop);

        // A version with another type of result, which makes the function anew; then a query in its place.
        await Serve("slow/post/slow.sql", """
            CREATE FUNCTION slow(params json) RETURNS text LANGUAGE plpgsql AS $$ BEGIN RETURN '{"n":2}'; END $$
            """);
        await UntilAnswered("""{"n":2}""");
        await Serve("slow/post/slow.sql", "SELECT 3 AS n");
        await UntilAnswered("""[{"n":3}]""");
        running.IsCompleted.ShouldBeFalse();
        await ExecuteAsync(holder, "SELECT pg_advisory_unlock(17)");
        (await running).Body.ShouldBe("""{"n" : 1}""");
        await UntilGone("slow(json)");

        async Task UntilAnswered(string body) =>
            await Poll.UntilAsync(async () => (await Post("/fn/slow", "{}")).Body == body, stop: Stop);
    }

    [Fact]
    public async Task A_function_that_writes_by_now_is_called_again_when_its_change_is_whole()
    {
        await Server.ProcessAsync(Stop);
        await using var holder = (NpgsqlConnection)Server.Connect();
        await holder.OpenAsync(Stop);
        await ExecuteAsync(holder, "CREATE TABLE written (n int); SELECT pg_advisory_lock(18)");
        await Serve("avol/get/avol.sql", Numbered(1));
        await Until("/fn/avol", 200, """{"n" : 1}""");

        // Both files change at once; the second one takes its time when the first function is committed.
        Files.Write("avol/get/avol.sql", "-- @volatile\nBEGIN INSERT INTO written VALUES (1); RETURN json_build_object('n', 2); END");
        Files.Write("behind/get/behind.sql", """
            CREATE FUNCTION behind(params json) RETURNS text STABLE LANGUAGE sql AS $$ SELECT '{}' $$;
            SELECT pg_advisory_xact_lock(18);
            """);
        await Poll.UntilAsync(async () => await Scalar("SELECT provolatile::text FROM pg_proc WHERE proname = 'avol'") is "v", stop: Stop);
        var asked = Get("/fn/avol");
        await Poll.UntilAsync(async () => await Scalar("SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND objid = 18 AND NOT granted") is 1, stop: Stop);
        await ExecuteAsync(holder, "SELECT pg_advisory_unlock(18)");
        (await asked).Body.ShouldBe("""{"n" : 2}""");
    }

    [Fact]
    public async Task Files_that_are_refused_at_the_start_create_no_function()
    {
        await Server.ProcessAsync(Stop);
        using var files = FunctionFolder.Of(new Dictionary<string, string>
        {
            ["early/get/early_one.sql"] = Numbered(1),
            ["late/get/late_one.sql"] = "-- @tmeout 5s\nSELECT 1 AS n",
        });
        var ended = await RelataProcess.RunAsync(
            ["serve", "--database", Server.Url, "--listen", "http://127.0.0.1:0", "--functions", files.Path], stop: Stop);
        ended.Errors.ShouldContain("late/get/late_one.sql:1: there is no directive @tmeout");
        (await Scalar("SELECT to_regprocedure('early_one(json)')::text")).ShouldBeNull();
    }

    [Theory]
    [InlineData("BEGIN\n  RETURN 1;\n  SELEKT;\nEND", 3, "syntax error at or near \\\"SELEKT\\\"")]
    [InlineData("-- first\nDECLARE\n  a nothing;\nBEGIN RETURN '{}'; END", 3, "type \\\"nothing\\\" does not exist")]
    [InlineData("CREATE OR REPLACE FUNCTION wrong(params json) RETURNS text STABLE LANGUAGE sql AS $$\nSELECT nothing\n$$", 2, "column \\\"nothing\\\" does not exist")]
    [InlineData("-- @language sql\n\nSELECT nothing", 3, "column \\\"nothing\\\" does not exist")]
    [InlineData("-- @language cobol\nSELECT 1", null, "language \\\"cobol\\\" does not exist")]
    [InlineData("SELECT 1 AS n,\n  :id AS id\nFROM person WHERE nothing = :id", 3, "column \\\"nothing\\\" does not exist")]
    [InlineData("SELECT params", 1, "column \\\"params\\\" does not exist: a body that reads params says -- @language sql")]
    [InlineData("SELECT 1 AS n WHERE :id IS NULL", 1, "could not determine data type of parameter :id: say -- @param with its type")]
    [InlineData("SELECT $1::int AS n", 1, "a parameter is written :name, and not $1")]
    [InlineData("-- @param id integr\nSELECT :id AS n", 2, "type \\\"integr\\\" does not exist")]
    [InlineData("CREATE FUNCTION wrong(params json) RETURNS text LANGUAGE sql AS $$ SELECT '{}' $$", null, "public.wrong(json) is VOLATILE, and a GET changes nothing: declare it STABLE or IMMUTABLE, or say -- @volatile if it is meant")]
    [InlineData("CREATE FUNCTION other(params json) RETURNS text STABLE LANGUAGE sql AS $$ SELECT '{}' $$", null, "the file makes no function \\\"wrong\\\", which is its name, but public.other(json)")]
    [InlineData("CREATE TABLE wrong (id int)", null, "the file makes no function \\\"wrong\\\", which is its name")]
    [InlineData("CREATE FUNCTION wrong(a int) RETURNS text STABLE LANGUAGE sql AS $$ SELECT '{}' $$", null, "the function must be wrong(params json or jsonb) and return text, json or jsonb; the file makes public.wrong(integer)")]
    [InlineData("CREATE FUNCTION wrong(params json) RETURNS SETOF text STABLE LANGUAGE sql AS $$ SELECT '{}' $$", null, "the function must be wrong(params json or jsonb) and return text, json or jsonb; the file makes public.wrong(json)")]
    public async Task What_is_wrong_is_said_with_its_line(string text, int? line, string message)
    {
        await Serve("wrong/get/wrong.sql", text);
        var place = line is null ? "" : $"\"line\":{line},";
        await UntilListed(
            "{\"file\":\"wrong/get/wrong.sql\",\"state\":\"kept out\",\"problem\":{" + place + $"\"message\":\"{message}\"");
        (await Scalar("SELECT count(*) FROM pg_proc WHERE proname IN ('wrong', 'other')")).ShouldBe(0L);
        Files.Remove("wrong/get/wrong.sql");
        await Poll.UntilAsync(async () => !(await Get("/__functions")).Body.Contains("wrong/get", StringComparison.Ordinal), stop: Stop);
    }

    [Theory]
    [InlineData("SELEKT")]
    [InlineData("SELECT 1 + point(1, 2)")]
    public async Task What_fails_for_good_is_tried_once(string sql)
    {
        await Serve("once/post/once.sql", $"BEGIN PERFORM nextval('runs'); EXECUTE '{sql}'; RETURN '{{}}'; END");
        await Run("DROP SEQUENCE IF EXISTS runs; CREATE SEQUENCE runs");
        await Until("/fn/once", 405);
        await Post("/fn/once", "{}").ShouldFail(500, "function-failed");
        (await Scalar("SELECT last_value FROM runs")).ShouldBe(1L);
        Files.Remove("once/post/once.sql");
        await Until("/fn/once", 404);
    }

    [Fact]
    public async Task A_file_that_met_a_lock_is_taken_when_the_lock_is_gone()
    {
        await Server.ProcessAsync(Stop);
        await using (var holder = (NpgsqlConnection)Server.Connect())
        {
            await holder.OpenAsync(Stop);
            await ExecuteAsync(holder, "CREATE TABLE held (id int)");
            await ExecuteAsync(holder, "BEGIN; LOCK TABLE held");
            await Serve("held/get/held.sql", """
                CREATE OR REPLACE FUNCTION held(params json) RETURNS text STABLE LANGUAGE sql AS $$ SELECT '{"n":1}' $$;
                SET LOCAL lock_timeout = '10ms';
                LOCK TABLE held IN ACCESS SHARE MODE;
                """);
            await UntilListed("""{"file":"held/get/held.sql","state":"kept out","problem":{"message":"The database cannot take the file at the moment: """);
            await ExecuteAsync(holder, "ROLLBACK");
        }

        await Until("/fn/held", 200, """{"n":1}""");
    }

    [Fact]
    public async Task Two_files_do_not_make_the_same_function()
    {
        await Serve("same/get/same.sql", Numbered(1));
        await Until("/fn/same", 200, """{"n" : 1}""");
        await Serve("twin/get/same.sql", Numbered(2));
        await UntilListed("""{"file":"twin/get/same.sql","state":"kept out","problem":{"message":"public.same(json) is made by same/get/same.sql already"}}""");
        await Get("/fn/same").ShouldAnswer(200, """{"n" : 1}""");
    }

    private static string Numbered(int n) => Body.Replace("{0}", $"{n}");

    private async Task Serve(string path, string text)
    {
        await Server.ProcessAsync(Stop);
        Files.Write(path, text);
    }

    private Task UntilGone(string function) => Poll.UntilAsync(
        async () => await Scalar($"SELECT to_regprocedure('{function}')::text") is null, stop: Stop, what: $"no {function}");

    private async Task<string?> CommentOf(string function) =>
        (string?)await Scalar($"SELECT obj_description(to_regprocedure('{function}'), 'pg_proc')");

    private Task<object?> Run(string sql) => Scalar(sql);

    private async Task<object?> Scalar(string sql)
    {
        await Server.ProcessAsync(Stop);
        await using var connection = (NpgsqlConnection)Server.Connect();
        await connection.OpenAsync(Stop);
        return await ExecuteAsync(connection, sql);
    }

    private static async Task<object?> ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Stop) is { } value and not DBNull ? value : null;
    }
}
