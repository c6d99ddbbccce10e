using Relata.Model.Failures;
using Relata.Model.Schema;
using Relata.Support;

namespace Relata.Introspection.Tests;

public sealed class LiveSchemaTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Replaces_the_snapshot_by_one_of_a_higher_version()
    {
        var reader = new DraftReader();
        DatabaseSchema? replaced = null;
        LiveSchema? live = null;
        live = new LiveSchema(reader, [], TableFilter.All) { Replacing = () => replaced = live!.Snapshot };
        var first = await live.LoadAsync(Stop);
        replaced.ShouldBeNull();

        reader.Tables.Add("camera");
        var second = await live.ReloadAsync(Stop);

        second.Version.ShouldBeGreaterThan(first.Version);
        live.Snapshot.ShouldBeSameAs(second);
        replaced.ShouldBeSameAs(first);
    }

    [Fact]
    public async Task Keeps_the_snapshot_when_nothing_has_changed()
    {
        var live = new LiveSchema(new DraftReader(), [], TableFilter.All);
        var first = await live.LoadAsync(Stop);

        (await live.ReloadAsync(Stop)).ShouldBeSameAs(first);
    }

    [Fact]
    public async Task Reads_for_a_stale_snapshot_only()
    {
        var reader = new DraftReader();
        var live = new LiveSchema(reader, [], TableFilter.All);
        var first = await live.LoadAsync(Stop);
        reader.Tables.Add("camera");

        var second = await live.ReloadAsync(first, Stop);
        (await live.ReloadAsync(first, Stop)).ShouldBeSameAs(second);

        second.ShouldNotBeSameAs(first);
        reader.Readings.ShouldBe(2);
    }

    [Fact]
    public async Task Loads_once()
    {
        var live = new LiveSchema(new DraftReader(), [], TableFilter.All);

        (await live.LoadAsync(Stop)).ShouldBeSameAs(await live.LoadAsync(Stop));
    }

    [Fact]
    public async Task All_who_ask_during_a_reading_share_the_one_after_it()
    {
        var reader = new DraftReader();
        var live = new LiveSchema(reader, [], TableFilter.All);
        var gate = reader.Gate = new TaskCompletionSource();
        var early = live.ReloadAsync(Stop).AsTask();
        await Poll.UntilAsync(() => reader.Readings == 1, stop: Stop);
        reader.Gate = null;
        var late = Enumerable.Range(0, 5).Select(_ => live.ReloadAsync(Stop).AsTask()).ToList();
        reader.Tables.Add("camera");
        late.ShouldAllBe(reload => !reload.IsCompleted);

        gate.SetResult();

        await early;
        foreach (var reload in late) (await reload).Tables.Count.ShouldBe(2);
        reader.Readings.ShouldBe(2);
    }

    [Fact]
    public async Task Keeps_the_snapshot_when_a_reload_fails()
    {
        var reader = new DraftReader();
        var live = new LiveSchema(reader, [], TableFilter.All);
        var first = await live.LoadAsync(Stop);
        reader.Gate = new TaskCompletionSource();
        reader.Gate.SetException(new Failure(FailureCode.DatabaseUnavailable, "Gone.").AsException());

        await Should.ThrowAsync<FailureException>(async () => await live.ReloadAsync(Stop));

        live.Snapshot.ShouldBeSameAs(first);
    }

    [Fact]
    public void Has_no_snapshot_before_it_was_read()
    {
        var live = new LiveSchema(new DraftReader(), [], TableFilter.All);

        Should.Throw<FailureException>(() => live.Snapshot).Failure.Code.ShouldBe(FailureCode.DatabaseUnavailable);
    }

    private sealed class DraftReader : ICatalogReader
    {
        public TaskCompletionSource? Gate { get; set; }

        public List<string> Tables { get; } = ["site"];

        public int Readings { get; private set; }

        public async ValueTask<Catalog> ReadAsync(IReadOnlyList<string> schemas, CancellationToken stop)
        {
            Readings++;
            if (Gate is { } gate) await gate.Task;
            var draft = new CatalogDraft();
            foreach (var table in Tables) draft.Table(table, "id");
            return draft.ToCatalog();
        }
    }
}
