using Relata.Databases.Sqlite.Sessions;
using Relata.Model.Failures;

namespace Relata.Databases.Sqlite.Tests.Sessions;

/// <summary>A statement ends when its caller no longer wants it or when it takes too long.</summary>
public sealed class StopTests
{
    private const string Endless = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) ";

    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(50);

    private static readonly SqliteSessionOptions OneReader = new() { Readers = 1 };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ends_a_statement_that_would_never_end()
    {
        await using var database = await TemporaryDatabase.CreateAsync("CREATE TABLE t (a)", OneReader);
        using var caller = new CancellationTokenSource();
        var run = database.Script([Kinds.Integer], Endless + "SELECT count(*) FROM n");
        await using (var rows = await database.Source.ReadAsync(run, caller.Token))
        {
            caller.CancelAfter(Soon);
            var stopped = await Should.ThrowAsync<OperationCanceledException>(() =>
                rows.NextResultAsync(caller.Token).AsTask());
            stopped.CancellationToken.ShouldBe(caller.Token);
        }

        (await database.ReadAsync(Kinds.Integer, "SELECT 1")).ShouldBe("1");
    }

    [Fact]
    public async Task Ends_a_statement_between_two_rows()
    {
        await using var database = await TemporaryDatabase.CreateAsync("CREATE TABLE t (a)", OneReader);
        using var caller = new CancellationTokenSource();
        var run = database.Script([Kinds.Integer], Endless + "SELECT i FROM n WHERE i = 1 OR i < 0");
        await using (var rows = await database.Source.ReadAsync(run, caller.Token))
        {
            (await rows.NextResultAsync(caller.Token)).ShouldBeTrue();
            (await rows.NextRowAsync(caller.Token)).ShouldBeTrue();
            caller.CancelAfter(Soon);
            await Should.ThrowAsync<OperationCanceledException>(() => rows.NextRowAsync(caller.Token).AsTask());
        }

        (await database.ReadAsync(Kinds.Integer, "SELECT 1")).ShouldBe("1");
    }

    [Fact]
    public async Task Undoes_a_write_that_it_ends()
    {
        await using var database = await TemporaryDatabase.CreateAsync("CREATE TABLE t (a)");
        using var caller = new CancellationTokenSource();
        var first = database.Script(null, "INSERT INTO t VALUES (0)");
        var second = database.Script(null, Endless + "INSERT INTO t SELECT i FROM n WHERE i < 5 OR i < 0");
        await using (var write = database.Source.Begin())
        {
            await write.RunAsync([first, second], caller.Token);
            caller.CancelAfter(Soon);
            await Should.ThrowAsync<OperationCanceledException>(() => write.CommitAsync(caller.Token).AsTask());
            await Should.ThrowAsync<InvalidOperationException>(() => write.CommitAsync(Stop).AsTask());
        }

        (await database.ReadAsync(Kinds.Integer, "SELECT count(*) FROM t")).ShouldBe("0");
        (await database.WriteAsync(first)).ShouldBe(1);
    }

    [Fact]
    public async Task Does_not_start_what_is_no_longer_wanted()
    {
        await using var database = await TemporaryDatabase.CreateAsync("CREATE TABLE t (a)");
        var run = database.Script(null, "INSERT INTO t VALUES (0)");
        var gone = new CancellationToken(canceled: true);
        await Should.ThrowAsync<OperationCanceledException>(() => database.Source.ReadAsync(run, gone).AsTask());
        await using (var write = database.Source.Begin())
            await Should.ThrowAsync<OperationCanceledException>(() => write.RunAsync([run], gone).AsTask());
        (await database.WriteAsync(run)).ShouldBe(1);
    }

    [Fact]
    public async Task Ends_a_statement_after_its_time()
    {
        var clock = new SteppingClock { Step = TimeSpan.FromSeconds(1) };
        await using var database = await TemporaryDatabase.CreateAsync("CREATE TABLE t (a)", OneReader, clock);
        var failure = await Should.ThrowAsync<FailureException>(() =>
            database.ReadAsync(Kinds.Integer, Endless + "SELECT count(*) FROM n"));
        failure.Failure.Code.ShouldBe(FailureCode.StatementTimeout);
        failure = await Should.ThrowAsync<FailureException>(() =>
            database.WriteAsync(database.Script(null, Endless + "INSERT INTO t SELECT i FROM n")));
        failure.Failure.Code.ShouldBe(FailureCode.StatementTimeout);
        (await database.ReadAsync(Kinds.Integer, "SELECT count(*) FROM t")).ShouldBe("0");
    }

    [Fact]
    public async Task Lets_a_statement_take_its_time_once_its_first_row_is_there()
    {
        var clock = new SteppingClock();
        await using var database = await TemporaryDatabase.CreateAsync("CREATE TABLE t (a)", OneReader, clock);
        var run = database.Script([Kinds.Integer], Endless + "SELECT i FROM n WHERE i IN (1, 100000) LIMIT 2");
        await using var rows = await database.Source.ReadAsync(run, Stop);
        await rows.NextResultAsync(Stop);
        clock.Step = TimeSpan.FromHours(1);
        (await rows.NextRowAsync(Stop)).ShouldBeTrue();
        (await rows.NextRowAsync(Stop)).ShouldBeTrue();
        rows.ReadInt64(0).ShouldBe(100000);
    }

    [Fact]
    public async Task Sets_no_limit_when_there_is_none()
    {
        var clock = new SteppingClock { Step = TimeSpan.FromHours(1) };
        var options = new SqliteSessionOptions { StatementTimeout = Timeout.InfiniteTimeSpan };
        await using var database = await TemporaryDatabase.CreateAsync("CREATE TABLE t (a)", options, clock);
        var late = Endless + "SELECT i FROM n WHERE i = 100000 LIMIT 1";
        (await database.ReadAsync(Kinds.Integer, late)).ShouldBe("100000");
    }
}
