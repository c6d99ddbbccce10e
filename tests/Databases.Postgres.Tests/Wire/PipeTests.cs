using System.Globalization;
using Relata.Databases.Postgres.Sessions;
using Relata.Databases.Postgres.Tests.Sessions;
using Relata.Execution;
using Relata.Model.Callers;
using Relata.Model.Failures;
using Relata.Model.Schema;
using Relata.Sql;
using Relata.Support;

namespace Relata.Databases.Postgres.Tests.Wire;

/// <summary>Short reads of many callers at once, which share connections.</summary>
public sealed class PipeTests(SessionFixture fixture) : IClassFixture<SessionFixture>, IAsyncLifetime
{
    private static readonly Script Echo = Of("SELECT $1::bigint, repeat('x', $1::int % 100)", Scripts.Number, Scripts.Word);

    private static readonly Script Quotient = Of("SELECT 100 / $1::bigint", Scripts.Number);

    private static readonly Script Sleep = Of("SELECT pg_sleep($1::bigint / 1000.0)::text", Scripts.Word);

    private static readonly Script Series = Of("SELECT generate_series(1, $1::bigint)", Scripts.Number);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await fixture.StartAsync();
        await fixture.ExecuteAsync("""
            CREATE OR REPLACE FUNCTION broken_off(n bigint, state text) RETURNS SETOF bigint LANGUAGE plpgsql AS $$
                BEGIN
                    FOR i IN 1..9 LOOP
                        IF i = n THEN RAISE EXCEPTION 'Broken off.' USING ERRCODE = state; END IF;
                        RETURN NEXT i;
                    END LOOP;
                END $$
            """);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Each_of_many_callers_gets_its_own_row()
    {
        await using var sessions = fixture.Open();
        var echo = await sessions.PrepareShortAsync(Echo);
        var callers = Enumerable.Range(0, 200).Select(caller => Task.Run(async () =>
        {
            for (long key = caller; key < 20_000; key += 200)
            {
                var row = (await sessions.TakeAsync(echo, key)).Single();
                row.ShouldBe(string.Create(CultureInfo.InvariantCulture, $"{key} \"{new string('x', (int)(key % 100))}\""));
            }
        }, Stop));
        await Task.WhenAll(callers);
        Shared(sessions).ShouldBeGreaterThan(15_000);
    }

    [Fact]
    public async Task An_error_is_that_of_its_caller_alone()
    {
        await using var sessions = fixture.Open();
        var (echo, quotient) = (await sessions.PrepareShortAsync(Echo), await sessions.PrepareShortAsync(Quotient));
        var callers = Enumerable.Range(0, 100).Select(caller => Task.Run(async () =>
        {
            for (long round = 0; round < 50; round++)
            {
                if (caller % 10 == 0)
                {
                    var code = await Failing.CodeAsync(() => sessions.TakeAsync(quotient, 0L));
                    code.ShouldBe(FailureCode.DatabaseRefused);
                }
                else if (caller % 10 == 1)
                {
                    (await sessions.TakeAsync(quotient, 50L)).ShouldBe(["2"]);
                }
                else
                {
                    (await sessions.TakeAsync(echo, round * 100)).ShouldBe([$"{round * 100} \"\""]);
                }
            }
        }, Stop));
        await Task.WhenAll(callers);
        Shared(sessions).ShouldBeGreaterThan(1_000);
    }

    [Fact]
    public async Task A_statement_that_turns_out_slow_holds_up_nobody()
    {
        await using var sessions = fixture.Open();
        var (echo, sleep) = (await sessions.PrepareShortAsync(Echo), await sessions.PrepareShortAsync(Sleep));
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var slow = Enumerable.Range(0, 4).Select(_ => sessions.TakeAsync(sleep, patience.Token, 60_000L)).ToArray();
        for (long key = 0; key < 200; key++) (await sessions.TakeAsync(echo, key * 100)).Length.ShouldBe(1);
        slow.ShouldAllBe(task => !task.IsCompleted);
        await patience.CancelAsync();
        foreach (var task in slow) await Should.ThrowAsync<OperationCanceledException>(() => task);
        await Poll.UntilAsync(async () => await SleepersAsync() == 0, stop: Stop);
        (await sessions.TakeAsync(echo, 7L)).Length.ShouldBe(1);
    }

    [Fact]
    public async Task A_call_in_one_group_with_a_slow_one_is_answered_without_it()
    {
        await using var sessions = fixture.Open();
        var (echo, sleep) = (await sessions.PrepareShortAsync(Echo), await sessions.PrepareShortAsync(Sleep));
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);

        // What comes while these are under way is one group on each connection.
        var busy = Enumerable.Range(0, 4).Select(_ => sessions.TakeAsync(sleep, 40L)).ToArray();
        var fast = new List<Task<string[]>>();
        var slow = new List<Task<string[]>>();
        for (long key = 0; key < 8; key++)
        {
            fast.Add(sessions.TakeAsync(echo, key * 100));
            slow.Add(sessions.TakeAsync(sleep, patience.Token, 60_000L));
        }

