namespace Relata.Conformance;

/// <summary>Which rows a filter on related rows finds: through parents, children, junctions, and several of them.</summary>
public abstract class RelationFilterSpec(ConformanceServer server) : Specification(server)
{
    [Theory]
    [InlineData("captain__name=Ada", "1")]
    [InlineData("captain__name__icontains=АРЬ", "3")]
    [InlineData("captain__name__in=Ada,Дарья", "1,3")]
    [InlineData("captain__score__gte=90", "1")]
    [InlineData("captain__id=4", "3")]
    [InlineData("origin__name=Bergen", "2")]
    [InlineData("destination__name__startswith=B", "1")]
    [InlineData("origin__name=Aden&destination__name=Bergen", "1")]
    [InlineData("origin__name=Bergen&captain__name=Ada", "")]
    [InlineData("origin__name=Bergen&origin__name=Aden", "1,2")]
    [InlineData("captain__mentor__name=Brook", "3")]
    [InlineData("captain__mentor__mentor__name=Ada", "3")]
    [InlineData("captain__mentor__mentor__mentor__name__isnull=false", "")]
    public Task Finds_rows_by_their_parents(string filter, string ids) => Finds("voyage", filter, ids);

    [Theory]
    [InlineData("captain__name__ne=Ada", "3")]
    [InlineData("captain__name__notin=Ada", "3")]
    [InlineData("captain__name__notcontains=x", "1,3")]
    [InlineData("not=(captain__name=Ada)", "2,3")]
    public Task Takes_a_negative_lookup_for_a_row_that_differs(string filter, string ids) => Finds("voyage", filter, ids);

    [Theory]
    [InlineData("captain__score__isnull=true", "2,3")]
    [InlineData("captain__score__isnull=false", "1")]
    [InlineData("captain__score__isnotnull", "1")]
    [InlineData("captain__score__isnotnull=false", "2,3")]
    [InlineData("captain__is_active__istrue", "1,3")]
    [InlineData("captain__is_active__istrue=false", "2")]
    [InlineData("captain__isnull=true", "2")]
    [InlineData("captain__isnull", "2")]
    [InlineData("captain__isnull=false", "1,3")]
    [InlineData("captain__isnotnull", "1,3")]
    [InlineData("captain__mentor__isnull=true", "1,2")]
    [InlineData("captain__mentor__name__isnull=true", "1,2")]
    [InlineData("captain__mentor__isnull=false", "3")]
    [InlineData("captain__score__isnull&captain__name__startswith=Д", "3")]
    [InlineData("captain__isnull&captain__name=Ada", "")]
    [InlineData("captain__isnull&captain__score__isnull", "2")]
    [InlineData("captain__isnull=true&captain__isnull=false", "1,2,3")]
    [InlineData("captain__name=Ada&captain__score__isnull=true&destination__isnull", "")]
    public Task Sees_NULL_where_there_is_no_parent(string filter, string ids) => Finds("voyage", filter, ids);

    [Theory]
    [InlineData("person__name=Brook", "1")]
    [InlineData("person__score__gt=80", "1")]
    [InlineData("person__name__ne=Brook", "1,2,6")]
    [InlineData("not=(person__name=Brook)", "2,3,4,5,6")]
    [InlineData("person__name=Brook&person__name=Дарья", "1,2")]
    [InlineData("person__person__name=Дарья", "1")]
    [InlineData("person__mentor__person__name=Çelik", "1")]
    [InlineData("person__isnull=true", "3,4,5")]
    [InlineData("person__isnull=false", "1,2,6")]
    [InlineData("person__nickname__isnull=true", "1,3,4,5")]
    [InlineData("person__nickname__isnull=false", "1,2,6")]
    [InlineData("person__nickname__isnull=true&person__name=Brook", "1")]
    [InlineData("person__nickname__isnull=true&person__name=Çelik", "")]
    [InlineData("person__person__isnull=true", "1,2,3,4,5")]
    [InlineData("voyage__title=Adrift", "4")]
    [InlineData("voyage__origin__name=Aden", "1")]
    public Task Finds_rows_by_their_children(string filter, string ids) => Finds("person", filter, ids);

    [Theory]
    [InlineData("person__is_active=false&person__score=90.5", "1")]
    [InlineData("person__is_active=false&person__score=70", "")]
    [InlineData("and=(person__is_active=false,person__score=70)", "")]
    [InlineData("and=(person__is_active=false)&and=(person__score=70)", "1")]
    [InlineData("person__is_active=false&and=(person__score=70)", "1")]
    public Task Speaks_of_one_related_row_within_a_group(string filter, string ids) => Finds("person", filter, ids);

    [Theory]
    [InlineData("voyage", "person__name=Brook", "1,2")]
    [InlineData("voyage", "person__name=Ada", "1")]
    [InlineData("voyage", "person__isnull=true", "3")]
    [InlineData("voyage", "person__isnull=false", "1,2")]
    [InlineData("voyage", "person__mentor__name=Ada", "1,2")]
    [InlineData("voyage", "person__nickname__isnull=true", "1,2,3")]
    [InlineData("voyage", "and=(person__name=Ada)&and=(person__name=Brook)", "1")]
    [InlineData("voyage", "crew__role=cook", "1")]
    [InlineData("voyage", "crew__shift__note=night", "1")]
    [InlineData("person", "voyage_through_crew__title=There", "1,2")]
    [InlineData("person", "voyage_through_crew__title=Adrift", "")]
    [InlineData("person", "voyage_through_crew__origin__name=Bergen", "2")]
    public Task Finds_rows_through_a_junction(string table, string filter, string ids) => Finds(table, filter, ids);

