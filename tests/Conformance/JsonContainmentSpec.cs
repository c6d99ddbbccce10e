namespace Relata.Conformance;

/// <summary>Which JSON values contain which, and which are contained in which: PostgreSQL's rules, on every database.</summary>
public abstract class JsonContainmentSpec(ConformanceServer server) : Specification(server)
{
    private const string Rows =
        """
        [{"id":1,"document":{"a":1,"b":{"c":[1,2,{"d":null}],"e":"x"}}},
         {"id":2,"document":{"a":1.0,"b":{}}},
         {"id":3,"document":[1,"two",[3,4],{"a":1,"b":2},null,true]},
         {"id":4,"document":[]},
         {"id":5,"document":{}},
         {"id":6,"document":"two"},
         {"id":7,"document":{"n":12345678901234567890.10}},
         {"id":8,"document":0},
         {"id":9},
         {"id":10,"document":[[[1,2],[3]],{"k":[{"a":1},{"b":2}]}]},
         {"id":11,"document":{"é":"\u00e9\ud83d\ude00","A":1,"":0}},
         {"id":12,"document":true}]
        """;

    [Theory]
    [InlineData("{}", "1,2,5,7,11")]
    [InlineData("{\"a\":1}", "1,2")]
    [InlineData("{\"a\":10e-1}", "1,2")]
    [InlineData("{\"a\":\"1\"}", "")]
    [InlineData("{\"a\":1,\"b\":{}}", "1,2")]
    [InlineData("{\"b\":{\"e\":\"x\"}}", "1")]
    [InlineData("{\"b\":{\"e\":\"x\",\"f\":1}}", "")]
    [InlineData("{\"b\":{\"c\":[]}}", "1")]
    [InlineData("{\"b\":{\"c\":[2,1,1]}}", "1")]
    [InlineData("{\"b\":{\"c\":[{}]}}", "1")]
    [InlineData("{\"b\":{\"c\":[{\"d\":null}]}}", "1")]
    [InlineData("{\"b\":{\"c\":1}}", "")]
    [InlineData("{\"b\":{\"c\":{}}}", "")]
    [InlineData("{\"b\":null}", "")]
    [InlineData("{\"a\":2,\"a\":1}", "1,2")]
    [InlineData("{\"a\":1,\"a\":2}", "")]
    [InlineData("{\"n\":12345678901234567890.1}", "7")]
    [InlineData("{\"n\":1234567890123456789010e-2}", "7")]
    [InlineData("{\"n\":12345678901234567890.11}", "")]
    [InlineData("{\"A\":1}", "11")]
    [InlineData("{\"\":0}", "11")]
    [InlineData("{\"\\u00e9\":\"é😀\"}", "11")]
    public Task Objects_contain_objects_with_some_of_their_members(string value, string ids) =>
        Finds($"document__contains={value}", ids);

    [Theory]
    [InlineData("[]", "3,4,10")]
    [InlineData("[1]", "3")]
    [InlineData("[\"two\",1,1,null]", "3")]
    [InlineData("[true,null]", "3")]
    [InlineData("[false]", "")]
    [InlineData("[3]", "")]
    [InlineData("[[4]]", "3")]
    [InlineData("[[]]", "3,10")]
    [InlineData("[{\"a\":1}]", "3")]
    [InlineData("[{}]", "3,10")]
    [InlineData("[{\"a\":1},{\"b\":2}]", "3")]
    [InlineData("[{\"a\":2}]", "")]
    [InlineData("[[[2]]]", "10")]
    [InlineData("[[[2],[3]]]", "10")]
    [InlineData("[[[1,3]]]", "")]
    [InlineData("[{\"k\":[{\"b\":2}]}]", "10")]
    [InlineData("[{\"k\":[{\"a\":1,\"b\":2}]}]", "")]
    public Task Arrays_contain_arrays_whatever_their_order(string value, string ids) =>
        Finds($"document__contains={value}", ids);

    [Theory]
    [InlineData("1", "3")]
    [InlineData("1.00", "3")]
    [InlineData("\"two\"", "3,6")]
    [InlineData("\"tw\"", "")]
    [InlineData("null", "3")]
    [InlineData("true", "3,12")]
    [InlineData("0", "8")]
    [InlineData("-0.0", "8")]
    public Task Arrays_contain_and_others_are_single_values(string value, string ids) =>
        Finds($"document__contains={value}", ids);

