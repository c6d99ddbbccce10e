using Relata.Documentation.Tests.Examples;
using Relata.Documentation.Tests.Pages;

namespace Relata.Documentation.Tests;

/// <summary>Every example of every page, in the form that CONTRIBUTING fixes.</summary>
public sealed class ExampleTests(PageRuns runs) : IClassFixture<PageRuns>
{
    public static IEnumerable<TheoryDataRow<string, int>> Examples =>
        from page in Page.All
        from example in Example.Of(page)
        select new TheoryDataRow<string, int>(page.Name, example.Line)
        {
            TestDisplayName = $"{page.Name}:{example.Line} {example.Command}",
        };

    [Theory]
    [MemberData(nameof(Examples))]
    public Task Is_answered_as_the_page_says(string page, int line) => runs.ShouldHoldAsync(page, line);
}
