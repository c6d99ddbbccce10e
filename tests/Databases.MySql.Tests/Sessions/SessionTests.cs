using System.Globalization;
using Relata.Databases.MySql.Sessions;
using Relata.Execution;
using Relata.Model.Failures;
using Relata.Model.Schema;
using Relata.Planning.Plans;
using Relata.Sql;
using Relata.Support;

namespace Relata.Databases.MySql.Tests.Sessions;

/// <summary>What becomes of connections when work ends otherwise than well.</summary>
public sealed class SessionTests : IAsyncLifetime
{
    private static readonly ColumnType Number = new(TypeKind.Int64, "bigint");
    private static readonly MySqlSessionOptions One = new() { MaxConnections = 1 };

    private MySqlTestDatabase? database;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => database =
        await MySqlTestDatabase.CreateAsync("CREATE TABLE item (id int PRIMARY KEY);\nINSERT INTO item VALUES (1);\n", Stop);

    public ValueTask DisposeAsync() => database!.DisposeAsync();

    [Fact]
    public async Task A_connection_that_prepared_as_many_statements_as_it_may_is_replaced()
    {
        await using var sessions = Open(One with { KeptStatements = 3 });
        var first = await IdAsync(sessions);
        (await IdAsync(sessions)).ShouldBe(first, "the same statement is prepared once");
        await ReadAsync(sessions, "SELECT 2");
        await ReadAsync(sessions, "SELECT 3");
        (await IdAsync(sessions)).ShouldNotBe(first);
    }

    [Fact]
    public async Task A_caller_who_gives_up_ends_the_statement()
    {
        await using var sessions = Open(One);
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var reading = sessions.ReadAsync(Run(sessions, "SELECT SLEEP(600)"), caller.Token).AsTask();
        await Poll.UntilAsync(async () => await SleepingAsync() == 1, stop: Stop);
        await caller.CancelAsync();
        (await Should.ThrowAsync<OperationCanceledException>(() => reading)).CancellationToken.ShouldBe(caller.Token);
        await Poll.UntilAsync(async () => await SleepingAsync() == 0, stop: Stop);
        await IdAsync(sessions);
    }

    [Fact]
    public async Task Rows_that_nobody_wants_any_more_end()
    {
        await using var sessions = Open(One);
        await using (var rows = await sessions.ReadAsync(Run(sessions, "SELECT seq FROM seq_1_to_1000000000"), Stop))
        {
            (await rows.NextResultAsync(Stop)).ShouldBeTrue();
            (await rows.NextRowAsync(Stop)).ShouldBeTrue();
            rows.ReadInt64(0).ShouldBe(1);
        }

        await IdAsync(sessions);
        await Poll.UntilAsync(async () => await ConnectionsAsync() == 1, stop: Stop);
    }

