using Relata.Model.Failures;
using Relata.Model.Requests;
using Relata.Planning.Plans;
using Relata.Sql;

namespace Relata.Execution.Tests;

public sealed class ExecutorTests : IAsyncDisposable
{
    private readonly FakeSessions sessions = new();
    private readonly FakeTime time = new();
    private int consumed;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => sessions.DisposeAsync();

    [Fact]
    public async Task A_write_is_committed_and_says_how_many_rows_changed()
    {
        (await Write(Plans.Insert(rows: 600))).ShouldBe(3);
        var rows = sessions.Runs.ShouldHaveSingleItem();
        (rows.IsDisposed, consumed).ShouldBe((true, 1));
        sessions.Transactions.ShouldHaveSingleItem().State.ShouldBe("committed");
    }

    [Fact]
    public async Task Plans_of_one_work_run_in_one_transaction()
    {
        await new Executor(Scripts(), sessions, time).TransactAsync(1, caller: null, async transaction =>
        {
            await transaction.WriteAsync(Plans.Insert(rows: 1), Consume, Stop);
            var read = await transaction.ReadAsync(Plans.Read(), Stop);
            await read.Rows.DisposeAsync();
            return await transaction.WriteAsync(Plans.Delete(), Consume, Stop);
        }, isRehearsal: false, Stop);
        (sessions.Transactions.ShouldHaveSingleItem().State, sessions.Runs.Count).ShouldBe(("committed", 3));
    }

    [Fact]
    public async Task A_rehearsal_is_never_committed()
    {
        await new Executor(Scripts(), sessions, time).TransactAsync(
            1, caller: null, transaction => transaction.WriteAsync(Plans.Delete(), Consume, Stop), isRehearsal: true, Stop);
        sessions.Transactions.ShouldHaveSingleItem().State.ShouldBe("rehearsed");
    }

    [Fact]
    public async Task What_work_throws_undoes_it()
    {
        await Should.ThrowAsync<FormatException>(async () => await new Executor(Scripts(), sessions, time).TransactAsync<int>(
            1, caller: null, _ => throw new FormatException(), isRehearsal: false, Stop));
        sessions.Transactions.ShouldHaveSingleItem().State.ShouldBe("undone");
    }

    [Theory]
    [InlineData(FaultPlace.Start)]
    [InlineData(FaultPlace.Rows)]
    [InlineData(FaultPlace.Commit)]
    internal async Task A_write_that_lost_against_another_is_tried_again(FaultPlace place)
    {
        sessions.Faults.Enqueue(new Fault(FailureCode.TransactionConflict, place));
        sessions.Faults.Enqueue(new Fault(FailureCode.TransactionConflict, place));
        (await Write(Plans.Insert(rows: 1))).ShouldBe(1);
        time.Pauses.ShouldBe([TimeSpan.FromMilliseconds(10), TimeSpan.FromMilliseconds(20)]);
        sessions.Runs.ShouldAllBe(rows => rows.IsDisposed);
        sessions.Transactions.Count(transaction => transaction.State == "committed").ShouldBe(1);
    }

    [Fact]
    public async Task A_write_that_loses_three_times_fails()
    {
        for (var i = 0; i < 3; i++) sessions.Faults.Enqueue(new Fault(FailureCode.TransactionConflict, FaultPlace.Commit));
        (await Refused(() => Write(Plans.Insert(rows: 1)))).ShouldBe(FailureCode.TransactionConflict);
        (sessions.Runs.Count, consumed, time.Pauses.Count).ShouldBe((3, 3, 2));
        sessions.Runs.ShouldAllBe(rows => rows.IsDisposed);
        sessions.Transactions.ShouldAllBe(transaction => transaction.State == "undone");
    }

    [Fact]
    public async Task Work_that_another_may_have_come_in_between_is_tried_once_more()
    {
        var tries = 0;
        (await Refused(async () => await new Executor(Scripts(), sessions, time).TransactAsync<int>(
            1,
            caller: null,
            _ =>
            {
                tries++;
                throw new Failure(FailureCode.UniqueViolation, "It is there.") { MayBeRace = true }.AsException();
            },
            isRehearsal: false,
            Stop))).ShouldBe(FailureCode.UniqueViolation);
        (tries, time.Pauses.Count).ShouldBe((2, 1));
        sessions.Transactions.ShouldAllBe(transaction => transaction.State == "undone");
    }

