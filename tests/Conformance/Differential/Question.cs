namespace Relata.Conformance.Differential;

/// <summary>A request, and who knows what it must be answered with.</summary>
/// <param name="Target">Path and query.</param>
/// <param name="Sql">The statement that finds the same rows.</param>
/// <param name="FindAsync">What differs from the right answer; null when nothing does.</param>
internal sealed record Question(
    string Target, string Sql, Func<ReadingCheck, Answer, CancellationToken, Task<string?>> FindAsync);

/// <summary>Makes up questions.</summary>
/// <param name="data">The rows of the town.</param>
/// <param name="random">What comes next.</param>
/// <param name="get">Asks the server, for the pages of a walk.</param>
internal sealed class RandomQuestions(TownData data, Random random, Func<string, Task<Answer>> get)
{
    private readonly RandomReadings readings = new(data, random);
    private readonly ReadingUrl url = new(random);

    /// <summary>The next question.</summary>
    public Question Next()
    {
        var isCounted = random.Next(4) == 0;
        return random.Next(6) == 0
            ? Ask(new RandomSummings(readings, random).Next(), isCounted)
            : Ask(readings.Next(), isCounted);
    }

    private Question Ask(Summing summing, bool isCounted) => new(
        url.Of(summing, isCounted),
        new ReadingSql().Rows(summing),
        (check, answer, stop) => check.FindAsync(summing, answer, isCounted, stop));

    private Question Ask(Reading reading, bool isCounted) => new(
        url.Of(reading, isCounted),
        new ReadingSql().Rows(reading),
        async (check, answer, stop) => await check.FindAsync(reading, answer, isCounted, stop)
            ?? (reading.Paging == Paging.Walk ? await check.FindAsync(reading, answer, get, stop) : null));
}
