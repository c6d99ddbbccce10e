using System.Text;
using Relata.Client.Sql;
using Relata.Model.Failures;
using Relata.Model.Requests;
using Relata.Planning;
using Relata.Support;
using static Relata.Client.Ex;

namespace Relata.Client.Tests;

/// <summary>What a client over SQL keeps to by itself.</summary>
public sealed class SqlTests : IAsyncLifetime
{
    private SqliteFile? file;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => file = await SqliteFile.CreateAsync("""
        CREATE TABLE t (id integer PRIMARY KEY, a text);
        INSERT INTO t VALUES (1, 'x'), (2, 'x'), (3, 'y');
        """, Stop);

    public ValueTask DisposeAsync()
    {
        file!.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task All_groups_of_a_partition_have_at_most_the_largest_number_of_rows()
    {
        await using var client = RelataClient.ForSqlite(
            file!.Path, new SqlOptions { Limits = new Limits { DefaultRows = 2, MaxRows = 2 } });
        var each = Request.Query("t", Partition("id"), Limit(1), Columns("id"));
        Encoding.UTF8.GetString(await client.ExecuteJsonAsync(each.With(Where("id", Lt(3))), Stop))
            .ShouldBe("""[{"id":1},{"id":2}]""");
        (await Refusal(each)).Code.ShouldBe(FailureCode.LimitExceeded);
        (await Refusal(Request.Batch(each, Request.Query("t")))).At!.Value.Part.ShouldBe("requests[0]");

        async Task<Failure> Refusal(Batch batch) =>
            (await Should.ThrowAsync<FailureException>(() => client.ExecuteJsonAsync(batch, Stop))).Failure;
    }

    [Fact]
    public async Task An_answer_that_is_disposed_without_waiting_gives_its_connection_back()
    {
        await using var executor = SqlExecutor.OverSqlite(file!.Path, new SqlOptions { MaxConnections = 1 });
        for (var i = 0; i < 3; i++)
        {
            var answer = await executor.ExecuteAsync(Request.Query("t"), Stop);
            (await answer.ReadAsync(new byte[1], Stop)).ShouldBe(1);
#pragma warning disable CA1849 // It is the way without waiting that is tested.
            answer.Dispose();
#pragma warning restore CA1849
        }
    }
}
