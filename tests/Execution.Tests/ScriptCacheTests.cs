using Relata.Sql;

namespace Relata.Execution.Tests;

public sealed class ScriptCacheTests : IAsyncDisposable
{
    private const int Capacity = 8;

    private readonly FakeSessions sessions = new();
    private readonly ScriptCache cache;

    public ScriptCacheTests() => cache = new ScriptCache(new SqlCompiler([]), sessions, Capacity);

    public ValueTask DisposeAsync() => sessions.DisposeAsync();

    [Fact]
    public void A_shape_is_compiled_once_whatever_its_values()
    {
        var first = cache.For(Plans.Shape(2, value: 1), schemaVersion: 1);
        cache.For(Plans.Shape(2, value: 7), schemaVersion: 1).ShouldBeSameAs(first);
        sessions.Prepared.ShouldHaveSingleItem();
    }

    [Fact]
    public void Another_shape_has_another_script() =>
        cache.For(Plans.Shape(2), 1).Script.ShouldNotBe(cache.For(Plans.Shape(3), 1).Script);

    [Fact]
    public void Another_snapshot_has_other_scripts() => cache.For(Plans.Shape(2), 1).ShouldNotBeSameAs(cache.For(Plans.Shape(2), 2));

    [Fact]
    public void Scripts_never_outnumber_twice_the_capacity()
    {
        for (var shape = 1; shape <= 10 * Capacity; shape++)
        {
            cache.For(Plans.Shape(shape), 1);
            cache.Count.ShouldBeLessThanOrEqualTo(2 * Capacity);
        }

        sessions.Prepared.Count.ShouldBe(10 * Capacity);
    }

    [Fact]
    public void A_script_that_is_used_stays()
    {
        var used = cache.For(Plans.Shape(1), 1);
        for (var shape = 2; shape <= 10 * Capacity; shape++)
        {
            cache.For(Plans.Shape(shape), 1);
            if (shape % (Capacity / 2) == 0) cache.For(Plans.Shape(1), 1).ShouldBeSameAs(used);
        }
    }

    [Fact]
    public void A_script_that_nobody_uses_is_forgotten()
    {
        var unused = cache.For(Plans.Shape(1), 1);
        for (var shape = 2; shape <= 4 * Capacity; shape++) cache.For(Plans.Shape(shape), 1);
        cache.For(Plans.Shape(1), 1).ShouldNotBeSameAs(unused);
    }

    [Fact]
    public void The_bound_holds_for_many_callers_at_once()
    {
        var plans = Enumerable.Range(1, 60).Select(shape => Plans.Shape(shape)).ToArray();
        var counts = new int[5_000];
        Parallel.For(0, counts.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            cache.For(plans[i * 7 % plans.Length], 1).Script.Statements[0].Parameters.Count.ShouldBe(i * 7 % plans.Length + 1);
            counts[i] = cache.Count;
        });
        counts.Max().ShouldBeLessThanOrEqualTo(2 * Capacity);
    }
}