        foreach (var (key, rows) in (await Task.WhenAll(fast)).Index()) rows.ShouldBe([$"{key * 100} \"\""]);
        await Task.WhenAll(busy);
        slow.ShouldAllBe(task => !task.IsCompleted);
        await patience.CancelAsync();
        foreach (var task in slow) await Should.ThrowAsync<OperationCanceledException>(() => task);
        await Poll.UntilAsync(async () => await SleepersAsync() == 0, stop: Stop);
    }

    [Fact]
    public async Task A_failure_behind_the_first_rows_means_the_same_on_every_way()
    {
        await using var sessions = fixture.Open();
        await using var driver = fixture.Open(new() { Reads = PostgresReads.Npgsql });
        foreach (var sql in new[]
        {
            "SELECT 1 / ($1::bigint - n) FROM generate_series(1, 9) AS n", "SELECT broken_off($1::bigint, '08000')",
            "SELECT broken_off($1::bigint, '57014')", "SELECT broken_off($1::bigint, 'P0001')",
        })
        {
            var script = Of(sql, Scripts.Number);
            var known = await Failing.WithAsync(() => driver.ReadAllAsync(script, 5L));
            var prepared = sessions.Prepare(script);
            (await Failing.WithAsync(() => sessions.TakeAsync(prepared, 5L))).ShouldBe(known, sql);
            await sessions.TakeSharedAsync(prepared, 10L);
            (await Failing.WithAsync(() => sessions.TakeAsync(prepared, 5L))).ShouldBe(known, sql);
        }
    }

    [Fact]
    public async Task A_statement_that_takes_too_long_is_a_failure()
    {
        await using var sessions = fixture.Open(new() { StatementTimeout = TimeSpan.FromMilliseconds(400) });
        var sleep = await sessions.PrepareShortAsync(Sleep);
        (await Failing.CodeAsync(() => sessions.TakeAsync(sleep, 60_000L))).ShouldBe(FailureCode.StatementTimeout);
        await Poll.UntilAsync(async () => await SleepersAsync() == 0, stop: Stop);
    }

    [Fact]
    public async Task A_result_that_turns_out_long_is_read_to_its_end()
    {
        await using var sessions = fixture.Open();
        var series = await sessions.PrepareShortAsync(Series);
        var rows = await sessions.TakeAsync(series, 300_000L);
        rows.Length.ShouldBe(300_000);
        rows[^1].ShouldBe("300000");
    }

    [Fact]
    public async Task A_row_that_is_larger_than_what_is_shared_comes_whole()
    {
        await using var sessions = fixture.Open();
        var repeat = await sessions.PrepareShortAsync(Of("SELECT repeat('ab', $1::int)", Scripts.Word));
        var rows = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => sessions.TakeAsync(repeat, 3_000_000L)));
        foreach (var row in rows) row.Single().Length.ShouldBe(6_000_002);
    }

    [Fact]
    public async Task Those_under_way_on_a_connection_that_dies_are_answered_all_the_same()
    {
        await using var sessions = fixture.Open();
        var echo = await sessions.PrepareShortAsync(Echo);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var answered = new int[50];
        var callers = Enumerable.Range(0, 50).Select(caller => Task.Run(async () =>
        {
            for (long key = caller; !end.IsCancellationRequested; key += 50, answered[caller]++)
                (await sessions.TakeAsync(echo, key)).Single().ShouldStartWith($"{key} ");
        }, Stop)).ToArray();
        for (var round = 0; round < 15; round++)
        {
            // A call that met two of these ends would fail, and rightly.
            var (before, shared) = (answered.ToArray(), Shared(sessions));
            await Poll.UntilAsync(
                () => Shared(sessions) > shared + 200
                    && before.Index().All(caller => answered[caller.Index] > caller.Item + 1),
                stop: Stop);
            await fixture.ExecuteAsync($"""
                SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                WHERE application_name = 'relata' AND datname = '{fixture.Database.Name}'
                ORDER BY state_change DESC LIMIT 1
                """);
        }

        await end.CancelAsync();
        await Task.WhenAll(callers);
    }

    [Fact]
    public async Task Callers_see_their_own_settings_and_nobody_else_s()
    {
        await using var sessions = fixture.Open();
        var tenant = await sessions.PrepareShortAsync(
            Of("SELECT concat(current_setting('app.tenant', true), ' ', $1::bigint)", Scripts.Word));
        var callers = Enumerable.Range(0, 100).Select(number => Task.Run(async () =>
        {
            var isNobody = number % 4 == 0;
            for (long key = 0; key < 100; key++)
            {
                var run = new ScriptRun(tenant, [key])
                {
                    Caller = isNobody ? null : new Caller(null, [new("app.tenant", $"t{number}-{key}")]),
                };
                await using var rows = await sessions.ReadAsync(run, Stop);
                (await rows.TakeResultAsync(1)).ShouldBe([$"\"{(isNobody ? "" : $"t{number}-{key}")} {key}\""]);
            }
        }, Stop));
        await Task.WhenAll(callers);
        Shared(sessions).ShouldBeGreaterThan(7_000);
    }

    [Fact]
    public async Task A_role_that_may_not_be_taken_is_the_failure_of_its_caller_alone()
    {
        await using var sessions = fixture.Open();
        var echo = await sessions.PrepareShortAsync(Echo);
        var callers = Enumerable.Range(0, 40).Select(number => Task.Run(async () =>
        {
            var run = new ScriptRun(echo, [100L]) { Caller = number % 2 == 0 ? null : new Caller("nobody_at_all", []) };
            for (var round = 0; round < 20; round++)
            {
                if (run.Caller is null) (await TakeAsync(run)).ShouldBe(["100 \"\""]);
                else (await Failing.CodeAsync(() => TakeAsync(run))).ShouldBe(FailureCode.Forbidden);
            }
        }, Stop));
        await Task.WhenAll(callers);
        Shared(sessions).ShouldBeGreaterThan(500);

        async Task<string[]> TakeAsync(ScriptRun run)
        {
            await using var rows = await sessions.ReadAsync(run, Stop);
            return await rows.TakeResultAsync(2);
        }
    }

    [Fact]
    public async Task What_writes_after_all_writes_once()
    {
        await fixture.ExecuteAsync("""
            CREATE TABLE IF NOT EXISTS note (id bigint);
            CREATE OR REPLACE FUNCTION take_note(id bigint) RETURNS bigint LANGUAGE sql AS
                'INSERT INTO note VALUES (id) RETURNING id';
            """);
        await using var sessions = fixture.Open();
        var script = sessions.Prepare(Of("SELECT take_note($1::bigint)", Scripts.Number));
        for (long id = 0; id < 5; id++) (await sessions.TakeAsync(script, id)).Length.ShouldBe(1);
        (await fixture.Database.ScalarAsync("SELECT count(*) FROM note", Stop)).ShouldBe(5L);
    }

    [Fact]
    public async Task Tables_that_change_are_noticed()
    {
        await fixture.ExecuteAsync("DROP TABLE IF EXISTS changing; CREATE TABLE changing AS SELECT 1::bigint AS n");
        await using var sessions = fixture.Open();
        var read = await sessions.PrepareShortAsync(Of("SELECT n FROM changing WHERE n = $1", Scripts.Number), 1L);
        await fixture.ExecuteAsync("ALTER TABLE changing ALTER n TYPE text");
        for (var round = 0; round < 4; round++)
            (await Failing.CodeAsync(() => sessions.TakeAsync(read, 1L))).ShouldBe(FailureCode.SchemaChanged);
        await fixture.ExecuteAsync("ALTER TABLE changing ALTER n TYPE bigint USING n::bigint");
        for (var round = 0; round < 4; round++) (await sessions.TakeAsync(read, 1L)).ShouldBe(["1"]);
    }

    private static Script Of(string sql, params ColumnType[] cells) => Scripts.Of(sql, cells, Scripts.Number);

    private static long Shared(PostgresSessionSource sessions) =>
        sessions.Paths.Meters.Single(meter => meter.Labels.Any(label => label.Value == "wire-pipe")).Value();

    private async Task<long> SleepersAsync() => (long)(await fixture.Database.ScalarAsync("""
        SELECT count(*) FROM pg_stat_activity
        WHERE datname = current_database() AND state = 'active' AND wait_event = 'PgSleep'
        """, Stop))!;
}

