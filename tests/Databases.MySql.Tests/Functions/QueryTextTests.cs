using Relata.Conformance.Functions;

namespace Relata.Databases.MySql.Tests.Functions;

/// <summary>What the text of a query may hold on MariaDB.</summary>
public sealed class QueryTextTests(EmptyFolderServer server)
    : FunctionSpecification(server), IClassFixture<EmptyFolderServer>
{
    [Theory]
    [InlineData("?", "?")]
    [InlineData("@id", "@id")]
    [InlineData("@`id`", "@")]
    public async Task Placeholders_and_variables_are_refused_with_their_line(string other, string named)
    {
        await Serve("refused/get/refused.sql", $"SELECT :id AS a,\n  {other} AS b");
        await UntilListed($$$"""
            {"file":"refused/get/refused.sql","state":"kept out","problem":{"line":2,"message":"{{{named}}} means nothing in a file: a parameter is written :name"}}
            """);
        await UntilLogged("refused/get/refused.sql:2: ");
        Files.Remove("refused/get/refused.sql");
        await Until("/fn/refused", 404);
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
