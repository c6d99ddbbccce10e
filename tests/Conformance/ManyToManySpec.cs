using static Relata.Conformance.SeedRows;

namespace Relata.Conformance;

/// <summary>Rows that a junction table connects with a row stand inside it under the other table's name.</summary>
public abstract class ManyToManySpec(ConformanceServer server) : Specification(server)
{
    [Fact]
    public Task Answers_the_rows_at_the_far_end() =>
        Get("/voyage?person__load=&fields=title").ShouldAnswer(200, $"[{string.Join(',',
            Row("\"title\":\"There\"", $"\"person\":{Rows(Ada, Brook)}"),
            Row("\"title\":\"Back again\"", $"\"person\":{Rows(Brook)}"),
            Row("\"title\":\"Adrift\"", "\"person\":[]"))}]");

    [Fact]
    public Task Tells_the_junction_where_the_name_means_children() =>
        Get("/person?voyage_through_crew__load=&fields=id&limit=3&ordering=-id&offset=3").ShouldAnswer(200, $"[{string.Join(',',
            Row("\"id\":3", "\"voyage_through_crew\":[]"),
            Row("\"id\":2", $"\"voyage_through_crew\":{Rows(There, BackAgain)}"),
            Row("\"id\":1", $"\"voyage_through_crew\":{Rows(There)}"))}]");

    [Fact]
    public Task Answers_what_is_related_to_these_rows() =>
        Get("/voyage/1?fields=id&person__mentor__load=&person__voyage_through_crew__load=").ShouldAnswer(200, Row("\"id\":1",
            $"\"person\":[{string.Join(',',
                Row(Ada, Parent("mentor_id", "null"), $"\"voyage_through_crew\":{Rows(There)}"),
                Row(Brook, Parent("mentor_id", Row(Ada)), $"\"voyage_through_crew\":{Rows(There, BackAgain)}"))}]"));
}
