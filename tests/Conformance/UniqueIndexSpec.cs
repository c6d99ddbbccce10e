using Relata.Support;

namespace Relata.Conformance;

/// <summary>Unique indexes that come and go while the server runs.</summary>
public abstract class UniqueIndexSpec(ConformanceServer server) : Specification(server)
{
    [Fact]
    public async Task An_upsert_knows_an_index_once_it_is_made_and_until_it_is_dropped()
    {
        const string upsert = "/draft?on_conflict=title&fields=id,label";
        const string row = """{"id":70,"title":"t","state":"live","label":"a"}""";
        await Post(upsert, row).ShouldFail(400, "not-applicable");
        await ExecuteAsync("CREATE UNIQUE INDEX draft_live ON draft (title) WHERE state = 'live' -- what is live");
        await Poll.UntilAsync(async () => (await Post(upsert, row)).Status == 201, stop: Stop);
        await Post(upsert, """{"title":"t","state":"live","label":"b"}""").ShouldAnswer(201, """{"id":70,"label":"b"}""");
        await Post("/draft?on_conflict=title&fields=label", """{"title":"t","state":"old","label":"c"}""")
            .ShouldAnswer(201, """{"label":"c"}""");
        await Get("/draft?title=t&fields=state,label&order_by=state").ShouldAnswer(200,
            """[{"state":"live","label":"b"},{"state":"old","label":"c"}]""");
        await ExecuteAsync("DROP INDEX draft_live");
        await Poll.UntilAsync(async () => (await Post(upsert, row)).Status == 400, stop: Stop);
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = Server.Connect();
        await connection.OpenAsync(Stop);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Stop);
    }
}
