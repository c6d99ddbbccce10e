namespace Relata.Conformance.Ex;

/// <summary>Batches of the ex dialect: one transaction, in which values have types.</summary>
public abstract class ExBatchSpec(ConformanceServer server) : ExSpecification(server)
{
    [Fact]
    public async Task Answers_the_last_result_or_every_one()
    {
        const string body = """
            {"requests":[
                {"action":"INSERT","resource":"place","values":{"id":11,"name":"a"}},
                {"action":"insert","resource":"place","values":[{"id":12,"name":"b"},{"id":13,"name":"c"}]},
                {"action":"UPDATE","resource":"place","where":{"id":12},"values":{"name":"changed"}},
                {"action":"DELETE","resource":"place","where":{"id:btwn":[12,19]},"order":["id desc"],"limit":1},
                {"action":"QUERY","resource":"place","where":{"id:gt":10},"columns":["name"],"order":["name desc"]}]}
            """;
        await Ex("POST", "/ex/:batch", body).ShouldAnswer(200, """[{"name":"changed"},{"name":"a"}]""");
        (await Ex("DELETE", "/ex/place?id:gt=10")).Status.ShouldBe(200);
        await Ex("POST", "/ex/v1/:batch?results=all", body).ShouldAnswer(200,
            """[[{"id":11,"name":"a"}],[{"id":12,"name":"b"},{"id":13,"name":"c"}],[{"id":12,"name":"changed"}],[{"id":13,"name":"c"}],[{"name":"changed"},{"name":"a"}]]""");
    }

    [Theory]
    [InlineData("""{"score":null}""", "4,6")]
    [InlineData("""{"score:not_eq":null,"id:lt":3}""", "1,2")]
    [InlineData("""{"score:is":null}""", "4,6")]
    [InlineData("""{"score:is_not":"null","id:gt":2}""", "3,5")]
    [InlineData("""{"is_active":false}""", "3,5")]
    [InlineData("""{"is_active:is":true,"id:lt":3}""", "1,2")]
    [InlineData("""{"id:in":[1,2]}""", "1,2")]
    [InlineData("""{"id:in":"1,2"}""", "1,2")]
    [InlineData("""{"id:in":[]}""", "")]
    [InlineData("""{"id:not_in":["1","2","3","4"]}""", "5,6")]
    [InlineData("""{"id:btwn":["5",6]}""", "5,6")]
    [InlineData("""{"name:like":"%a"}""", "1")]
    [InlineData("""{"name":"null"}""", "")]
    public Task Filters_by_values_with_types(string where, string ids) => Ex("POST", "/ex/:batch",
        $$"""{"requests":[{"action":"QUERY","resource":"person","where":{{where}},"columns":["id"],"order":["id"]}]}""")
            .ShouldAnswer(200, Ids(ids));

    [Fact]
    public Task Filters_by_several_values_of_one_operator() => Ex("POST", "/ex/:batch", """
        {"requests":[{"action":"QUERY","resource":"person","where":[{"id:not_eq":1,"id:lt":5},{"id:not_eq":3}],"columns":["id"]}]}
        """).ShouldAnswer(200, Ids("2,4"));

    [Theory]
    [InlineData("X-Limit: 1")]
    [InlineData("X-Columns: id")]
    [InlineData("X-On-Conflict-Ignore: true")]
    public Task Refuses_headers_that_mean_nothing(string header) => Ex("POST", "/ex/:batch",
        """{"requests":[{"action":"DELETE","resource":"place","where":{"id":-1}}]}""", header)
            .ShouldBeError(400, "unknown-option");

    [Fact]
    public async Task Groups_parts_and_upserts()
    {
        await Ex("POST", "/ex/:batch?results=all", """
            [{"action":"QUERY","resource":"person","group":["is_active"],"order":["is_active"]},
             {"action":"QUERY","resource":"person","partition":["is_active"],"limit":1,"columns":["id"]},
             {"action":"INSERT","resource":"place","values":{"id":1,"name":"x"},"on_conflict":{"ignore":"true"}},
             {"action":"INSERT","resource":"place","values":{"id":1,"name":"Aden!"},"on_conflict":{"constraint":["id"],"update":["name"]}},
             {"action":"UPDATE","resource":"place","where":{"id":1},"values":{"name":"Aden"}}]
            """).ShouldAnswer(200,
            """[[{"is_active":false},{"is_active":true}],[{"id":1},{"id":3}],[],[{"id":1,"name":"Aden!"}],[{"id":1,"name":"Aden"}]]""");
    }