    [Theory]
    [InlineData("shelf__capacity=20", "1")]
    [InlineData("shelf__room=x/y", "4")]
    [InlineData("shelf__isnull", "2,3")]
    [InlineData("shelf__capacity__isnull", "2,3,4")]
    public Task Follows_a_foreign_key_of_several_columns(string filter, string ids) => Finds("book", filter, ids);

    [Theory]
    [InlineData("""parent__details__has_key=a""", "92,93,94")]
    [InlineData("""parent__details__a__b=p,q""", "94")]
    [InlineData("""parent__details__a__b__1=2""", "92,93")]
    [InlineData("""errand__details__a__b=p,q""", "91")]
    [InlineData("""errand__errand__details__k"__isnull=false""", "91")]
    [InlineData("""or=(parent__details__a__b="p,q",errand__details__has_any_keys=("k\"",tags))""", "92,94")]
    public async Task Looks_into_JSON_of_related_rows(string filter, string ids)
    {
        (await Post("/errand?on_conflict=id&fields=id", JsonOfErrands.Family)).Status.ShouldBe(201);
        await Finds("errand", $"queue=related&{filter}", ids);
    }

    [Theory]
    [InlineData("""details__a__b=p,q""", "95")]
    public async Task Looks_into_JSON_of_the_rows_of_a_list(string filter, string ids)
    {
        (await Post("/errand?on_conflict=id&fields=id", JsonOfErrands.List)).Status.ShouldBe(201);
        await Get($"/errand/95?fields=id&errand__fields=id&errand__objects__{filter}")
            .ShouldAnswer(200, $$"""{"id":95,"referenced_by_errand_parent_id_objects":{{Ids(ids)}}}""");
    }

    [Fact]
    public async Task Counts_orders_and_pages_what_it_finds()
    {
        var answer = await Get("/person?person__isnull=true&count=exact&ordering=-id&limit=2&fields=id")
            .ShouldAnswer(200, Ids("5,4"));
        answer.Header("X-Total-Count").ShouldBe("3");
        await Get("/voyage?captain__name=Дарья&captain__load=&origin__load=&destination__load=&fields=id").ShouldAnswer(200,
            """
            [{"id":3,"captain_id_object":{"id":4,"name":"Дарья","nickname":"ДАША","email":null,"is_active":true,"score":null,"born":"2001-05-05","mentor_id":2},"destination_id_object":null,"origin_id_object":{"id":3,"name":"Cádiz"}}]
            """);
    }

    [Fact]
    public async Task Changes_and_deletes_the_rows_that_it_finds()
    {
        (await Post("/draft",
            """[{"id":60,"title":"above"},{"id":61,"title":"a","parent_id":60},{"id":62,"title":"b","parent_id":61},{"id":63,"title":"c"}]"""))
            .Status.ShouldBe(201);
        await Patch("/draft?parent__title=above&fields=id,label", """{"label":"found"}""")
            .ShouldAnswer(200, """[{"id":61,"label":"found"}]""");
        await Patch("/draft?draft__draft__title=b&fields=id,label", """{"label":"root"}""")
            .ShouldAnswer(200, """[{"id":60,"label":"root"}]""");
        await Delete("/draft?id__gte=60&parent__parent__label=root").ShouldAnswerNothing();
        await Get("/draft?id__gte=60&fields=id").ShouldAnswer(200, Ids("60,61,63"));
        await Delete("/draft?id__gte=60&draft__isnull=true").ShouldAnswerNothing();
        await Get("/draft?id__gte=60&fields=id").ShouldAnswer(200, Ids("60"));
    }

    [Fact]
    public async Task Refuses_what_leads_nowhere()
    {
        await Get("/voyage?captian__name=Ada").ShouldFail(400, "unknown-column",
            "\"voyage\" has no column \"captian\".", "Did you mean \"captain\"?", "query 0 7");
        await Get("/voyage?captain__nam__eq=Ada").ShouldFail(400, "unknown-column",
            "\"person\" has no column \"nam\".", "Did you mean \"name\"?", "query 9 3");
        await Get("/voyage?captain__name__contain=Ada").ShouldFail(400, "unknown-option",
            "There is no lookup \"contain\".", "Did you mean \"contains\"?", "query 15 7");
        await Get("/voyage?captain=1").ShouldFail(400, "not-applicable",
            "\"captain\" is a relationship and has no value of its own.",
            "Ask for a column behind it, such as captain__id, or for captain__isnull.", "query 0 7");
        await Get("/voyage?captain__id=one").ShouldFail(400, "bad-value",
            "The value \"one\" is no integer: column \"id\" is of type integer.", null, "query 12 3");
        await Get("/voyage?captain__mentor__mentor__mentor__mentor__id=1").ShouldFail(400, "limit-exceeded",
            "The request has more than 4 relationships in a row.", null, "query 33 6");
        await Delete("/voyage?captain__nam=Ada").ShouldFail(400, "unknown-column");
    }

    private Task<Answer> Finds(string table, string filter, string ids) =>
        Get($"/{table}?{filter}&fields=id").ShouldAnswer(200, Ids(ids));
}
