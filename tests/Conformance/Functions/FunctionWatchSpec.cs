namespace Relata.Conformance.Functions;

/// <summary>Files that change while the server runs: each change takes effect within a second.</summary>
/// <param name="server">A server with a directory of files.</param>
public abstract class FunctionWatchSpec(ConformanceServer server) : FunctionSpecification(server)
{
    private const string One = """[{"n":1}]""";
    private const string Two = """[{"n":2}]""";

    /// <summary>A second is promised; the rest is for a machine that is busy with other tests.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(3);

    [Fact]
    public async Task A_file_that_is_added_answers()
    {
        await Serve("added/get/added.sql", "SELECT 1 AS n");
        await Until("/fn/added", 200, One);
    }

    [Fact]
    public async Task A_file_that_is_changed_answers_in_its_new_version()
    {
        await Serve("changed/get/changed.sql", "SELECT 1 AS n");
        await Until("/fn/changed", 200, One);
        Files.Write("changed/get/changed.sql", "SELECT 2 AS n");
        await Until("/fn/changed", 200, Two);
        Files.Replace("changed/get/changed.sql", "SELECT 1 AS n");
        await Until("/fn/changed", 200, One);
    }

    [Fact]
    public async Task A_file_that_is_removed_does_not_answer_any_more()
    {
        await Serve("removed/get/removed.sql", "SELECT 1 AS n");
        await Serve("removed/post/still_there.sql", "SELECT 2 AS n");
        await Until("/fn/removed", 200, One);
        Files.Remove("removed/get/removed.sql");
        await Until("/fn/removed", 405);
        await Post("/fn/removed", "{}").ShouldAnswer(200, Two);
        Files.Remove("removed/post/still_there.sql");
        await Until("/fn/removed", 404);
    }

    /// <summary>A machine that stands still for a while gets another try; a server that is slow is so in each.</summary>
    [Fact]
    public async Task What_is_added_changed_renamed_or_removed_takes_effect_soon()
    {
        await Server.ProcessAsync(Stop);
        var tries = 1;
        while (!await TakesEffectSoon($"soon{(char)('a' + tries)}")) tries++.ShouldBeLessThan(3);
    }

