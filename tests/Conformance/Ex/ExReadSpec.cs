namespace Relata.Conformance.Ex;

/// <summary>Reads of the ex dialect: its filters and its headers.</summary>
public abstract class ExReadSpec(ConformanceServer server) : ExSpecification(server)
{
    [Theory]
    [InlineData("/ex/place")]
    [InlineData("/ex/v1/place")]
    [InlineData("/ex/any/pre%20fix/place/")]
    public Task Names_the_table_by_the_last_segment(string path) => Ex("GET", path).ShouldAnswer(200,
        """[{"id":1,"name":"Aden"},{"id":2,"name":"Bergen"},{"id":3,"name":"Cádiz"}]""");

    [Fact]
    public Task Names_a_table_with_its_schema() =>
        IdsOf($"/ex/{Server.Schema}.place?id=2").ShouldAnswer(200, Ids("2"));

    [Theory]
    [InlineData("id=2", "2")]
    [InlineData("id:eq=2", "2")]
    [InlineData("id:EQ=2", "2")]
    [InlineData("id:not_eq=2", "1,3,4,5,6")]
    [InlineData("id:gt=4", "5,6")]
    [InlineData("id:gt_eq=4", "4,5,6")]
    [InlineData("id:lt=3", "1,2")]
    [InlineData("id:lt_eq=3", "1,2,3")]
    [InlineData("id:in=1,3,9", "1,3")]
    [InlineData("id:in=", "")]
    [InlineData("id:not_in=1,3,9", "2,4,5,6")]
    [InlineData("id:not_in=", "1,2,3,4,5,6")]
    [InlineData("id:btwn=2,4", "2,3,4")]
    [InlineData("id:not_btwn=2,4", "1,5,6")]
    [InlineData("name:like=%25a", "1")]
    [InlineData("name:like=_r%25", "2")]
    [InlineData("name:like=Ada", "1")]
    [InlineData("name:like=ADA", "")]
    [InlineData("name:not_like=%25e%25", "1,2,4")]
    [InlineData("score:is=null", "4,6")]
    [InlineData("score:is_not=null", "1,2,3,5")]
    [InlineData("is_active:is=true", "1,2,4,6")]
    [InlineData("is_active:is=FALSE", "3,5")]
    [InlineData("is_active:is_not=true", "3,5")]
    [InlineData("name=null", "")]
    public Task Filters(string filter, string ids) => IdsOf($"/ex/person?{filter}").ShouldAnswer(200, Ids(ids));

    [Theory]
    [InlineData("id:gt=1&id:lt=5", "2,3,4")]
    [InlineData("id:gt=1&id:gt=3", "4,5,6")]
    [InlineData("id:gt=1&is_active=true&name:like=%25o%25", "2")]
    public Task Applies_every_filter_also_several_of_one_column(string filters, string ids) =>
        IdsOf($"/ex/person?{filters}").ShouldAnswer(200, Ids(ids));

    [Fact]
    public Task Keeps_nulls_and_types() => Ex("GET", "/ex/person?id=4").ShouldAnswer(200,
        """[{"id":4,"name":"Дарья","nickname":"ДАША","email":null,"is_active":true,"score":null,"born":"2001-05-05","mentor_id":2}]""");

    [Fact]
    public async Task Orders_limits_and_passes_over()
    {
        await IdsOf("/ex/person", "X-Order-By: score, id desc", "X-Limit: 4").ShouldAnswer(200, Ids("5,2,3,1"));
        await IdsOf("/ex/person", "X-Order-By: born DESC,id", "X-Limit: 3").ShouldAnswer(200, Ids("2,6,4"));
        await IdsOf("/ex/person", "X-Limit: 2", "X-Offset: 3").ShouldAnswer(200, Ids("4,5"));
        await IdsOf("/ex/person", "X-Offset: 4").ShouldAnswer(200, Ids("5,6"));
        await IdsOf("/ex/person", "X-Limit: 0").ShouldAnswer(200, "[]");
    }

    [Fact]
    public Task Answers_the_columns_asked_for() => Ex("GET", "/ex/person?id=1", null, "X-Columns: name, id")
        .ShouldAnswer(200, """[{"name":"Ada","id":1}]""");

    [Fact]
    public async Task Groups()
    {
        await Ex("GET", "/ex/person", null, "X-Group-By: is_active", "X-Order-By: is_active desc")
            .ShouldAnswer(200, """[{"is_active":true},{"is_active":false}]""");
        await Ex("GET", "/ex/person?id:lt=4", null, "X-Group-By: is_active,score", "X-Columns: score", "X-Order-By: score")
            .ShouldAnswer(200, """[{"score":70.00},{"score":90.50},{"score":90.50}]""");
        await Ex("GET", "/ex/person", null, "X-Group-By: is_active", "X-Columns: id").ShouldBeError(400, "unknown-column", "id");
        await Ex("GET", "/ex/person", null, "X-Group-By: is_active", "X-Order-By: id").ShouldBeError(
            400, "unknown-column", "ordered by their groups and aggregates only, and \\\"id\\\" is neither.");
    }

