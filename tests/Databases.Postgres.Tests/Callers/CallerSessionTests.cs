using Relata.Databases.Postgres.Sessions;
using Relata.Databases.Postgres.Tests.Sessions;
using Relata.Execution;
using Relata.Model.Callers;
using Relata.Model.Failures;
using Relata.Sql;

namespace Relata.Databases.Postgres.Tests.Callers;

/// <summary>
/// However a caller's transaction ends, the connection goes on with the same session, in which nothing of the caller is
/// left.
/// </summary>
public sealed class CallerSessionTests(SessionFixture fixture) : IClassFixture<SessionFixture>, IAsyncLifetime
{
    private static readonly PostgresSessionOptions One = new() { MaxConnections = 1 };
    private static readonly Caller Ann = new("pg_monitor", [new("app.tenant", "ann"), new("app.user", "a'n\\n")]);

    private static readonly Script Who = Scripts.Of(
        "SELECT current_user::text, coalesce(current_setting('app.tenant', true), ''), coalesce(current_setting('app.user', true), '')",
        [Scripts.Word, Scripts.Word, Scripts.Word]);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => fixture.StartAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>The driver prepares what is used twice, and forgets wrongly what it prepares when that fails.</summary>
    public static TheoryData<string> Ends =>
        ["read", "left", "given up", "slow", "refused", "no role", "missing", "late", "constraint", "rolled back", "committed"];

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task Leaves_nothing_behind(string end)
    {
        for (var before = 0; before < 4; before++)
        {
            await using var sessions = fixture.Open(One);
            var backend = await BackendAsync(sessions);
            for (var i = 0; i < before; i++) await ShouldBeAnnAsync(sessions);
            for (var round = 0; round < 4; round++)
            {
                await EndAsync(sessions, end);
                (await sessions.ReadAllAsync(Who)).ShouldBe(["\"relata\" \"\" \"\""]);
                await ShouldBeAnnAsync(sessions);
                (await BackendAsync(sessions)).ShouldBe(backend, $"{end} in round {round} after {before}");
            }
        }
    }

    [Fact]
    public async Task A_caller_who_has_nothing_is_none()
    {
        await using var sessions = fixture.Open(One);
        var run = sessions.Run(Who) with { Caller = new Caller(null, []) };
        await using var rows = await sessions.ReadAsync(run, Stop);
        (await rows.TakeResultAsync(3)).ShouldBe(["\"relata\" \"\" \"\""]);
    }

    [Fact]
    public async Task A_count_and_its_rows_are_the_callers()
    {
        await using var sessions = fixture.Open(One);
        var script = Scripts.Counted("SELECT count(*) FROM pg_roles WHERE rolname = current_user", "SELECT current_user::text", Scripts.Word);
        for (var turn = 0; turn < 3; turn++)
        {
            await using var rows = await sessions.ReadAsync(sessions.Run(script) with { Caller = Ann }, Stop);
            (await rows.TakeResultAsync(1)).ShouldBe(["1"]);
            (await rows.TakeResultAsync(1)).ShouldBe(["\"pg_monitor\""]);
        }
    }

    [Fact]
    public async Task Every_run_of_a_transaction_is_the_callers()
    {
        await using var sessions = fixture.Open(One);
        await using var transaction = sessions.Begin();
        for (var run = 0; run < 3; run++)
        {
            await using var rows = await transaction.RunAsync([sessions.Run(Who) with { Caller = Ann }], Stop);
            (await rows.TakeResultAsync(3)).ShouldBe(["\"pg_monitor\" \"ann\" \"a'n\\\\n\""]);
        }

        await transaction.CommitAsync(Stop);
    }

    private static async Task EndAsync(PostgresSessionSource sessions, string end)
    {
        switch (end)
        {
            case "read":
                await ShouldBeAnnAsync(sessions);
                break;
            case "left":
                await using (var rows = await StartAsync(sessions, "SELECT generate_series(1, 1000000000000)"))
                {
                    (await rows.NextResultAsync(Stop)).ShouldBeTrue();
                    (await rows.NextRowAsync(Stop)).ShouldBeTrue();
                }

                break;
            case "given up":
                using (var caller = CancellationTokenSource.CreateLinkedTokenSource(Stop))
                {
                    caller.CancelAfter(TimeSpan.FromMilliseconds(50));
                    await Should.ThrowAsync<OperationCanceledException>(
                        () => StartAsync(sessions, "SELECT 1::bigint FROM pg_sleep(3600)", stop: caller.Token));
                }

                break;
            case "slow":
                var slow = RunOf(sessions, "SELECT 1::bigint FROM pg_sleep(3600)") with { Timeout = TimeSpan.FromMilliseconds(50) };
                (await Failing.CodeAsync(() => sessions.ReadAsync(slow, Stop).AsTask())).ShouldBe(FailureCode.StatementTimeout);
                break;
            case "refused":
                (await Failing.CodeAsync(() => StartAsync(sessions, "SELECT id::bigint FROM item"))).ShouldBe(FailureCode.Forbidden);
                break;
            case "no role":
                var refusal = await Failing.WithAsync(() => StartAsync(sessions, "SELECT 1::bigint", new Caller("nobody", [])));
                (refusal.Code, refusal.Message.Contains("\"nobody\"", StringComparison.Ordinal)).ShouldBe((FailureCode.Forbidden, true));
                break;
            case "missing":
                (await Failing.CodeAsync(() => StartAsync(sessions, "SELECT 1::bigint FROM nothing"))).ShouldBe(FailureCode.SchemaChanged);
                break;
            case "late":
                (await Failing.CodeAsync(async () =>
                {
                    await using var rows = await StartAsync(sessions, "SELECT 10::bigint / (100 - n) FROM generate_series(1, 200) n");
                    await rows.TakeResultAsync(1);
                })).ShouldBe(FailureCode.DatabaseRefused);
                break;
            case "constraint":
                (await Failing.CodeAsync(() => sessions.WriteAllAsync(
                    RunOf(sessions, "INSERT INTO site VALUES (1, 'x')", new Caller(null, [new("app.tenant", "ann")])))))
                    .ShouldBe(FailureCode.UniqueViolation);
                break;
            case "rolled back":
                await using (var transaction = sessions.Begin())
                    await transaction.RunAsync([RunOf(sessions, "SELECT 1::bigint")], Stop);
                break;
            case "committed":
                (await sessions.WriteAllAsync(RunOf(sessions, "SELECT 1::bigint"))).ShouldBe(0);
                break;
        }
    }

    private static async Task ShouldBeAnnAsync(PostgresSessionSource sessions)
    {
        await using var rows = await sessions.ReadAsync(sessions.Run(Who) with { Caller = Ann }, Stop);
        (await rows.TakeResultAsync(3)).ShouldBe(["\"pg_monitor\" \"ann\" \"a'n\\\\n\""]);
    }

    private static Task<Rows> StartAsync(
        PostgresSessionSource sessions, string sql, Caller? caller = null, CancellationToken? stop = null) =>
        sessions.ReadAsync(RunOf(sessions, sql, caller), stop ?? Stop).AsTask();

    private static ScriptRun RunOf(PostgresSessionSource sessions, string sql, Caller? caller = null) =>
        sessions.Run(Scripts.Of(sql, sql.StartsWith("SELECT", StringComparison.Ordinal) ? [Scripts.Number] : []))
            with { Caller = caller ?? Ann };

    private static async Task<string> BackendAsync(PostgresSessionSource sessions) =>
        (await sessions.ReadAllAsync(Scripts.Of("SELECT pg_backend_pid()::bigint", [Scripts.Number]))).ShouldHaveSingleItem();
}
