using Relata.Scenarios.Stage;
using Relata.Support;

namespace Relata.Scenarios;

/// <summary>More callers want slow statements than there are connections to the database.</summary>
public sealed class PoolIsExhausted
{
    private const int Pool = 2;

    private static readonly string Configuration = $$"""
        { "connections": { "max": {{Pool}}, "waitMilliseconds": 1000 } }
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_waits_too_long_is_told_to_come_back_and_the_others_are_answered()
    {
        await using var served = await Served.StartAsync(Gate.View, Configuration, Stop);
        await using var gate = await Gate.CloseAsync(served.Database, Stop);

        var callers = Enumerable.Range(0, 10).Select(_ => Outcome.GetAsync(served.Client, "/gated", Stop)).ToList();
        await Poll.UntilAsync(() => callers.Count(caller => caller.IsCompleted) == 10 - Pool, stop: Stop);
        (await served.BackendsAsync(stop: Stop)).ShouldBe(Pool);
        await gate.OpenAsync(Stop);

        var answers = await Task.WhenAll(callers);
        answers.Count(answer => answer.IsUnavailable).ShouldBe(10 - Pool);
        answers.Count(answer => answer.Text == """[{"id":1,"passed":""}]""").ShouldBe(Pool);
        var later = await Task.WhenAll(callers.Select(_ => Outcome.GetAsync(served.Client, "/gated", Stop)));
        later.ShouldAllBe(answer => answer.IsGood);
        served.Relata.ShouldHaveNoFault();
    }
}
