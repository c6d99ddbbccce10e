using Relata.Conformance;
using Relata.Conformance.Ex;

namespace Relata.Databases.MySql.Tests.Conformance;

/// <summary>What is special about statements in MariaDB's own words.</summary>
public sealed class RawSqlTests(MySqlExecServer server) : ExSpecification(server), IClassFixture<MySqlExecServer>
{
    [Theory]
    [InlineData("SELECT ';?' AS a, \"it\\\\'s; ?\" AS b, `id` FROM place WHERE id = ? /* ; ? */ -- ; ?\n;", 1, 200)]
    [InlineData("SELECT id FROM place WHERE id = 1 # ; DELETE", 0, 200)]
    [InlineData("SELECT id FROM place /* ' */; DELETE FROM place /* ' */", 0, 400)]
    [InlineData("SELECT id FROM place /*! ; DELETE FROM place */", 0, 400)]
    [InlineData("SELECT id FROM place WHERE id = '?'", 1, 400)]
    [InlineData("SELECT id FROM place WHERE id = ?", 0, 400)]
    public async Task One_statement_is_told_from_several(string statement, int arguments, int status)
    {
        var body = System.Text.Json.JsonSerializer.Serialize(
            new { stmt = statement, args = Enumerable.Repeat(1, arguments) });
        (await Ex("POST", "/ex/:exec", body)).Status.ShouldBe(status);
    }

    [Fact]
    public async Task Values_are_written_by_the_types_of_the_result()
    {
        const string statement = """
            {"stmt":"SELECT CAST('2024-07-19 11:45:00.5' AS datetime(6)) AS moment, CAST('2024-07-19' AS date) AS day, CAST('11:45:00' AS time) AS at, 1.50 AS price, TRUE AS flag, 18446744073709551615 AS large, X'0102' AS bytes, NULL AS nothing"}
            """;
        await Ex("POST", "/ex/:exec", statement).ShouldAnswer(200,
            """[{"moment":"2024-07-19T11:45:00.5","day":"2024-07-19","at":"11:45:00","price":1.50,"flag":1,"large":18446744073709551615,"bytes":"AQI=","nothing":null}]""");
    }

    [Fact]
    public async Task Times_go_beyond_a_day() => await Ex("POST", "/ex/:exec",
        """{"stmt":"SELECT CAST('26:00:00.5' AS time(6)) AS a, CAST('838:59:59' AS time) AS b, CAST('-00:00:01' AS time) AS c"}""")
        .ShouldAnswer(200, """[{"a":"26:00:00.5","b":"838:59:59","c":"-00:00:01"}]""");

    [Fact]
    public async Task What_a_statement_sets_is_gone_behind_it()
    {
        await Ex("POST", "/ex/:exec", """{"stmt":"SET time_zone = '+05:00'"}""").ShouldAnswer(200, "[]");
        for (var i = 0; i < 4; i++)
            await Ex("POST", "/ex/:exec", """{"stmt":"SELECT @@time_zone AS zone"}""").ShouldAnswer(200, """[{"zone":"+00:00"}]""");
    }
}
