using System.Collections.Concurrent;
using Relata.Documentation.Tests.Pages;

namespace Relata.Documentation.Tests.Examples;

/// <summary>
/// What became of the examples of pages. A page is run as a whole, from top to bottom, when the first of its examples is
/// asked for: an example can depend on those before it, but a failure of one is not a failure of the next.
/// </summary>
public sealed class PageRuns
{
    private readonly ConcurrentDictionary<(string, bool), Lazy<Task<IReadOnlyDictionary<int, string?>>>> runs = new();

    /// <summary>Holds when the example on a line of a page was answered as the page says.</summary>
    public async Task ShouldHoldAsync(string page, int line)
    {
        if (await ProblemAsync(page, line, onMariaDb: false) is { } problem) throw new ShouldAssertException(problem);
    }

    /// <summary>How MariaDB's answer to the example on a line differs from what the page says; null when it does not.</summary>
    public Task<string?> ProblemOnMariaDbAsync(string page, int line) => ProblemAsync(page, line, onMariaDb: true);

    private async Task<string?> ProblemAsync(string page, int line, bool onMariaDb)
    {
        var run = runs.GetOrAdd((page, onMariaDb), _ => new(() => RunAsync(Page.Named(page), onMariaDb)));
        return (await run.Value)[line];
    }

    /// <summary>No test's own end may end the run, which serves many.</summary>
    private static async Task<IReadOnlyDictionary<int, string?>> RunAsync(Page page, bool onMariaDb)
    {
        await using var server = onMariaDb
            ? await PageServer.StartOnMariaDbAsync(page, CancellationToken.None)
            : await PageServer.StartAsync(page, CancellationToken.None);
        var problems = new Dictionary<int, string?>();
        string? found = null;
        foreach (var example in Example.Of(page))
        {
            try
            {
                var command = CurlCommand.Parse(example.Command.Replace("…", found ?? "…", StringComparison.Ordinal));
                var answer = await server.SendAsync(command, CancellationToken.None);
                found = ExpectedAnswer.Parse(example.Answer).ShouldMatch(answer);
                problems[example.Line] = null;
            }
            catch (Exception cause)
            {
                found = null;
                problems[example.Line] = $"{page.Name}:{example.Line}\n{example.Command}\n{cause.Message}";
            }
        }

        return problems;
    }
}
