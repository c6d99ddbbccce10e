namespace Relata.Conformance;

/// <summary><c>search=words</c> over text columns.</summary>
public abstract class SearchSpec(ConformanceServer server) : Specification(server)
{
    [Theory]
    [InlineData("search=ada", "1")]
    [InlineData("search=example", "1,2,5")]
    [InlineData("search=example eve", "5")]
    [InlineData("search=brook,example", "2")]
    [InlineData("search=  ДАРЬЯ ", "4")]
    [InlineData("search=даша дарья", "4")]
    [InlineData("search=\"neil; drop\"", "6")]
    [InlineData("search='drop' \"neil;\"", "6")]
    [InlineData("search=\"drop neil\"", "")]
    [InlineData("search=o'neil", "6")]
    [InlineData("search=%25", "3")]
    [InlineData("search=_", "5")]
    [InlineData("search=", "1,2,3,4,5,6")]
    [InlineData("search=\"\"", "1,2,3,4,5,6")]
    [InlineData("search=example&is_active=true", "1,2")]
    [InlineData("search=example&or=(id=1,id=5)", "1,5")]
    public Task Finds_each_word_in_some_text_column(string query, string ids) => Finds(query, ids);

    [Theory]
    [InlineData("search=ada&search_fields=name", "1")]
    [InlineData("search=example&search_fields=name", "")]
    [InlineData("search=b&search_fields=^name", "2")]
    [InlineData("search=EVE&search_fields==name", "5")]
    [InlineData("search=ev&search_fields==name", "")]
    [InlineData("search=^[ab]&search_fields=$name", "1,2")]
    [InlineData("search=ada&search_fields=mentor__name", "2,3")]
    [InlineData("search=ada&search_fields=name,^mentor__name", "1,2,3")]
    [InlineData("search=ada example&search_fields=mentor__name,email", "1,2")]
    [InlineData("search=there&search_fields=voyage_through_crew__title", "1,2")]
    public Task Looks_into_the_fields_that_are_named(string query, string ids) => Finds(query, ids);

    [Fact]
    public async Task Refuses_fields_that_cannot_be_searched()
    {
        await Get("/person?search=a&search_fields=name,scroe").ShouldFail(400, "unknown-column",
            "\"person\" has no column \"scroe\".", "Did you mean \"score\"?", "query 28 5");
        await Get("/person?search=a&search_fields=score").ShouldFail(400, "not-applicable",
            "\"score\" is of type numeric(6,2); a text lookup needs a text column.", null, "query 23 5");
        await Get("/person?search=a&search_fields=name__contains").ShouldFail(400, "malformed-syntax",
            "\"name__contains\" is no column.", "A field of a search is a column, or a column of related rows.", "query 23 14");
        await Get("/person?search_fields=name").ShouldFail(400, "bad-value",
            "\"search_fields\" are the fields of a \"search\", which is missing.", null, "query 0 13");
        await Get("/person?search=a&search=b").ShouldFail(400, "malformed-syntax",
            "The option \"search\" is given twice.", null, "query 9 6");
        await Get("/person/1?search=a").ShouldFail(400, "unknown-option");
        await Delete("/person?search=").ShouldFail(400, "filter-required");
    }

    private Task<Answer> Finds(string query, string ids) =>
        Get($"/person?{query}&fields=id").ShouldAnswer(200, Ids(ids));
}
