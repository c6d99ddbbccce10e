using Relata.Execution;
using Relata.Model.Failures;
using Relata.Model.Schema;

namespace Relata.Databases.Sqlite.Tests.Sessions;

/// <summary>One transaction for all scripts of a write.</summary>
public sealed class WriteTests
{
    private const string Schema = """
        CREATE TABLE site (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
        CREATE TABLE camera (id INTEGER PRIMARY KEY, site INTEGER REFERENCES site (id), name TEXT);
        CREATE TABLE log (what TEXT);
        CREATE VIEW site_name AS SELECT id, name FROM site;
        CREATE TRIGGER logged AFTER INSERT ON site BEGIN INSERT INTO log VALUES (new.name), (new.name); END;
        CREATE TRIGGER through INSTEAD OF DELETE ON site_name BEGIN DELETE FROM site WHERE id = old.id; END;
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Commits_and_reports_the_rows_changed_without_those_that_triggers_changed()
    {
        await using var database = await TemporaryDatabase.CreateAsync(Schema);
        (await database.WriteAsync(
            database.Script(null, "INSERT INTO site VALUES (1, 'a'), (2, 'b')"),
            database.Script(null, "UPDATE site SET name = 'c' WHERE id = 2", "DELETE FROM camera"))).ShouldBe(3);
        (await database.ReadAsync(Kinds.Text, "SELECT group_concat(name) FROM site")).ShouldBe("\"a,c\"");
        (await database.ReadAsync(Kinds.Integer, "SELECT count(*) FROM log")).ShouldBe("4");
    }

    [Fact]
    public async Task Counts_rows_written_through_a_view()
    {
        await using var database = await TemporaryDatabase.CreateAsync(Schema);
        await database.WriteAsync(database.Script(null, "INSERT INTO site VALUES (1, 'a'), (2, 'b'), (3, 'c')"));
        (await database.WriteAsync(database.Script(null, "DELETE FROM site_name WHERE id = 1"))).ShouldBe(1);
        (await database.WriteAsync(database.Script([Kinds.Integer], "DELETE FROM site_name RETURNING id"))).ShouldBe(2);
        (await database.WriteAsync(database.Script(null, "DELETE FROM site_name"))).ShouldBe(0);
    }

    [Fact]
    public async Task Reads_what_each_statement_returns_and_passes_over_those_that_return_nothing()
    {
        await using var database = await TemporaryDatabase.CreateAsync(Schema);
        var first = database.Script(
            [Kinds.Text], "DELETE FROM log", "INSERT INTO site VALUES (1, 'a'), (2, 'b') RETURNING name");
        var second = database.Script(
            [Kinds.Of(TypeKind.Boolean)], "UPDATE site SET name = 'c' WHERE id = 1 RETURNING id");
        await using var write = database.Source.Begin();
        var rows = await write.RunAsync([first, second], Stop);
        (await TemporaryDatabase.AllAsync(rows, first)).ShouldBe("\"a\"\n\"b\"\ntrue");
        (await rows.EndAsync(Stop)).ShouldBe(3);
    }

    [Fact]
    public async Task Reads_the_count_that_stands_before_the_rows()
    {
        await using var database = await TemporaryDatabase.CreateAsync(Schema);
        await database.WriteAsync(database.Script(null, "INSERT INTO site VALUES (1, 'a'), (2, 'b')"));
        var run = database.Script([Kinds.Text], "SELECT count(*) FROM site", "SELECT name FROM site LIMIT 1");
        await using var rows = await database.Source.ReadAsync(run, Stop);
        (await rows.NextResultAsync(Stop)).ShouldBeTrue();
        (await rows.NextRowAsync(Stop)).ShouldBeTrue();
        rows.ReadInt64(0).ShouldBe(2);
        (await rows.NextResultAsync(Stop)).ShouldBeTrue();
        (await rows.NextRowAsync(Stop)).ShouldBeTrue();
        TemporaryDatabase.Line(rows, run, new RecordingSink()).ShouldBe("\"a\"");
        (await rows.NextRowAsync(Stop)).ShouldBeFalse();
        (await rows.NextResultAsync(Stop)).ShouldBeFalse();
        (await rows.NextRowAsync(Stop)).ShouldBeFalse();
    }

    [Fact]
    public async Task Runs_what_nobody_asked_for_when_it_commits()
    {
        await using var database = await TemporaryDatabase.CreateAsync(Schema);
        var run = database.Script([Kinds.Text], "INSERT INTO site VALUES (1, 'a'), (2, 'b') RETURNING name");
        await using (var write = database.Source.Begin())
        {
            var rows = await write.RunAsync([run, run with { Prepared = Second(database) }], Stop);
            await rows.NextResultAsync(Stop);
            await rows.NextRowAsync(Stop);
            await write.CommitAsync(Stop);
        }

        (await database.ReadAsync(Kinds.Integer, "SELECT count(*) FROM site")).ShouldBe("3");
    }

    [Fact]
    public async Task Leaves_nothing_behind_without_a_commit()
    {
        await using var database = await TemporaryDatabase.CreateAsync(Schema);
        var run = database.Script([Kinds.Text], "INSERT INTO site VALUES (1, 'a'), (2, 'b') RETURNING name");
        await using (var write = database.Source.Begin())
        {
            var rows = await write.RunAsync([run], Stop);
            await rows.NextResultAsync(Stop);
            await rows.NextRowAsync(Stop);
        }

        (await database.ReadAsync(Kinds.Integer, "SELECT count(*) FROM site")).ShouldBe("0");
    }

    [Fact]
    public async Task Does_not_commit_after_a_failure()
    {
        await using var database = await TemporaryDatabase.CreateAsync(Schema);
        var good = database.Script(null, "INSERT INTO site VALUES (1, 'a')");
        var bad = database.Script(null, "INSERT INTO site VALUES (2, NULL)");
        await using (var write = database.Source.Begin())
        {
            await write.RunAsync([good, bad, good], Stop);
            await Should.ThrowAsync<FailureException>(() => write.CommitAsync(Stop).AsTask());
            await Should.ThrowAsync<InvalidOperationException>(() => write.CommitAsync(Stop).AsTask());
        }

        (await database.ReadAsync(Kinds.Integer, "SELECT count(*) FROM site")).ShouldBe("0");
        (await database.WriteAsync(good)).ShouldBe(1);
    }

    [Fact]
    public async Task A_later_run_sees_what_an_earlier_one_wrote()
    {
        await using var database = await TemporaryDatabase.CreateAsync(Schema);
        var insert = database.Script(null, "INSERT INTO site VALUES (1, 'a')");
        var read = database.Script([Kinds.Text], "SELECT name FROM site");
        await using (var write = database.Source.Begin())
        {
            (await (await write.RunAsync([insert], Stop)).EndAsync(Stop)).ShouldBe(1);
            (await TemporaryDatabase.AllAsync(await write.RunAsync([read], Stop), read)).ShouldBe("\"a\"");
            await Should.ThrowAsync<FailureException>(async () =>
                await (await write.RunAsync([insert], Stop)).EndAsync(Stop));
            await Should.ThrowAsync<InvalidOperationException>(() => write.CommitAsync(Stop).AsTask());
        }

        (await database.ReadAsync(Kinds.Integer, "SELECT count(*) FROM site")).ShouldBe("0");
    }

    [Fact]
    public async Task A_rehearsal_leaves_nothing_behind()
    {
        await using var database = await TemporaryDatabase.CreateAsync(Schema);
        var insert = database.Script(null, "INSERT INTO site VALUES (1, 'a')");
        await using (var write = database.Source.Begin())
        {
            await write.RunAsync([insert], Stop);
            await write.RehearseAsync(Stop);
        }

        (await database.ReadAsync(Kinds.Integer, "SELECT count(*) FROM site")).ShouldBe("0");
        (await database.WriteAsync(insert)).ShouldBe(1);
    }

    [Fact]
    public async Task A_rehearsal_meets_a_deferred_foreign_key()
    {
        await using var database = await TemporaryDatabase.CreateAsync(
            "CREATE TABLE a (id integer PRIMARY KEY, a_id integer REFERENCES a DEFERRABLE INITIALLY DEFERRED)");
        await using var write = database.Source.Begin();
        await write.RunAsync([database.Script(null, "INSERT INTO a VALUES (1, 2)")], Stop);
        var failure = await Should.ThrowAsync<FailureException>(() => write.RehearseAsync(Stop).AsTask());
        failure.Failure.Code.ShouldBe(FailureCode.ForeignKeyViolation);
    }

    [Fact]
    public async Task Finds_a_missing_parent_after_the_returned_rows()
    {
        await using var database = await TemporaryDatabase.CreateAsync(Schema);
        var run = database.Script([Kinds.Integer], "INSERT INTO camera VALUES (1, 77, 'a') RETURNING id");
        await using var write = database.Source.Begin();
        var rows = await write.RunAsync([run], Stop);
        (await rows.NextResultAsync(Stop)).ShouldBeTrue();
        (await rows.NextRowAsync(Stop)).ShouldBeTrue();
        var failure = await Should.ThrowAsync<FailureException>(() => write.CommitAsync(Stop).AsTask());
        failure.Failure.Code.ShouldBe(FailureCode.ForeignKeyViolation);
    }

    [Fact]
    public async Task Reads_one_snapshot_in_a_script_of_several_statements()
    {
        await using var database = await TemporaryDatabase.CreateAsync("PRAGMA journal_mode = WAL;" + Schema);
        var run = database.Script([Kinds.Integer], "SELECT count(*) FROM site", "SELECT count(*) FROM site");
        await using var rows = await database.Source.ReadAsync(run, Stop);
        await rows.NextResultAsync(Stop);
        await database.WriteAsync(database.Script(null, "INSERT INTO site VALUES (1, 'a')"));
        (await TemporaryDatabase.AllAsync(rows, run)).ShouldBe("0");
        (await database.ReadAsync(Kinds.Integer, "SELECT count(*) FROM site")).ShouldBe("1");
    }

    [Fact]
    public async Task Cannot_write_while_it_reads()
    {
        await using var database = await TemporaryDatabase.CreateAsync(Schema);
        var failure = await Should.ThrowAsync<FailureException>(() =>
            database.ReadAsync(database.Script(null, "INSERT INTO site VALUES (1, 'a')")));
        failure.Failure.Code.ShouldBe(FailureCode.Forbidden);
    }

    private static PreparedScript Second(TemporaryDatabase database) =>
        database.Prepare(null, "INSERT INTO site VALUES (3, 'c')");
}
