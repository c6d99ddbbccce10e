using Relata.Databases.Sqlite.Sessions;
using Relata.Model.Failures;

namespace Relata.Databases.Sqlite.Tests.Sessions;

/// <summary>The file is locked by another program for a while, or for good.</summary>
public sealed class LockTests
{
    private static readonly SqliteSessionOptions Patient = new() { BusyTimeout = TimeSpan.FromMinutes(5) };
    private static readonly SqliteSessionOptions Impatient = new() { BusyTimeout = TimeSpan.FromMilliseconds(20) };

    private const string OneRow = "CREATE TABLE t (a); INSERT INTO t VALUES (1)";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Is_waited_for()
    {
        await using var database = await TemporaryDatabase.CreateAsync(OneRow, Patient);
        await using var other = await database.ConnectAsync();
        await TemporaryDatabase.ExecuteAsync(other, "BEGIN EXCLUSIVE");
        var read = database.ReadAsync(Kinds.Integer, "SELECT count(*) FROM t");
        var write = database.WriteAsync(database.Script(null, "INSERT INTO t VALUES (2)"));
        read.IsCompleted.ShouldBeFalse();
        write.IsCompleted.ShouldBeFalse();
        await TemporaryDatabase.ExecuteAsync(other, "COMMIT");
        (await read).ShouldBeOneOf("1", "2");
        (await write).ShouldBe(1);
    }

    [Fact]
    public async Task Is_waited_for_by_open_connections_too()
    {
        await using var database = await TemporaryDatabase.CreateAsync("CREATE TABLE t (a)", Patient);
        await database.ReadAsync(Kinds.Integer, "SELECT count(*) FROM t");
        await using var other = await database.ConnectAsync();
        await TemporaryDatabase.ExecuteAsync(other, "BEGIN EXCLUSIVE; CREATE TABLE u (a)");
        var kept = database.ReadAsync(Kinds.Integer, "SELECT count(*) FROM t");
        var fresh = database.ReadAsync(Kinds.Integer, "SELECT count(*) FROM t WHERE a = 1");
        kept.IsCompleted.ShouldBeFalse();
        fresh.IsCompleted.ShouldBeFalse();
        await TemporaryDatabase.ExecuteAsync(other, "COMMIT");
        (await kept).ShouldBe("0");
        (await fresh).ShouldBe("0");
    }

    [Fact]
    public async Task Lets_the_read_that_waits_for_it_go_before_the_next_write()
    {
        var clock = new StandingClock();
        await using var database = await TemporaryDatabase.CreateAsync(OneRow, Patient, clock);
        var read = database.Script([Kinds.Integer], "SELECT count(*) FROM t");
        var write = database.Script(null, "INSERT INTO t VALUES (2)");
        await using var other = await database.ConnectAsync();
        await TemporaryDatabase.ExecuteAsync(other, "BEGIN EXCLUSIVE");
        var reading = database.ReadAsync(read);
        await TemporaryDatabase.ExecuteAsync(other, "COMMIT");
        var writing = database.WriteAsync(write);
        reading.IsCompleted.ShouldBeFalse();
        writing.IsCompleted.ShouldBeFalse();
        clock.EndFirstWait();
        (await reading).ShouldBe("1");
        (await writing).ShouldBe(1);
    }

    [Fact]
    public async Task Delays_no_write_for_a_read_that_has_given_up()
    {
        await using var database = await TemporaryDatabase.CreateAsync(OneRow, Patient, new StandingClock());
        var read = database.Script([Kinds.Integer], "SELECT a FROM t");
        (await database.ReadAsync(read)).ShouldBe("1");
        await using var other = await database.ConnectAsync();
        await TemporaryDatabase.ExecuteAsync(other, "BEGIN EXCLUSIVE");
        using var caller = new CancellationTokenSource();
        await using (var rows = await database.Source.ReadAsync(read, Stop))
        {
            var reading = rows.NextResultAsync(caller.Token).AsTask();
            reading.IsCompleted.ShouldBeFalse();
            await caller.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(() => reading);
        }

        await TemporaryDatabase.ExecuteAsync(other, "COMMIT");
        (await database.WriteAsync(database.Script(null, "INSERT INTO t VALUES (2)"))
            .WaitAsync(TimeSpan.FromSeconds(30), Stop)).ShouldBe(1);
    }

