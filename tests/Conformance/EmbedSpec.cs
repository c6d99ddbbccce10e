namespace Relata.Conformance;

/// <summary>Related rows inside rows: <c>depth=2</c> loads parents, <c>depth=3</c> theirs too.</summary>
public abstract class EmbedSpec(ConformanceServer server) : Specification(server)
{
    private const string Ada =
        "\"id\":1,\"name\":\"Ada\",\"nickname\":\"countess\",\"email\":\"ada@example.org\",\"is_active\":true,\"score\":90.50,\"born\":\"1815-12-10\",\"mentor_id\":null";

    private const string Brook =
        "\"id\":2,\"name\":\"Brook\",\"nickname\":null,\"email\":\"brook@example.org\",\"is_active\":true,\"score\":70.00,\"born\":null,\"mentor_id\":1";

    private const string Darya =
        "\"id\":4,\"name\":\"Дарья\",\"nickname\":\"ДАША\",\"email\":null,\"is_active\":true,\"score\":null,\"born\":\"2001-05-05\",\"mentor_id\":2";

    private const string Neil =
        "\"id\":6,\"name\":\"O'Neil; DROP\",\"nickname\":\"back\\\\slash\",\"email\":null,\"is_active\":true,\"score\":null,\"born\":null,\"mentor_id\":6";

    private const string There =
        "\"id\":1,\"title\":\"There\",\"origin_id\":1,\"destination_id\":2,\"captain_id\":1,\"departed\":\"2024-01-02T03:04:05Z\",\"distance\":120";

    private const string Adrift =
        "\"id\":3,\"title\":\"Adrift\",\"origin_id\":3,\"destination_id\":null,\"captain_id\":4,\"departed\":null,\"distance\":null";

    [Fact]
    public async Task Loads_nothing_at_depth_1()
    {
        await Get("/voyage/1?depth=1").ShouldAnswer(200, Row(There));
        await Get("/place/1?depth=2").ShouldAnswer(200, """{"id":1,"name":"Aden"}""");
    }

    [Fact]
    public Task Loads_every_parent_also_two_from_one_table() => Get("/voyage/1?depth=2").ShouldAnswer(200, Row(There,
        Parent("captain_id", Row(Ada)),
        Parent("destination_id", """{"id":2,"name":"Bergen"}"""),
        Parent("origin_id", """{"id":1,"name":"Aden"}""")));

    [Fact]
    public async Task Answers_null_for_a_parent_that_is_not_there()
    {
        var row = Row(Adrift,
            Parent("captain_id", Row(Darya)), Parent("destination_id", "null"),
            Parent("origin_id", """{"id":3,"name":"Cádiz"}"""));
        await Get("/voyage?depth=2&id=3").ShouldAnswer(200, $"[{row}]");
    }

    [Fact]
    public Task Loads_the_parents_of_parents_at_depth_3() => Get("/voyage/3?depth=3").ShouldAnswer(200, Row(Adrift,
        Parent("captain_id", Row(Darya, Parent("mentor_id", Row(Brook)))),
        Parent("destination_id", "null"),
        Parent("origin_id", """{"id":3,"name":"Cádiz"}""")));

    [Fact]
    public async Task Follows_a_table_to_itself()
    {
        await Get("/person/2?depth=2").ShouldAnswer(200, Row(Brook, Parent("mentor_id", Row(Ada))));
        await Get("/person/4?depth=4").ShouldAnswer(200, Row(Darya,
            Parent("mentor_id", Row(Brook, Parent("mentor_id", Row(Ada, Parent("mentor_id", "null")))))));
        await Get("/person/1?depth=5").ShouldAnswer(200, Row(Ada, Parent("mentor_id", "null")));
        await Get("/person/6?depth=3&fields=id").ShouldAnswer(200, Row("\"id\":6",
            Parent("mentor_id", Row(Neil, Parent("mentor_id", Row(Neil))))));
    }

    [Fact]
    public async Task Follows_a_foreign_key_of_several_columns()
    {
        await Get("/book?depth=2").ShouldAnswer(200,
            """
            [{"id":1,"title":"Found","shelf_room":"a,b","shelf_label":"c","shelf_room_shelf_label_object":{"room":"a,b","label":"c","capacity":20}},{"id":2,"title":"Lost","shelf_room":null,"shelf_label":null,"shelf_room_shelf_label_object":null},{"id":3,"title":"Half","shelf_room":"a","shelf_label":null,"shelf_room_shelf_label_object":null},{"id":4,"title":"Slash","shelf_room":"x/y","shelf_label":"%2C","shelf_room_shelf_label_object":{"room":"x/y","label":"%2C","capacity":null}}]
            """);
        await Get("/shift/1,2,2?depth=2").ShouldAnswer(200,
            """
            {"voyage_id":1,"person_id":2,"number":2,"note":"day","voyage_id_person_id_object":{"voyage_id":1,"person_id":2,"role":"cook"}}
            """);
        await Get("/shift/1,2,1?depth=3").ShouldAnswer(200, Row("""
            "voyage_id":1,"person_id":2,"number":1,"note":null
            """, Parent("voyage_id_person_id", CookOnTheWayThere)));
    }

    [Fact]
    public async Task Filters_orders_and_pages_the_rows_themselves()
    {
        var rows = string.Join(',',
            Row("\"name\":\"Дарья\"", Parent("mentor_id", Row(Brook))),
            Row("\"name\":\"Çelik\"", Parent("mentor_id", Row(Ada))));
        await Get("/person?depth=2&mentor_id__isnotnull&ordering=-name&limit=2&fields=name")
            .ShouldAnswer(200, $"[{rows}]");
    }

    [Fact]
    public Task Lists_a_junction_with_both_its_ends() => Get("/crew?depth=2&role=cook")
        .ShouldAnswer(200, $"[{CookOnTheWayThere}]");

    [Fact]
    public async Task Refuses_a_depth_that_cannot_be()
    {
        await Get("/voyage?depth=0")
            .ShouldFail(400, "bad-value", "\"depth\" starts at 1, the row itself.", null, "query 6 1");
        await Get("/voyage?depth=-1")
            .ShouldFail(400, "bad-value", "\"depth\" starts at 1, the row itself.", null, "query 6 2");
        await Get("/voyage?depth=6").ShouldFail(400, "limit-exceeded", "\"depth\" is at most 5.", null, "query 6 1");
        await Get("/voyage?depth=two")
            .ShouldFail(400, "bad-value", "\"depth\" is an integer, not \"two\".", null, "query 6 3");
    }

    private static string CookOnTheWayThere => Row(
        "\"voyage_id\":1,\"person_id\":2,\"role\":\"cook\"", Parent("person_id", Row(Brook)),
        Parent("voyage_id", Row(There)));

    private static string Row(params string[] members) => $"{{{string.Join(',', members)}}}";

    private static string Parent(string columns, string row) => $"\"{columns}_object\":{row}";
}
