namespace Relata.Conformance;

/// <summary>The order of lists: by whom, in which direction, where NULL stands and what happens to ties.</summary>
public abstract class OrderSpec(ConformanceServer server) : Specification(server)
{
    [Theory]
    [InlineData("order_by=score", "5,2,1,3,4,6")]
    [InlineData("order_by=score&order=asc", "5,2,1,3,4,6")]
    [InlineData("order_by=score&order=desc", "4,6,1,3,2,5")]
    [InlineData("ordering=-score", "4,6,1,3,2,5")]
    [InlineData("score__asc", "5,2,1,3,4,6")]
    [InlineData("score__desc", "4,6,1,3,2,5")]
    [InlineData("score__desc=true", "4,6,1,3,2,5")]
    public Task Puts_NULL_last_and_in_a_descending_order_first(string order, string ids) =>
        Orders("person", order, ids);

    [Theory]
    [InlineData("", "1,2,3,4,5,6")]
    [InlineData("ordering=-id", "6,5,4,3,2,1")]
    [InlineData("ordering=is_active", "3,5,1,2,4,6")]
    [InlineData("ordering=-is_active", "1,2,4,6,3,5")]
    [InlineData("ordering=born", "1,3,5,4,2,6")]
    [InlineData("ordering=-born", "2,6,4,3,5,1")]
    public Task Breaks_ties_by_the_key(string order, string ids) => Orders("person", order, ids);

    [Theory]
    [InlineData("ordering=is_active,-score", "3,5,4,6,1,2")]
    [InlineData("ordering=-score,-name", "4,6,3,1,2,5")]
    [InlineData("order_by=is_active,id&order=desc", "6,4,2,1,5,3")]
    [InlineData("order_by=is_active&order_by=score", "5,3,2,1,4,6")]
    [InlineData("is_active__desc&score__asc", "2,1,4,6,5,3")]
    [InlineData("score__asc&is_active__desc", "5,2,1,3,4,6")]
    [InlineData("order_by=is_active&id__desc", "5,3,6,4,2,1")]
    public Task Keeps_several_keys_in_the_order_in_which_they_are_written(string order, string ids) =>
        Orders("person", order, ids);

    [Theory]
    [InlineData("ordering=name", "1,2,6,5,3,4")]
    [InlineData("ordering=-name", "4,3,5,6,2,1")]
    public Task Orders_text_by_its_code_points(string order, string ids) => Orders("person", order, ids);

    [Theory]
    [InlineData("ordering=large", "3,5,1,2,4")]
    [InlineData("ordering=price", "3,5,1,2,4")]
    [InlineData("ordering=ratio", "3,5,1,2,4")]
    [InlineData("ordering=day", "3,5,1,2,4")]
    [InlineData("ordering=clock", "3,1,5,2,4")]
    [InlineData("ordering=instant", "3,5,1,2,4")]
    [InlineData("ordering=token", "3,1,5,2,4")]
    [InlineData("ordering=payload", "2,1,5,3,4")]
    [InlineData("ordering=-small", "4,2,1,5,3")]
    public Task Orders_values_of_every_type(string order, string ids) => Orders("specimen", order, ids);

    [Fact]
    public Task Breaks_ties_by_every_column_of_a_key() =>
        Get("/shift?ordering=-voyage_id&fields=person_id,number").ShouldAnswer(200,
            """[{"person_id":1,"number":1},{"person_id":2,"number":1},{"person_id":2,"number":2}]""");

    [Fact]
    public Task Orders_together_with_filters_and_fields() =>
        Get("/person?is_active=true&ordering=-name&fields=name").ShouldAnswer(200,
            """[{"name":"Дарья"},{"name":"O'Neil; DROP"},{"name":"Brook"},{"name":"Ada"}]""");

    [Fact]
    public async Task Refuses_an_order_that_cannot_be()
    {
        await Get("/person?order_by=nam").ShouldFail(400, "unknown-column",
            "\"person\" has no column \"nam\".", "Did you mean \"name\"?", "query 9 3");
        await Get("/person?ordering=id,-nam").ShouldFail(400, "unknown-column",
            "\"person\" has no column \"nam\".", "Did you mean \"name\"?", "query 9 7");
        await Get("/person?nam__asc").ShouldFail(400, "unknown-column",
            "\"person\" has no column \"nam\".", "Did you mean \"name\"?", "query 0 3");
        await Get("/person?ordering=name,-name").ShouldFail(400, "malformed-syntax",
            "The order names \"name\" twice.", null, "query 9 10");
        await Get("/person?order=desc").ShouldFail(400, "bad-value",
            "\"order\" is the direction of \"order_by\", which is missing.", null, "query 6 4");
        await Get("/person?order_by=id&order=up").ShouldFail(400, "bad-value",
            "\"order\" is asc or desc, not \"up\".", null, "query 18 2");
        await Get("/person?order_by=").ShouldFail(400, "bad-value", "\"order_by\" names no column.", null, "query 9 0");
        await Get("/specimen?ordering=document").ShouldFail(400, "not-applicable",
            "\"document\" is of type json, which has no order.", null, "query 9 8");
    }

    private Task<Answer> Orders(string table, string order, string ids) =>
        Get($"/{table}?{order}&fields=id").ShouldAnswer(200, Ids(ids));
}
