using System.Globalization;
using Relata.Databases.Postgres.Sessions;
using Relata.Model.Failures;
using Relata.Model.Schema;
using Relata.Sql;

namespace Relata.Databases.Postgres.Tests.Sessions;

/// <summary>Statements that end early: the caller gives up, the limit is reached, the connection dies.</summary>
public sealed class InterruptionTests(SessionFixture fixture) : IClassFixture<SessionFixture>, IAsyncLifetime
{
    private static readonly PostgresSessionOptions One = new() { MaxConnections = 1 };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => fixture.StartAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_caller_who_gives_up_ends_the_statement_and_not_the_connection()
    {
        await using var sessions = fixture.Open(One);
        var backend = await BackendAsync(sessions);
        await using var gate = await AdvisoryLock.TakeAsync(fixture.Target, 3);
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var reading = sessions.ReadAsync(sessions.Run(Waiting(3)), caller.Token).AsTask();
        await gate.WaitForOthersAsync();
        await caller.CancelAsync();
        (await Should.ThrowAsync<OperationCanceledException>(() => reading)).CancellationToken.ShouldBe(caller.Token);
        (await BackendAsync(sessions)).ShouldBe(backend);
    }

    [Fact]
    public async Task A_caller_who_gives_up_between_rows_ends_the_statement()
    {
        await using var sessions = fixture.Open(One);
        var backend = await BackendAsync(sessions);
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        await using (var rows = await sessions.ReadAsync(sessions.Run(Endless), caller.Token))
        {
            (await rows.NextResultAsync(caller.Token)).ShouldBeTrue();
            await caller.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(async () =>
            {
                while (await rows.NextRowAsync(caller.Token)) { }
            });
        }

        (await BackendAsync(sessions)).ShouldBe(backend);
    }

    [Fact]
    public async Task A_caller_who_has_given_up_gets_no_connection()
    {
        await using var sessions = fixture.Open(One);
        await Should.ThrowAsync<OperationCanceledException>(
            () => sessions.ReadAsync(sessions.Run(Endless), new CancellationToken(canceled: true)).AsTask());
        await BackendAsync(sessions);
    }

    [Fact]
    public async Task A_statement_that_takes_too_long_is_a_failure()
    {
        await using var sessions = fixture.Open(One with { StatementTimeout = TimeSpan.FromMilliseconds(300) });
        var backend = await BackendAsync(sessions);
        await using var gate = await AdvisoryLock.TakeAsync(fixture.Target, 4);
        (await Failing.CodeAsync(() => sessions.ReadAllAsync(Waiting(4)))).ShouldBe(FailureCode.StatementTimeout);
        (await Failing.CodeAsync(() => sessions.WriteAllAsync(sessions.Run(Waiting(4)))))
            .ShouldBe(FailureCode.StatementTimeout);
        (await BackendAsync(sessions)).ShouldBe(backend);
    }

    [Fact]
    public async Task A_limit_of_the_server_s_own_is_the_same_failure()
    {
        await fixture.ExecuteAsync($"ALTER DATABASE {fixture.Database.Name} SET lock_timeout = 100");
        try
        {
            await using var sessions = fixture.Open(One);
            await using var gate = await AdvisoryLock.TakeAsync(fixture.Target, 5);
            (await Failing.CodeAsync(() => sessions.ReadAllAsync(Waiting(5)))).ShouldBe(FailureCode.StatementTimeout);
        }
        finally
        {
            await fixture.ExecuteAsync($"ALTER DATABASE {fixture.Database.Name} RESET lock_timeout");
        }
    }

