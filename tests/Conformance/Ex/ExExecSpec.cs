namespace Relata.Conformance.Ex;

/// <summary>Statements in the database's own words, where the operator allows them.</summary>
public abstract class ExExecSpec(ConformanceServer server) : ExSpecification(server)
{
    /// <summary>What the operator set.</summary>
    public const string Configuration =
        """{ "ex": { "exec": true }, "limits": { "defaultRows": 5, "maxRows": 5 } }""";

    /// <summary>What the operator of a server in front set.</summary>
    public const string FrontConfiguration = """{ "ex": { "exec": true } }""";

    [Fact]
    public async Task Answers_rows()
    {
        await Exec("""{"stmt":["SELECT id, name FROM place WHERE id = "," OR name = "," ORDER BY id"],"args":[2,"Aden"]}""")
            .ShouldAnswer(200, """[{"id":1,"name":"Aden"},{"id":2,"name":"Bergen"}]""");
        await Exec("""{"stmt":"SELECT id FROM place WHERE id = 3"}""").ShouldAnswer(200, Ids("3"));
        await Exec("""{"stmt":"SELECT id FROM place WHERE id = -3","args":[]}""").ShouldAnswer(200, "[]");
    }

    [Fact]
    public async Task Answers_values_with_their_types()
    {
        await Ex("POST", "/ex/scratch", """{"id":1,"words":"true \"é","price":1.5,"ratio":0.25,"day":"2024-07-19"}""");
        await Exec("""{"stmt":"SELECT id, words, number, price, ratio, day FROM scratch"}""").ShouldAnswer(
            200, """[{"id":1,"words":"true \"é","number":null,"price":1.50,"ratio":0.25,"day":"2024-07-19"}]""");
    }

    [Fact]
    public async Task Writes_in_one_transaction()
    {
        await Exec("""{"stmt":["INSERT INTO place (id, name) VALUES (",", ",")"],"args":[31,"a'); DROP TABLE place; --"]}""")
            .ShouldAnswer(200, "[]");
        await Ex("GET", "/ex/place?id=31").ShouldAnswer(200, """[{"id":31,"name":"a'); DROP TABLE place; --"}]""");
        await Exec("""{"stmt":["UPDATE person SET nickname = "," WHERE id = ",""],"args":[null,6]}""").ShouldAnswer(200, "[]");
        await Ex("GET", "/ex/person?id=6", null, "X-Columns: nickname").ShouldAnswer(200, """[{"nickname":null}]""");
        await Exec("""{"stmt":["DELETE FROM place WHERE id = ",""],"args":[31]}""").ShouldAnswer(200, "[]");
        await IdsOf("/ex/place?id=31").ShouldAnswer(200, "[]");
    }

    [Theory]
    [InlineData("SELEC id FROM place", 422, "database-refused")]
    [InlineData("SELECT id FROM plac", 422, "database-refused")]
    [InlineData("SELECT secret FROM place", 422, "database-refused")]
    [InlineData("INSERT INTO place (id, name) VALUES (1, 'again')", 409, "unique-violation")]
    [InlineData("INSERT INTO place (id) VALUES (41)", 422, "not-null-violation")]
    [InlineData("SELECT id AS a, name AS a FROM place", 400, "not-applicable")]
    [InlineData("SELECT id FROM person", 400, "limit-exceeded")]
    [InlineData("COMMIT", 400, "not-applicable")]
    [InlineData("  -- why\n /* not */ rollback", 400, "not-applicable")]
    [InlineData("BEGIN", 400, "not-applicable")]
    public async Task Refuses_what_the_database_refuses(string statement, int status, string code)
    {
        var answer = await Exec($$"""{"stmt":{{System.Text.Json.JsonSerializer.Serialize(statement)}}}""").ShouldBeError(status, code);
        answer.Body.ShouldNotContain("SELEC");
        answer.Body.ShouldNotContain("INSERT");
        answer.Body.ShouldNotContain("secret");
        answer.Body.ShouldNotContain("syntax");
        await Exec("""{"stmt":"SELECT id FROM place WHERE id = 1"}""").ShouldAnswer(200, Ids("1"));
    }

    [Fact]
    public async Task Does_nothing_of_several_statements_or_of_one_with_missing_arguments()
    {
        var several = await Exec(
            """{"stmt":"INSERT INTO place (id, name) VALUES (51, 'a'); INSERT INTO place (id, name) VALUES (52, 'b')"}""");
        several.Status.ShouldBeInRange(400, 422);
        (await Exec("""{"stmt":"INSERT INTO place (id, name) VALUES (53, 'c')","args":[1]}""")).Status.ShouldBeInRange(400, 422);
        await IdsOf("/ex/place?id:btwn=51,59").ShouldAnswer(200, "[]");
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"stmt":1}""")]
    [InlineData("""{"stmt":[]}""")]
    [InlineData("""{"stmt":" "}""")]
    [InlineData("""{"stmt":["SELECT 1"],"args":[1]}""")]
    [InlineData("""{"stmt":"SELECT 1","args":{}}""")]
    [InlineData("""{"stmt":"SELECT 1","more":1}""")]
    public Task Refuses_what_is_no_statement(string body) => Exec(body).ShouldBeError(400, "malformed-body");

    [Fact]
    public async Task Refuses_other_methods_headers_and_options()
    {
        (await Ex("GET", "/ex/:exec").ShouldBeError(405, "method-not-allowed")).Header("Allow").ShouldBe("OPTIONS, POST");
        (await Ex("OPTIONS", "/ex/:exec")).Header("Allow").ShouldBe("OPTIONS, POST");
        await Ex("POST", "/ex/:exec", """{"stmt":"SELECT 1"}""", "X-Limit: 1").ShouldBeError(400, "unknown-option");
        await Ex("POST", "/ex/:exec?a=1", """{"stmt":"SELECT 1"}""").ShouldBeError(400, "unknown-option");
        await Ex("POST", "/ex/:batch", """[{"action":"QUERY","resource":":exec"}]""").ShouldBeError(404, "unknown-table");
    }

    private Task<Answer> Exec(string body) => Ex("POST", "/ex/v1/:exec", body);
}

/// <summary>Statements for the server over the database.</summary>
public abstract class ExExecOfDatabaseSpec(ConformanceServer server) : ExExecSpec(server);

/// <summary>Statements through a server in front of it.</summary>
public abstract class ExExecThroughFrontSpec(ConformanceServer server) : ExExecSpec(server);
