using System.Text.Json;
using Relata.Documentation.Tests.Examples;
using Relata.Documentation.Tests.Pages;

namespace Relata.Documentation.Tests;

/// <summary>What somebody meets who has only just heard of Relata.</summary>
public sealed class ReadmeTests
{
    private const string Call = "    curl -s ";

    [Fact]
    public async Task Every_call_of_the_first_minute_finds_something()
    {
        var stop = TestContext.Current.CancellationToken;
        var page = Page.Named("README.md");
        var calls = page.Lines.Where(line => line.StartsWith(Call, StringComparison.Ordinal)).ToList();
        calls.ShouldNotBeEmpty();
        await using var server = await PageServer.StartAsync(page, stop);
        foreach (var call in calls)
        {
            var answer = await server.SendAsync(CurlCommand.Parse($"curl -i {call[Call.Length..]}"), stop);
            answer.Status.ShouldBe("HTTP/1.1 200 OK", call);
            using var body = JsonDocument.Parse(answer.Body);
            if (body.RootElement.ValueKind == JsonValueKind.Array)
                body.RootElement.GetArrayLength().ShouldBePositive(call);
        }
    }
}
