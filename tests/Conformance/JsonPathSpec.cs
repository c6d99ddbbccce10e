namespace Relata.Conformance;

/// <summary>Filters on places within JSON columns: the value decides as what a place is read, and nothing there ever fails.</summary>
public abstract class JsonPathSpec(ConformanceServer server) : Specification(server)
{
    private const string Rows =
        """
        [{"id":1,"document":{"a":{"b":3},"name":"Ada","on":true,"list":[1,"two",{"x":null}],"n":null}},
         {"id":2,"document":{"a":{"b":"3"},"name":"ada","on":false,"list":[]}},
         {"id":3,"document":{"a":{"b":12.5},"name":"","list":["two","x"],"a.b":1,"in":7}},
         {"id":4,"document":{"a":[10,20,30],"name":5}},
         {"id":5,"document":[1,2,3]},
         {"id":6},
         {"id":7,"document":"text"},
         {"id":8,"document":{"è":"\u00e8","k\"\\":{"😀":1},"nested":[["two"],"\u00e9",2]}}]
        """;

    [Theory]
    [InlineData("document__a__b=3", "1")]
    [InlineData("document__a__b=3.0", "1")]
    [InlineData("document__a__b=%223%22", "2")]
    [InlineData("document__a__b__gte=3", "1,3")]
    [InlineData("document__a__b__gt=3", "3")]
    [InlineData("document__a__b__lt=100", "1,3")]
    [InlineData("document__a__b__lte=-1", "")]
    [InlineData("document__a__b__ne=3", "3")]
    [InlineData("document__a__b__in=3,12.5", "1,3")]
    [InlineData("document__a__b__in=", "")]
    [InlineData("document__a__b__notin=3", "3")]
    [InlineData("document__a__b__range=4,20", "3")]
    [InlineData("document__name=5", "4")]
    public Task Compares_numbers_with_numbers(string filter, string ids) => Finds(filter, ids);

    [Theory]
    [InlineData("document__name=Ada", "1")]
    [InlineData("document__name=", "3")]
    [InlineData("document__name__ne=Ada", "2,3")]
    [InlineData("document__name__in=Ada,ada", "1,2")]
    [InlineData("document__name__iexact=ADA", "1,2")]
    [InlineData("document__name__contains=d", "1,2")]
    [InlineData("document__name__icontains=AD", "1,2")]
    [InlineData("document__name__startswith=A", "1")]
    [InlineData("document__name__iendswith=A", "1,2")]
    [InlineData("document__name__regex=^[A-Z]", "1")]
    [InlineData("document__name__like=%25d%25", "1,2")]
    [InlineData("document__name__notcontains=d", "3")]
    public Task Compares_texts_with_strings(string filter, string ids) => Finds(filter, ids);

    [Theory]
    [InlineData("document__on=true", "1")]
    [InlineData("document__on=false", "2")]
    [InlineData("document__on__ne=true", "2")]
    [InlineData("document__on__in=true,false", "1,2")]
    [InlineData("document__on__istrue", "1")]
    [InlineData("document__on__isfalse", "2")]
    [InlineData("document__n=null", "1")]
    [InlineData("document__n__ne=null", "")]
    [InlineData("document__name__ne=null", "1,2,3,4")]
    [InlineData("document__n__isnull=true", "2,3,4,5,6,7,8")]
    [InlineData("document__n__isnull=false", "1")]
    [InlineData("document__name__isnull", "5,6,7,8")]
    public Task Knows_true_false_null_and_nothing(string filter, string ids) => Finds(filter, ids);

    [Theory]
    [InlineData("document__a__1=20", "4")]
    [InlineData("document__a__-1=30", "4")]
    [InlineData("document__a__3__isnull=false", "")]
    [InlineData("document__a__0__gte=10", "4")]
    [InlineData("document__0=1", "5")]
    [InlineData("document__list__1=two", "1")]
    [InlineData("document__list__0=two", "3")]
    [InlineData("document__list__2__x=null", "1")]
    [InlineData("document__a.b=1", "3")]
    [InlineData("document__in__exact=7", "3")]
    [InlineData("document__è=è", "8")]
    [InlineData("document__k\"\\__😀=1", "8")]
    [InlineData("document__%22;--__b=1", "")]
    [InlineData("document__a__b__c__d=1", "")]
    public Task Follows_keys_and_indexes(string filter, string ids) => Finds(filter, ids);

    [Theory]
    [InlineData("document__has_key=list", "1,2,3")]
    [InlineData("document__has_key=a.b", "3")]
    [InlineData("document__has_key=text", "7")]
    [InlineData("document__has_keys=list,on", "1,2")]
    [InlineData("document__has_keys=", "1,2,3,4,5,7,8")]
    [InlineData("document__has_key=è", "8")]
    [InlineData("document__has_keys=è,k\"\\", "8")]
    [InlineData("document__nested__has_keys=é", "8")]
    [InlineData("document__nested__has_keys=two", "")]
    [InlineData("document__nested__has_keys=2", "")]
    [InlineData("document__nested__has_any_keys=\u00e9,x", "8")]
    [InlineData("document__has_any_keys=n,a.b", "1,3")]
    [InlineData("document__list__has_key=two", "1,3")]
    [InlineData("and=(document__has_keys=(a,\"a.b\"))", "3")]
    public Task Looks_for_keys(string filter, string ids) => Finds(filter, ids);

    [Theory]
    [InlineData("not=(document__a__b=3)", "3")]
    [InlineData("or=(document__a__b=3,document__name=5)", "1,4")]
    [InlineData("document__a__b=3&document__a__b=12.5", "1,3")]
    public Task Joins_with_other_conditions(string filter, string ids) => Finds(filter, ids);

    [Fact]
    public async Task Refuses_values_that_no_place_can_be_compared_with()
    {
        await Get("/scratch?document__a={%22x%22:1}").ShouldFail(400, "bad-value",
            "The value {\"x\":1} for \"document__a\" is no number, string, true, false or null.",
            "Parts of objects and arrays are found by contains.", "query 12 11");
        await Get("/scratch?document__on__gt=true").ShouldFail(400, "bad-value",
            "The value true for \"document__on\" is neither larger nor smaller than another.", null, "query 17 4");
        await Get("/scratch?document__a__range=1,x").ShouldFail(400, "bad-value",
            "The value x for \"document__a\" is of another kind than the value before.",
            "Numbers, strings, true and false are asked for one kind at a time.", "query 19 3");
        await Get("/scratch?words__a=1").ShouldFail(400, "unknown-option");
        await Get("/specimen?note__has_key=a").ShouldFail(400, "not-applicable",
            "\"note\" is of type text; \"has_keys\" needs a JSON column.", null, "query 0 4");
        await Get("/scratch?document=1").ShouldFail(400, "not-applicable");
    }

    private async Task Finds(string filter, string ids)
    {
        (await Post("/scratch?on_conflict=id", Rows)).Status.ShouldBe(201);
        await Get($"/scratch?{filter}&fields=id").ShouldAnswer(200, Ids(ids));
    }
}
