using System.Text.RegularExpressions;
using Relata.Support;

namespace Relata.Conformance;

/// <summary>What the server counts, for those who watch it.</summary>
public abstract partial class MetricsSpec(ConformanceServer server) : Specification(server)
{
    private long asked;

    /// <inheritdoc/>
    protected override bool IsStill => false;

    [Fact]
    public async Task Is_text_in_the_format_of_Prometheus_and_only_read()
    {
        var answer = await Get("/__metrics");
        answer.Status.ShouldBe(200);
        answer.Header("Content-Type").ShouldBe("text/plain; version=0.0.4; charset=utf-8");
        answer.Body.ShouldEndWith("\n");
        var described = "";
        foreach (var line in answer.Body.TrimEnd('\n').Split('\n'))
        {
            if (Description().Match(line) is { Success: true } description) described = description.Groups[1].Value;
            else Sample().Match(line).Groups[1].Value.ShouldBe(described, line);
        }

        (await Send("HEAD", "/__metrics")).Status.ShouldBe(200);
        (await Send("OPTIONS", "/__metrics").ShouldAnswerNothing()).Header("Allow").ShouldBe("GET, HEAD, OPTIONS");
        (await Post("/__metrics", "{}").ShouldFail(405, "method-not-allowed")).Header("Allow").ShouldBe("GET, HEAD, OPTIONS");
        (await Get("/__metrics/x")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Counts_requests_by_status_and_the_bytes_of_bodies()
    {
        var before = await SettledAsync();
        var good = await Get("/person/1");
        var tag = $"If-None-Match: {good.Header("ETag")}";
        (await Send("GET", "/person/1", headers: [tag])).Status.ShouldBe(304);
        (await Send("HEAD", "/person/1")).Status.ShouldBe(200);
        var missing = await Get("/person/99");
        var bytes = good.Bytes.Length + missing.Bytes.Length;

        // A request is counted when it is over, which is a little after its answer has come.
        await Poll.UntilAsync(
            async () => Differences(before, await NumbersAsync()) == (2, 1, 1, 0, 0), stop: Stop);
        var after = await NumbersAsync();
        (after["relata_response_bytes_total"] - before["relata_response_bytes_total"]).ShouldBeGreaterThan(bytes);
    }

    /// <summary>How many requests more there are of each sort, without those for the numbers.</summary>
    private static (long Good, long Unchanged, long Refused, long Failed, long Aborted) Differences(
        Dictionary<string, long> before, Dictionary<string, long> after)
    {
        return (Of("2xx") - (after["asked"] - before["asked"]), Of("3xx"), Of("4xx"), Of("5xx"), Of("aborted"));

        long Of(string status)
        {
            var name = $$"""relata_requests_total{status="{{status}}"}""";
            return after[name] - before[name];
        }
    }

    /// <summary>The numbers when all requests so far are counted.</summary>
    private async Task<Dictionary<string, long>> SettledAsync()
    {
        var before = await NumbersAsync();
        await Poll.UntilAsync(
            async () =>
            {
                var last = before;
                before = await NumbersAsync();
                return Differences(last, before) == (0, 0, 0, 0, 0);
            },
            stop: Stop);
        return before;
    }

    /// <summary>The numbers by their names, and how often they were asked for before.</summary>
    private async Task<Dictionary<string, long>> NumbersAsync()
    {
        var body = (await Get("/__metrics")).Body;
        var numbers = body.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => !line.StartsWith('#'))
            .ToDictionary(line => line[..line.LastIndexOf(' ')], line => long.Parse(line[(line.LastIndexOf(' ') + 1)..]));
        numbers["asked"] = asked++;
        return numbers;
    }

    [GeneratedRegex("^# (?:HELP|TYPE) ([a-z_]+) .+$")]
    private static partial Regex Description();

    [GeneratedRegex("^([a-z_]+)(?:\\{[a-z]+=\"[a-z0-9-]+\"\\})? [0-9]+$")]
    private static partial Regex Sample();
}
