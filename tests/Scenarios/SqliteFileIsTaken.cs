using System.Net;
using Microsoft.Data.Sqlite;
using Relata.Scenarios.Stage;
using Relata.Support;

namespace Relata.Scenarios;

/// <summary>Another process locks the SQLite file for long, deletes it or puts another in its place.</summary>
public sealed class SqliteFileIsTaken
{
    private const string Schema = "CREATE TABLE item (id INTEGER PRIMARY KEY); INSERT INTO item VALUES (1);";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_lock_that_does_not_go_is_409_and_afterwards_all_is_well()
    {
        using var file = await SqliteFile.CreateAsync(Schema, Stop);
        await using var relata = await RelataProcess.StartAsync(file.Url, stop: Stop);
        await using (var other = new SqliteConnection(file.ConnectionString))
        {
            await other.OpenAsync(Stop);
            await ExecuteAsync(other, "BEGIN EXCLUSIVE");
            var read = ReadAsync(relata);
            var write = WriteAsync(relata, 2);
            (await read).Status.ShouldBe(HttpStatusCode.Conflict);
            (await write).Status.ShouldBe(HttpStatusCode.Conflict);
            await ExecuteAsync(other, "ROLLBACK");
        }

        (await WriteAsync(relata, 3)).Status.ShouldBe(HttpStatusCode.Created);
        (await ReadAsync(relata)).Text.ShouldBe("""[{"id":1},{"id":3}]""");
        relata.ShouldHaveNoFault();
    }

    [Fact]
    public async Task A_lock_that_goes_in_time_is_not_noticed()
    {
        using var file = await SqliteFile.CreateAsync(Schema, Stop);
        await using var relata = await RelataProcess.StartAsync(file.Url, stop: Stop);
        await using var other = new SqliteConnection(file.ConnectionString);
        await other.OpenAsync(Stop);
        await ExecuteAsync(other, "BEGIN EXCLUSIVE; INSERT INTO item VALUES (2)");

        var write = WriteAsync(relata, 3);
        await ExecuteAsync(other, "COMMIT");

        (await write).Status.ShouldBe(HttpStatusCode.Created);
        (await ReadAsync(relata)).Text.ShouldBe("""[{"id":1},{"id":2},{"id":3}]""");
    }

    [Fact]
    public async Task A_deleted_file_is_503_and_one_in_its_place_is_served()
    {
        using var file = await SqliteFile.CreateAsync(Schema, Stop);
        await using var relata = await RelataProcess.StartAsync(file.Url, stop: Stop);
        (await ReadAsync(relata)).IsGood.ShouldBeTrue();
        (await WriteAsync(relata, 2)).IsGood.ShouldBeTrue();

        File.Delete(file.Path);
        await Poll.UntilAsync(async () => (await ReadAsync(relata)).IsUnavailable, stop: Stop);
        (await WriteAsync(relata, 3)).IsUnavailable.ShouldBeTrue();
        await Poll.UntilAsync(
            async () => await ReadinessAsync(relata) == HttpStatusCode.ServiceUnavailable, stop: Stop);

        await file.ExecuteAsync(Schema, Stop);
        (await WriteAsync(relata, 4)).Status.ShouldBe(HttpStatusCode.Created);
        (await ReadAsync(relata)).Text.ShouldBe("""[{"id":1},{"id":4}]""");
        await Poll.UntilAsync(async () => await ReadinessAsync(relata) == HttpStatusCode.OK, stop: Stop);
        relata.ShouldHaveNoFault();
    }

    [Fact]
    public async Task A_file_that_is_replaced_at_one_stroke_is_served()
    {
        using var file = await SqliteFile.CreateAsync(Schema, Stop);
        using var backup = await SqliteFile.CreateAsync(Schema + "INSERT INTO item VALUES (2)", Stop);
        await using var relata = await RelataProcess.StartAsync(file.Url, stop: Stop);
        (await WriteAsync(relata, 5)).Status.ShouldBe(HttpStatusCode.Created);

        File.Move(backup.Path, file.Path, overwrite: true);

        await Poll.UntilAsync(async () => (await ReadAsync(relata)).Text == """[{"id":1},{"id":2}]""", stop: Stop);
        await Poll.UntilAsync(async () => (await WriteAsync(relata, 6)).Status == HttpStatusCode.Created, stop: Stop);
        relata.ShouldHaveNoFault();
    }

    private static Task<Outcome> ReadAsync(RelataProcess relata) => Outcome.GetAsync(relata.Client, "/item", Stop);

    private static Task<Outcome> WriteAsync(RelataProcess relata, int id) =>
        Outcome.PostAsync(relata.Client, "/item", $$"""{"id":{{id}}}""", Stop);

    private static async Task<HttpStatusCode> ReadinessAsync(RelataProcess relata) =>
        (await Outcome.GetAsync(relata.Client, "/__health/ready", Stop)).Status;

    private static async Task ExecuteAsync(SqliteConnection connection, string sql)
    {
        await using var command = new SqliteCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Stop);
    }
}