    [Theory]
    [InlineData("document__contained_by={\"a\":1,\"b\":{\"x\":1},\"c\":2}", "2,5")]
    [InlineData("document__contained_by={}", "5")]
    [InlineData("document__contained_by=[\"two\",0]", "4,6,8")]
    [InlineData("document__contained_by=[[]]", "4")]
    [InlineData("document__contained_by=\"two\"", "6")]
    [InlineData("document__contained_by=[[[1,2,3],[3]],{\"k\":[{\"a\":1,\"b\":2}]},5]", "4,10")]
    [InlineData("document__b__contained_by={\"x\":1}", "2")]
    public Task Knows_what_is_contained(string filter, string ids) => Finds(filter, ids);

    [Theory]
    [InlineData("document__notcontains={}", "3,4,6,8,10,12")]
    [InlineData("not=(document__contained_by=\"[\\\"two\\\",0]\")", "1,2,3,5,7,10,11,12")]
    [InlineData("or=(document__contains=\"{\\\"a\\\":1}\",document__contains=\"[[4]]\")", "1,2,3")]
    [InlineData("document__contains={\"a\":1}&document__contains=[1]", "1,2,3")]
    public Task Leaves_out_null_and_joins_with_other_conditions(string filter, string ids) => Finds(filter, ids);

    [Theory]
    [InlineData("""parent__details__contains={"tags":["x,y"]}""", "92,93")]
    [InlineData("""parent__details__contained_by={"a":{"b":"p,q"},"c":1}""", "94")]
    [InlineData("""parent__parent__details__contains={"tags":["{z}"]}""", "94")]
    [InlineData("""errand__details__contains={"k\"":"})"}""", "92")]
    [InlineData("""errand__details__a__b__contained_by=[1,2,3]""", "92")]
    [InlineData("""or=(parent__details__contains="{\"tags\":[\"{z}\",\"[w)\"]}",errand__details__contains="{\"k\\\"\":\"})\"}")""", "92,93")]
    [InlineData("""and=(parent__details__contains="{\"tags\":[]}",errand__details__contains="{\"a\":{\"b\":[2,1]}}")""", "92")]
    public async Task Looks_into_related_rows(string filter, string ids)
    {
        (await Post("/errand?on_conflict=id&fields=id", JsonOfErrands.Family)).Status.ShouldBe(201);
        await Get($"/errand?queue=related&{filter}&fields=id").ShouldAnswer(200, Ids(ids));
    }

    [Theory]
    [InlineData("""details__contains={"a":{"b":"p,q"}}""", "95")]
    [InlineData("""or=(details__contains="{\"tags\":[\"x,y\"]}",details__contains="{\"k\":{\"}\":[]}}")""", "96,97")]
    public async Task Looks_into_the_rows_of_a_list(string filter, string ids)
    {
        (await Post("/errand?on_conflict=id&fields=id", JsonOfErrands.List)).Status.ShouldBe(201);
        await Get($"/errand/95?fields=id&errand__fields=id&errand__objects__{filter}")
            .ShouldAnswer(200, $$"""{"id":95,"referenced_by_errand_parent_id_objects":{{Ids(ids)}}}""");
    }

    [Fact]
    public async Task Refuses_what_is_no_json_or_does_not_fit()
    {
        await Get("/scratch?document__contains={\"a\"").ShouldFail(400, "bad-value");
        await Get("/scratch?document__contains=").ShouldFail(400, "bad-value");
        await Get("/scratch?document__contains=\"\\u0000\"").ShouldFail(400, "bad-value");
        await Get("/scratch?document__contained_by=[").ShouldFail(400, "bad-value");
        await Get("/scratch?words__contained_by=[]").ShouldFail(400, "not-applicable",
            "\"words\" is of type text; \"contained_by\" needs a JSON, array or range column.", null, "query 0 5");
    }

    private async Task Finds(string filter, string ids)
    {
        (await Post("/scratch?on_conflict=id", Rows)).Status.ShouldBe(201);
        await Get($"/scratch?{filter}&fields=id").ShouldAnswer(200, Ids(ids));
    }
}
