using Relata.Support;

namespace Relata.Conformance.Functions;

/// <summary>Files that are wrong when the server starts: it does not, and names them.</summary>
/// <param name="server">A server, for its database.</param>
public abstract class FunctionStartSpec(ConformanceServer server) : Specification(server)
{
    [Theory]
    [InlineData("get.sql: a file stands at [mount]/[method]/[function].sql", "get.sql")]
    [InlineData("persons/fetch/all_persons.sql: \"fetch\" is no method", "persons/fetch/all_persons.sql")]
    [InlineData("p/get/all_persons.sql: the mount \"p\" is not of the form", "p/get/all_persons.sql")]
    [InlineData("persons/get/All.sql: the file \"All.sql\" is not of the form", "persons/get/All.sql")]
    [InlineData("persons/get/beta.sql: GET /persons is answered by persons/get/alfa.sql already", "persons/get/alfa.sql", "persons/get/beta.sql")]
    public async Task A_bad_name_is_told(string expected, params string[] paths)
    {
        using var files = FunctionFolder.Of(paths.Select(path => KeyValuePair.Create(path, "SELECT 1 AS n")));
        await ShouldBeRefused(files, expected);
    }

    [Fact]
    public async Task Bad_SQL_is_told_with_its_line_and_so_is_every_other_problem()
    {
        using var files = FunctionFolder.Of(new Dictionary<string, string>
        {
            ["persons/get/all_persons.sql"] = "SELECT\n1 AS n\nFROM nowhere_at_all",
            ["persons/put/one_person.sql"] = "-- @tmeout 5s\nSELECT 1 AS n",
            ["persons/post/fine.sql"] = "SELECT 1 AS n",
        });
        var said = await ShouldBeRefused(files, "persons/get/all_persons.sql:3: ");
        said.ShouldContain("nowhere_at_all");
        said.ShouldContain("persons/put/one_person.sql:1: there is no directive @tmeout. Did you mean @timeout?");
        said.ShouldNotContain("fine.sql");
    }

    [Fact]
    public async Task A_directory_that_is_not_there_is_told()
    {
        using var files = FunctionFolder.Of([]);
        var said = await RefusedAsync(Path.Combine(files.Path, "nothing"));
        said.ShouldContain("nothing: there is no such directory");
    }

    private async Task<string> ShouldBeRefused(FunctionFolder files, string expected)
    {
        var said = await RefusedAsync(files.Path);
        said.ShouldContain(expected);
        return said;
    }

    private async Task<string> RefusedAsync(string directory)
    {
        await Server.ProcessAsync(Stop);
        var ended = await RelataProcess.RunAsync(
            ["serve", "--database", Server.Url, "--listen", "http://127.0.0.1:0", "--functions", directory], stop: Stop);
        ended.ExitCode.ShouldBe(1);
        ended.Errors.ShouldStartWith("relata: ");
        ended.Errors.TrimEnd().ShouldNotContain("\n");
        return ended.Errors;
    }
}
