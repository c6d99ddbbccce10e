using System.Net;
using Relata.Scenarios.Stage;
using Relata.Support;

namespace Relata.Scenarios;

/// <summary>The operator says which tables keep the conventions that column names stand for.</summary>
public sealed class OperatorSwitchesConventions
{
    private const string Schema = """
        CREATE TABLE kept (
            id int PRIMARY KEY, created_at timestamp with time zone, updated_at timestamp with time zone,
            deleted_at timestamp with time zone);
        CREATE TABLE plain (
            id int PRIMARY KEY, created_at timestamp with time zone, updated_at timestamp with time zone,
            deleted_at timestamp with time zone);
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("""{ "exclude": ["plain"] }""", true)]
    [InlineData("""{ "include": ["kept"] }""", true)]
    [InlineData("""{ "enabled": false }""", false)]
    public async Task Where_deleted_rows_are_not_marked_they_are_removed(string setting, bool kept)
    {
        using var file = await SqliteFile.CreateAsync(Schema, Stop);
        await using var relata = await StartAsync(file, "softDelete", setting);
        await ShouldMarkAsync(relata, file, "kept", kept);
        await ShouldMarkAsync(relata, file, "plain", marks: false);
        await ShouldStampAsync(relata, "kept", stamps: true);
        await ShouldStampAsync(relata, "plain", stamps: true);
    }

    [Theory]
    [InlineData("""{ "exclude": ["plain"] }""", true)]
    [InlineData("""{ "include": ["kept"] }""", true)]
    [InlineData("""{ "enabled": false }""", false)]
    public async Task Where_timestamps_are_not_filled_they_stay_as_they_are_sent(string setting, bool kept)
    {
        using var file = await SqliteFile.CreateAsync(Schema, Stop);
        await using var relata = await StartAsync(file, "timestamps", setting);
        await ShouldStampAsync(relata, "kept", kept);
        await ShouldStampAsync(relata, "plain", stamps: false);
        await ShouldMarkAsync(relata, file, "kept", marks: true);
        await ShouldMarkAsync(relata, file, "plain", marks: true);
    }

    private static Task<RelataProcess> StartAsync(SqliteFile file, string convention, string setting) =>
        RelataProcess.StartAsync(file.Url, $$"""{ "conventions": { "{{convention}}": {{setting}} } }""", stop: Stop);

    /// <summary>Row 1 is deleted through the server, row 2 was marked by somebody else.</summary>
    private static async Task ShouldMarkAsync(RelataProcess relata, SqliteFile file, string table, bool marks)
    {
        await file.ExecuteAsync(
            $"INSERT INTO {table} (id, deleted_at) VALUES (1, NULL), (2, '2001-01-01T00:00:00Z')", Stop);
        var rows = await Outcome.GetAsync(relata.Client, $"/{table}?fields=id,deleted_at", Stop);
        const string first = """{"id":1,"deleted_at":null}""";
        rows.Text.ShouldBe(marks ? $"[{first}]" : $$"""[{{first}},{"id":2,"deleted_at":"2001-01-01T00:00:00Z"}]""");
        (await Outcome.GetAsync(relata.Client, $"/{table}/2", Stop)).IsGood.ShouldBe(!marks, table);

        (await DeleteAsync(relata, $"/{table}/1")).ShouldBe(HttpStatusCode.NoContent);
        (await DeleteAsync(relata, $"/{table}/2")).ShouldBe(marks ? HttpStatusCode.NotFound : HttpStatusCode.NoContent);
        (await Outcome.GetAsync(relata.Client, $"/{table}", Stop)).Text.ShouldBe("[]");
        (await file.ScalarAsync($"SELECT count(*) FROM {table} WHERE id < 9", Stop)).ShouldBe(marks ? 2L : 0L, table);
    }

    private static async Task ShouldStampAsync(RelataProcess relata, string table, bool stamps)
    {
        var path = $"/{table}?fields=created_at,updated_at&id=9";
        (await Outcome.PostAsync(relata.Client, $"/{table}", """{"id":9}""", Stop)).IsGood.ShouldBeTrue();
        var row = (await Outcome.GetAsync(relata.Client, path, Stop)).Text;
        if (stamps) row.ShouldNotContain("null");
        else row.ShouldBe("""[{"created_at":null,"updated_at":null}]""");

        const string sent = """{"created_at":"2001-01-01T00:00:00Z"}""";
        var patched = await Outcome.SendAsync(
            relata.Client, HttpMethod.Patch, $"/{table}/9?fields=updated_at", sent, Stop);
        (patched.Text == """{"updated_at":null}""").ShouldBe(!stamps, table);
        (await DeleteAsync(relata, $"/{table}/9")).ShouldBe(HttpStatusCode.NoContent);
    }

    private static async Task<HttpStatusCode> DeleteAsync(RelataProcess relata, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, path);
        return (await Outcome.SendAsync(relata.Client, request, Stop)).Status;
    }
}
