using Relata.Conformance;

namespace Relata.Databases.Postgres.Tests.Tables;

/// <summary>Views, written where the database writes them.</summary>
public sealed class ViewTests(TablesServer server) : Specification(server), IClassFixture<TablesServer>
{
    [Fact]
    public async Task An_updatable_view_is_read_and_written()
    {
        await Get("/camera_on?order_by=id")
            .ShouldAnswer(200, """[{"id":1,"name":"door","is_on":true},{"id":3,"name":"gate","is_on":true}]""");
        await Post("/camera_on", """{"id":10,"name":"yard","is_on":true}""")
            .ShouldAnswer(201, """{"id":10,"name":"yard","is_on":true}""");
        await Patch("/camera_on?id=10", """{"name":"barn"}""")
            .ShouldAnswer(200, """[{"id":10,"name":"barn","is_on":true}]""");
        await Get("/camera/10").ShouldAnswer(200, """{"id":10,"name":"barn","is_on":true}""");
        await Delete("/camera_on?id=10").ShouldAnswerNothing();
        await Get("/camera/10").ShouldFail(404, "row-not-found");
    }

    [Fact]
    public async Task A_row_that_the_view_would_not_show_is_refused()
    {
        await Post("/camera_on", """{"id":11,"name":"off","is_on":false}""").ShouldFail(422, "check-violation");
        await Patch("/camera_on?id=1", """{"is_on":false}""").ShouldFail(422, "check-violation");
        await Get("/camera/11").ShouldFail(404, "row-not-found");
    }

    [Fact]
    public async Task A_view_has_no_items() => await Get("/camera_on/1").ShouldFail(405, "method-not-allowed");

    [Fact]
    public async Task A_view_of_groups_is_read_only()
    {
        await Get("/camera_count?is_on=false").ShouldAnswer(200, """[{"is_on":false,"number":1}]""");
        await Post("/camera_count", """{"is_on":true}""").ShouldFail(405, "method-not-allowed");
        await Patch("/camera_count?is_on=true", """{"number":1}""").ShouldFail(405, "method-not-allowed");
        await Delete("/camera_count?is_on=true").ShouldFail(405, "method-not-allowed");
    }

    [Fact]
    public async Task A_materialised_view_is_read_only()
    {
        await Get("/camera_then?name=roof").ShouldAnswer(200, """[{"id":2,"name":"roof"}]""");
        await Post("/camera_then", """{"id":4}""").ShouldFail(405, "method-not-allowed");
        await Patch("/camera_then?id=1", """{"name":"x"}""").ShouldFail(405, "method-not-allowed");
        await Delete("/camera_then?id=1").ShouldFail(405, "method-not-allowed");
    }

    [Fact]
    public async Task Triggers_make_any_view_writable()
    {
        await Get("/camera_loud?id=2").ShouldAnswer(200, """[{"id":2,"name":"ROOF"}]""");
        await Post("/camera_loud", """{"id":20,"name":"PORCH"}""").ShouldAnswer(201, """{"id":20,"name":"PORCH"}""");
        await Patch("/camera_loud?id=20", """{"name":"STAIRS"}""").ShouldAnswer(200, """[{"id":20,"name":"STAIRS"}]""");
        await Get("/camera/20").ShouldAnswer(200, """{"id":20,"name":"stairs","is_on":true}""");
        await Delete("/camera_loud?id=20").ShouldAnswerNothing();
        await Get("/camera/20").ShouldFail(404, "row-not-found");
    }
}
