using Relata.Databases.Postgres.Sessions;
using Relata.Model.Failures;
using Relata.Model.Schema;
using Relata.Sql;

namespace Relata.Databases.Postgres.Tests.Sessions;

/// <summary>What a read sees, and what it leaves behind.</summary>
public sealed class ReadTests(SessionFixture fixture) : IClassFixture<SessionFixture>, IAsyncLifetime
{
    private static readonly Script One = Scripts.Of("SELECT 1::bigint", [Scripts.Number]);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => fixture.StartAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Reads_rows_with_values_in_them()
    {
        await using var sessions = fixture.Open();
        var script = Scripts.Of(
            "SELECT n, 'x' || n FROM generate_series($1::int, $2::int) n ORDER BY n",
            [new(TypeKind.Int32, "int"), Scripts.Word], Scripts.Number, Scripts.Number);
        (await sessions.ReadAllAsync(script, 2L, 4L)).ShouldBe(["2 \"x2\"", "3 \"x3\"", "4 \"x4\""]);
        (await sessions.ReadAllAsync(script, 5L, 4L)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Count_and_rows_are_of_one_snapshot()
    {
        await using var sessions = fixture.Open();
        await fixture.ExecuteAsync("INSERT INTO item SELECT n, 'x' FROM generate_series(1000, 1002) n");
        await using var gate = await AdvisoryLock.TakeAsync(fixture.Target, 1);
        var script = Scripts.Counted(
            "SELECT count(*) FROM item WHERE id >= 1000",
            "SELECT id::bigint FROM item, pg_advisory_xact_lock_shared(1) WHERE id >= 1000",
            Scripts.Number);
        var reading = Task.Run(() => sessions.ReadAsync(sessions.Run(script), Stop).AsTask(), Stop);
        await gate.WaitForOthersAsync();
        await fixture.ExecuteAsync("INSERT INTO item VALUES (1003, 'late')");
        await gate.DisposeAsync();

        await using var rows = await reading;
        (await rows.NextResultAsync(Stop)).ShouldBeTrue();
        (await rows.NextRowAsync(Stop)).ShouldBeTrue();
        rows.ReadInt64(0).ShouldBe(3);
        (await rows.TakeResultAsync(1)).Length.ShouldBe(3);
        (await rows.NextResultAsync(Stop)).ShouldBeFalse();
    }

    [Fact]
    public async Task Writes_nothing_in_a_script_of_several_statements()
    {
        await using var sessions = fixture.Open();
        var script = Scripts.Counted(
            "SELECT count(*) FROM item", "INSERT INTO item VALUES (1, 'x') RETURNING id::bigint", Scripts.Number);
        (await Failing.CodeAsync(() => sessions.ReadAllAsync(script))).ShouldBe(FailureCode.Forbidden);
    }

    [Fact]
    public async Task A_result_that_is_left_early_is_not_read_to_its_end()
    {
        await using var sessions = fixture.Open(new PostgresSessionOptions { MaxConnections = 1 });
        var first = await BackendAsync(sessions);
        for (var round = 0; round < 5; round++)
        {
            // Reading all of it would take days.
            var endless = Scripts.Of(
                "SELECT generate_series(1, 1000000000000), repeat('x', 100)", [Scripts.Number, Scripts.Word]);
            await using var rows = await sessions.ReadAsync(sessions.Run(endless), Stop);
            (await rows.NextResultAsync(Stop)).ShouldBeTrue();
            for (var i = 0; i < round * 100; i++) (await rows.NextRowAsync(Stop)).ShouldBeTrue();
        }

        (await BackendAsync(sessions)).ShouldBe(first);
    }

    [Fact]
    public async Task A_single_row_needs_no_reading_to_its_end()
    {
        await using var sessions = fixture.Open(new PostgresSessionOptions { MaxConnections = 1 });
        for (var round = 0; round < 3; round++)
        {
            await using var rows = await sessions.ReadAsync(sessions.Run(One), Stop);
            (await rows.NextResultAsync(Stop)).ShouldBeTrue();
            (await rows.NextRowAsync(Stop)).ShouldBeTrue();
            rows.IsNull(0).ShouldBeFalse();
        }
    }

    [Fact]
    public async Task Rows_that_nobody_looked_at_give_their_connection_back()
    {
        await using var sessions = fixture.Open(new PostgresSessionOptions { MaxConnections = 1 });
        var script = Scripts.Counted("SELECT 1::bigint", "SELECT generate_series(1, 1000000000000)", Scripts.Number);
        for (var round = 0; round < 3; round++)
        {
            var rows = await sessions.ReadAsync(sessions.Run(script), Stop);
            await rows.DisposeAsync();
        }

        await BackendAsync(sessions);
    }

    [Fact]
    public async Task A_connection_that_is_not_free_in_time_is_a_failure()
    {
        await using var sessions = fixture.Open(
            new() { MaxConnections = 1, ConnectionTimeout = TimeSpan.FromSeconds(1) });
        await using var rows = await sessions.ReadAsync(sessions.Run(One), Stop);
        var failure = await Failing.WithAsync(() => BackendAsync(sessions));
        failure.Code.ShouldBe(FailureCode.DatabaseUnavailable);
        failure.Message.ShouldBe("No connection to the database became free in time.");
    }

    [Fact]
    public async Task Answers_a_ping()
    {
        await using var sessions = fixture.Open();
        await sessions.PingAsync(Stop);
    }

    private static async Task<string> BackendAsync(PostgresSessionSource sessions) =>
        (await sessions.ReadAllAsync(Scripts.Of("SELECT pg_backend_pid()::bigint", [Scripts.Number]))).Single();
}
