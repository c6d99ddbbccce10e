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
            var read = Outcome.GetAsync(relata.Client, "/item", Stop);
            var write = Outcome.PostAsync(relata.Client, "/item", """{"id":2}""", Stop);
            (await read).Status.ShouldBe(HttpStatusCode.Conflict);
            (await write).Status.ShouldBe(HttpStatusCode.Conflict);
            await ExecuteAsync(other, "ROLLBACK");
        }

        (await Outcome.PostAsync(relata.Client, "/item", """{"id":3}""", Stop)).Status.ShouldBe(HttpStatusCode.Created);
        (await Outcome.GetAsync(relata.Client, "/item", Stop)).Text.ShouldBe("""[{"id":1},{"id":3}]""");
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

        var write = Outcome.PostAsync(relata.Client, "/item", """{"id":3}""", Stop);
        await ExecuteAsync(other, "COMMIT");

        (await write).Status.ShouldBe(HttpStatusCode.Created);
        (await Outcome.GetAsync(relata.Client, "/item", Stop)).Text.ShouldBe("""[{"id":1},{"id":2},{"id":3}]""");
    }

    [Fact]
    public async Task A_deleted_file_is_503_and_one_in_its_place_is_served()
    {
        using var file = await SqliteFile.CreateAsync(Schema, Stop);
        await using var relata = await RelataProcess.StartAsync(file.Url, stop: Stop);
        (await Outcome.GetAsync(relata.Client, "/item", Stop)).IsGood.ShouldBeTrue();
        (await Outcome.PostAsync(relata.Client, "/item", """{"id":2}""", Stop)).IsGood.ShouldBeTrue();

        File.Delete(file.Path);
        (await Outcome.GetAsync(relata.Client, "/item", Stop)).IsUnavailable.ShouldBeTrue();
        (await Outcome.PostAsync(relata.Client, "/item", """{"id":3}""", Stop)).IsUnavailable.ShouldBeTrue();
        await Poll.UntilAsync(
            async () => (await Outcome.GetAsync(relata.Client, "/__health/ready", Stop)).Status == HttpStatusCode.ServiceUnavailable,
            stop: Stop);

        await file.ExecuteAsync(Schema, Stop);
        (await Outcome.PostAsync(relata.Client, "/item", """{"id":4}""", Stop)).Status.ShouldBe(HttpStatusCode.Created);
        (await Outcome.GetAsync(relata.Client, "/item", Stop)).Text.ShouldBe("""[{"id":1},{"id":4}]""");
        relata.ShouldHaveNoFault();
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string sql)
    {
        await using var command = new SqliteCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Stop);
    }
}
