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

    public static IEnumerable<TheoryDataRow<string, int>> ExamplesOnMariaDb =>
        from page in Page.All
        where MariaDbPages.Has(page)
        from example in Example.Of(page)
        select new TheoryDataRow<string, int>(page.Name, example.Line)
        {
            TestDisplayName = $"MariaDB {page.Name}:{example.Line} {example.Command}",
        };

    [Theory]
    [MemberData(nameof(Examples))]
    public Task Is_answered_as_the_page_says(string page, int line) => runs.ShouldHoldAsync(page, line);

    [Theory]
    [MemberData(nameof(ExamplesOnMariaDb))]
    public async Task Is_answered_so_by_MariaDB_save_for_a_reason(string page, int line)
    {
        var problem = await runs.ProblemOnMariaDbAsync(page, line);
        var command = Example.Of(Page.Named(page)).Single(example => example.Line == line).Command;
        if (MariaDbDifferences.Reason(page, command) is { } reason)
            problem.ShouldNotBeNull($"It is answered as the page says, and not otherwise because {reason}");
        else if (problem is not null)
            throw new ShouldAssertException(problem);
    }
}
