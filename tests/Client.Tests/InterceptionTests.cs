using System.Text;
using System.Text.Json.Nodes;
using Relata.Client.Interception;
using Relata.Model.Failures;
using Relata.Model.Requests;
using Relata.Support;
using static Relata.Client.Ex;

namespace Relata.Client.Tests;

/// <summary>Requests are changed or refused on their way, and results on their way back.</summary>
public sealed class InterceptionTests : IAsyncLifetime
{
    private SqliteFile? file;
    private RelataClient? client;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private RelataClient Tenant => client!
        .WithInterceptors(Inject.Both("note", "tenant_id"))
        .WithContext("tenant_id", 7);

    public async ValueTask InitializeAsync()
    {
        file = await SqliteFile.CreateAsync("""
            CREATE TABLE note (id integer PRIMARY KEY, tenant_id integer NOT NULL, text text, UNIQUE (tenant_id, text));
            INSERT INTO note VALUES (1, 7, 'mine'), (2, 9, 'theirs');
            """, Stop);
        client = RelataClient.ForSqlite(file.Path);
    }

    public async ValueTask DisposeAsync()
    {
        await client!.DisposeAsync();
        file!.Dispose();
    }

    [Fact]
    public async Task A_statement_in_the_databases_own_words_passes_no_interceptors()
    {
        using var file = await SqliteFile.CreateAsync("CREATE TABLE note (id INTEGER PRIMARY KEY);", Stop);
        await using var client = RelataClient.ForSqlite(file.Path);
        (await client.ExecSqlJsonAsync($"SELECT {1} AS id", Stop)).ShouldBe("""[{"id":1}]"""u8.ToArray());
        (await client.WithContext("a", 1).ExecSqlJsonAsync($"SELECT {1} AS id", Stop)).ShouldBe("""[{"id":1}]"""u8.ToArray());
        foreach (var guarded in new[]
        {
            client.WithInterceptors(Inject.Both("note", "tenant_id")), client.WithProcessors((_, row) => row),
        })
        {
            (await Should.ThrowAsync<FailureException>(() => guarded.ExecSqlJsonAsync($"SELECT {1} AS id", Stop)))
                .Failure.Code.ShouldBe(FailureCode.Forbidden);
        }
    }

    [Fact]
    public async Task A_table_is_guarded_with_and_without_its_schema()
    {
        var named = client!
            .WithInterceptors(Inject.Where("main.note", "tenant_id"))
            .WithContext("tenant_id", 7);
        (await Answer(named, Request.Query("note", Columns("id")))).ShouldBe("""[{"id":1}]""");
        (await Answer(named, Request.Query("main.note", Columns("id")))).ShouldBe("""[{"id":1}]""");
    }

    [Fact]
    public async Task An_injected_value_wins_over_the_callers_in_filters()
    {
        (await Answer(Tenant, Request.Query("note"))).ShouldBe("""[{"id":1,"tenant_id":7,"text":"mine"}]""");
        (await Answer(Tenant, Request.Query("note", Where("tenant_id", 9), Where("tenant_id", NotEq(7)), Columns("id"))))
            .ShouldBe("""[{"id":1}]""");
        (await Answer(Tenant, Request.Query("main.note", Where("tenant_id", In(9)), Columns("id")))).ShouldBe("""[{"id":1}]""");
        (await Answer(Tenant, Request.Query("note", Where("id", 2)))).ShouldBe("[]");
        (await Answer(Tenant, Request.Delete("note", Where("id", 2)))).ShouldBe("[]");
        (await Answer(Tenant, Request.Batch(Request.Query("note"), Request.Delete("note", Where("tenant_id", 9), Where("id", 2)))))
            .ShouldBe("[]");
        (await Answer(client!, Request.Query("note", Where("id", 2), Columns("id")))).ShouldBe("""[{"id":2}]""");
    }

    [Fact]
    public async Task An_injected_value_wins_over_the_callers_in_rows()
    {
        (await Answer(Tenant, Request.Insert("note", Values(("id", 3), ("tenant_id", 9)), Values(("id", 4)))))
            .ShouldBe("""[{"id":3,"tenant_id":7,"text":null},{"id":4,"tenant_id":7,"text":null}]""");
        (await Answer(Tenant, Request.Update("note", Values(("tenant_id", 9), ("text", "new")), Where("id", 1))))
            .ShouldBe("""[{"id":1,"tenant_id":7,"text":"new"}]""");
    }

