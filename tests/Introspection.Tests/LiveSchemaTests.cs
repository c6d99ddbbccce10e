using Relata.Model.Failures;

namespace Relata.Introspection.Tests;

public sealed class LiveSchemaTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Replaces_the_snapshot_by_one_of_a_higher_version()
    {
        var live = new LiveSchema(new DraftReader(), [], TableFilter.All);
        var first = await live.LoadAsync(Stop);

        var second = await live.ReloadAsync(Stop);

        second.Version.ShouldBeGreaterThan(first.Version);
        live.Snapshot.ShouldBeSameAs(second);
    }

    [Fact]
    public async Task Loads_once()
    {
        var live = new LiveSchema(new DraftReader(), [], TableFilter.All);

        (await live.LoadAsync(Stop)).ShouldBeSameAs(await live.LoadAsync(Stop));
    }

    [Fact]
    public async Task Keeps_the_reload_that_started_last()
    {
        var reader = new DraftReader();
        var live = new LiveSchema(reader, [], TableFilter.All);
        reader.Gate = new TaskCompletionSource();
        var early = live.ReloadAsync(Stop).AsTask();
        var gate = reader.Gate;
        reader.Gate = null;
        var late = await live.ReloadAsync(Stop);

        gate.SetResult();

        (await early).ShouldBeSameAs(late);
        live.Snapshot.ShouldBeSameAs(late);
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

        public async ValueTask<Catalog> ReadAsync(IReadOnlyList<string> schemas, CancellationToken stop)
        {
            if (Gate is { } gate) await gate.Task;
            return new CatalogDraft().Table("site", "id").ToCatalog();
        }
    }
}
