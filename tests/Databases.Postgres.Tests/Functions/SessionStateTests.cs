using Relata.Conformance;

namespace Relata.Databases.Postgres.Tests.Functions;

/// <summary>What a function leaves behind in its session is not there for anybody else.</summary>
public sealed class SessionStateTests(StoredFunctionServer server)
    : Specification(server), IClassFixture<StoredFunctionServer>
{
    [Fact]
    public async Task A_setting_of_a_query_ends_with_its_call()
    {
        for (var i = 0; i < 3; i++) (await Get("/fn/session?name=other")).Body.ShouldBe("""[{"name":"other"}]""");
        await Get("/fn/state").ShouldAnswer(200, """[{"other":false,"own":true}]""");
    }

    [Fact]
    public async Task A_role_and_a_temporary_table_of_a_function_end_with_its_call()
    {
        for (var i = 0; i < 3; i++) (await Post("/fn/session", "{}")).Status.ShouldBe(200);
        await Get("/person?id=1&fields=id").ShouldAnswer(200, """[{"id":1}]""");
        (await Post("/draft", """{"title":"after a role"}""")).Status.ShouldBe(201);
        await Get("/fn/state").ShouldAnswer(200, """[{"other":false,"own":true}]""");
    }
}
