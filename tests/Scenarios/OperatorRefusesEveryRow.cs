using System.Net;
using Relata.Support;

namespace Relata.Scenarios;

/// <summary>The operator lets the ex dialect answer at a path of its own, and no forgotten filter empty a table.</summary>
public sealed class OperatorRefusesEveryRow
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Writes_without_a_filter_are_400()
    {
        using var file = await SqliteFile.CreateAsync(
            "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT); INSERT INTO note VALUES (1, 'a');", Stop);
        await using var relata = await RelataProcess.StartAsync(
            file.Url, """{ "ex": { "mount": "/api/ex", "allowEveryRow": false } }""", stop: Stop);
        using var change = new StringContent("""{"text":"b"}""");
        using var changed = await relata.Client.PutAsync("/api/ex/v1/note", change, Stop);
        using var deleted = await relata.Client.DeleteAsync("/api/ex/note", Stop);
        using var batch = new StringContent("""[{"action":"DELETE","resource":"note","where":{}}]""");
        using var batched = await relata.Client.PostAsync("/api/ex/:batch", batch, Stop);
        foreach (var answer in new[] { changed, deleted, batched })
        {
            answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            (await answer.Content.ReadAsStringAsync(Stop)).ShouldContain("\"code\":\"filter-required\"");
        }

        (await relata.Client.GetStringAsync("/api/ex/note", Stop)).ShouldBe("""[{"id":1,"text":"a"}]""");
        using var elsewhere = await relata.Client.GetAsync("/ex/note", Stop);
        elsewhere.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Nothing_answers_where_it_is_switched_off()
    {
        using var file = await SqliteFile.CreateAsync("CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT);", Stop);
        await using var relata = await RelataProcess.StartAsync(file.Url, """{ "ex": { "enabled": false } }""", stop: Stop);
        using var answer = await relata.Client.GetAsync("/ex/note", Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_table_with_the_name_of_the_mount_is_reached_with_its_schema()
    {
        using var file = await SqliteFile.CreateAsync(
            "CREATE TABLE ex (id INTEGER PRIMARY KEY); INSERT INTO ex VALUES (1);", Stop);
        await using var relata = await RelataProcess.StartAsync(file.Url, stop: Stop);
        (await relata.Client.GetStringAsync("/main.ex", Stop)).ShouldBe("""[{"id":1}]""");
        (await relata.Client.GetStringAsync("/ex/ex", Stop)).ShouldBe("""[{"id":1}]""");
        relata.Output.ShouldContain("reachable only with the schema's name, because a path of the server's own comes first: main.ex");
    }
}
