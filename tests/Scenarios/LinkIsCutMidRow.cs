using Relata.Scenarios.Stage;
using Relata.Support;

namespace Relata.Scenarios;

/// <summary>The connection to PostgreSQL ends behind each byte of an answer, one after the other.</summary>
public sealed class LinkIsCutMidRow
{
    private const string Schema =
        "CREATE TABLE item AS SELECT n AS id, 'item ' || n AS name FROM generate_series(1, 1000) AS n;"
        + "ALTER TABLE item ADD PRIMARY KEY (id);";

    private const string Configuration = """
        { "connections": { "max": 16, "waitMilliseconds": 5000 }, "logLevel": "error" }
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_read_is_made_again_or_refused_and_never_wrong()
    {
        var database = await TestPostgres.CreateDatabaseAsync(Schema, Stop);
        await using var link = FaultyProxy.Before(database.Url);
        await using var served = await Served.StartAsync(database, link.Through, Configuration, Stop);
        for (var bytes = 0; bytes < 80; bytes++)
        {
            var broken = link.Broken;
            link.CutAfter(bytes);
            var answers = await Task.WhenAll(
                Enumerable.Range(1 + bytes, 3).Select(id => Outcome.GetAsync(served.Client, $"/item/{id}", Stop)));
            foreach (var (index, answer) in answers.Index())
            {
                var id = 1 + bytes + index;
                if (answer.IsGood) answer.Text.ShouldBe($$"""{"id":{{id}},"name":"item {{id}}"}""");
                else answer.IsUnavailable.ShouldBeTrue($"behind {bytes} bytes: {answer}");
            }

            await Poll.UntilAsync(
                async () => (await Outcome.GetAsync(served.Client, "/item/1", Stop)).IsGood && link.Broken > broken,
                stop: Stop);
        }

        served.Relata.ShouldHaveNoFault();
    }

    [Fact]
    public async Task A_list_is_made_again_refused_or_cut_off_and_never_wrong()
    {
        var database = await TestPostgres.CreateDatabaseAsync(Schema, Stop);
        await using var link = FaultyProxy.Before(database.Url);
        await using var served = await Served.StartAsync(database, link.Through, Configuration, Stop);
        var whole = (await Outcome.GetAsync(served.Client, "/item?limit=1000", Stop)).Text;
        for (var bytes = 0; bytes < 30_000; bytes += 499)
        {
            link.CutAfter(bytes);
            var answer = await Outcome.GetAsync(served.Client, "/item?limit=1000", Stop);
            if (answer.IsGood) answer.Text.ShouldBe(whole);
            else (answer.IsUnavailable || answer.IsCutOff).ShouldBeTrue($"behind {bytes} bytes: {answer}");
        }

        link.Pass();
        await Poll.UntilAsync(
            async () => (await Outcome.GetAsync(served.Client, "/item?limit=1000", Stop)).Text == whole, stop: Stop);
        served.Relata.ShouldHaveNoFault();
    }
}