    [Fact]
    public async Task An_upsert_meets_rows_of_its_tenant_only()
    {
        var byId = Request.Insert("note", Values(("id", 2), ("text", "stolen")), OnConflictUpdate("text"));
        (await Refusal(Tenant, byId)).Code.ShouldBe(FailureCode.Forbidden);
        (await Answer(Tenant, Request.Insert(
            "note", Values(("text", "mine")), OnConflictUpdate("text").On("tenant_id", "text"))))
            .ShouldBe("""[{"id":1,"tenant_id":7,"text":"mine"}]""");
        (await Answer(client!, Request.Query("note", Where("id", 2), Columns("text")))).ShouldBe("""[{"text":"theirs"}]""");
    }

    [Fact]
    public async Task An_upsert_beside_filters_alone_holds_the_value_of_the_context_in_each_row()
    {
        var filtered = client!.WithInterceptors(Inject.Where("note", "tenant_id")).WithContext("tenant_id", 7);
        (await Refusal(filtered, Upsert(9, "theirs"))).Code.ShouldBe(FailureCode.Forbidden);
        (await Refusal(filtered, Upsert("7", "mine"))).Code.ShouldBe(FailureCode.Forbidden);
        (await Refusal(filtered, Request.Insert(
            "note", Values(("tenant_id", 7), ("text", "mine")), Values(("text", "theirs")),
            OnConflictUpdate("text").On("tenant_id", "text")))).Code.ShouldBe(FailureCode.Forbidden);
        (await Answer(filtered, Upsert(7, "mine"))).ShouldBe("[{\"id\":1,\"tenant_id\":7,\"text\":\"mine\"}]");
        (await Answer(client!, Request.Query("note", Columns("id")))).ShouldBe("[{\"id\":1},{\"id\":2}]");

        static Request Upsert(object tenant, string text) => Request.Insert(
            "note", Values(("tenant_id", tenant), ("text", text)), OnConflictUpdate("text").On("tenant_id", "text"));
    }

    [Fact]
    public async Task Without_a_value_in_the_context_nothing_runs() =>
        (await Refusal(client!.WithInterceptors(Inject.Where("note", "tenant_id")), Request.Query("note")))
            .Message.ShouldBe("The request's context has no \"tenant_id\".");

    [Fact]
    public async Task An_interceptor_changes_or_refuses_a_request()
    {
        var reading = client!.WithInterceptors((request, _, _) => request is Read read
            ? ValueTask.FromResult<Request>(read.With(Limit(1)))
            : throw new Failure(FailureCode.Forbidden, "Reading only.").AsException());
        (await Answer(reading, Request.Query("note", Columns("id")))).ShouldBe("""[{"id":1}]""");
        (await Refusal(reading, Request.Batch(Request.Query("note"), Request.Delete("note")))).Message.ShouldBe("Reading only.");
        (await Answer(client!, Request.Query("note", Columns("id")))).ShouldBe("""[{"id":1},{"id":2}]""");
    }

    [Fact]
    public async Task A_processor_changes_rows_or_leaves_them_out()
    {
        var processing = client!
            .WithProcessors((_, row) => (int?)row["id"] == 2 ? null : row)
            .WithProcessors((request, row) => new JsonObject { ["from"] = request.Table.Text, ["text"] = $"{row["text"]}!" });
        (await Answer(processing, Request.Query("note"))).ShouldBe("""[{"from":"note","text":"mine!"}]""");
        var each = await processing.ExecuteEachAsync(Request.Batch(
            Request.Query("note", Where("id", 2)), Request.Query("note", Where("id", 1))), Stop);
        each.Select(result => string.Join(',', result.Rows.Select(row => row.Json.GetRawText())))
            .ShouldBe(["", """{"from":"note","text":"mine!"}"""]);
    }

    private static async Task<string> Answer(RelataClient client, Batch batch) =>
        Encoding.UTF8.GetString(await client.ExecuteJsonAsync(batch, Stop));

    private static async Task<Failure> Refusal(RelataClient client, Batch batch) =>
        (await Should.ThrowAsync<FailureException>(() => Answer(client, batch))).Failure;
}
