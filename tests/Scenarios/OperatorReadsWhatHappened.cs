using System.Net;
using System.Text.Json;
using Relata.Scenarios.Stage;
using Relata.Support;

namespace Relata.Scenarios;

/// <summary>What the settings let operators and callers see.</summary>
public sealed class OperatorReadsWhatHappened
{
    private const string Schema = """
        CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT);
        INSERT INTO note VALUES (1, 'one'), (2, 'two');
        CREATE TABLE secret (id INTEGER PRIMARY KEY);
        CREATE VIEW broken AS SELECT abs(-9223372036854775807 - 1) AS part;
        """;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_request_is_one_entry_of_the_log_without_its_query()
    {
        using var file = await SqliteFile.CreateAsync(Schema, Stop);
        await using var relata = await RelataProcess.StartAsync(file.Url, "{}", stop: Stop);
        var list = await relata.Client.GetStringAsync("/note?text__ne=hidden-value", Stop);
        using var missing = await relata.Client.GetAsync("/note/9", Stop);
        var problem = await missing.Content.ReadAsStringAsync(Stop);

        await Poll.UntilAsync(() => Entries(relata).Count >= 2, stop: Stop);
        Entries(relata).Select(Summary).ShouldBe(
        [
            $"GET /note 200 2 rows {list.Length} bytes rest -",
            $"GET /note/9 404 0 rows {problem.Length} bytes rest row-not-found",
        ]);
        relata.Output.ShouldNotContain("hidden-value");
    }

    [Fact]
    public async Task Callers_read_the_drivers_words_only_where_the_operator_says_so()
    {
        using var file = await SqliteFile.CreateAsync(Schema, Stop);
        await using (var discreet = await RelataProcess.StartAsync(file.Url, "{}", stop: Stop))
            (await ProblemAsync(discreet)).TryGetProperty("databaseMessage", out _).ShouldBeFalse();

        await using var frank = await RelataProcess.StartAsync(file.Url, """{ "detailedErrors": true }""", stop: Stop);
        (await ProblemAsync(frank)).GetProperty("databaseMessage").GetString()
            .ShouldNotBeNull().ShouldContain("integer overflow");
    }

    [Fact]
    public async Task Excluded_tables_are_not_there_and_a_slip_in_the_list_is_told()
    {
        const string Configuration = """{ "tables": { "exclude": ["secret", "sercet"] } }""";
        using var file = await SqliteFile.CreateAsync(Schema, Stop);
        await using var relata = await RelataProcess.StartAsync(file.Url, Configuration, stop: Stop);
        (await relata.Client.GetAsync("/secret", Stop)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await relata.Client.GetStringAsync("/__schema", Stop)).ShouldNotContain("secret");
        await Poll.UntilAsync(() => Task.FromResult(relata.Output.Contains(
            "warning: the settings list tables that do not exist: sercet", StringComparison.Ordinal)), stop: Stop);
    }

    private static List<JsonElement> Entries(RelataProcess relata) =>
    [
        .. relata.Logged("Information")
            .Select(entry => JsonSerializer.Deserialize<JsonElement>(entry).GetProperty("State"))
            .Where(state => state.GetProperty("Path").GetString()!.StartsWith("/note", StringComparison.Ordinal)),
    ];

    private static string Summary(JsonElement state) =>
        $"{state.GetProperty("Method")} {state.GetProperty("Path")} {state.GetProperty("Status")} "
        + $"{state.GetProperty("Rows")} rows {state.GetProperty("Bytes")} bytes {state.GetProperty("Handler")} "
        + (state.GetProperty("Failure").GetString() ?? "-");

    private static async Task<JsonElement> ProblemAsync(RelataProcess relata)
    {
        using var answer = await relata.Client.GetAsync("/broken", Stop);
        ((int)answer.StatusCode).ShouldBeGreaterThanOrEqualTo(400);
        return JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(Stop));
    }
}