/// <summary>Scripts that are run many times.</summary>
internal static class PreparedScripts
{
    /// <summary>A script that is known to be short, with connections open that it shares.</summary>
    public static async Task<PreparedScript> PrepareShortAsync(
        this PostgresSessionSource sessions, Script script, long value = 1)
    {
        var prepared = sessions.Prepare(script);
        await sessions.TakeSharedAsync(prepared, value);
        return prepared;
    }

    /// <summary>The rows of the first run over a shared connection.</summary>
    public static async Task<string[]> TakeSharedAsync(
        this PostgresSessionSource sessions, PreparedScript script, params object?[] values)
    {
        var meter = sessions.Paths.Meters.Single(meter => meter.Labels.Any(label => label.Value == "wire-pipe"));
        var before = meter.Value();
        string[] rows = [];
        await Poll.UntilAsync(async () =>
        {
            rows = await sessions.TakeAsync(script, values);
            return meter.Value() > before;
        }, stop: TestContext.Current.CancellationToken);
        return rows;
    }

    /// <summary>The rows of one run.</summary>
    public static Task<string[]> TakeAsync(
        this PostgresSessionSource sessions, PreparedScript script, params object?[] values) =>
        sessions.TakeAsync(script, TestContext.Current.CancellationToken, values);

    /// <summary>The rows of one run.</summary>
    public static async Task<string[]> TakeAsync(
        this PostgresSessionSource sessions, PreparedScript script, CancellationToken stop, params object?[] values)
    {
        await using var rows = await sessions.ReadAsync(new ScriptRun(script, values), stop);
        return await rows.TakeResultAsync(script.Script.Layout!.Cells.Count);
    }
}
