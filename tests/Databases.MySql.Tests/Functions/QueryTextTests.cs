using Relata.Conformance.Functions;

namespace Relata.Databases.MySql.Tests.Functions;

/// <summary>What the text of a file may hold on MariaDB.</summary>
public sealed class QueryTextTests(EmptyFolderServer server)
    : FunctionSpecification(server), IClassFixture<EmptyFolderServer>
{
    [Theory]
    [InlineData("SELECT :id AS a,\n  ? AS b", "a parameter is written :name")]
    [InlineData("BEGIN\n  RETURN ?;\nEND", "a function reads params")]
    [InlineData("CREATE FUNCTION refused(params JSON) RETURNS JSON\n  RETURN ?", "a function reads params")]
    public async Task A_placeholder_is_refused_with_its_line(string text, string hint)
    {
        await Serve("refused/get/refused.sql", text);
        await UntilListed($$$"""
            {"file":"refused/get/refused.sql","state":"kept out","problem":{"line":2,"message":"? means nothing in a file: {{{hint}}}"}}
            """);
        await UntilLogged("refused/get/refused.sql:2: ");
        Files.Remove("refused/get/refused.sql");
        await Until("/fn/refused", 404);
    }

    [Theory]
    [InlineData("@id", "@id")]
    [InlineData("@`id`", "@")]
    public async Task A_variable_is_refused_in_a_query(string variable, string named)
    {
        await Serve("variable/get/variable.sql", $"SELECT :id AS a, {variable} AS b");
        await UntilListed($$$"""
            {"file":"variable/get/variable.sql","state":"kept out","problem":{"line":1,"message":"{{{named}}} means nothing in a file: a parameter is written :name"}}
            """);
        Files.Remove("variable/get/variable.sql");
        await Until("/fn/variable", 404);
    }

    [Fact]
    public async Task A_variable_of_a_function_is_of_one_call()
    {
        await Serve("held/get/held.sql", """
            BEGIN
                SET @held = IFNULL(@held, 0) + 1;
                RETURN JSON_OBJECT('again', @held > 1);
            END
            """);
        for (var i = 0; i < 10; i++) await Until("/fn/held", 200, """{"again": false}""");
    }

    [Fact]
    public async Task In_texts_names_and_comments_they_are_what_they_are()
    {
        await Serve("taken/get/taken.sql", """
            -- is it ? or @id
            SELECT '?' AS a, "it's @id" AS b, `c?`, @@sql_select_limit > 0 AS d, name
            FROM person JOIN (SELECT 1 AS `c?`) AS one
            WHERE id = :id /* ? */ # ?
            """);
        await Until("/fn/taken?id=1", 200, """[{"a":"?","b":"it's @id","c?":1,"d":1,"name":"Ada"}]""");
    }

    private async Task Serve(string path, string text)
    {
        await Server.ProcessAsync(Stop);
        Files.Write(path, text);
    }
}
