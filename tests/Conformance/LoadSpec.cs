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

    [Fact]
    public async Task Follows_names_with_dots_quotes_blanks_underscores_and_letters_of_any_alphabet()
    {
        const string Parent = "\"o.f \\\"ü__to_id_object\"";
        const string Children = "\"referenced_by_be low.\\\"é__z_o.f \\\"ü__to_id_objects\"";
        const string Above = "\"k.e \\\"y\":1,\"na me.ü__\\\"z\":\"a\"";
        static string Below(int id) => $"\"id\":{id},\"o.f \\\"ü__to_id\":1,\"si.ze \\\"ö__\":{id}0";
        var below = Rows(Below(1), Below(2));
        foreach (var query in new[] { "depth=2", "depth=0", "o.f \"ü__to__load" })
        {
            var inside = query == "depth=0" ? $",{Children}:{Rows(Below(2))}" : "";
            await Get($"/be low.\"é__z/1?{query}").ShouldAnswer(200, Row(Below(1), $"{Parent}:{Row(Above + inside)}"));
        }

        foreach (var query in new[] { "depth=2", "depth=0", "be low.\"é__z__load", "referenced_by_be low.\"é__z__load" })
            await Get($"/o'er \"x.é__y/1?{query}").ShouldAnswer(200, Row(Above, $"{Children}:{below}"));
        await Get("/o'er \"x.é__y/1?be low.\"é__z__objects__si.ze \"ö____gte=5&be low.\"é__z__order_by=-si.ze \"ö__&be low.\"é__z__limit=1")
            .ShouldAnswer(200, Row(Above, $"{Children}:{Rows(Below(2))}"));
        await Get("/be low.\"é__z?o.f \"ü__to__na me.ü__\"z=a&fields=id").ShouldAnswer(200, Ids("1,2"));
        await Get("/be low.\"é__z?o.f \"ü__to__be low.\"é__z__si.ze \"ö__=20&id__ne=2&fields=id").ShouldAnswer(200, Ids("1"));
        await Get("/be low.\"é__z?o.f \"ü__to__isnull&fields=id").ShouldAnswer(200, Ids("3"));
        await Get("/o'er \"x.é__y?be low.\"é__z__si.ze \"ö____in=20,30&fields=k.e \"y").ShouldAnswer(200, """[{"k.e \"y":1}]""");
        await Get("/o'er \"x.é__y?be low.\"é__z__isnull&fields=k.e \"y").ShouldAnswer(200, """[{"k.e \"y":2}]""");
    }
}
