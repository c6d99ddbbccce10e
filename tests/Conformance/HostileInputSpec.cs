using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Relata.Conformance.Hostile;
using Relata.Support;

namespace Relata.Conformance;

/// <summary>
/// Thousands of generated requests that a caller with bad intentions could send: each is refused, or answered as it
/// should be; none changes what it may not change, and none is a fault of the server.
/// </summary>
/// <remarks>
/// <c>RELATA_HOSTILE_SEED</c> and <c>RELATA_HOSTILE_REQUESTS</c> choose other requests than usual, or more of them.
/// </remarks>
public abstract class HostileInputSpec(ConformanceServer server) : Specification(server)
{
    private const int Connections = 8;
    private const int Rows = 60;
    private const int ShownViolations = 10;

    private readonly ConcurrentQueue<string> violations = new();
    private readonly ConcurrentDictionary<int, int> statuses = new();

    [Fact]
    public async Task Every_hostile_request_is_refused_or_answered_as_it_should_be()
    {
        var (seed, count) = (Chosen("RELATA_HOSTILE_SEED", 20_240_719), Chosen("RELATA_HOSTILE_REQUESTS", 10_000));
        var rows = await FillAsync(seed);
        var requests = new HostileRequests(rows).Any.Sample((int)count, new Rnd((ulong)seed), 50).ToArray();
        var process = await Server.ProcessAsync(Stop);
        var tables = await TablesAsync();
        var before = await DatabaseContent.ReadAsync(Server.Connect(), tables, Stop);

        var clock = Stopwatch.StartNew();
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(async () =>
        {
            using var connection = new RawConnection(process.Client.BaseAddress!);
            for (var i = Interlocked.Increment(ref next); i < requests.Length; i = Interlocked.Increment(ref next))
                await TryAsync(connection, requests[i], i);
        })));
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"RELATA_HOSTILE_SEED={seed}: {count} requests in {clock.Elapsed.TotalSeconds:0.0} s, {violations.Count} violations"));
        TestContext.Current.TestOutputHelper?.WriteLine(string.Join(", ", statuses
            .OrderBy(status => status.Key)
            .Select(status => string.Create(CultureInfo.InvariantCulture, $"{status.Value} x {status.Key}"))));

        violations.Take(ShownViolations)
            .ShouldBeEmpty($"RELATA_HOSTILE_SEED={seed} shows {violations.Count} violations again.");
        (await DatabaseContent.ReadAsync(Server.Connect(), tables, Stop)).ShouldBe(before);
        process.HasExited.ShouldBeFalse();
        await Get("/__health/ready").ShouldAnswer(200, """{"status":"ready"}""");
        process.Output.Split('\n')
            .Where(line => line.Contains("\"LogLevel\":\"Error\"", StringComparison.Ordinal)
                || line.Contains("\"LogLevel\":\"Critical\"", StringComparison.Ordinal))
            .Take(ShownViolations).ShouldBeEmpty();
        process.Errors.ShouldBe("");
    }

    private static long Chosen(string variable, long otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text
            ? long.Parse(text, CultureInfo.InvariantCulture)
            : otherwise;

    private async Task TryAsync(RawConnection connection, HostileRequest request, int number)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        patience.CancelAfter(Poll.Patience);
        string? problem;
        try
        {
            var answer = await connection.SendAsync(request.ToBytes(), request.Method == "HEAD", patience.Token);
            statuses.AddOrUpdate(answer.Status, 1, (_, times) => times + 1);
            problem = HostileVerdict.Find(request, answer) is { } found
                ? $"{found}:\n{answer.Status} {string.Concat(answer.Body.Take(500))}"
                : null;
        }
        catch (Exception cause) when (cause is not OperationCanceledException || !Stop.IsCancellationRequested)
        {
            problem = $"was not answered: {cause.Message}";
        }

        if (problem is not null) violations.Enqueue($"Request {number} {problem}\n{request}");
    }

    /// <summary>Fills the table that filters are tried on, and holds the answer against what was sent.</summary>
    private async Task<IReadOnlyList<HostileRow>> FillAsync(long seed)
    {
        var texts = HostileTexts.Storable.Sample(Rows, new Rnd((ulong)seed), 50).ToArray();
        HostileRow[] rows =
        [
            .. texts.Select((text, i) => new HostileRow(
                i - 20, i % 9 == 0 ? null : text, i % 7 == 0 ? null : i % 11 == 0 ? long.MaxValue - i : (i % 5) - 2)),
        ];
        var body = new JsonArray([.. rows.Select(row => new JsonObject
        {
            ["id"] = row.Id,
            ["words"] = row.Words,
            ["number"] = row.Number,
        })]).ToJsonString();
        var answer = await Post("/hostile", body);
        answer.Status.ShouldBe(201, answer.Body);
        answer.Body.ShouldBeEquivalentJson(body);
        return rows;
    }

    private async Task<IReadOnlyList<string>> TablesAsync()
    {
        using var schema = JsonDocument.Parse((await Get("/__schema")).Body);
        return
        [
            .. schema.RootElement.GetProperty("tables").EnumerateArray()
                .Select(table => table.GetProperty("name").GetString()!)
                .Where(name => name != "scratch"),
        ];
    }
}
