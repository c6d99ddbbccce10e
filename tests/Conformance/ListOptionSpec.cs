using static Relata.Conformance.SeedRows;

namespace Relata.Conformance;

/// <summary>Lists inside rows have a size, an order, columns and conditions of their own.</summary>
public abstract class ListOptionSpec(ConformanceServer server) : Specification(server)
{
    [Theory]
    [InlineData("referenced_by_person")]
    [InlineData("referenced_by_person_mentor_id_objects")]
    public Task Limits_the_list_of_each_row(string relation) =>
        Get($"/person?fields=id&{relation}__limit=1").ShouldAnswer(200, $"[{string.Join(',',
            Person(1, Rows(Brook)), Person(2, Rows(Darya)), Person(3, "[]"), Person(4, "[]"), Person(5, "[]"),
            Person(6, Rows(Neil)))}]");

    [Fact]
    public async Task Orders_the_list_of_each_row()
    {
        await Get("/person/1?fields=id&referenced_by_person__order_by=-id")
            .ShouldAnswer(200, Person(1, Rows(Celik, Brook)));
        await Get("/person?fields=id&referenced_by_person__order_by=-id&referenced_by_person__limit=1&ordering=-id&limit=3&offset=3")
            .ShouldAnswer(200, $"[{Person(3, "[]")},{Person(2, Rows(Darya))},{Person(1, Rows(Celik))}]");
        await Get("/person/1?fields=id&referenced_by_person__order_by=score,-id&referenced_by_person__order_by=name")
            .ShouldAnswer(200, Person(1, Rows(Brook, Celik)));
    }

    [Fact]
    public async Task Orders_rows_that_tie_by_their_key()
    {
        await Get("/voyage/1?fields=id&crew__order_by=-voyage_id")
            .ShouldAnswer(200, Row("\"id\":1", Children("crew", "voyage_id", Rows(CaptainThere, CookThere))));
        await Get("/voyage/1?fields=id&crew__order_by=-voyage_id,-person_id&crew__limit=1")
            .ShouldAnswer(200, Row("\"id\":1", Children("crew", "voyage_id", Rows(CookThere))));
    }

    [Fact]
    public async Task Orders_nulls_as_the_largest_values()
    {
        await Get("/person/2?fields=id&crew__order_by=role")
            .ShouldAnswer(200, Row("\"id\":2", Children("crew", "person_id", Rows(CookThere, BrookBack))));
        await Get("/person/2?fields=id&crew__order_by=-role&crew__limit=1")
            .ShouldAnswer(200, Row("\"id\":2", Children("crew", "person_id", Rows(BrookBack))));
    }

    [Fact]
    public async Task Answers_chosen_columns_of_lists_and_parents()
    {
        await Get("/voyage/1?fields=id&captain__fields=name,id&crew__fields=role").ShouldAnswer(200, Row("\"id\":1",
            Parent("captain_id", Row("\"name\":\"Ada\",\"id\":1")),
            Children("crew", "voyage_id", Rows("\"role\":\"captain\"", "\"role\":\"cook\""))));
        await Get("/voyage/2?fields=id&captain__fields=name&captain__crew__fields=role")
            .ShouldAnswer(200, Row("\"id\":2", Parent("captain_id", "null")));
        await Get("/voyage/1?fields=id&captain__fields=name&captain__crew__fields=role").ShouldAnswer(200, Row("\"id\":1",
            Parent("captain_id", Row("\"name\":\"Ada\"", Children("crew", "person_id", Rows("\"role\":\"captain\""))))));
    }

    [Fact]
    public async Task Limits_lists_inside_lists_each_by_itself()
    {
        await Get("/person/1?fields=id&referenced_by_person__fields=id&referenced_by_person__crew__limit=1&referenced_by_person__crew__fields=role")
            .ShouldAnswer(200, Person(1, $"[{string.Join(',',
                Row("\"id\":2", Children("crew", "person_id", Rows("\"role\":\"cook\""))),
                Row("\"id\":3", Children("crew", "person_id", "[]")))}]"));
        await Get("/place?fields=id&voyage_by_origin__fields=id&voyage_by_origin__limit=1&voyage_by_origin__crew__limit=1" +
                "&voyage_by_origin__crew__order_by=-person_id&voyage_by_origin__crew__shift__limit=1&voyage_by_origin__crew__shift__order_by=-number")
            .ShouldAnswer(200, $"[{string.Join(',',
                Row("\"id\":1", Children("voyage", "origin_id", $"[{Row("\"id\":1", Children("crew", "voyage_id",
                    $"[{Row(CookThere, Children("shift", "voyage_id_person_id", Rows(DayShift)))}]"))}]")),
                Row("\"id\":2", Children("voyage", "origin_id", $"[{Row("\"id\":2", Children("crew", "voyage_id",
                    $"[{Row(BrookBack, Children("shift", "voyage_id_person_id", "[]"))}]"))}]")),
                Row("\"id\":3", Children("voyage", "origin_id", $"[{Row("\"id\":3", Children("crew", "voyage_id", "[]"))}]")))}]");
    }

    [Fact]
    public Task Limits_lists_of_parents() =>
        Get("/crew?fields=role&person__fields=id&person__crew__limit=1&person__crew__fields=voyage_id").ShouldAnswer(200, $"[{string.Join(',',
            Row("\"role\":\"captain\"", Parent("person_id", Row("\"id\":1", Children("crew", "person_id", Rows("\"voyage_id\":1"))))),
            Row("\"role\":\"cook\"", Parent("person_id", Row("\"id\":2", Children("crew", "person_id", Rows("\"voyage_id\":1"))))),
            Row("\"role\":null", Parent("person_id", Row("\"id\":2", Children("crew", "person_id", Rows("\"voyage_id\":1"))))))}]");

    [Fact]
    public Task Limits_and_orders_rows_behind_a_junction() =>
        Get("/voyage?fields=id&person__limit=1&person__order_by=-name&person__fields=name").ShouldAnswer(200, $"[{string.Join(',',
            Row("\"id\":1", $"\"person\":{Rows("\"name\":\"Brook\"")}"), Row("\"id\":2", $"\"person\":{Rows("\"name\":\"Brook\"")}"),
            Row("\"id\":3", "\"person\":[]"))}]");

    [Theory]
    [InlineData("crew__objects__role=cook")]
    [InlineData("referenced_by_crew__objects__role__eq=cook")]
    [InlineData("referenced_by_crew__role__startswith=coo")]
    [InlineData("referenced_by_crew_voyage_id_objects__role=cook")]
    [InlineData("referenced_by_crew_voyage_id_objects__objects__role=cook")]
    [InlineData("crew__objects__person__name__icontains=BROOK&crew__objects__role=cook")]
    [InlineData("crew__objects__or=(role=cook,role=steward)")]
    [InlineData("crew__objects__role=cook&crew__objects__role=steward")]
    [InlineData("crew__objects__search=oo&crew__objects__search_fields=role")]
    [InlineData("crew__objects__person_id__gte=1&crew__objects__role__gt=captain&crew__limit=5")]
    [InlineData("crew__objects__shift__note=day")]
    public Task Filters_a_list_and_not_the_rows_around_it(string query) =>
        Get($"/voyage?fields=id&{query}").ShouldAnswer(200, $"[{string.Join(',',
            Row("\"id\":1", Children("crew", "voyage_id", Rows(CookThere))),
            Row("\"id\":2", Children("crew", "voyage_id", "[]")), Row("\"id\":3", Children("crew", "voyage_id", "[]")))}]");

    [Fact]
    public async Task Filters_the_rows_by_the_plain_name_as_ever()
    {
        await Get("/voyage?fields=id&crew__role=cook").ShouldAnswer(200, Ids("1"));
        await Get("/voyage?fields=id&crew__role=cook&crew__objects__role=captain")
            .ShouldAnswer(200, $"[{Row("\"id\":1", Children("crew", "voyage_id", Rows(CaptainThere)))}]");
    }

    [Fact]
    public async Task Filters_rows_behind_a_junction()
    {
        await Get("/voyage?fields=id&person__objects__name=Ada&person__fields=id").ShouldAnswer(200, $"[{string.Join(',',
            Row("\"id\":1", "\"person\":[{\"id\":1}]"), Row("\"id\":2", "\"person\":[]"), Row("\"id\":3", "\"person\":[]"))}]");
        await Get("/voyage?fields=id&person__name=Ada&person__fields=id")
            .ShouldAnswer(200, "[{\"id\":1,\"person\":[{\"id\":1},{\"id\":2}]}]");
    }

    [Fact]
    public Task Filters_every_foreign_key_of_a_child_table() =>
        Get("/place?fields=id&referenced_by_voyage__objects__title=There&referenced_by_voyage__fields=title").ShouldAnswer(200, $"[{string.Join(',',
            Row("\"id\":1", Children("voyage", "destination_id", "[]"), Children("voyage", "origin_id", Rows("\"title\":\"There\""))),
            Row("\"id\":2", Children("voyage", "destination_id", Rows("\"title\":\"There\"")), Children("voyage", "origin_id", "[]")),
            Row("\"id\":3", Children("voyage", "destination_id", "[]"), Children("voyage", "origin_id", "[]")))}]");

    [Fact]
    public Task Filters_a_list_inside_a_list() =>
        Get("/place/1?fields=id&voyage_by_origin__fields=id&voyage_by_origin__crew__objects__role=cook&voyage_by_origin__objects__captain__name=Ada")
            .ShouldAnswer(200, Row("\"id\":1", Children("voyage", "origin_id",
                $"[{Row("\"id\":1", Children("crew", "voyage_id", Rows(CookThere)))}]")));

    [Fact]
    public async Task Keeps_to_the_options_beside_a_depth()
    {
        await Get("/voyage/1?fields=id&depth=2&crew__limit=1&crew__fields=role&person__objects__id=2&person__fields=name&origin__fields=id")
            .ShouldAnswer(200, Row("\"id\":1",
                Parent("captain_id", Row(Ada)), Parent("destination_id", Row(Bergen)), Parent("origin_id", "{\"id\":1}"),
                Children("crew", "voyage_id", Rows("\"role\":\"captain\"")), $"\"person\":{Rows("\"name\":\"Brook\"")}"));
    }

    [Fact]
    public async Task Shows_deleted_rows_in_a_list_that_is_asked_for_them()
    {
        await Post("/task?fields=id", """[{"id":50,"title":"t50"},{"id":51,"title":"t51","parent_id":50},{"id":52,"title":"t52","parent_id":50}]""")
            .ShouldAnswer(201, Ids("50,51,52"));
        await Delete("/task/52").ShouldAnswerNothing();
        await Get("/task?id=50&fields=id&task__fields=id&task__objects__id__gte=51").ShouldAnswer(200, Listed("51"));
        await Get("/task?id=50&fields=id&task__fields=id&task__objects__deleted_at__isnotnull").ShouldAnswer(200, Listed("52"));
        await Get("/task?id=50&fields=id&task__fields=id&task__objects__or=(deleted_at__isnull,deleted_at__isnotnull)")
            .ShouldAnswer(200, Listed("51,52"));
        await Get("/task?id=50&fields=id&task__fields=id&task__deleted_at__isnotnull").ShouldAnswer(200, Listed("51"));

        static string Listed(string ids) => $"[{Row("\"id\":50", Children("task", "parent_id", Ids(ids)))}]";
    }

    [Fact]
    public async Task Answers_no_rows_where_none_are_asked_for()
    {
        await Get("/person/1?fields=id&referenced_by_person__limit=0").ShouldAnswer(200, Person(1, "[]"));
        await Get("/person/1?fields=id&referenced_by_person__limit=10000").ShouldAnswer(200, Person(1, Rows(Brook, Celik)));
    }

    [Fact]
    public async Task Refuses_a_limit_that_cannot_be()
    {
        await Get("/voyage?crew__limit=-1").ShouldFail(400, "bad-value", "The limit -1 is negative.", null, "query 12 2");
        await Get("/voyage?crew__limit=10001").ShouldFail(400, "limit-exceeded",
            "The limit 10001 is larger than 10000, the most that one request may ask for.", null, "query 12 5");
        await Get("/voyage/1?crew__limit=many")
            .ShouldFail(400, "bad-value", "\"crew__limit\" is an integer, not \"many\".", null, "query 12 4");
        await Get("/voyage?crew__limit=1&referenced_by_crew__limit=1")
            .ShouldFail(400, "malformed-syntax", "The limit of \"crew\" here is given twice.", null, "query 14 25");
    }

    [Fact]
    public async Task Refuses_what_only_lists_have_of_a_parent()
    {
        await Get("/voyage?captain__limit=1").ShouldFail(400, "not-applicable",
            "\"captain\" is one row and no list, so it takes no \"limit\".",
            "A column of that name is filtered by captain__limit__eq.", "query 0 14");
        await Get("/voyage/1?crew__person__order_by=name").ShouldFail(400, "not-applicable",
            "\"crew__person\" is one row and no list, so it takes no \"order_by\".",
            "A column of that name is filtered by crew__person__order_by__eq.", "query 0 22");
        await Get("/voyage?captain__objects__name=Ada").ShouldFail(400, "unknown-column",
            "\"person\" has no column \"objects\".", null, "query 9 7");
    }

    [Fact]
    public async Task Refuses_names_that_do_not_exist_inside_a_list()
    {
        await Get("/voyage?crew__fields=rol").ShouldFail(
            400, "unknown-column", "\"crew\" has no column \"rol\".", "Did you mean \"role\"?", "query 13 3");
        await Get("/voyage?crew__fields=").ShouldFail(400, "bad-value", "\"crew__fields\" names no column.", null, "query 13 0");
        await Get("/voyage?crew__order_by=role,-rol").ShouldFail(
            400, "unknown-column", "\"crew\" has no column \"rol\".", "Did you mean \"role\"?", "query 15 9");
        await Get("/voyage?crew__objects__rol=cook").ShouldFail(
            400, "unknown-column", "\"crew\" has no column \"rol\".", "Did you mean \"role\"?", "query 15 3");
        await Get("/voyage?crew__objects__person_id=two").ShouldFail(
            400, "bad-value", "The value \"two\" is no integer: column \"person_id\" is of type integer.", null, "query 25 3");
        await Get("/voyage?captan__limit=1").ShouldFail(
            400, "unknown-column", "\"voyage\" has no column \"captan\".", "Did you mean \"captain\"?", "query 0 6");
        await Get("/voyage/1?captan__limit=1").ShouldFail(
            400, "unknown-relationship", "\"voyage\" has no relationship \"captan\".", "Did you mean \"captain\"?", "query 0 13");
    }

    private static string Person(int id, string students) => Row($"\"id\":{id}", Children("person", "mentor_id", students));
}
