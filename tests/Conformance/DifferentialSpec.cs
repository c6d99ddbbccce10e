using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Relata.Conformance.Differential;

namespace Relata.Conformance;

/// <summary>
/// Thousands of generated reads of a town of twelve tables: each answer is what SQL finds that is composed by hand, by
/// code that knows nothing of the server's.
/// </summary>
/// <remarks>
/// <c>RELATA_DIFFERENTIAL_SEED</c> and <c>RELATA_DIFFERENTIAL_REQUESTS</c> choose other rows and reads than usual, or
/// more of them.
/// </remarks>
public abstract class DifferentialSpec(ConformanceServer server) : Specification(server)
{
    private const int Connections = 4;
    private const int ShownDifferences = 5;

    private static readonly int Seed = Chosen("RELATA_DIFFERENTIAL_SEED", 20_240_719);
    private static readonly int Count = Chosen("RELATA_DIFFERENTIAL_REQUESTS", 2_000);

    private readonly ConcurrentQueue<string> differences = new();
    private int filled;

    /// <summary>The statements that make the town and its rows.</summary>
    public static string Script => Town.Statements + new TownData(Seed).Statements();

    [Fact]
    public async Task Every_read_is_answered_as_hand_composed_SQL_finds_it()
    {
        var random = new Random(Seed);
        var questions = new RandomQuestions(new TownData(Seed), random, target => Get(target));
        var requests = Enumerable.Range(0, Count).Select(_ => questions.Next()).ToArray();

        await Server.ProcessAsync(Stop);

        var clock = Stopwatch.StartNew();
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(async () =>
        {
            await using var connection = Server.Connect();
            await connection.OpenAsync(Stop);
            var check = new ReadingCheck(connection);
            for (var i = Interlocked.Increment(ref next); i < Count; i = Interlocked.Increment(ref next))
            {
                var (target, sql, findAsync) = requests[i];
                var answer = await Get(target);
                if (answer.Body.Length > 2) Interlocked.Increment(ref filled);
                if (await findAsync(check, answer, Stop) is { } problem)
                    differences.Enqueue($"Read {i} {problem}\nGET {target}\n{sql}");
            }
        })));
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"RELATA_DIFFERENTIAL_SEED={Seed}: {Count} reads in {clock.Elapsed.TotalSeconds:0.0} s, {filled} find rows"));

        differences.Take(ShownDifferences)
            .ShouldBeEmpty($"RELATA_DIFFERENTIAL_SEED={Seed} shows {differences.Count} differences again.");
        filled.ShouldBeGreaterThan(Count / 3, "Reads that find nothing show little.");
    }

    private static int Chosen(string variable, int otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text
            ? int.Parse(text, CultureInfo.InvariantCulture)
            : otherwise;
}