    [Fact]
    public async Task Answers_the_first_rows_of_each_group()
    {
        await IdsOf("/ex/person", "X-Partition-By: is_active", "X-Limit: 1", "X-Order-By: id desc").ShouldAnswer(200, Ids("6,5"));
        await IdsOf("/ex/person?id:gt=1", "X-Partition-By: is_active", "X-Limit: 1").ShouldAnswer(200, Ids("2,3"));
        await IdsOf("/ex/person", "X-Partition-By: is_active,score", "X-Limit: 1").ShouldAnswer(200, Ids("1,2,3,4,5"));
        await Ex("GET", "/ex/crew", null, "X-Partition-By: voyage_id", "X-Limit: 1").ShouldAnswer(200,
            """[{"voyage_id":1,"person_id":1,"role":"captain"},{"voyage_id":2,"person_id":2,"role":null}]""");
        await IdsOf("/ex/person", "X-Partition-By: is_active").ShouldBeError(400, "not-applicable", "limit");
        await IdsOf("/ex/person", "X-Partition-By: is_active", "X-Limit: 1", "X-Offset: 1").ShouldBeError(400, "not-applicable");
        await IdsOf("/ex/person", "X-Partition-By: is_activ", "X-Limit: 1").ShouldBeError(400, "unknown-column", "is_active");
    }

    [Fact]
    public Task Finds_columns_whose_names_hold_blanks_and_words_of_SQL() =>
        Ex("GET", "/ex/order?limit:gt=3", null, "X-Columns: select", "X-Order-By: group by,select desc")
            .ShouldAnswer(200, """[{"select":1},{"select":2}]""");

    [Theory]
    [InlineData("/ex/person?id:gtt=1", "unknown-option", "gt")]
    [InlineData("/ex/person?nam=x", "unknown-column", "name")]
    [InlineData("/ex/person?nam:like=x", "unknown-column", "name")]
    [InlineData("/ex/person?id=x", "bad-value", "integer")]
    [InlineData("/ex/person?id:btwn=1", "bad-value", "two values")]
    [InlineData("/ex/person?id:btwn=1,2,3", "bad-value", "two values")]
    [InlineData("/ex/person?id:is=maybe", "bad-value", "true, false or null")]
    [InlineData("/ex/person?name:is=true", "not-applicable", null)]
    [InlineData("/ex/person?id:like=1", "not-applicable", null)]
    public async Task Refuses_filters_that_mean_nothing(string target, string code, string? says)
    {
        await Ex("GET", target).ShouldBeError(400, code, says);
        await Ex("DELETE", target).ShouldBeError(400, code, says);
        await IdsOf("/ex/person").ShouldAnswer(200, Ids("1,2,3,4,5,6"));
    }

    [Theory]
    [InlineData("X-Limit: value", "bad-value")]
    [InlineData("X-Limit: -1", "bad-value")]
    [InlineData("X-Limit: ", "bad-value")]
    [InlineData("X-Order-By: ", "bad-value")]
    [InlineData("X-Limit: 10001", "limit-exceeded")]
    [InlineData("X-Offset: 1.5", "bad-value")]
    [InlineData("X-Order-By: id sideways", "bad-value")]
    [InlineData("X-Order-By: ident", "unknown-column")]
    [InlineData("X-Order-By: id,,name", "bad-value")]
    [InlineData("X-Columns: id;drop", "unknown-column")]
    [InlineData("X-Group-By: nam", "unknown-column")]
    [InlineData("X-On-Conflict-Ignore: true", "unknown-option")]
    [InlineData("X-Limits: 1", "unknown-option")]
    [InlineData("x-oder-by: id", "unknown-option")]
    public Task Refuses_headers_that_mean_nothing(string header, string code) =>
        Ex("GET", "/ex/person", null, header).ShouldBeError(400, code);

    [Fact]
    public async Task Says_what_is_not_there_and_what_is_not_possible()
    {
        await Ex("GET", "/ex/persons").ShouldBeError(404, "unknown-table", "person");
        await Ex("GET", "/ex/").ShouldBeError(404, "route-not-found");
        var answer = await Ex("PATCH", "/ex/person?id=1", "{}").ShouldBeError(405, "method-not-allowed");
        answer.Header("Allow").ShouldBe("DELETE, GET, HEAD, OPTIONS, POST, PUT");
        answer = await Ex("OPTIONS", "/ex/v1/person");
        answer.Header("Allow").ShouldBe("DELETE, GET, HEAD, OPTIONS, POST, PUT");
        (await Ex("OPTIONS", "/ex/:batch")).Header("Allow").ShouldBe("OPTIONS, POST");
        (await Ex("HEAD", "/ex/person")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Says_where_a_header_goes_wrong()
    {
        var answer = await Ex("GET", "/ex/person", null, "X-Limit: value");
        answer.Body.ShouldContain("""
            "at":{"part":"header X-Limit","offset":0,"length":5}
            """.Trim());
    }
}
