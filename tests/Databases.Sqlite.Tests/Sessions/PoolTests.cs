using Relata.Databases.Sqlite.Sessions;
using Relata.Execution;
using Relata.Model.Failures;

namespace Relata.Databases.Sqlite.Tests.Sessions;

/// <summary>Several readers and one writer on one file.</summary>
public sealed class PoolTests
{
    private const int Readers = 4;
    private static readonly SqliteSessionOptions Few =
        new() { Readers = Readers, ConnectionTimeout = TimeSpan.FromMinutes(5), BusyTimeout = TimeSpan.FromMinutes(5) };

    private static readonly SqliteSessionOptions Impatient =
        new() { Readers = 1, ConnectionTimeout = TimeSpan.FromMilliseconds(20) };

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("DELETE")]
    [InlineData("WAL")]
    public async Task Serves_many_reads_while_writes_go_on_and_gets_every_connection_back(string journal)
    {
        await using var database = await TemporaryDatabase.CreateAsync(
            $"PRAGMA journal_mode = {journal}; CREATE TABLE t (a, b); INSERT INTO t VALUES (0, 0)", Few);
        var read = database.Script(
            [Kinds.Integer, Kinds.Integer], "SELECT sum(a) FROM t", "SELECT sum(a), sum(b) FROM t");
        var write = database.Script(null, "INSERT INTO t VALUES (1, 0)", "UPDATE t SET b = 1 WHERE b = 0");
        var bad = database.Script([Kinds.Integer], "SELECT relata_regexp('(', 'a', 0)");
        var writes = Task.Run(() => WriteManyAsync(database, write, 20), Stop);
        var failures = Task.Run(() => FailManyAsync(database, bad, 20), Stop);
        var reads = Enumerable.Range(0, 50).Select(_ => Task.Run(() => SameTwiceAsync(database, read), Stop));
        (await Task.WhenAll(reads)).ShouldAllBe(same => same);
        await Task.WhenAll(writes, failures);
        (await database.ReadAsync(Kinds.Integer, "SELECT sum(a) FROM t")).ShouldBe("20");
        await ShouldLendAllAsync(database, read);
    }

    [Fact]
    public async Task Answers_that_no_connection_became_free()
    {
        await using var database = await TemporaryDatabase.CreateAsync("CREATE TABLE t (a)", Impatient);
        var run = database.Script([Kinds.Integer], "SELECT 1");
        await using (await database.Source.ReadAsync(run, Stop))
        {
            var failure = await Should.ThrowAsync<FailureException>(() => database.ReadAsync(run));
            failure.Failure.Code.ShouldBe(FailureCode.DatabaseUnavailable);
        }

        await using (var write = database.Source.Begin())
        {
            await write.RunAsync([run], Stop);
            var failure = await Should.ThrowAsync<FailureException>(() => database.WriteAsync(run));
            failure.Failure.Code.ShouldBe(FailureCode.DatabaseUnavailable);
        }

        (await database.ReadAsync(run)).ShouldBe("1");
        (await database.WriteAsync(run)).ShouldBe(0);
    }

    [Fact]
    public async Task Does_not_keep_a_place_for_a_caller_who_has_gone()
    {
        await using var database = await TemporaryDatabase.CreateAsync("CREATE TABLE t (a)", Few);
        var run = database.Script([Kinds.Integer], "SELECT 1");
        using var caller = new CancellationTokenSource();
        await using (var write = database.Source.Begin())
        {
            await write.RunAsync([run], Stop);
            await using var other = database.Source.Begin();
            var waiting = other.RunAsync([run], caller.Token).AsTask();
            waiting.IsCompleted.ShouldBeFalse();
            await caller.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(() => waiting);
        }

        (await database.WriteAsync(run)).ShouldBe(0);
    }

    [Fact]
    public async Task Prepares_a_statement_again_that_it_no_longer_keeps()
    {
        await using var database = await TemporaryDatabase.CreateAsync(
            "CREATE TABLE t (a)", new SqliteSessionOptions { Readers = 1, KeptStatements = 2 });
        var texts = Enumerable.Range(0, 5).Select(number => $"SELECT {number}").ToArray();
        for (var i = 0; i < 3; i++)
            (await database.ReadAsync(database.Script([Kinds.Integer], texts))).ShouldBe("0\n1\n2\n3\n4");
    }

    [Fact]
    public async Task Keeps_statements_right_when_the_schema_changes_under_them()
    {
        await using var database = await TemporaryDatabase.CreateAsync(
            "CREATE TABLE t (a, b); INSERT INTO t VALUES (1, 2)");
        (await database.ReadAsync(Kinds.Integer, "SELECT b FROM t")).ShouldBe("2");
        await database.ExecuteAsync("DROP TABLE t; CREATE TABLE t (b, a); INSERT INTO t VALUES (3, 4)");
        (await database.ReadAsync(Kinds.Integer, "SELECT b FROM t")).ShouldBe("3");
    }

    [Fact]
    public async Task Lets_what_runs_finish_when_it_closes()
    {
        await using var database = await TemporaryDatabase.CreateAsync("CREATE TABLE t (a)");
        var run = database.Script([Kinds.Integer], "SELECT 1");
        await using (var rows = await database.Source.ReadAsync(run, Stop))
        {
            await database.Source.DisposeAsync();
            (await TemporaryDatabase.AllAsync(rows, run)).ShouldBe("1");
        }

        var failure = await Should.ThrowAsync<FailureException>(() => database.ReadAsync(run));
        failure.Failure.Code.ShouldBe(FailureCode.DatabaseUnavailable);
    }

    private static async Task<bool> SameTwiceAsync(TemporaryDatabase database, ScriptRun read)
    {
        await using var rows = await database.Source.ReadAsync(read, Stop);
        var sums = new List<long>();
        while (await rows.NextResultAsync(Stop))
        {
            while (await rows.NextRowAsync(Stop)) sums.Add(rows.ReadInt64(0));
        }

        return sums.Count == 2 && sums[0] == sums[1];
    }

    private static async Task WriteManyAsync(TemporaryDatabase database, ScriptRun write, int times)
    {
        for (var i = 0; i < times; i++) await database.WriteAsync(write);
    }

    private static async Task FailManyAsync(TemporaryDatabase database, ScriptRun bad, int times)
    {
        for (var i = 0; i < times; i++) await Should.ThrowAsync<FailureException>(() => database.ReadAsync(bad));
    }

    private static async Task ShouldLendAllAsync(TemporaryDatabase database, ScriptRun read)
    {
        var lent = new List<Rows>();
        for (var i = 0; i < Readers; i++) lent.Add(await database.Source.ReadAsync(read, Stop));
        foreach (var rows in lent) await rows.DisposeAsync();
    }
}
