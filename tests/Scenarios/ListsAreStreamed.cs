using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Relata.Scenarios.Stage;
using Relata.Support;

namespace Relata.Scenarios;

/// <summary>Callers ask for rows that hold many more rows than they are.</summary>
public sealed class ListsAreStreamed
{
    private const int Children = 100_000;

    /// <summary>The garbage collector's, as for <see cref="AMillionRowsAreStreamed"/>; the body is about 100 MB.</summary>
    private const long Slack = 60 * 1024 * 1024;

    private const string Configuration = """
        { "limits": { "statementTimeoutMilliseconds": 3600000 }, "connections": { "max": 1 } }
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Under_many_parents_from_PostgreSQL_with_flat_memory()
    {
        await using var served = await Served.StartAsync(Postgres(parents: 1000, width: 1000), Configuration, Stop);

        (await CountAsync(served.Relata, parents: 10, width: 1000)).ShouldBe(Children / 100);
        var before = ProcessMemory.PeakOf(served.Relata.Pid);

        (await CountAsync(served.Relata, parents: 1000, width: 1000)).ShouldBe(Children);

        (ProcessMemory.PeakOf(served.Relata.Pid) - before).ShouldBeLessThan(Slack);
        served.Relata.ShouldHaveNoFault();
    }

    /// <summary>
    /// SQLite sorts the children by means of a temporary file, which it maps into memory: its pages are resident as long as
    /// nobody needs the room, and are not counted here.
    /// </summary>
    [Fact]
    public async Task Under_many_parents_from_SQLite_with_flat_memory()
    {
        using var file = await SqliteFile.CreateAsync(Sqlite(parents: 1000, width: 1000), Stop);
        await using var relata = await RelataProcess.StartAsync(file.Url, Configuration, stop: Stop);

        (await CountAsync(relata, parents: 10, width: 1000)).ShouldBe(Children / 100);
        var (before, most) = (ProcessMemory.AnonymousOf(relata.Pid), 0L);

        (await CountAsync(relata, parents: 1000, width: 1000, Look)).ShouldBe(Children);

        (most - before).ShouldBeInRange(1 - before, Slack);
        relata.ShouldHaveNoFault();

        void Look() => most = Math.Max(most, ProcessMemory.AnonymousOf(relata.Pid));
    }

    [Fact]
    public async Task Under_one_parent_from_PostgreSQL()
    {
        await using var served = await Served.StartAsync(Postgres(parents: 1, width: 70), Configuration, Stop);

        (await CountAsync(served.Relata, parents: 1, width: 70)).ShouldBe(Children);
        served.Relata.ShouldHaveNoFault();
    }

    [Fact]
    public async Task Under_one_parent_from_SQLite()
    {
        using var file = await SqliteFile.CreateAsync(Sqlite(parents: 1, width: 70), Stop);
        await using var relata = await RelataProcess.StartAsync(file.Url, Configuration, stop: Stop);

        (await CountAsync(relata, parents: 1, width: 70)).ShouldBe(Children);
        relata.ShouldHaveNoFault();
    }

    [Fact]
    public async Task Until_their_caller_leaves_PostgreSQL()
    {
        await using var served = await Served.StartAsync(Postgres(parents: 1000, width: 1000), Configuration, Stop);
        using var caller = await WireClient.SendAsync(
            served.Client.BaseAddress, "GET /parent?child__load&limit=1000", Stop);
        (await caller.ReadAsync(300_000, Stop)).ShouldContain("\"referenced_by_child_parent_id_objects\":[{");
        await Poll.UntilAsync(
            async () => await served.BackendsAsync("wait_event = 'ClientWrite'", Stop) == 1, stop: Stop);

        caller.Reset();

        // A statement that is read to its end instead of cancelled goes through all children.
        await served.UntilQuietAsync(Stop);
        await Poll.UntilAsync(async () => await ReadAsync(served) > 0, stop: Stop);
        (await ReadAsync(served)).ShouldBeLessThan(Children);
        await ShouldAnswerAsync(served.Relata);
        (await served.BackendsAsync(stop: Stop)).ShouldBe(1);
    }

    [Fact]
    public async Task Until_their_caller_leaves_SQLite()
    {
        using var file = await SqliteFile.CreateAsync(Sqlite(parents: 1000, width: 1000), Stop);
        await using var relata = await RelataProcess.StartAsync(file.Url, Configuration, stop: Stop);
        using var caller = await WireClient.SendAsync(
            relata.Client.BaseAddress, "GET /parent?child__load&limit=1000", Stop);
        (await caller.ReadAsync(300_000, Stop)).ShouldContain("\"referenced_by_child_parent_id_objects\":[{");

        caller.Reset();

        // The one connection is there for the next caller.
        await ShouldAnswerAsync(relata);
    }

    private static string Postgres(int parents, int width) =>
        $"""
        CREATE TABLE parent (id int PRIMARY KEY);
        CREATE TABLE child (id int PRIMARY KEY, parent_id int NOT NULL REFERENCES parent, label text NOT NULL);
        INSERT INTO parent SELECT generate_series(1, {parents});
        INSERT INTO child SELECT n, (n - 1) / ({Children} / {parents}) + 1, repeat('x', {width})
            FROM generate_series(1, {Children}) AS n;
        CREATE INDEX ON child (parent_id);
        ANALYZE parent, child;
        SELECT pg_stat_reset();
        """;

    private static string Sqlite(int parents, int width) =>
        $"""
        CREATE TABLE parent (id INTEGER PRIMARY KEY);
        CREATE TABLE child (
            id INTEGER PRIMARY KEY, parent_id INTEGER NOT NULL REFERENCES parent (id), label TEXT NOT NULL);
        WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n WHERE id < {parents})
        INSERT INTO parent SELECT id FROM n;
        WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n WHERE id < {Children})
        INSERT INTO child SELECT id, (id - 1) / ({Children} / {parents}) + 1, hex(zeroblob({width / 2})) FROM n;
        CREATE INDEX child_parent ON child (parent_id);
        """;

    private static async Task<decimal> ReadAsync(Served served) => Convert.ToDecimal(
        await served.Database.ScalarAsync(
            "SELECT coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)"
            + " FROM pg_stat_user_tables WHERE relname = 'child'",
            Stop),
        CultureInfo.InvariantCulture);

    private static async Task ShouldAnswerAsync(RelataProcess relata)
    {
        (await CountAsync(relata, parents: 5, width: 1000)).ShouldBe(Children / 200);
        relata.ShouldHaveNoFault();
    }

    /// <summary>Reads parents to their end and counts the children; each is the one that belongs in its place.</summary>
    private static async Task<int> CountAsync(RelataProcess relata, int parents, int width, Action? look = null)
    {
        var (count, last) = (0, 0);
        var list = new Uri($"/parent?child__load&limit={parents}", UriKind.Relative);
        await using var body = await relata.Client.GetStreamAsync(list, Stop);
        await foreach (var parent in JsonSerializer.DeserializeAsyncEnumerable<Parent>(
            body, JsonSerializerOptions.Web, Stop))
        {
            look?.Invoke();
            parent.ShouldNotBeNull().Id.ShouldBe(++last);
            foreach (var child in parent.Children)
            {
                if (child.Id != ++count || child.ParentId != last || child.Label.Length != width)
                    Assert.Fail($"In parent {last}, in place of child {count} stands {child.Id}.");
            }
        }

        last.ShouldBe(parents);
        return count;
    }

    private sealed record Parent(
        int Id, [property: JsonPropertyName("referenced_by_child_parent_id_objects")] IReadOnlyList<Child> Children);

    private sealed record Child(int Id, [property: JsonPropertyName("parent_id")] int ParentId, string Label);
}