    private async Task<bool> TakesEffectSoon(string mount)
    {
        var path = $"{mount}/get/answer.sql";
        try
        {
            Files.Write(path, "SELECT 1 AS n");
            await Until($"/fn/{mount}", 200, One, Soon);
            Files.Write(path, "SELECT 2 AS n");
            await Until($"/fn/{mount}", 200, Two, Soon);
            Files.Replace(path, "SELECT 1 AS n");
            await Until($"/fn/{mount}", 200, One, Soon);
            Directory.CreateDirectory(Path.Combine(Files.Path, $"{mount}_moved", "get"));
            Files.Rename(path, $"{mount}_moved/get/answer.sql");
            await Until($"/fn/{mount}_moved", 200, One, Soon);
            await Until($"/fn/{mount}", 404, timeout: Soon);
            Files.Remove($"{mount}_moved/get/answer.sql");
            await Until($"/fn/{mount}_moved", 404, timeout: Soon);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }

    [Fact]
    public async Task A_file_that_is_renamed_answers_without_a_gap()
    {
        await Serve("renamed/get/old_name.sql", "SELECT 1 AS n");
        await Until("/fn/renamed", 200, One);
        var asked = 0;
        Files.Rename("renamed/get/old_name.sql", "renamed/get/new_name.sql");
        while (!(await Get("/__functions")).Body.Contains("new_name", StringComparison.Ordinal) && asked++ < 1000)
            await Get("/fn/renamed").ShouldAnswer(200, One);
        (await Get("/__functions")).Body.ShouldNotContain("old_name");
        await Get("/fn/renamed").ShouldAnswer(200, One);
    }

    [Fact]
    public async Task A_directory_that_is_renamed_answers_at_its_new_path()
    {
        await Serve("street/get/street.sql", "SELECT 1 AS n");
        await Until("/fn/street", 200, One);
        Directory.Move(Path.Combine(Files.Path, "street"), Path.Combine(Files.Path, "avenue"));
        await Until("/fn/avenue", 200, One);
        await Until("/fn/street", 404);
    }

    [Fact]
    public async Task A_file_with_an_error_leaves_its_last_good_version_serving()
    {
        await Serve("broken/get/broken.sql", "SELECT 1 AS n");
        await Until("/fn/broken", 200, One);
        Files.Write("broken/get/broken.sql", "-- a comment\nSELECT 1 AS n\nFROM\n  nowhere_at_all");
        await UntilListed(""","state":"earlier version serves","problem":{"line":4,"message":""");
        (await Get("/__functions")).Body.ShouldContain("nowhere_at_all");
        await UntilLogged("broken/get/broken.sql:4: ");
        await Get("/fn/broken").ShouldAnswer(200, One);
        Files.Write("broken/get/broken.sql", "SELECT 2 AS n");
        await Until("/fn/broken", 200, Two);
        (await Get("/__functions")).Body.ShouldNotContain("nowhere_at_all");
    }

    [Fact]
    public async Task A_file_that_never_was_good_does_not_answer()
    {
        await Serve("never/get/never.sql", "SELEKT 1");
        await UntilListed("""{"file":"never/get/never.sql","state":"kept out","problem":{"line":1,"message":""");
        await UntilLogged("never/get/never.sql:1: ");
        (await Get("/fn/never")).Status.ShouldBe(404);
    }

    [Theory]
    [InlineData("misplaced.sql", "a file stands at [mount]/[method]/[function].sql")]
    [InlineData("a/b/c/deep.sql", "a file stands at [mount]/[method]/[function].sql")]
    [InlineData("Upper/get/function_name.sql", "the mount \\\"Upper\\\" is not of the form [a-z][a-z_0-9]+")]
    [InlineData("x/get/function_name.sql", "the mount \\\"x\\\" is not of the form [a-z][a-z_0-9]+")]
    [InlineData("misnamed/fetch/function_name.sql", "\\\"fetch\\\" is no method: get, post, put, patch or delete")]
    [InlineData("misnamed/GET/function_name.sql", "\\\"GET\\\" is no method: get, post, put, patch or delete. Did you mean \\\"get\\\"?")]
    [InlineData("misnamed/get/1st.sql", "the file \\\"1st.sql\\\" is not of the form [a-z][a-z_0-9]+.sql")]
    [InlineData("misnamed/put/all-persons.sql", "the file \\\"all-persons.sql\\\" is not of the form [a-z][a-z_0-9]+.sql")]
    [InlineData("misnamed/post/loud.SQL", "the file \\\"loud.SQL\\\" is not of the form [a-z][a-z_0-9]+.sql")]
    public async Task A_bad_name_is_kept_out_with_its_path_and_the_rest_serves(string path, string message)
    {
        await Serve("beside/get/beside.sql", "SELECT 1 AS n");
        await Serve(path, "SELECT 1 AS n");
        await UntilListed($$$"""{"file":"{{{path}}}","state":"kept out","problem":{"message":"{{{message}}}"}}""");
        await UntilLogged($"{path}: ");
        await Until("/fn/beside", 200, One);
        Files.Remove(path);
        await Until("/fn/misnamed", 404);
    }

    [Fact]
    public async Task A_second_file_for_a_method_is_kept_out_until_the_first_is_gone()
    {
        await Serve("pair/get/first.sql", "SELECT 1 AS n");
        await Until("/fn/pair", 200, One);
        await Serve("pair/get/another.sql", "SELECT 2 AS n");
        await UntilListed(
            """{"file":"pair/get/another.sql","state":"kept out","problem":{"message":"GET /pair is answered by pair/get/first.sql already"}}""");
        await Get("/fn/pair").ShouldAnswer(200, One);
        Files.Remove("pair/get/first.sql");
        await Until("/fn/pair", 200, Two);
    }

    [Theory]
    [InlineData("-- @timeuot 5s\nSELECT 1 AS n", 1, "there is no directive @timeuot. Did you mean @timeout?")]
    [InlineData("-- fine\n-- @timeout soon\nSELECT 1 AS n", 2, "@timeout is a time such as 500ms, 5s or 2m, at most a day")]
    [InlineData("-- @limit 5 pounds\nSELECT 1 AS n", 1, "@limit is a size such as 500, 64kb or 2mb")]
    [InlineData("-- @timeout 5s\n-- @timeout 6s\nSELECT 1 AS n", 2, "@timeout is there twice")]
    [InlineData("-- @param idd integer\nSELECT :id AS n", 1, "the query has no parameter :idd. Did you mean :id?")]
    [InlineData("-- @param id integer = one\nSELECT :id AS n", 1, "the default one is no JSON; a text stands in double quotes")]
    [InlineData("\n\n-- nothing else\n", 1, "the file holds no SQL")]
    [InlineData("SELECT 1 AS n;\n\nSELECT 2 AS n", 3, "a query is one statement, and here a second one starts")]
    [InlineData("\nDELETE FROM person", 2, "a GET changes nothing, and this is an DELETE: say -- @volatile if it is meant")]
    [InlineData("SELECT 1 AS n, 2 AS n", 1, "two columns are called \\\"n\\\": name one of them by AS")]
    public async Task What_is_wrong_with_a_file_is_said_with_its_line(string text, int line, string message)
    {
        await Serve("wrong/get/wrong.sql", text);
        await UntilListed(
            $$$"""{"file":"wrong/get/wrong.sql","state":"kept out","problem":{"line":{{{line}}},"message":"{{{message}}}"}}""");
        Files.Remove("wrong/get/wrong.sql");
        await Until("/fn/wrong", 404);
        while ((await Get("/__functions")).Body.Contains("wrong/get", StringComparison.Ordinal)) await Get("/fn/wrong");
    }

    [Fact]
    public async Task Files_of_editors_and_other_files_do_not_count()
    {
        await Serve("quiet/get/.quiet.sql.swp", "SELECT 1");
        await Serve("quiet/get/quiet.sql~", "SELECT 1");
        await Serve("quiet/README.md", "SELECT 1");
        await Serve(".git/get/quiet.sql", "SELECT 1");
        await Serve("quiet/get/quiet.sql", "SELECT 1 AS n");
        await Until("/fn/quiet", 200, One);
        var listing = (await Get("/__functions")).Body;
        listing.ShouldNotContain("swp");
        listing.ShouldNotContain("sql~");
        listing.ShouldNotContain("README");
        listing.ShouldNotContain(".git");
    }

    [Fact]
    public async Task What_the_database_said_is_not_shown_to_those_whom_a_proxy_announces()
    {
        await Serve("secret/get/secret.sql", "SELECT 1 FROM secret_table_name");
        await UntilListed("secret_table_name");
        var answer = await Send("GET", "/__functions", headers: ["X-Forwarded-For: 192.0.2.1"]);
        answer.Body.ShouldContain("""{"file":"secret/get/secret.sql","state":"kept out"}""");
        answer.Body.ShouldNotContain("secret_table_name");
    }

    [Fact]
    public async Task A_table_that_changes_under_a_query_is_no_failure()
    {
        // The server is started first, and makes the database.
        await Server.ProcessAsync(Stop);
        await using var connection = Server.Connect();
        await connection.OpenAsync(Stop);
        await using var command = connection.CreateCommand();
        command.CommandText = "CREATE TABLE shifting (a integer); INSERT INTO shifting VALUES (1)";
        await command.ExecuteNonQueryAsync(Stop);
        await Serve("shifting/get/shifting.sql", "SELECT * FROM shifting");
        await Until("/fn/shifting", 200, """[{"a":1}]""");
        command.CommandText = "ALTER TABLE shifting ADD COLUMN b text DEFAULT 'x'";
        await command.ExecuteNonQueryAsync(Stop);
        await Get("/fn/shifting").ShouldAnswer(200, """[{"a":1,"b":"x"}]""");
    }

    /// <summary>Writes a file under a server that runs.</summary>
    private async Task Serve(string path, string text)
    {
        await Server.ProcessAsync(Stop);
        Files.Write(path, text);
    }
}
