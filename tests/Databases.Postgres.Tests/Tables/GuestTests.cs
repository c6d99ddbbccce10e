using Relata.Conformance;

namespace Relata.Databases.Postgres.Tests.Tables;

/// <summary>What a role can do that may do some things only.</summary>
public sealed class GuestTests(GuestServer server) : Specification(server), IClassFixture<GuestServer>
{
    [Fact]
    public async Task A_put_leaves_a_row_alone_that_is_not_seen()
    {
        await Get("/diary/1").ShouldFail(404, "row-not-found");
        await Put("/diary/1", """{"words":"x"}""").ShouldFail(409, "unique-violation",
            "The row cannot be created: one that is not seen holds its key.", at: "path 7 1");
        await Put("/diary/1", """{"id":1,"words":"x"}""").ShouldFail(409, "unique-violation");
        await Send("PUT", "/diary/1", """{"words":"x"}"""u8.ToArray(), headers: ["If-None-Match: *"])
            .ShouldFail(409, "unique-violation");
        (await server.ScalarAsync("SELECT words FROM diary WHERE id = 1", Stop)).ShouldBe("secret");
        await Put("/diary/2", """{"words":"y"}""").ShouldAnswer(200, """{"id":2,"owner":"guest","words":"y"}""");
        await Put("/diary/3", """{"words":"z"}""").ShouldAnswer(201, """{"id":3,"owner":"guest","words":"z"}""");
        await Put("/diary/4", """{"owner":"other"}""").ShouldFail(403, "forbidden");
        (await server.ScalarAsync("SELECT count(*) FROM diary", Stop)).ShouldBe(3L);
    }

    [Fact]
    public async Task A_put_creates_no_row_whose_key_the_database_gives()
    {
        const string hint = "POST it to the table.";
        await Put("/given/7", """{"words":"x"}""").ShouldFail(400, "generated-column",
            "There is no such row, and \"id\" is filled by the database: a row cannot be created by its key.", hint, "path 7 1");
        await Post("/given", """{"words":"x"}""").ShouldAnswer(201, """{"id":1,"words":"x"}""");
        await Put("/given/1", """{"id":1,"words":"y"}""").ShouldAnswer(200, """{"id":1,"words":"y"}""");
        await Put("/given/1", """{"id":2,"words":"y"}""").ShouldFail(400, "generated-column");
    }

    [Fact]
    public async Task A_put_creates_nothing_where_the_role_inserts_nothing()
    {
        await Put("/fixed/1", """{"words":"x"}""").ShouldFail(404, "row-not-found");
        await Send("PUT", "/fixed/1", """{"words":"x"}"""u8.ToArray(), headers: ["If-Match: *"]).ShouldFail(404, "row-not-found");
    }
}