    [Theory]
    [InlineData("""{"action":"DELETE","resource":"shelf","where":{"capacity:btwn":[1]}}""", 400, "bad-value")]
    [InlineData("""{"action":"DELETE","resource":"shelf","where":{"capacity:btwn":"1"}}""", 400, "bad-value")]
    [InlineData("""{"action":"DELETE","resource":"shelf","where":{"capacity:above":1}}""", 400, "unknown-option")]
    [InlineData("""{"action":"DELETE","resource":"shelf","where":{"capacity:gt":null}}""", 400, "bad-value")]
    [InlineData("""{"action":"DELETE","resource":"shelf","where":{"capacity:in":[1,null]}}""", 400, "bad-value")]
    [InlineData("""{"action":"DELETE","resource":"shelf","where":{"capacity":"ten"}}""", 400, "bad-value")]
    [InlineData("""{"action":"DELETE","resource":"shelf","where":{"capacity":{"a":1}}}""", 400, "bad-value")]
    [InlineData("""{"action":"DELETE","resource":"shelf","where":[]}""", 400, "malformed-body")]
    [InlineData("""{"action":"DELETE","resource":"shelf","wher":{"capacity":1}}""", 400, "unknown-option")]
    [InlineData("""{"action":"DELETE","resource":"shelf","columns":["room"]}""", 400, "unknown-option")]
    [InlineData("""{"action":"DELETE","resource":"shelf","limit":"1"}""", 400, "malformed-body")]
    [InlineData("""{"action":"DELETE","resource":"shelfs"}""", 404, "unknown-table")]
    [InlineData("""{"action":"DROP","resource":"shelf"}""", 400, "malformed-body")]
    [InlineData("""{"resource":"shelf"}""", 400, "malformed-body")]
    [InlineData("""{"stmt":"DELETE FROM shelf","args":[]}""", 400, "malformed-body")]
    [InlineData("""{"action":"UPDATE","resource":"shelf","values":[]}""", 400, "malformed-body")]
    [InlineData("""{"action":"INSERT","resource":"shelf","values":{"room":"a","label":"b"}}""", 409, "unique-violation")]
    [InlineData("1", 400, "malformed-body")]
    public async Task Does_nothing_of_a_batch_with_a_request_that_is_refused(string request, int status, string code)
    {
        var rows = (await Ex("GET", "/ex/shelf")).Body;
        var answer = await Ex("POST", "/ex/:batch",
            $$"""{"requests":[{"action":"INSERT","resource":"shelf","values":{"room":"new","label":"new"} },{{request}}]}""")
                .ShouldBeError(status, code);
        answer.Body.ShouldContain("requests[1]");
        await Ex("GET", "/ex/shelf").ShouldAnswer(200, rows);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"requests":{}}""")]
    [InlineData("""{"requests":[],"more":1}""")]
    public Task Refuses_what_is_no_batch(string body) => Ex("POST", "/ex/:batch", body).ShouldBeError(400, "malformed-body");

    [Fact]
    public async Task Refuses_other_methods_options_and_raw_SQL()
    {
        (await Ex("GET", "/ex/:batch").ShouldBeError(405, "method-not-allowed", "Possible: OPTIONS, POST."))
            .Header("Allow").ShouldBe("OPTIONS, POST");
        (await Ex("POST", "/ex/:batch", """[{"action":"DELETE","resource":"active_person"}]""")
            .ShouldBeError(405, "method-not-allowed")).Header("Allow").ShouldBe("OPTIONS, POST");
        await Ex("POST", "/ex/:batch?results=some", "[]").ShouldBeError(400, "bad-value");
        await Ex("POST", "/ex/:batch?result=all", "[]").ShouldBeError(400, "unknown-option");
        await Ex("POST", "/ex/:batch?results=all&results=last", "[]").ShouldBeError(400, "malformed-syntax", "given twice");
        await Ex("POST", "/ex/:exec", """{"stmt":"SELECT 1","args":[]}""").ShouldBeError(404, "unknown-table");
        await Ex("POST", "/ex/:batch", "[]").ShouldAnswer(200, "[]");
    }
}
