using Relata.Databases.Postgres.Sessions;
using Relata.Model.Failures;

namespace Relata.Databases.Postgres.Tests.Sessions;

/// <summary>One transaction for all statements of a write.</summary>
public sealed class WriteTests(SessionFixture fixture) : IClassFixture<SessionFixture>, IAsyncLifetime
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => fixture.StartAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Commits_all_statements_and_counts_their_rows()
    {
        await using var sessions = fixture.Open();
        var insert = Scripts.Of("INSERT INTO item VALUES (10, $1), (11, $1)", [], Scripts.Word);
        var update = Scripts.Of("UPDATE item SET name = $1 WHERE id = 11", [], Scripts.Word);
        var delete = Scripts.Of("DELETE FROM item WHERE id = 10", []);
        (await sessions.WriteAllAsync(sessions.Run(insert, "a"), sessions.Run(update, "b"), sessions.Run(delete)))
            .ShouldBe(4);
        (await NamesAsync(sessions, 10, 11)).ShouldBe(["\"b\""]);
    }

    [Fact]
    public async Task Answers_the_rows_of_each_statement_in_order()
    {
        await using var sessions = fixture.Open();
        var insert = Scripts.Of("INSERT INTO item VALUES (20, 'a'), (21, NULL) RETURNING name", [Scripts.Word]);
        var silent = Scripts.Of("UPDATE item SET name = 'c' WHERE id = 21", []);
        var delete = Scripts.Of(
            "DELETE FROM item WHERE id IN (20, 21) RETURNING id::bigint, name", [Scripts.Number, Scripts.Word]);
        await using var write = sessions.Begin();
        var rows = await write.RunAsync(
            [sessions.Run(insert), sessions.Run(silent), sessions.Run(delete)], Stop);
        (await rows.TakeResultAsync(1)).ShouldBe(["\"a\"", "null"]);
        (await rows.TakeResultAsync(2)).ShouldBe(["20 \"a\"", "21 \"c\""]);
        (await rows.EndAsync(Stop)).ShouldBe(5);
    }

    [Fact]
    public async Task Leaves_nothing_behind_without_a_commit()
    {
        await using var sessions = fixture.Open(new() { MaxConnections = 1 });
        var insert = Scripts.Of("INSERT INTO item VALUES (30, 'a') RETURNING name", [Scripts.Word]);
        await using (var write = sessions.Begin())
        {
            var rows = await write.RunAsync([sessions.Run(insert)], Stop);
            (await rows.TakeResultAsync(1)).ShouldBe(["\"a\""]);
        }

        (await NamesAsync(sessions, 30, 30)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_failing_statement_undoes_those_before_it()
    {
        await using var sessions = fixture.Open(new() { MaxConnections = 1 });
        var insert = Scripts.Of("INSERT INTO item VALUES (40, 'a') RETURNING name", [Scripts.Word]);
        var again = Scripts.Of("INSERT INTO item VALUES (40, 'b') RETURNING name", [Scripts.Word]);
        await using (var write = sessions.Begin())
        {
            var rows = await write.RunAsync([sessions.Run(insert), sessions.Run(again)], Stop);
            (await rows.TakeResultAsync(1)).ShouldBe(["\"a\""]);
            (await Failing.CodeAsync(() => rows.NextResultAsync(Stop).AsTask())).ShouldBe(FailureCode.UniqueViolation);

            // The server would answer COMMIT with a rollback, and without an error.
            await Should.ThrowAsync<InvalidOperationException>(() => write.CommitAsync(Stop).AsTask());
        }

        (await NamesAsync(sessions, 40, 40)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_later_run_sees_what_an_earlier_one_wrote()
    {
        await using var sessions = fixture.Open(new() { MaxConnections = 1 });
        var insert = Scripts.Of("INSERT INTO item VALUES (41, 'a') RETURNING name", [Scripts.Word]);
        var read = Scripts.Of("SELECT name FROM item WHERE id = 41", [Scripts.Word]);
        await using (var write = sessions.Begin())
        {
            (await (await write.RunAsync([sessions.Run(insert)], Stop)).EndAsync(Stop)).ShouldBe(1);
            var rows = await write.RunAsync([sessions.Run(read)], Stop);
            (await rows.TakeResultAsync(1)).ShouldBe(["\"a\""]);
            await write.CommitAsync(Stop);
        }

        (await NamesAsync(sessions, 41, 41)).ShouldBe(["\"a\""]);
    }

    [Fact]
    public async Task A_later_run_that_fails_undoes_the_earlier_ones()
    {
        await using var sessions = fixture.Open(new() { MaxConnections = 1 });
        var insert = Scripts.Of("INSERT INTO item VALUES (42, 'a')", []);
        await using (var write = sessions.Begin())
        {
            await write.RunAsync([sessions.Run(insert)], Stop);
            (await Failing.CodeAsync(() => write.RunAsync([sessions.Run(insert)], Stop).AsTask()))
                .ShouldBe(FailureCode.UniqueViolation);
            await Should.ThrowAsync<InvalidOperationException>(() => write.CommitAsync(Stop).AsTask());
        }

        (await NamesAsync(sessions, 42, 42)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_transaction_goes_on_after_results_that_were_left()
    {
        await using var sessions = fixture.Open(new() { MaxConnections = 1 });
        var read = Scripts.Of("SELECT i::bigint FROM generate_series(1, 1000) AS i", [Scripts.Number]);
        var insert = Scripts.Of("INSERT INTO item VALUES (44, 'a')", []);
        await using (var write = sessions.Begin())
        {
            await using (var rows = await write.RunAsync([sessions.Run(read)], Stop))
            {
                await rows.NextResultAsync(Stop);
                await rows.NextRowAsync(Stop);
            }

            await write.RunAsync([sessions.Run(insert)], Stop);
            await write.CommitAsync(Stop);
        }

        (await NamesAsync(sessions, 44, 44)).ShouldBe(["\"a\""]);
    }

    [Fact]
    public async Task A_rehearsal_leaves_nothing_behind()
    {
        await using var sessions = fixture.Open(new() { MaxConnections = 1 });
        var insert = Scripts.Of("INSERT INTO item VALUES (43, 'a')", []);
        await using (var write = sessions.Begin())
        {
            await write.RunAsync([sessions.Run(insert)], Stop);
            await write.RehearseAsync(Stop);
        }

        (await NamesAsync(sessions, 43, 43)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_rehearsal_meets_a_deferred_constraint()
    {
        await using var sessions = fixture.Open(new() { MaxConnections = 1 });
        var insert = Scripts.Of("INSERT INTO camera (id, owner) VALUES (51, 999)", []);
        await using var write = sessions.Begin();
        await write.RunAsync([sessions.Run(insert)], Stop);
        (await Failing.CodeAsync(() => write.RehearseAsync(Stop).AsTask())).ShouldBe(FailureCode.ForeignKeyViolation);
    }

    [Fact]
    public async Task A_statement_that_fails_where_nobody_reads_undoes_everything()
    {
        await using var sessions = fixture.Open(new() { MaxConnections = 1 });
        var insert = Scripts.Of("INSERT INTO item VALUES (45, 'a') RETURNING name", [Scripts.Word]);
        var again = Scripts.Of("INSERT INTO item VALUES (45, 'b')", []);
        (await Failing.CodeAsync(() => sessions.WriteAllAsync(sessions.Run(insert), sessions.Run(again))))
            .ShouldBe(FailureCode.UniqueViolation);
        (await NamesAsync(sessions, 45, 45)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_deferred_constraint_fails_at_the_commit()
    {
        await using var sessions = fixture.Open(new() { MaxConnections = 1 });
        var insert = Scripts.Of(
            "INSERT INTO camera (id, owner) VALUES (50, 999) RETURNING id::bigint", [Scripts.Number]);
        await using (var write = sessions.Begin())
        {
            var rows = await write.RunAsync([sessions.Run(insert)], Stop);
            (await rows.TakeResultAsync(1)).ShouldBe(["50"]);
            var failure = await Failing.WithAsync(() => write.CommitAsync(Stop).AsTask());
            failure.Code.ShouldBe(FailureCode.ForeignKeyViolation);
            failure.Message.ShouldContain("constraint \"camera_owner\" of table \"camera\"");
        }

        var stored = Scripts.Of("SELECT id::bigint FROM camera WHERE id = 50", [Scripts.Number]);
        (await sessions.ReadAllAsync(stored)).ShouldBeEmpty();
    }

    private static Task<string[]> NamesAsync(PostgresSessionSource sessions, long first, long last) =>
        sessions.ReadAllAsync(
            Scripts.Of(
                "SELECT name FROM item WHERE id BETWEEN $1 AND $2 ORDER BY id",
                [Scripts.Word], Scripts.Number, Scripts.Number),
            first, last);
}
