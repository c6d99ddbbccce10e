using Relata.Documentation.Tests.Pages;

namespace Relata.Documentation.Tests.Examples;

/// <summary>A request on a page and what the page says about its answer.</summary>
/// <param name="Line">The line of the page.</param>
/// <param name="Command">The call of curl.</param>
/// <param name="Answer">The lines behind it.</param>
internal sealed record Example(int Line, string Command, IReadOnlyList<string> Answer)
{
    /// <summary>The examples of a page from its top to its bottom.</summary>
    public static IReadOnlyList<Example> Of(Page page)
    {
        var blocks = page.Blocks("http").Select(block => new Example(block.Line, block.Content[0], block.Content[1..]));
        return [.. blocks.Concat(page.Counts().Select(Count)).OrderBy(example => example.Line)];
    }

    /// <summary>A row of a table: the example's path finds so many rows.</summary>
    private static Example Count((int Line, string Example, string Rows) row)
    {
        var join = row.Example.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        var command = $"curl -i 'http://127.0.0.1:8080{row.Example}{join}count=exact&limit=0'";
        return new Example(row.Line, command, ["", "HTTP/1.1 200 OK", $"X-Total-Count: {row.Rows}", "", "[]"]);
    }
}
