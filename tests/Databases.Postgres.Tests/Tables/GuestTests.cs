using System.Data.Common;
using Relata.Conformance;
using Relata.Support;

namespace Relata.Databases.Postgres.Tests.Tables;

/// <summary>What a role can do that may do some things only.</summary>
public sealed class GuestTests(GuestServer server) : Specification(server), IClassFixture<GuestServer>
{
    private const string Waiting =
        "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";

    [Fact]
    public async Task A_put_leaves_a_row_alone_that_is_not_seen()
    {
        await Get("/diary/1").ShouldFail(404, "row-not-found");
        await Put("/diary/1", """{"words":"x"}""").ShouldFail(409, "unique-violation",
            "The row was not created: one that is not seen holds its key, or a trigger kept it away.", at: "path 7 1");
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

    /// <summary>
    /// PostgreSQL fills the indexes in the order in which they were made: this row is on its way, then the other comes in
    /// between, and is met by its code before its key.
    /// </summary>
    [Theory]
    [InlineData("PUT", "/coded/1", """{"code":"c1"}""", 1)]
    [InlineData("POST", "/__batch", """{"requests":[{"method":"PUT","path":"/coded/2","body":{"code":"c2"}}]}""", 2)]
    public async Task A_row_that_came_in_between_is_replaced(string method, string path, string body, int id)
    {
        (await Get("/coded")).Status.ShouldBe(200);
        await using var other = server.Connect();
        await other.OpenAsync(Stop);
        await ExecuteAsync(other, "SET test.quick = 'yes'; SELECT pg_advisory_lock(20260727)");
        var putting = Send(method, path, body);
        await Poll.UntilAsync(async () => await server.ScalarAsync(Waiting, Stop) is 1L, stop: Stop);
        await ExecuteAsync(other, $"INSERT INTO coded VALUES ('c{id}', {id}); SELECT pg_advisory_unlock(20260727)");
        var answer = await putting;
        (answer.Status, answer.Body.Contains("\"status\":201", StringComparison.Ordinal)).ShouldBe((200, false), answer.Body);
        await Put("/coded/9", $$"""{"code":"c{{id}}"}""").ShouldFail(409, "unique-violation");
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
        await ExecuteAsync(other, $"UPDATE {table} SET words = 'new' WHERE id = 2");

        // The delete has compared the row as it was, and waits for what the other does with it.
        var deleting = Send("DELETE", $"/{table}/2", headers: [$"If-Match: {tag}"]);
        await Poll.UntilAsync(async () => await server.ScalarAsync(Waiting, Stop) is 1L, stop: Stop);
        await transaction.CommitAsync(Stop);
        await deleting.ShouldFail(412, "precondition-failed");
        (await server.ScalarAsync($"SELECT words FROM {table} WHERE id = 2", Stop)).ShouldBe("new");
    }

    [Theory]
    [InlineData("erasable")]
    [InlineData("settled")]
    public async Task Who_may_only_delete_deletes_the_first_rows_of_an_order(string table)
    {
        await Prefer("return=representation", "DELETE", $"/{table}?id__gte=7&words=old&ordering=-id&limit=1")
            .ShouldAnswer(200, """[{"id":9,"words":"old"}]""");
        await using var other = server.Connect();
        await other.OpenAsync(Stop);
        await using var transaction = await other.BeginTransactionAsync(Stop);
        await ExecuteAsync(other, $"UPDATE {table} SET words = 'kept' WHERE id = 8");

        // The row that was chosen does not pass the filter any more when it can be deleted.
        var deleting = Delete($"/{table}?id__gte=7&words=old&ordering=-id&limit=1");
        await Poll.UntilAsync(async () => await server.ScalarAsync(Waiting, Stop) is 1L, stop: Stop);
        await transaction.CommitAsync(Stop);
        (await deleting).Status.ShouldBe(204);
        await Get($"/{table}?id__gte=7&fields=id,words&ordering=id")
            .ShouldAnswer(200, """[{"id":7,"words":"old"},{"id":8,"words":"kept"}]""");
    }

    private static async Task ExecuteAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Stop);
    }
}
