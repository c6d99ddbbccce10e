using System.Net;
using Relata.Support;

namespace Relata.Scenarios;

/// <summary>The operator wants no row to be overwritten that its writer has not seen.</summary>
public sealed class OperatorDemandsIfMatch
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Writes_of_a_row_without_it_are_428()
    {
        using var file = await SqliteFile.CreateAsync(
            "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT); INSERT INTO note VALUES (1, 'a');", Stop);
        await using var relata = await RelataProcess.StartAsync(
            file.Url, """{ "rest": { "requireIfMatch": true } }""", stop: Stop);
        foreach (var method in new[] { "PUT", "PATCH", "DELETE" })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), "/note/1");
            if (method != "DELETE") request.Content = new StringContent("{}", null, "application/json");
            request.Headers.TryAddWithoutValidation("If-None-Match", "\"x\"");
            using var answer = await relata.Client.SendAsync(request, Stop);
            answer.StatusCode.ShouldBe(HttpStatusCode.PreconditionRequired, method);
            (await answer.Content.ReadAsStringAsync(Stop)).ShouldContain("\"code\":\"precondition-required\"");
        }

        using var each = new HttpRequestMessage(HttpMethod.Patch, "/note");
        each.Content = new StringContent("""[{"id":1,"text":"b"}]""", null, "application/json");
        using var refused = await relata.Client.SendAsync(each, Stop);
        refused.StatusCode.ShouldBe(HttpStatusCode.PreconditionRequired);

        using var delete = new HttpRequestMessage(HttpMethod.Delete, "/note/1");
        delete.Headers.TryAddWithoutValidation("If-Match", "*");
        using var done = await relata.Client.SendAsync(delete, Stop);
        done.StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task A_batch_without_it_is_428_and_undone()
    {
        using var file = await SqliteFile.CreateAsync(
            "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT); INSERT INTO note VALUES (1, 'a');", Stop);
        await using var relata = await RelataProcess.StartAsync(
            file.Url, """{ "rest": { "requireIfMatch": true } }""", stop: Stop);
        using var body = new StringContent("""
            {"requests":[
              {"method":"POST","path":"/note","body":{"id":2,"text":"b"}},
              {"method":"PATCH","path":"/note/2","body":{"text":"c"},"headers":{"If-Match":"*"}},
              {"method":"PATCH","path":"/note/1","body":{"text":"c"}}]}
            """, null, "application/json");
        using var answer = await relata.Client.PostAsync("/__batch", body, Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.PreconditionRequired);
        (await answer.Content.ReadAsStringAsync(Stop)).ShouldContain("\"part\":\"requests[2]\"");
        (await relata.Client.GetStringAsync("/note", Stop)).ShouldBe("""[{"id":1,"text":"a"}]""");
    }

    [Fact]
    public async Task A_row_that_is_not_there_can_be_created_all_the_same()
    {
        using var file = await SqliteFile.CreateAsync("CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT);", Stop);
        await using var relata = await RelataProcess.StartAsync(
            file.Url, """{ "rest": { "requireIfMatch": true, "putCreates": true } }""", stop: Stop);
        (await PutAsync(relata, null)).ShouldBe(HttpStatusCode.PreconditionRequired);
        (await PutAsync(relata, "\"x\"")).ShouldBe(HttpStatusCode.PreconditionRequired);
        (await PutAsync(relata, "*")).ShouldBe(HttpStatusCode.Created);
        (await PutAsync(relata, "*")).ShouldBe(HttpStatusCode.PreconditionFailed);
    }

    private static async Task<HttpStatusCode> PutAsync(RelataProcess relata, string? noneMatch)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, "/note/1");
        request.Content = new StringContent("""{"text":"a"}""", null, "application/json");
        if (noneMatch is not null) request.Headers.TryAddWithoutValidation("If-None-Match", noneMatch);
        using var answer = await relata.Client.SendAsync(request, Stop);
        return answer.StatusCode;
    }
}
