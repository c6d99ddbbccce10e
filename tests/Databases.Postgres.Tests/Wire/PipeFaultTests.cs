using Relata.Databases.Postgres.Tests.Sessions;
using Relata.Model.Failures;

namespace Relata.Databases.Postgres.Tests.Wire;

/// <summary>Faults of this side on connections that are shared.</summary>
public sealed class PipeFaultTests(SessionFixture fixture) : IClassFixture<SessionFixture>, IAsyncLifetime
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => fixture.StartAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_value_that_cannot_be_sent_is_the_fault_of_its_call_alone()
    {
        await using var sessions = fixture.Open();
        var echo = await sessions.PrepareShortAsync(
            Scripts.Of("SELECT $1::bigint", [Scripts.Number], Scripts.Number));
        var callers = Enumerable.Range(0, 20).Select(caller => Task.Run(async () =>
        {
            for (long round = 0; round < 20; round++)
            {
                if (caller % 10 == 0)
                    (await Failing.CodeAsync(() => sessions.TakeAsync(echo, new UriBuilder()))).ShouldBe(FailureCode.Internal);
                else
                    (await sessions.TakeAsync(echo, round)).ShouldBe([$"{round}"]);
            }
        }, Stop));
        await Task.WhenAll(callers);
    }
}
