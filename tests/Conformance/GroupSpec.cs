namespace Relata.Conformance;

/// <summary>Conditions joined by <c>and</c>, <c>or</c> and <c>not</c>, in any nesting.</summary>
public abstract class GroupSpec(ConformanceServer server) : Specification(server)
{
    [Theory]
    [InlineData("or=(name=Ada,name=eve)", "1,5")]
    [InlineData("or=(name=Ada)", "1")]
    [InlineData("or=(id__lt=2,id__gt=5)", "1,6")]
    [InlineData("and=(id__gt=1,id__lt=4)", "2,3")]
    [InlineData("and=(name__contains=a,name__contains=d)", "1")]
    [InlineData("and=(name=Ada,name=eve)", "")]
    [InlineData("not=(name=Ada)", "2,3,4,5,6")]
    [InlineData("not=(not=(name=Ada))", "1")]
    [InlineData("or=(id=1,and=(id__gt=2,not=(score__isnull)))", "1,3,5")]
    [InlineData("not=(or=(id=1,id=2,and=(is_active=false,score=90.5)))", "4,5,6")]
    [InlineData("or=(and=(is_active=true,score__isnull),and=(is_active=false,score__lt=50))", "4,5,6")]
    [InlineData("is_active=true&or=(score=70,score__isnull)", "2,4,6")]
    [InlineData("or=(id=1,id=2)&or=(id=2,id=3)", "2")]
    [InlineData("or=(mentor__name=Ada,person__name=Дарья)", "2,3")]
    [InlineData("or=(mentor__isnull,mentor__mentor__name=Ada)", "1,4,5")]
    public Task Joins_conditions(string filter, string ids) => Finds(filter, ids);

    [Theory]
    [InlineData("not=(score=70)", "1,3,5")]
    [InlineData("not=(or=(score=70,nickname=_x_))", "1,3")]
    [InlineData("not=(and=(score=70,name=Ada))", "1,2,3,4,5,6")]
    [InlineData("or=(score=70,not=(score=70))", "1,2,3,5")]
    public Task Follows_SQL_where_a_value_is_NULL(string filter, string ids) => Finds(filter, ids);

    [Theory]
    [InlineData("or=(id__in=(1,2),id=5)", "1,2,5")]
    [InlineData("or=(id__in=\"1,2\",id=5)", "1,2,5")]
    [InlineData("or=(id__in=(),id=5)", "5")]
    [InlineData("and=(id__notin=(1,2),id__range=(2,4))", "3,4")]
    [InlineData("or=(name__in=(Ada,\"O'Neil; DROP\"))", "1,6")]
    [InlineData("or=(name=\"O'Neil; DROP\",name=eve)", "5,6")]
    [InlineData("or=(name=O'Neil; DROP)", "6")]
    [InlineData("or=(nickname=back\\\\slash)", "6")]
    [InlineData("or=(nickname=\"back\\\\slash\")", "6")]
    [InlineData("or=(name__regex=\"^(Ada|eve)$\")", "1,5")]
    [InlineData("or=(name__regex=^\\(Ada|eve\\)$)", "1,5")]
    [InlineData("or=(nickname__like=%25\\\\%25%25,id=1)", "1,3")]
    [InlineData("or=%28name%3DAda%2Cname%3Deve%29", "1,5")]
    [InlineData("or=(name=Дарья,nickname=100%25)", "3,4")]
    public Task Reads_values_and_lists_within_groups(string filter, string ids) => Finds(filter, ids);

    [Fact]
    public async Task Takes_a_comma_and_parentheses_in_quotes_for_letters()
    {
        (await Post("/draft", """[{"id":80,"title":"a,b"},{"id":81,"title":"c)"},{"id":82,"title":"\"d\""},{"id":83,"title":"\"d"}]"""))
            .Status.ShouldBe(201);
        await Finds("draft", """or=(title="a,b",title="c)",title="\"d\"")""", "80,81,82");
        await Finds("draft", """or=(title=a\,b,title=c\),title=\"d)""", "80,81,83");
        await Finds("draft", """or=(title__in=("a,b",c\),"\"d"))""", "80,81,83");
        await Delete("""/draft?or=(title="a,b",title=c\))&id__gte=80""").ShouldAnswerNothing();
        await Finds("draft", "id__gte=80", "82,83");
        await Patch("/draft?not=(or=(id__lt=80,title=\\\"d))&fields=id", """{"label":"quoted"}""").ShouldAnswer(200, Ids("82"));
    }

    [Fact]
    public async Task Says_where_a_group_goes_wrong()
    {
        await Get("/person?or=(name=Ada,").ShouldFail(400, "malformed-syntax", "Here a condition is missing.", null, "query 13 0");
        await Get("/person?or=(name=Ada").ShouldFail(400, "malformed-syntax", "A parenthesis is not closed.", null, "query 3 1");
        await Get("/person?or=(name=%C3%A9,nam=x)").ShouldFail(400, "unknown-column",
            "\"person\" has no column \"nam\".", "Did you mean \"name\"?", "query 16 3");
        await Get("/person?or=(name=a,score=x)").ShouldFail(400, "bad-value",
            "The value \"x\" is no number: column \"score\" is of type numeric(6,2).", null, "query 17 1");
        await Get("/person?or=(name=a,captain__name=x)").ShouldFail(400, "unknown-column");
        await Get("/person?or=name").ShouldFail(400, "malformed-syntax",
            "\"or\" is followed by conditions in parentheses.", null, "query 3 4");
        await Get("/person?not=(id=1,id=2)").ShouldFail(400, "malformed-syntax",
            "\"not\" denies one condition.", "Write not=(and=(…)) or not=(or=(…)).", "query 4 11");
        await Get("/person/1?or=(id=1)").ShouldFail(400, "unknown-option");
        await Delete("/person?or=()").ShouldFail(400, "malformed-syntax");
        await Get($"/person?or=({string.Join(',', Enumerable.Repeat("id=1", 200))})").ShouldFail(400, "limit-exceeded");
    }

    private Task<Answer> Finds(string filter, string ids) => Finds("person", filter, ids);

    private Task<Answer> Finds(string table, string filter, string ids) =>
        Get($"/{table}?{filter}&fields=id").ShouldAnswer(200, Ids(ids));
}
