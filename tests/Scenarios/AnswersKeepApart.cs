using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Relata.Scenarios.Stage;
using Relata.Support;

namespace Relata.Scenarios;

/// <summary>
/// Very many requests at once over few connections, while the link to the database takes everything apart and breaks
/// again and again, or while statements fail: nobody ever gets what belongs to another one.
/// </summary>
/// <remarks>
/// <c>RELATA_LINK_SEED</c> and <c>RELATA_LINK_REQUESTS</c> choose other faults, or another number of requests.
/// </remarks>
public sealed class AnswersKeepApart
{
    private const int Callers = 48;
    private const int AtOnce = 16;
    private const int BytesToBreak = 100_000;

    private const string Configuration = """
        { "connections": { "max": 16, "waitMilliseconds": 5000 }, "logLevel": "error" }
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task While_the_link_is_faulty()
    {
        var seed = (int)Chosen("RELATA_LINK_SEED", 20_261_127);
        var count = (int)Chosen("RELATA_LINK_REQUESTS", 1_000_000);
        var database = await CreateAsync(count, risk: 1009);
        await using var link = FaultyProxy.Before(database.Url);
        await using var served = await Served.StartAsync(database, link.Through, Configuration, Stop);
        var clock = Stopwatch.StartNew();
        link.Shake(seed, BytesToBreak);

        var (wrong, putOff) = await AskAsync(served, count, risk: 1009);

        var reads = await ReadCounts.OfAsync(served.Relata, Stop);
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"RELATA_LINK_SEED={seed}: {count} requests in {clock.Elapsed.TotalSeconds:0.0} s, "
            + $"{link.Broken} connections broken, {putOff} answers put off, {reads}"));
        wrong.ShouldBeEmpty($"RELATA_LINK_SEED={seed}");
        link.Broken.ShouldBeGreaterThan(0);
        reads.Pipe.ShouldBeGreaterThan(reads.All / 2, "only there answers could be mixed up");
        served.Relata.ShouldHaveNoFault();
        link.Pass();
        await Poll.UntilAsync(
            async () => (await Outcome.GetAsync(served.Client, "/item/1", Stop)).IsGood, stop: Stop);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(50)]
    public async Task While_the_statements_of_neighbours_fail(int risk)
    {
        const int count = 20_000;
        await using var served = await Served.StartAsync(
            await CreateAsync(count, risk), url => url, Configuration, Stop);

        var (wrong, putOff) = await AskAsync(served, count, risk);

        wrong.ShouldBeEmpty();
        putOff.ShouldBe(0);
        TestContext.Current.TestOutputHelper?.WriteLine($"{await ReadCounts.OfAsync(served.Relata, Stop)}");
        served.Relata.ShouldHaveNoFault();
    }

    private static Task<PostgresDatabase> CreateAsync(int count, int risk) => TestPostgres.CreateDatabaseAsync(
        $"""
        CREATE TABLE item AS
            SELECT n AS id, repeat(chr(97 + n % 26), n % 61) || n AS name FROM generate_series(1, {count}) AS n;
        ALTER TABLE item ADD PRIMARY KEY (id);
        CREATE VIEW risky AS SELECT id, 1 / (id % {risk}) AS part FROM item;
        ANALYZE item;
        """, Stop);

    /// <summary>Asks for each row once, and goes on until each has been answered.</summary>
    private static async Task<(IReadOnlyCollection<string> Wrong, long PutOff)> AskAsync(
        Served served, int count, int risk)
    {
        var (wrong, putOff, next) = (new ConcurrentQueue<string>(), 0L, 0);
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
        {
            using var caller = new PipelinedCaller(served.Client.BaseAddress!, Stop);
            while (Interlocked.Add(ref next, AtOnce) is var last && last - AtOnce < count && wrong.IsEmpty)
            {
                var first = last - AtOnce + 1;
                var ids = Enumerable.Range(first, Math.Min(AtOnce, count - first + 1));
                if (await caller.AskAsync([.. ids.Select(id => Ask(id, risk))]) is { } found) wrong.Enqueue(found);
            }

            Interlocked.Add(ref putOff, caller.PutOff);
        })));
        return (wrong, putOff);
    }

    /// <summary>
    /// Shapes of all kinds take turns, so that neighbours on a connection are not alike; rows of a multiple of the risk
    /// cannot be computed.
    /// </summary>
    private static Question Ask(int id, int risk)
    {
        var name = new string((char)('a' + (id % 26)), id % 61) + id.ToString(CultureInfo.InvariantCulture);
        return (id % risk == 0, id % 5) switch
        {
            (true, _) => new($"/risky?id={id}", 422, null),
            (_, 0) => new($"/item?id={id}", 200, $$"""[{"id":{{id}},"name":"{{name}}"}]"""),
            (_, 1) => new($"/item/{id}?fields=name", 200, $$"""{"name":"{{name}}"}"""),
            (_, 2) => new($"/item?name={name}&id__gte={id}&id__lt={id + 1}", 200, $$"""[{"id":{{id}},"name":"{{name}}"}]"""),
            _ => new($"/item/{id}", 200, $$"""{"id":{{id}},"name":"{{name}}"}"""),
        };
    }

    private static long Chosen(string variable, long usual) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text
            ? long.Parse(text, CultureInfo.InvariantCulture)
            : usual;
}
