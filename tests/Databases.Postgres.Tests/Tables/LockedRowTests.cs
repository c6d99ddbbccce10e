using Npgsql;
using Relata.Conformance;
using Relata.Support;

namespace Relata.Databases.Postgres.Tests.Tables;

/// <summary>Claims of rows that somebody else has locked. Who waited for such a lock would be answered with 504.</summary>
public sealed class LockedRowTests(LockedRowTests.Jobs server) : Specification(server), IClassFixture<LockedRowTests.Jobs>
{
    private const string Later = """{"for_seconds":3600,"by":"w"}""";

    [Fact]
    public async Task The_next_row_that_nobody_holds_is_claimed_at_once()
    {
        await using var other = await OpenAsync();
        await using (await LockAsync(other, "queue = 'next' AND id <= 2"))
        {
            await Post("/job/claim?queue=next&fields=id", Later).ShouldAnswer(200, """{"id":3}""");
            await Post("/job/claim?queue=next&fields=id&limit=5", Later).ShouldAnswer(200, Ids("4"));
            await Post("/job/claim?queue=next", Later).ShouldAnswerNothing();
        }

        await Post("/job/claim?queue=next&fields=id", Later).ShouldAnswer(200, """{"id":1}""");
        await Post("/job/claim?queue=next&fields=id", Later).ShouldAnswer(200, """{"id":2}""");
    }

    [Fact]
    public async Task Of_two_that_wait_for_a_row_one_gets_it()
    {
        Task<Answer>[] claims;
        await using var other = await OpenAsync();
        await using (await LockAsync(other, "id = 10"))
        {
            claims = [.. "ab".Select(by => Post("/job/10/claim?fields=id", $$"""{"for_seconds":3600,"by":"{{by}}"}"""))];
            await Poll.UntilAsync(async () => Equals(await server.ScalarAsync(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'", Stop), 2L),
                stop: Stop);
        }

        (await Task.WhenAll(claims)).Select(answer => answer.Status).ShouldBe([200, 409], ignoreOrder: true);
    }

    private async Task<NpgsqlConnection> OpenAsync()
    {
        await Server.ProcessAsync(Stop);
        var connection = (NpgsqlConnection)Server.Connect();
        await connection.OpenAsync(Stop);
        return connection;
    }

    /// <summary>Holds rows until the transaction is disposed.</summary>
    private static async Task<NpgsqlTransaction> LockAsync(NpgsqlConnection connection, string rows)
    {
        var transaction = await connection.BeginTransactionAsync(Stop);
        await using var command = new NpgsqlCommand($"SELECT FROM job WHERE {rows} FOR UPDATE", connection, transaction);
        await command.ExecuteNonQueryAsync(Stop);
        return transaction;
    }

    /// <summary>A server over a queue.</summary>
    public sealed class Jobs() : ScriptServer("""
        CREATE TABLE job (id int PRIMARY KEY, queue text, claimed_until timestamptz, claimed_by text);
        INSERT INTO job VALUES (1, 'next'), (2, 'next'), (3, 'next'), (4, 'next'), (10, 'named');
        """);
}