    [Fact]
    public async Task Is_a_conflict_when_it_takes_too_long()
    {
        await using var database = await TemporaryDatabase.CreateAsync("CREATE TABLE t (a)", Impatient);
        await using var other = await database.ConnectAsync();
        await TemporaryDatabase.ExecuteAsync(other, "BEGIN EXCLUSIVE");
        var failure = await Should.ThrowAsync<FailureException>(() =>
            database.ReadAsync(Kinds.Integer, "SELECT 1 FROM t"));
        failure.Failure.Code.ShouldBe(FailureCode.TransactionConflict);
        failure = await Should.ThrowAsync<FailureException>(() =>
            database.WriteAsync(database.Script(null, "DELETE FROM t")));
        failure.Failure.Code.ShouldBe(FailureCode.TransactionConflict);
    }

    [Fact]
    public async Task Is_not_waited_for_by_a_caller_who_has_gone()
    {
        await using var database = await TemporaryDatabase.CreateAsync("CREATE TABLE t (a)", Patient);
        await using var other = await database.ConnectAsync();
        await TemporaryDatabase.ExecuteAsync(other, "BEGIN EXCLUSIVE");
        using var caller = new CancellationTokenSource();
        await using var transaction = database.Source.Begin();
        var write = transaction.RunAsync([database.Script(null, "DELETE FROM t")], caller.Token).AsTask();
        write.IsCompleted.ShouldBeFalse();
        await caller.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => write);
    }

    [Fact]
    public async Task Of_a_reader_delays_a_commit()
    {
        await using var database = await TemporaryDatabase.CreateAsync(OneRow, Patient);
        var read = database.Script([Kinds.Integer], "SELECT a FROM t");
        var reading = await database.Source.ReadAsync(read, Stop);
        await reading.NextResultAsync(Stop);
        var write = database.Script(null, "INSERT INTO t VALUES (2)");
        await using var transaction = database.Source.Begin();
        await transaction.RunAsync([write], Stop);
        var commit = transaction.CommitAsync(Stop).AsTask();
        commit.IsCompleted.ShouldBeFalse();
        await reading.DisposeAsync();
        await commit;
        (await database.ReadAsync(read)).ShouldBe("1\n2");
    }

    [Fact]
    public async Task Of_a_reader_that_never_ends_undoes_the_write()
    {
        await using var database = await TemporaryDatabase.CreateAsync(OneRow, Impatient);
        var read = database.Script([Kinds.Integer], "SELECT a FROM t");
        await using (var reading = await database.Source.ReadAsync(read, Stop))
        {
            await reading.NextResultAsync(Stop);
            var failure = await Should.ThrowAsync<FailureException>(() =>
                database.WriteAsync(database.Script(null, "INSERT INTO t VALUES (2)")));
            failure.Failure.Code.ShouldBe(FailureCode.TransactionConflict);
        }

        (await database.ReadAsync(read)).ShouldBe("1");
    }

    [Fact]
    public async Task And_leftovers_of_a_crashed_writer_are_put_right_before_the_first_read()
    {
        await using var crashed = await TemporaryDatabase.CreateAsync(OneRow);
        await using var copy = await TemporaryDatabase.CreateAsync("CREATE TABLE t (a)");
        await using (var other = await crashed.ConnectAsync())
        {
            await TemporaryDatabase.ExecuteAsync(other, """
                PRAGMA cache_size = 1;
                BEGIN;
                WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 1000)
                INSERT INTO t SELECT hex(zeroblob(500)) FROM n
                """);
            File.Copy(crashed.Path, copy.Path, overwrite: true);
            File.Copy(crashed.Path + "-journal", copy.Path + "-journal");
        }

        (await copy.ReadAsync(Kinds.Integer, "SELECT a FROM t")).ShouldBe("1");
    }

    [Fact]
    public async Task And_a_journal_that_is_gone_at_the_next_look_is_no_leftover()
    {
        var clock = new WaitingClock();
        await using var database = await TemporaryDatabase.CreateAsync(OneRow, time: clock);
        var read = database.Script([Kinds.Integer], "SELECT a FROM t");
        (await database.ReadAsync(read)).ShouldBe("1");
        await File.WriteAllTextAsync(database.Path + "-journal", "of a writer that commits just now", Stop);
        clock.Waiting += () => File.Delete(database.Path + "-journal");
        (await database.ReadAsync(read)).ShouldBe("1");
    }

    /// <summary>Says when somebody begins to wait.</summary>
    private sealed class WaitingClock : TimeProvider
    {
        public event Action? Waiting;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Waiting?.Invoke();
            return base.CreateTimer(callback, state, dueTime, period);
        }
    }

    /// <summary>On it no wait ends by itself.</summary>
    private sealed class StandingClock : TimeProvider
    {
        private Action? first;

        public void EndFirstWait() => first.ShouldNotBeNull()();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            first ??= () => callback(state);
            return base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, period);
        }
    }
}