    [Fact]
    public async Task A_connection_that_dies_before_the_commit_is_a_failure_and_nothing_is_stored()
    {
        await using var sessions = Open(One);
        await using (var write = sessions.Begin())
        {
            var rows = await write.RunAsync(
                [Run(sessions, "INSERT INTO item VALUES (2) RETURNING CONNECTION_ID()")], Stop);
            (await rows.NextResultAsync(Stop)).ShouldBeTrue();
            (await rows.NextRowAsync(Stop)).ShouldBeTrue();
            await database!.ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"KILL {rows.ReadInt64(0)}"), Stop);
            var failure = await Should.ThrowAsync<FailureException>(() => write.CommitAsync(Stop).AsTask());
            failure.Failure.Code.ShouldBe(FailureCode.DatabaseUnavailable);
        }

        (await ReadAsync(sessions, "SELECT COUNT(*) FROM item")).ShouldBe(1);
    }

    [Fact]
    public async Task A_statement_that_fails_while_rows_are_read_costs_no_connection()
    {
        await using var sessions = Open(One);
        var id = await IdAsync(sessions);
        await database!.ExecuteAsync("CREATE TABLE part (item_id int REFERENCES item (id));\nINSERT INTO part VALUES (1);\n", Stop);
        await using (var write = sessions.Begin())
        {
            var rows = await write.RunAsync([Run(sessions, "DELETE FROM item RETURNING id")], Stop);
            var failure = await Should.ThrowAsync<FailureException>(() => rows.EndAsync(Stop).AsTask());
            failure.Failure.Code.ShouldBe(FailureCode.ForeignKeyViolation);
        }

        (await IdAsync(sessions)).ShouldBe(id);
    }

    [Fact]
    public async Task Failures_of_all_kinds_lose_no_connection()
    {
        await using var sessions = Open(new() { MaxConnections = 4, StatementTimeout = TimeSpan.FromSeconds(20) });
        await Task.WhenAll(Enumerable.Range(0, 100).Select(number => Task.Run(() => FailAsync(sessions, number), Stop)));
        var all = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ =>
            sessions.ReadAsync(Run(sessions, "SELECT seq FROM seq_1_to_1000000000"), Stop).AsTask()));
        foreach (var rows in all) await rows.DisposeAsync();
        await Poll.UntilAsync(async () => await ConnectionsAsync() <= 4, stop: Stop);
    }

    private static async Task FailAsync(MySqlSessionSource sessions, int number)
    {
        try
        {
            switch (number % 5)
            {
                case 0:
                    await ReadAsync(sessions, "SELECT id FROM nowhere");
                    break;
                case 1:
                    await using (var write = sessions.Begin())
                        await (await write.RunAsync([Run(sessions, "INSERT INTO item VALUES (1)")], Stop)).EndAsync(Stop);
                    break;
                case 2:
                    using (var caller = new CancellationTokenSource(TimeSpan.FromMilliseconds(number)))
                        await sessions.ReadAsync(Run(sessions, "SELECT SLEEP(600)"), caller.Token);
                    break;
                case 3:
                    await using (var rows = await sessions.ReadAsync(
                        Run(sessions, "SELECT seq FROM seq_1_to_1000000000"), Stop))
                        await rows.NextResultAsync(Stop);
                    break;
                default:
                    await ReadAsync(sessions, "KILL CONNECTION_ID()");
                    break;
            }
        }
        catch (FailureException)
        {
        }
        catch (OperationCanceledException)
        {
        }
    }

    private static ScriptRun Run(MySqlSessionSource sessions, string sql) => new(
        sessions.Prepare(new Script(
            [new Statement(sql, [])], new RowLayout([Number], [new CellField("c0", 0)], []))),
        []);

    private static async Task<long> ReadAsync(MySqlSessionSource sessions, string sql)
    {
        await using var rows = await sessions.ReadAsync(Run(sessions, sql), Stop);
        (await rows.NextResultAsync(Stop)).ShouldBeTrue();
        (await rows.NextRowAsync(Stop)).ShouldBeTrue();
        return rows.ReadInt64(0);
    }

    private static Task<long> IdAsync(MySqlSessionSource sessions) => ReadAsync(sessions, "SELECT CONNECTION_ID()");

    private MySqlSessionSource Open(MySqlSessionOptions options)
    {
        MySqlUrlReader.TryRead(database!.Url["mysql:".Length..], out var address, out _).ShouldBeTrue();
        return new MySqlSessionSource(address!, options, TimeProvider.System);
    }

    private Task<long> SleepingAsync() => CountAsync("STATE = 'User sleep'");

    private Task<long> ConnectionsAsync() => CountAsync("COMMAND <> 'Killed'");

    private async Task<long> CountAsync(string condition) => Convert.ToInt64(
        await database!.ScalarAsync(
            "SELECT COUNT(*) FROM information_schema.PROCESSLIST "
            + $"WHERE DB = DATABASE() AND ID <> CONNECTION_ID() AND {condition}",
            Stop),
        CultureInfo.InvariantCulture);
}
