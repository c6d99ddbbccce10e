using static Relata.Conformance.SeedRows;

namespace Relata.Conformance;

/// <summary>Rows that reference a row stand inside it as a list.</summary>
public abstract class ChildrenSpec(ConformanceServer server) : Specification(server)
{
    [Fact]
    public Task Answers_each_row_with_its_own_children() =>
        Get("/person?fields=id&referenced_by_person__load=").ShouldAnswer(200, $"[{string.Join(',',
            Person(1, Rows(Brook, Celik)), Person(2, Rows(Darya)), Person(3, "[]"), Person(4, "[]"), Person(5, "[]"),
            Person(6, Rows(Neil)))}]");

    [Fact]
    public async Task Answers_children_whatever_page_and_order_the_rows_have()
    {
        await Get("/person?fields=id&referenced_by_person__load=&ordering=-id&limit=2&offset=3").ShouldAnswer(
            200, $"[{Person(3, "[]")},{Person(2, Rows(Darya))}]");
        await Get("/person?fields=id&referenced_by_person__load=&ordering=born,-id&limit=3&offset=1").ShouldAnswer(
            200, $"[{Person(5, "[]")},{Person(3, "[]")},{Person(4, "[]")}]");
        await Get("/person?fields=id&referenced_by_person__load=&ordering=born,-id&limit=3&offset=4").ShouldAnswer(
            200, $"[{Person(6, Rows(Neil))},{Person(2, Rows(Darya))}]");
        await Get("/person?fields=id&referenced_by_person__load=&limit=0").ShouldAnswer(200, "[]");
    }

    [Fact]
    public Task Answers_children_inside_children() =>
        Get("/person/1?fields=id&referenced_by_person__referenced_by_person__load=").ShouldAnswer(200, Person(1,
            $"[{Row(Brook, Children("person", "mentor_id", Rows(Darya)))},{Row(Celik, Children("person", "mentor_id", "[]"))}]"));

    [Fact]
    public Task Answers_children_of_parents() =>
        Get("/voyage?fields=id&captain__crew__load=").ShouldAnswer(200, $"[{string.Join(',',
            Row("\"id\":1", Parent("captain_id", Row(Ada, Children("crew", "person_id", Rows(CaptainThere))))),
            Row("\"id\":2", Parent("captain_id", "null")),
            Row("\"id\":3", Parent("captain_id", Row(Darya, Children("crew", "person_id", "[]")))))}]");

    [Fact]
    public Task Answers_parents_inside_children() =>
        Get("/place/2?voyage_by_origin__captain__load=&voyage_by_destination__captain__load=").ShouldAnswer(200, Row(Bergen,
            Children("voyage", "destination_id", $"[{Row(There, Parent("captain_id", Row(Ada)))}]"),
            Children("voyage", "origin_id", $"[{Row(BackAgain, Parent("captain_id", "null"))}]")));

    [Fact]
    public Task Answers_several_lists_side_by_side_each_to_its_end() =>
        Get("/person?fields=id&id__in=1,2&crew__shift__load=&referenced_by_person__load=&ordering=-id")
            .ShouldAnswer(200, $"[{string.Join(',',
                Row("\"id\":2",
                    Children("crew", "person_id", $"[{string.Join(',',
                        Row(CookThere, Children("shift", "voyage_id_person_id", Rows(FirstShift, DayShift))),
                        Row(BrookBack, Children("shift", "voyage_id_person_id", "[]")))}]"),
                    Children("person", "mentor_id", Rows(Darya))),
                Row("\"id\":1",
                    Children("crew", "person_id",
                        $"[{Row(CaptainThere, Children("shift", "voyage_id_person_id", Rows(NightShift)))}]"),
                    Children("person", "mentor_id", Rows(Brook, Celik))))}]");

    [Fact]
    public Task Answers_children_of_a_key_of_several_columns() =>
        Get("/shelf?book__load=&ordering=-room,label").ShouldAnswer(200,
            """
            [{"room":"x/y","label":"%2C","capacity":null,"referenced_by_book_shelf_room_shelf_label_objects":[{"id":4,"title":"Slash","shelf_room":"x/y","shelf_label":"%2C"}]},{"room":"a,b","label":"c","capacity":20,"referenced_by_book_shelf_room_shelf_label_objects":[{"id":1,"title":"Found","shelf_room":"a,b","shelf_label":"c"}]},{"room":"a","label":"b","capacity":10,"referenced_by_book_shelf_room_shelf_label_objects":[]},{"room":"a","label":"b,c","capacity":30,"referenced_by_book_shelf_room_shelf_label_objects":[]}]
            """);

    private static string Person(int id, string students) => Row($"\"id\":{id}", Children("person", "mentor_id", students));
}
