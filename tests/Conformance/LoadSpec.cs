using static Relata.Conformance.SeedRows;

namespace Relata.Conformance;

/// <summary>One relation at a time: <c>captain__load=</c>, by any of its names and over several hops.</summary>
public abstract class LoadSpec(ConformanceServer server) : Specification(server)
{
    [Theory]
    [InlineData("captain__load=")]
    [InlineData("captain__load")]
    [InlineData("captain__load=whatever")]
    [InlineData("captain_id_object__load=")]
    [InlineData("depth=1&captain__load=&captain__load=")]
    public Task Loads_a_parent_by_the_name_or_the_key_of_its_relationship(string query) =>
        Get($"/voyage/1?{query}").ShouldAnswer(200, Row(There, Parent("captain_id", Row(Ada))));

    [Theory]
    [InlineData("crew__load=")]
    [InlineData("referenced_by_crew__load=")]
    [InlineData("referenced_by_crew_voyage_id_objects__load=")]
    public Task Loads_children_by_each_of_their_names(string query) =>
        Get($"/voyage/1?{query}")
            .ShouldAnswer(200, Row(There, Children("crew", "voyage_id", Rows(CaptainThere, CookThere))));

    [Fact]
    public Task Loads_two_relations_to_one_table_each_by_itself() =>
        Get("/voyage?origin__load=&fields=id&id__in=1,2").ShouldAnswer(200, $"[{string.Join(',',
            Row("\"id\":1", Parent("origin_id", Row(Aden))), Row("\"id\":2", Parent("origin_id", Row(Bergen))))}]");

    [Fact]
    public async Task Loads_all_foreign_keys_of_a_child_table_by_its_name()
    {
        await Get("/place/1?referenced_by_voyage__load=").ShouldAnswer(200, Row(
            Aden, Children("voyage", "destination_id", Rows(BackAgain)), Children("voyage", "origin_id", Rows(There))));
        await Get("/place/1?voyage_by_origin__load=")
            .ShouldAnswer(200, Row(Aden, Children("voyage", "origin_id", Rows(There))));
    }

    [Fact]
    public async Task Loads_along_a_path()
    {
        await Get("/voyage/3?captain__mentor__mentor__load=").ShouldAnswer(200, Row(Adrift,
            Parent("captain_id", Row(Darya, Parent("mentor_id", Row(Brook, Parent("mentor_id", Row(Ada))))))));
        await Get("/crew/1,2?voyage__crew__shift__load=").ShouldAnswer(200, Row(CookThere,
            Parent("voyage_id", Row(There, Children("crew", "voyage_id", $"[{string.Join(',',
                Row(CaptainThere, Children("shift", "voyage_id_person_id", Rows(NightShift))),
                Row(CookThere, Children("shift", "voyage_id_person_id", Rows(FirstShift, DayShift))))}]")))));
    }

    [Fact]
    public Task Adds_to_any_depth() => Get("/draft/2?fields=id&depth=2&parent__parent__load=").ShouldAnswer(200,
        """
        {"id":2,"parent_id_object":{"id":1,"title":"root","state":"old","amount":5,"twice":10,"label":"one","code":"R","small":1,"price":1.50,"parent_id":null,"parent_id_object":null},"referenced_by_draft_parent_id_objects":[]}
        """);

    [Fact]
    public async Task Follows_a_parent_to_itself()
    {
        await Get("/person/6?mentor__mentor__load=&fields=id").ShouldAnswer(200, Row("\"id\":6",
            Parent("mentor_id", Row(Neil, Parent("mentor_id", Row(Neil))))));
        await Get("/person/1?mentor__mentor__mentor__load=").ShouldAnswer(200, Row(Ada, Parent("mentor_id", "null")));
    }

    [Fact]
    public async Task Follows_a_foreign_key_of_several_columns()
    {
        await Get("/book?shelf__load=").ShouldAnswer(200,
            """
            [{"id":1,"title":"Found","shelf_room":"a,b","shelf_label":"c","shelf_room_shelf_label_object":{"room":"a,b","label":"c","capacity":20}},{"id":2,"title":"Lost","shelf_room":null,"shelf_label":null,"shelf_room_shelf_label_object":null},{"id":3,"title":"Half","shelf_room":"a","shelf_label":null,"shelf_room_shelf_label_object":null},{"id":4,"title":"Slash","shelf_room":"x/y","shelf_label":"%2C","shelf_room_shelf_label_object":{"room":"x/y","label":"%2C","capacity":null}}]
            """);
        await Get("/shift/1,2,2?crew__voyage__load=").ShouldAnswer(200, Row(DayShift,
            Parent("voyage_id_person_id", Row(CookThere, Parent("voyage_id", Row(There))))));
    }

    [Fact]
    public async Task Refuses_a_relation_that_does_not_exist()
    {
        await Get("/voyage?captan__load=").ShouldFail(400, "unknown-relationship",
            "\"voyage\" has no relationship \"captan\".", "Did you mean \"captain\"?", "query 0 12");
        await Get("/voyage?fields=id&captain__mentr__load=").ShouldFail(400, "unknown-relationship",
            "\"person\" has no relationship \"mentr\".", "Did you mean \"mentor\"?", "query 10 20");
        await Get("/voyage/1?title__load=").ShouldFail(400, "unknown-relationship",
            "\"voyage\" has no relationship \"title\".", null, "query 0 11");
    }

    [Fact]
    public Task Refuses_a_path_that_is_too_long() => Get("/person?mentor__mentor__mentor__mentor__mentor__load=")
        .ShouldFail(400, "limit-exceeded", "Related rows are nested deeper than 5 levels.", null, "query 0 44");
}
