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

    [Fact]
    public async Task Leaves_out_rows_that_are_marked_as_deleted_and_those_of_a_marked_junction()
    {
        await Get("/album?song__load&fields=id&song__fields=id").ShouldAnswer(200,
            """[{"id":1,"song":[{"id":1}]},{"id":2,"song":[{"id":1}]},{"id":3,"song":[]}]""");
        await Get("/song?album__load&fields=id&album__fields=id").ShouldAnswer(200,
            """[{"id":1,"album":[{"id":1},{"id":2}]},{"id":2,"album":[]}]""");
        const string OfFirst = """{"album_id":1,"song_id":1,"deleted_at":null}""";
        const string OfSecond = """{"album_id":2,"song_id":1,"deleted_at":null}""";
        const string Shared = """[{"id":1,"name":"shared","deleted_at":null}]""";
        await Get("/album?depth=2&fields=id").ShouldAnswer(200, $"[{string.Join(',',
            Row("\"id\":1", Children("track", "album_id", $$"""[{{OfFirst}},{"album_id":1,"song_id":3,"deleted_at":null}]"""),
                $"\"song\":{Shared}"),
            Row("\"id\":2", Children("track", "album_id", $"[{OfSecond}]"), $"\"song\":{Shared}"),
            Row("\"id\":3", Children("track", "album_id", "[]"), "\"song\":[]"))}]");
    }

    [Theory]
    [InlineData("album", "song__id=1", "1,2")]
    [InlineData("album", "song__name=cut", "")]
    [InlineData("album", "song__name=gone", "")]
    [InlineData("album", "song__isnull=true", "3")]
    [InlineData("album", "song__isnull=false", "1,2")]
    [InlineData("album", "not=(song__name=gone)", "1,2,3")]
    [InlineData("album", "not=(song__name=cut)", "1,2,3")]
    [InlineData("album", "song__deleted_at__isnull=false", "1")]
    [InlineData("album", "track__deleted_at__isnull=false", "2,3")]
    [InlineData("song", "album__isnull=true", "2")]
    [InlineData("song", "album__id__in=2,3", "1")]
    [InlineData("song", "album__song__album__isnull=false", "1")]
    public Task Finds_nothing_through_rows_that_are_marked_as_deleted(string table, string filter, string ids) =>
        Get($"/{table}?{filter}&fields=id").ShouldAnswer(200, Ids(ids));

    [Fact]
    public Task Shows_marked_rows_to_who_speaks_of_their_mark_but_never_those_of_a_marked_junction() =>
        Get("/album?song__objects__deleted_at__isnull=false&fields=id&song__fields=id").ShouldAnswer(200,
            """[{"id":1,"song":[{"id":3}]},{"id":2,"song":[]},{"id":3,"song":[]}]""");

    [Fact]
    public Task Follows_no_mark_to_the_end_of_a_graph()
    {
        // On the fifth level, the last that is loaded, album 2 is reached: only what is marked stands behind it.
        const string Shared = "\"id\":1,\"name\":\"shared\",\"deleted_at\":null";
        const string Second = "\"id\":2,\"name\":\"second\"";
        return Get("/album/1?depth=0&fields=id").ShouldAnswer(200, Row("\"id\":1",
            Tracks(
                Track(1, 1, Parent("song_id", Row(Shared,
                    Children("track", "song_id", $"[{Track(2, 1, Parent("album_id", Row(Second)))}]"),
                    Albums(Track(2, 1))))),
                Track(1, 3, Parent("song_id", "null"))),
            $"\"song\":[{Row(Shared,
                Children("track", "song_id", $"[{Track(1, 1, Parent("album_id", "null"))},{Track(2, 1,
                    Parent("album_id", Row(Second, Tracks(), "\"song\":[]")))}]"),
                Albums(Track(2, 1, Parent("song_id", "null"))))}]"));

        static string Albums(string track) => $"\"album\":[{Row(Second, Tracks(track), "\"song\":[]")}]";

        static string Tracks(params string[] rows) => Children("track", "album_id", $"[{string.Join(',', rows)}]");

        static string Track(int album, int song, params string[] related) =>
            Row([$"\"album_id\":{album},\"song_id\":{song},\"deleted_at\":null", .. related]);
    }

    [Fact]
    public async Task Tells_two_junctions_between_the_same_tables_apart()
    {
        await Get("/article?writer_through_authorship__load&writer_through_review__load&fields=id").ShouldAnswer(200,
            """
            [{"id":1,"writer_through_authorship":[{"id":1,"name":"Wu"}],"writer_through_review":[{"id":2,"name":"Xi"}]},{"id":2,"writer_through_authorship":[{"id":1,"name":"Wu"},{"id":2,"name":"Xi"}],"writer_through_review":[]},{"id":3,"writer_through_authorship":[],"writer_through_review":[{"id":1,"name":"Wu"}]}]
            """);
        await Get("/writer/1?article_through_review__load&fields=id").ShouldAnswer(200,
            """{"id":1,"article_through_review":[{"id":3,"title":"three"}]}""");
        await Get("/article?writer__load").ShouldFail(400, "unknown-relationship");
    }

    [Fact]
    public async Task Goes_both_ways_through_a_junction_of_a_table_with_itself()
    {
        await Get("/article/2?article_through_citation_by_cited__load&article_through_citation_by_citing__load&fields=id")
            .ShouldAnswer(200,
                """
                {"id":2,"article_through_citation_by_cited":[{"id":1,"title":"one"}],"article_through_citation_by_citing":[{"id":3,"title":"three"}]}
                """);
        await Get("/article/3?article_through_citation_by_cited__article_through_citation_by_cited__load&fields=id").ShouldAnswer(200,
            """
            {"id":3,"article_through_citation_by_cited":[{"id":1,"title":"one","article_through_citation_by_cited":[]},{"id":2,"title":"two","article_through_citation_by_cited":[{"id":1,"title":"one"}]}]}
            """);
    }

    [Theory]
    [InlineData("writer_through_authorship__name=Wu", "1,2")]
    [InlineData("writer_through_review__name=Wu", "3")]
    [InlineData("writer_through_authorship__name=Wu&writer_through_review__name=Xi", "1")]
    [InlineData("writer_through_review__isnull=true", "2")]
    [InlineData("article_through_citation_by_cited__title=one", "2,3")]
    [InlineData("article_through_citation_by_citing__title=two", "1")]
    [InlineData("article_through_citation_by_citing__isnull=true", "3")]
    [InlineData("article_through_citation_by_cited__article_through_citation_by_cited__title=one", "3")]
    [InlineData("article_through_citation_by_cited__writer_through_review__name=Xi", "2,3")]
    public Task Finds_rows_through_the_junction_that_is_named(string filter, string ids) =>
        Get($"/article?{filter}&fields=id").ShouldAnswer(200, Ids(ids));
}