    [Theory]
    [InlineData(FailureCode.UniqueViolation)]
    [InlineData(FailureCode.DatabaseUnavailable)]
    [InlineData(FailureCode.StatementTimeout)]
    public async Task Any_other_failure_is_final(FailureCode code)
    {
        sessions.Faults.Enqueue(new Fault(code, FaultPlace.Rows));
        (await Refused(() => Write(Plans.Insert(rows: 1)))).ShouldBe(code);
        sessions.Runs.ShouldHaveSingleItem().IsDisposed.ShouldBeTrue();
        time.Pauses.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_caller_who_leaves_ends_the_pause()
    {
        using var leaving = new CancellationTokenSource();
        sessions.Faults.Enqueue(new Fault(FailureCode.TransactionConflict, FaultPlace.Start));
        var standing = new FakeTime(stands: true);
        var executor = new Executor(Scripts(), sessions, standing);
        var write = executor.TransactAsync(
            1,
            caller: null,
            transaction => transaction.WriteAsync(Plans.Delete(), (_, _) => ValueTask.CompletedTask, leaving.Token),
            isRehearsal: false,
            leaving.Token).AsTask();
        write.IsCompleted.ShouldBeFalse();
        await leaving.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(write);
    }

    [Fact]
    public async Task A_batch_without_steps_touches_no_database()
    {
        (await Write(new BatchPlan([]) { Values = [] })).ShouldBe(0);
        (sessions.Runs.Count, consumed).ShouldBe((0, 0));
    }

    [Fact]
    public async Task Every_statement_that_returns_rows_has_a_layout()
    {
        var layouts = new List<int>();
        var executor = new Executor(Scripts(), sessions, time);
        foreach (var plan in new[] { Plans.Insert(rows: 600), Plans.Insert(rows: 1), Plans.Delete() })
        {
            await executor.TransactAsync(
                1,
                caller: null,
                transaction => transaction.WriteAsync(plan, Count, Stop),
                isRehearsal: false,
                Stop);
        }

        layouts.ShouldBe([3, 1, 0]);

        ValueTask Count(Rows rows, IReadOnlyList<RowLayout> of)
        {
            layouts.Add(of.Count);
            return ValueTask.CompletedTask;
        }
    }

    [Fact]
    public async Task A_read_stands_before_its_first_row()
    {
        var result = await Read(Plans.Read(offset: 7, limit: 5));
        (result.Total, result.Offset, result.Limit).ShouldBe((null, 7, 5));
        (await result.Rows.NextRowAsync(Stop)).ShouldBeTrue();
        sessions.Runs.ShouldHaveSingleItem().IsDisposed.ShouldBeFalse();
    }

    [Fact]
    public async Task A_counted_read_has_its_total_first()
    {
        var result = await Read(Plans.Read(count: CountMode.Exact));
        result.Total.ShouldBe(42);
        (await result.Rows.NextRowAsync(Stop)).ShouldBeTrue();
        (await result.Rows.NextResultAsync(Stop)).ShouldBeFalse();
    }

    [Theory]
    [InlineData(FailureCode.TransactionConflict)]
    [InlineData(FailureCode.DatabaseUnavailable)]
    public async Task A_read_that_fails_gives_its_connection_back_and_is_not_tried_again(FailureCode code)
    {
        sessions.Faults.Enqueue(new Fault(code, FaultPlace.Rows));
        (await Refused(async () => await Read(Plans.Read()))).ShouldBe(code);
        sessions.Runs.ShouldHaveSingleItem().IsDisposed.ShouldBeTrue();
    }

    private async Task<long> Write(Plan plan) => await new Executor(Scripts(), sessions, time).TransactAsync(
        1, caller: null, transaction => transaction.WriteAsync(plan, Consume, Stop), isRehearsal: false, Stop);

    private async Task<ReadResult> Read(ReadPlan plan) =>
        await new Executor(Scripts(), sessions, time)
            .ReadAsync(plan, Scripts().For(plan, 1), caller: null, needsPrimary: false, Stop);

    private async ValueTask Consume(Rows rows, IReadOnlyList<RowLayout> layouts)
    {
        consumed++;
        foreach (var _ in layouts) await rows.NextResultAsync(Stop);
    }

    private ScriptCache Scripts() => new(new SqlCompiler([]), sessions);

    private static async Task<FailureCode> Refused(Func<Task> action) =>
        (await Should.ThrowAsync<FailureException>(action)).Failure.Code;
}
