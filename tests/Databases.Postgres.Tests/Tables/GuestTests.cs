using Relata.Conformance;
using Relata.Support;

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

    /// <summary>The role has no right to update one of the tables, and no policy that lets it update rows of the other.</summary>
    [Theory]
    [InlineData("erasable")]
    [InlineData("settled")]
    public async Task Who_may_only_delete_deletes_in_the_state_that_is_known(string table)
    {
        var old = (await Get($"/{table}/1")).Header("ETag");
        await server.ScalarAsync($"UPDATE {table} SET words = 'new' WHERE id = 1", Stop);
        await Send("DELETE", $"/{table}/1", headers: [$"If-Match: {old}"]).ShouldFail(412, "precondition-failed");
        await Send("DELETE", $"/{table}/1", headers: ["If-None-Match: *"]).ShouldFail(412, "precondition-failed");
        var tag = (await Get($"/{table}/1")).Header("ETag");
        await Send("DELETE", $"/{table}/1", headers: [$"If-Match: {tag}"]).ShouldAnswerNothing();
        await Send("DELETE", $"/{table}/1", headers: [$"If-Match: {tag}"]).ShouldFail(404, "row-not-found");
    }

    [Theory]
    [InlineData("erasable")]
    [InlineData("settled")]
    public async Task A_row_that_changes_while_it_is_deleted_stays(string table)
    {
        var tag = (await Get($"/{table}/2")).Header("ETag");
        await using var other = server.Connect();
        await other.OpenAsync(Stop);
        await using var transaction = await other.BeginTransactionAsync(Stop);
        await using var update = other.CreateCommand();
        update.CommandText = $"UPDATE {table} SET words = 'new' WHERE id = 2";
        await update.ExecuteNonQueryAsync(Stop);

        // The delete has compared the row as it was, and waits for what the other does with it.
        var deleting = Send("DELETE", $"/{table}/2", headers: [$"If-Match: {tag}"]);
        await Poll.UntilAsync(
            async () => await server.ScalarAsync(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'", Stop) is 1L,
            stop: Stop);
        await transaction.CommitAsync(Stop);
        await deleting.ShouldFail(412, "precondition-failed");
        (await server.ScalarAsync($"SELECT words FROM {table} WHERE id = 2", Stop)).ShouldBe("new");
    }
}
