using System.Text.Json;
using System.Text.Json.Nodes;

namespace Relata.Conformance;

/// <summary>
/// Walks by cursors while others insert and delete: whatever was there throughout is met exactly once, and nothing is
/// met twice, in orders of many ties and NULLs.
/// </summary>
public abstract class CursorChurnSpec(ConformanceServer server) : Specification(server)
{
    private const int First = 100_000;
    private const int Apart = 50;
    private const int Lasting = 100;
    private const int PassingAtOnce = 60;
    private const int Churners = 2;

    private readonly Lock door = new();
    private readonly Random random = new(20_240_719);
    private readonly List<int> passing = [];
    private Queue<int> unused = new();

    /// <inheritdoc/>
    protected override bool IsStill => false;

    [Theory]
    [InlineData("", 7)]
    [InlineData("number", 5)]
    [InlineData("-number", 2)]
    [InlineData("words,-number", 6)]
    [InlineData("-words,-id", 9)]
    public async Task Meets_every_row_that_stays_exactly_once_in_either_direction(string order, int size)
    {
        await Fill();
        var done = false;
        var churners = Enumerable.Range(0, Churners).Select(_ => Task.Run(async () =>
        {
            while (!Volatile.Read(ref done)) await Churn();
        })).ToList();
        try
        {
            var ordering = order.Length > 0 ? $"&ordering={order}" : "";
            var range = $"id__range={First},{First + (Lasting * Apart)}";
            var start = $"/hostile?{range}&fields=id&limit={size}{ordering}&cursor=";
            var (forward, last) = await Walk(start, page => page.Next());
            ShouldHaveMet(forward);
            var (backward, first) = await Walk(last.Previous()!, page => page.Previous());
            ShouldHaveMet([.. Ids(last), .. backward]);
            (await Get(first.Next()!)).Status.ShouldBe(200);
        }
        finally
        {
            Volatile.Write(ref done, true);
            await Task.WhenAll(churners);
        }
    }

    private async Task Fill()
    {
        await Delete($"/hostile?id__gte={First}");
        lock (door)
        {
            passing.Clear();
            var ids = Enumerable.Range(First, Lasting * Apart).Where(id => id % Apart != 0).ToArray();
            random.Shuffle(ids);
            unused = new Queue<int>(ids);
        }

        var rows = new JsonArray([.. Enumerable.Range(0, Lasting).Select(i => Row(First + (i * Apart)))]);
        (await Post("/hostile?fields=id", rows.ToJsonString())).Status.ShouldBe(201);
    }

    /// <summary>All rows from page to page; one more row comes or goes before each.</summary>
    private async Task<(List<int> Ids, Answer Last)> Walk(string target, Func<Answer, string?> following)
    {
        List<int> met = [];
        for (string? next = target; ;)
        {
            await Churn();
            var page = await Get(next);
            page.Status.ShouldBe(200, $"{next}: {page.Body}");
            met.AddRange(Ids(page));
            next = following(page);
            if (next is null) return (met, page);
        }
    }

    /// <summary>Inserts a row that was never there, or deletes one of those that pass.</summary>
    private async Task Churn()
    {
        int? gone = null;
        string row;
        lock (door)
        {
            if (passing.Count > random.Next(PassingAtOnce) || unused.Count == 0)
            {
                var i = random.Next(passing.Count);
                gone = passing[i];
                passing.RemoveAt(i);
            }

            row = gone is null ? Row(unused.Dequeue()).ToJsonString() : "";
        }

        if (gone is { } id)
        {
            (await Delete($"/hostile/{id}")).Status.ShouldBe(204);
            return;
        }

        var answer = await Post("/hostile?fields=id", row);
        answer.Status.ShouldBe(201, answer.Body);
        var come = JsonElement.Parse(answer.Body).GetProperty("id").GetInt32();
        lock (door) passing.Add(come);
    }

    private JsonObject Row(int id) => new()
    {
        ["id"] = id,
        ["number"] = random.Next(5) == 0 ? null : random.Next(6),
        ["words"] = random.Next(5) == 0 ? null : $"w{random.Next(4)}",
    };

    private static void ShouldHaveMet(List<int> ids)
    {
        ids.GroupBy(id => id).Where(same => same.Count() > 1).Select(same => same.Key).ShouldBeEmpty("met twice");
        Enumerable.Range(0, Lasting).Select(i => First + (i * Apart)).Except(ids).ShouldBeEmpty("never met");
    }

    private static IEnumerable<int> Ids(Answer page) =>
        JsonElement.Parse(page.Body).EnumerateArray().Select(row => row.GetProperty("id").GetInt32());
}
