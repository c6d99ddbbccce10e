using FsCheck;
using FsCheck.Fluent;
using Relata.Http.Calls;

namespace Relata.Http.Tests;

public sealed class KnownCallsTests
{
    private const int Samples = 40_000;

    private readonly Ways ways = new();

    [Fact]
    public void What_is_found_is_what_the_dialect_and_the_planner_make_of_the_call()
    {
        var (found, readable) = (0, 0);
        foreach (var twins in Targets.Any.Sample(Samples, new Rnd(20_261_127), 50))
        {
            // Calls of other samples are still there: what was kept for them must not stand in for this one either.
            for (var i = 0; i < 2; i++) ways.Learn(Ways.Get(twins.First, twins.Headers));
            var second = Ways.Get(twins.Second, twins.Headers);
            var full = ways.Fully(second);
            if (full is not null) readable++;
            if (ways.Shortly(second) is not { } read) continue;
            found++;
            full.ShouldNotBeNull($"{twins} is refused.");
            Ways.Describe(read).ShouldBe(Ways.Describe(full), $"{twins}");
            read.Prepared.ShouldBeSameAs(full.Prepared, $"{twins}");
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{found} of {readable} reads were found.");

        // Without this the test could hold because nothing is ever found.
        found.ShouldBeGreaterThan(readable / 5);
        found.ShouldBeLessThan(readable);
    }

    [Theory]
    [InlineData("/item/7", "/item/8")]
    [InlineData("/by_text/a-b", "/by_text/claim")]
    [InlineData("/by_uuid/00000000-0000-0000-0000-00000000000a", "/by_uuid/00000000-0000-0000-0000-00000000000B")]
    [InlineData("/item/7?fields=id", "/item/8?fields=id")]
    [InlineData("/item?owner_id=1&order_by=id&limit=50", "/item?owner_id=2&order_by=id&limit=50")]
    [InlineData("/item?int64__gte=1&int64__lt=9&text=a", "/item?int64__gte=2&int64__lt=5&text=b.c")]
    [InlineData("/item?timestamptz__gte=2024-01-01T00:00:00Z", "/item?timestamptz__gte=2025-01-01")]
    [InlineData("/item?owner__name=a&depth=2&envelope=drf&count=exact", "/item?owner__name=b&depth=2&envelope=drf&count=exact")]
    [InlineData("/item?id=1&id=2", "/item?id=3&id=4")]
    [InlineData("/item?date__year=2024", "/item?date__year=2025")]
    [InlineData("/ex/v1/item?owner_id=1&int64:gt=3", "/ex/v1/item?owner_id=2&int64:gt=4")]
    public void A_call_is_found_that_differs_in_values_only(string first, string second)
    {
        var asked = Ways.Get(second);
        ways.Shortly(asked).ShouldBeNull();
        ways.Learn(Ways.Get(first)).ShouldNotBeNull();
        Ways.Describe(ways.Shortly(asked).ShouldNotBeNull()).ShouldBe(Ways.Describe(ways.Fully(asked)!));
    }

    [Theory]
    [InlineData("/item/7", "/item/7.json")]
    [InlineData("/item/7", "/item/7,8")]
    [InlineData("/item/7", "/item/7/")]
    [InlineData("/item/7", "/item/abc")]
    [InlineData("/item/7", "/item/99999999999")]
    [InlineData("/item/7", "/owner/7")]
    [InlineData("/item/7", "/item/8?fields=id")]
    [InlineData("/by_two/1,2", "/by_two/1,2")]
    [InlineData("/item?text=a", "/item?text=a%62")]
    [InlineData("/item?text=a", "/item?text=a+b")]
    [InlineData("/item?text=a", "/item?text=")]
    [InlineData("/item?text=a", "/item?text")]
    [InlineData("/item?text=a", "/item?text=a&limit=5")]
    [InlineData("/item?text=a&limit=5", "/item?text=a&limit=6")]
    [InlineData("/item?id__in=1,2", "/item?id__in=1,2")]
    [InlineData("/item?text__like=a", "/item?text__like=b")]
    [InlineData("/item?range__contains=1", "/item?range__contains=empty")]
    [InlineData("/item?text__isnull=true", "/item?text__isnull=false")]
    [InlineData("/item?limit=5&offset=10", "/item?limit=5&offset=10")]
    public void Anything_else_is_not(string first, string second)
    {
        ways.Learn(Ways.Get(first)).ShouldNotBeNull();
        ways.Shortly(Ways.Get(second)).ShouldBeNull();
    }

    [Theory]
    [InlineData("/item", "/item?&")]
    [InlineData("/item?limit=5", "/item?limit=6")]
    [InlineData("/item?limit=5&offset=10", "/item?limit=5&offset=20")]
    [InlineData("/item?id__in=1,2", "/item?id__in=1,3")]
    [InlineData("/item?text__like=a", "/item?text__like=b")]
    [InlineData("/item?text=a%20b&int64=1", "/item?text=a%20b&int64=2")]
    [InlineData("/item?search=a&owner_id=1", "/item?search=a&owner_id=2")]
    [InlineData("/by_two/1,2", "/by_two/1,3")]
    [InlineData("/ex/item?text:like=a", "/ex/item?text:like=b")]
    public void The_same_call_is_found_once_it_was_asked_twice_and_no_other(string target, string other)
    {
        var asked = Ways.Get(target);
        ways.Learn(asked);
        ways.Shortly(asked).ShouldBeNull();
        ways.Learn(asked);
        Ways.Describe(ways.Shortly(asked).ShouldNotBeNull()).ShouldBe(Ways.Describe(ways.Fully(asked)!));
        ways.Shortly(Ways.Get(other)).ShouldBeNull();
    }

    [Fact]
    public void What_the_headers_say_takes_part()
    {
        ways.Learn(Ways.Get("/item?owner_id=1"));
        ways.Shortly(Ways.Get("/item?owner_id=2", "Prefer: count=exact")).ShouldBeNull();
        ways.Learn(Ways.Get("/item?owner_id=1", "Prefer: count=exact"));
        ways.Shortly(Ways.Get("/item?owner_id=2", "Prefer: count=exact"))!.Plan.Count.ShouldBe(Model.Requests.CountMode.Exact);
        ways.Shortly(Ways.Get("/item?owner_id=2"))!.Plan.Count.ShouldBe(Model.Requests.CountMode.None);

        ways.Learn(Ways.Get("/ex/item?owner_id=1", "X-Limit: 5"));
        ways.Shortly(Ways.Get("/ex/item?owner_id=2", "X-Limit: 5"))!.Plan.Limit.ShouldBe(5);
        ways.Shortly(Ways.Get("/ex/item?owner_id=2", "X-Limit: 6")).ShouldBeNull();
        ways.Shortly(Ways.Get("/ex/item?owner_id=2")).ShouldBeNull();
        ways.Shortly(Ways.Get("/ex/item?owner_id=2", "X-Limit: 5", "X-Ofset: 5")).ShouldBeNull();
    }

    [Fact]
    public void Only_a_GET_without_a_body_is_found()
    {
        ways.Learn(Ways.Get("/ex/item?owner_id=1"));
        var (dialect, call) = Ways.Get("/ex/item?owner_id=1");
        ways.Shortly(new Asked(dialect, call)).ShouldNotBeNull();
        ways.Shortly(new Asked(dialect, call with { Method = "QUERY" })).ShouldBeNull();
        ways.Shortly(new Asked(dialect, call with { Body = System.Text.Json.JsonElement.Parse("{}") })).ShouldBeNull();
        ways.Shortly(new Asked(dialect, call with { Mount = "/other" })).ShouldBeNull();
    }

    [Fact]
    public void Another_snapshot_knows_no_calls_and_an_older_one_keeps_none()
    {
        var (older, newer) = (Everything.Snapshot(1), Everything.Snapshot(2));
        ways.Learn(Ways.Get("/item/1"), older);
        ways.Shortly(Ways.Get("/item/2"), newer).ShouldBeNull();
        ways.Learn(Ways.Get("/item/1"), newer);
        ways.Learn(Ways.Get("/item/1"), older);
        ways.Shortly(Ways.Get("/item/2"), older).ShouldBeNull();
        ways.Shortly(Ways.Get("/item/2"), newer)!.Plan.Table.ShouldBeSameAs(newer.FindTable("item"));
    }

    [Fact]
    public void Calls_never_outnumber_twice_the_capacity_and_those_in_use_stay()
    {
        const int Capacity = 8;
        var known = new KnownCalls(Capacity);
        var (dialect, used) = Ways.Get("/item/1");
        known.Keep(dialect, used, Everything.Schema, ways.Fully(new Asked(dialect, used))!);
        for (var limit = 1; limit <= 10 * Capacity; limit++)
        {
            foreach (var call in new[] { Ways.Get($"/item?limit={limit}").Call, Ways.Get($"/item?owner_id=1&int64__ne=2&limit={limit}").Call })
                known.Keep(dialect, call, Everything.Schema, ways.Fully(new Asked(dialect, call))!);
            known.Count.ShouldBeLessThanOrEqualTo(2 * Capacity);
            known.Find(dialect, used, Everything.Schema).ShouldNotBeNull();
        }

        known.Find(dialect, Ways.Get("/item?limit=1").Call, Everything.Schema).ShouldBeNull();
    }

    [Fact]
    public void The_bound_and_the_answers_hold_for_many_callers_at_once()
    {
        const int Capacity = 16;
        var known = new KnownCalls(Capacity);
        var counts = new int[4_000];
        Parallel.For(0, counts.Length, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            var asked = Ways.Get($"/item?owner_id={i}&limit={i * 7 % 60}");
            var read = known.Find(asked.Dialect, asked.Call, Everything.Schema);
            if (read is null)
            {
                read = new Ways().Fully(asked)!;
                known.Keep(asked.Dialect, asked.Call, Everything.Schema, read);
            }

            (read.Plan.Values[0], read.Plan.Limit).ShouldBe(((long)i, (i * 7 % 60) + (i * 7 % 60 == 0 ? 0 : 1)));
            counts[i] = known.Count;
        });
        counts.Max().ShouldBeLessThanOrEqualTo(2 * Capacity);
    }
}