    [Fact]
    public async Task The_limit_does_not_count_the_time_that_a_caller_takes_for_the_rows()
    {
        await using var sessions = fixture.Open(One with { StatementTimeout = TimeSpan.FromSeconds(1) });
        await BackendAsync(sessions);
        await using var rows = await sessions.ReadAsync(sessions.Run(Endless), Stop);
        (await rows.NextResultAsync(Stop)).ShouldBeTrue();
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(1.5));
        while (!late.IsCancellationRequested) (await rows.NextRowAsync(Stop)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_connection_that_died_while_idle_is_replaced_without_a_word()
    {
        await using var sessions = fixture.Open(One);
        var backend = await BackendAsync(sessions);
        await KillAsync(backend);
        (await BackendAsync(sessions)).ShouldNotBe(backend);

        var write = Scripts.Of("INSERT INTO item VALUES (700, 'a') RETURNING name", [Scripts.Word]);
        await KillAsync(await BackendAsync(sessions));
        (await sessions.WriteAllAsync(sessions.Run(write))).ShouldBe(1);
    }

    [Fact]
    public async Task All_idle_connections_may_have_died()
    {
        await using var sessions = fixture.Open(new PostgresSessionOptions { MaxConnections = 4 });
        await UseAllAsync(sessions, 4);
        await fixture.ExecuteAsync($"SELECT pg_terminate_backend(pid, 5000) FROM {Backends}");
        for (var i = 0; i < 8; i++) await BackendAsync(sessions);
    }

    [Fact]
    public async Task A_connection_that_dies_while_rows_are_read_is_a_failure()
    {
        await using var sessions = fixture.Open(One);
        var script = Scripts.Of(
            "SELECT pg_backend_pid()::bigint, generate_series(1, 1000000000000)", [Scripts.Number, Scripts.Number]);
        await using (var rows = await sessions.ReadAsync(sessions.Run(script), Stop))
        {
            (await rows.NextResultAsync(Stop)).ShouldBeTrue();
            (await rows.NextRowAsync(Stop)).ShouldBeTrue();
            await KillAsync(rows.ReadInt64(0).ToString(CultureInfo.InvariantCulture), wait: false);
            (await Failing.CodeAsync(async () =>
            {
                while (await rows.NextRowAsync(Stop)) { }
            })).ShouldBe(FailureCode.DatabaseUnavailable);
        }

        await BackendAsync(sessions);
    }

    [Fact]
    public async Task A_connection_that_dies_before_the_commit_is_a_failure()
    {
        await using var sessions = fixture.Open(One);
        var insert = Scripts.Of(
            "INSERT INTO item VALUES (710, 'a') RETURNING pg_backend_pid()::bigint", [Scripts.Number]);
        await using (var write = sessions.Begin())
        {
            var rows = await write.RunAsync([sessions.Run(insert)], Stop);
            await KillAsync((await rows.TakeResultAsync(1)).Single());
            (await Failing.CodeAsync(() => write.CommitAsync(Stop).AsTask())).ShouldBe(FailureCode.DatabaseUnavailable);
        }

        var stored = Scripts.Of("SELECT name FROM item WHERE id = 710", [Scripts.Word]);
        (await sessions.ReadAllAsync(stored)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_table_may_change_under_a_prepared_statement()
    {
        await using var sessions = fixture.Open(One);
        await fixture.ExecuteAsync(
            "CREATE TABLE changing (id int, name varchar(5)); INSERT INTO changing VALUES (1, 'a')");
        var number = new ColumnType(TypeKind.Int32, "int");
        var script = Scripts.Of("SELECT id, name FROM changing", [number, Scripts.Word]);
        for (var i = 0; i < 5; i++) await sessions.ReadAllAsync(script);

        await fixture.ExecuteAsync("ALTER TABLE changing ALTER id TYPE bigint, ALTER name TYPE text");
        (await sessions.ReadAllAsync(script)).ShouldBe(["1 \"a\""]);

        await fixture.ExecuteAsync("ALTER TABLE changing ALTER id TYPE text");
        for (var i = 0; i < 4; i++)
            (await Failing.CodeAsync(() => sessions.ReadAllAsync(script))).ShouldBe(FailureCode.SchemaChanged);

        await fixture.ExecuteAsync("ALTER TABLE changing DROP COLUMN id");
        (await Failing.CodeAsync(() => sessions.ReadAllAsync(script))).ShouldBe(FailureCode.SchemaChanged);
    }

    [Fact]
    public async Task A_parameter_may_get_another_type_under_a_prepared_statement()
    {
        await using var sessions = fixture.Open(One);
        await fixture.ExecuteAsync("CREATE TABLE retyped (id int, name text); INSERT INTO retyped VALUES (1, 'a')");
        var script = Scripts.Of("SELECT name FROM retyped WHERE id = $1", [Scripts.Word], Scripts.Number);
        for (var i = 0; i < 5; i++) (await sessions.ReadAllAsync(script, 1L)).ShouldBe(["\"a\""]);

        await fixture.ExecuteAsync("ALTER TABLE retyped ALTER id TYPE text");
        (await sessions.ReadAllAsync(script, 1L)).ShouldBe(["\"a\""]);

        for (var i = 0; i < 5; i++) await sessions.ReadAllAsync(script, 1L);
        await fixture.ExecuteAsync("ALTER TABLE retyped ALTER id TYPE int USING id::int; UPDATE retyped SET id = 2");
        for (var i = 0; i < 5; i++) (await sessions.ReadAllAsync(script, 2L)).ShouldBe(["\"a\""]);
        await fixture.ExecuteAsync("ALTER TABLE retyped ALTER id TYPE bigint; UPDATE retyped SET id = 5000000000");
        sessions.ForgetSchema();
        (await sessions.ReadAllAsync(script, 5_000_000_000L)).ShouldBe(["\"a\""]);
    }

    [Fact]
    public async Task Failures_of_all_kinds_lose_no_connection()
    {
        await using var sessions = fixture.Open(new() { MaxConnections = 4 });
        var failing = Enumerable.Range(0, 200).Select(number => Task.Run(() => FailAsync(sessions, number), Stop));
        await Task.WhenAll(failing);

        await UseAllAsync(sessions, 4);
        var left = (long)(await fixture.Database.ScalarAsync($"SELECT count(*) FROM {Backends}", Stop))!;
        left.ShouldBeLessThanOrEqualTo(4);
    }

    private string Backends => $"""
        (SELECT pid FROM pg_stat_activity
         WHERE application_name = 'relata' AND datname = '{fixture.Database.Name}') backends
        """;

    private static Script Endless { get; } = Scripts.Of("SELECT generate_series(1, 1000000000000)", [Scripts.Number]);

    private static Script Waiting(int key) =>
        Scripts.Of($"SELECT pg_advisory_xact_lock_shared({key})::text", [Scripts.Word]);

    private static async Task UseAllAsync(PostgresSessionSource sessions, int connections)
    {
        var open = Enumerable.Range(0, connections)
            .Select(_ => sessions.ReadAsync(sessions.Run(Endless), Stop).AsTask());
        foreach (var rows in await Task.WhenAll(open)) await rows.DisposeAsync();
    }

    private static async Task FailAsync(PostgresSessionSource sessions, int number)
    {
        try
        {
            await ((number % 7) switch
            {
                0 => sessions.ReadAllAsync(Scripts.Of("SELECT 1 / 0", [Scripts.Number])),
                1 => sessions.WriteAllAsync(sessions.Run(Scripts.Of("INSERT INTO site VALUES (1, 'a')", []))),
                2 => sessions.ReadAllAsync(Scripts.Of("SELECT $1::int", [Scripts.Number], Scripts.Word), "x"),
                3 => LeaveAsync(sessions),
                4 => GiveUpAsync(sessions, TimeSpan.FromMilliseconds(number % 20)),
                5 => sessions.ReadAllAsync(Scripts.Counted("SELECT 1::bigint", "SELECT 1 / 0", Scripts.Number)),
                _ => sessions.ReadAllAsync(Scripts.Of("SELECT pg_terminate_backend(pg_backend_pid())", [Scripts.Word])),
            });
        }
        catch (FailureException)
        {
        }
        catch (OperationCanceledException)
        {
        }
    }

    private static async Task LeaveAsync(PostgresSessionSource sessions)
    {
        await using var rows = await sessions.ReadAsync(sessions.Run(Endless), Stop);
        await rows.NextResultAsync(Stop);
    }

    private static async Task GiveUpAsync(PostgresSessionSource sessions, TimeSpan after)
    {
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        caller.CancelAfter(after);
        await using var rows = await sessions.ReadAsync(sessions.Run(Endless), caller.Token);
        await rows.NextResultAsync(caller.Token);
        while (await rows.NextRowAsync(caller.Token)) { }
    }

    private static async Task<string> BackendAsync(PostgresSessionSource sessions) =>
        (await sessions.ReadAllAsync(Scripts.Of("SELECT pg_backend_pid()::bigint", [Scripts.Number]))).Single();

    private Task KillAsync(string backend, bool wait = true) =>
        fixture.ExecuteAsync($"SELECT pg_terminate_backend({backend}{(wait ? ", 5000" : "")})");
}
