using Relata.Conformance;
using Relata.Conformance.Ex;

namespace Relata.Databases.Postgres.Tests.Conformance;

/// <summary>What is special about statements in PostgreSQL's own words.</summary>
public sealed class RawSqlTests(PostgresExecServer server) : ExSpecification(server), IClassFixture<PostgresExecServer>
{
    [Fact]
    public async Task Values_are_written_by_the_types_of_the_result() => await Exec(
        """
        {"stmt":"SELECT $1::int AS number, $2::numeric AS price, $3::jsonb AS document, $4::timestamptz AS instant, ARRAY[1,2] AS list, '192.168.0.1'::inet AS address, 'x'::text AS words, true AS flag, '\\x0102'::bytea AS bytes, '1 day'::interval AS span, ROW(1,'a') AS pair","args":[1,1.50,{"a":[1,null]},"2024-07-19T11:45:00+02:00"]}
        """).ShouldAnswer(200,
        """[{"number":1,"price":1.50,"document":{"a": [1, null]},"instant":"2024-07-19T09:45:00Z","list":[1,2],"address":"192.168.0.1","words":"x","flag":true,"bytes":"AQI=","span":"P1D","pair":"(1,a)"}]""");

    [Fact]
    public async Task Rows_that_a_write_returns_are_answered()
    {
        await Exec("""{"stmt":"INSERT INTO place (id, name) VALUES ($1, $2) RETURNING id","args":[71,"x"]}""").ShouldAnswer(200, Ids("71"));
        await Exec("""{"stmt":"DELETE FROM place WHERE id = $1 RETURNING name","args":[71]}""").ShouldAnswer(200, """[{"name":"x"}]""");
    }

    [Fact]
    public async Task More_rows_than_are_answered_undo_a_write()
    {
        await Exec("""{"stmt":"INSERT INTO place (id, name) SELECT 80 + n, 'n' || n FROM generate_series(1, 6) AS n RETURNING id"}""")
            .ShouldBeError(400, "limit-exceeded");
        await IdsOf("/ex/place?id:gt=79").ShouldAnswer(200, "[]");
    }

    [Fact]
    public async Task More_bytes_than_are_gathered_are_refused()
    {
        var answer = await Exec(
            """{"stmt":"SELECT repeat('x', 20000000) AS words FROM generate_series(1, 4)"}""").ShouldBeError(400, "limit-exceeded");
        answer.Body.ShouldContain("more than 67108864 bytes");
        await Exec("""{"stmt":"SELECT id FROM place WHERE id = 1"}""").ShouldAnswer(200, Ids("1"));
    }

    [Theory]
    [InlineData("""{"stmt":"SELECT 1","args":[1]}""")]
    [InlineData("""{"stmt":"SELECT id FROM place WHERE id = $1","args":[1,2]}""")]
    [InlineData("""{"stmt":"SELECT id FROM place WHERE id = $1"}""")]
    [InlineData("""{"stmt":"SELECT id FROM place WHERE id = $2","args":[1]}""")]
    public Task Surplus_and_missing_arguments_are_refused(string body) => Exec(body).ShouldBeError(400, "bad-value");

    [Fact]
    public async Task What_a_statement_leaves_behind_is_gone()
    {
        await Exec("""{"stmt":"SET search_path = pg_catalog"}""").ShouldAnswer(200, "[]");
        await Exec("""{"stmt":"CREATE TEMPORARY TABLE kept (id int)"}""").ShouldAnswer(200, "[]");
        await Exec("""{"stmt":"SELECT pg_advisory_lock(77) IS NULL AS locked"}""");
        for (var i = 0; i < 5; i++)
        {
            await Exec("""{"stmt":"SELECT id FROM place WHERE id = 1"}""").ShouldAnswer(200, Ids("1"));
            await Exec("""{"stmt":"SELECT id FROM kept"}""").ShouldBeError(422, "database-refused");
        }

        await Exec("""{"stmt":"SELECT pg_try_advisory_lock(77) AS free"}""").ShouldAnswer(200, """[{"free":true}]""");
    }

    [Theory]
    [InlineData("SELECT 1; SELECT 2")]
    [InlineData("INSERT INTO place (id, name) VALUES (90, 'a'); COMMIT")]
    [InlineData("COPY place FROM STDIN")]
    [InlineData("SELECT $1")]
    [InlineData("LISTEN a; LISTEN b")]
    public async Task What_is_no_statement_with_a_result_is_refused(string statement)
    {
        var answer = await Exec($$"""{"stmt":"{{statement}}"}""");
        answer.Status.ShouldBeInRange(400, 422);
        await IdsOf("/ex/place?id=90").ShouldAnswer(200, "[]");
    }

    private Task<Answer> Exec(string body) => Ex("POST", "/ex/:exec", body);
}
