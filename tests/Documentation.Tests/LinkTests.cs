using System.Text.RegularExpressions;
using Relata.Documentation.Tests.Pages;
using Relata.Support;

namespace Relata.Documentation.Tests;

/// <summary>Whether what the pages point to is there.</summary>
public sealed partial class LinkTests
{
    [Fact]
    public void Every_link_leads_to_a_file_and_a_heading_of_it()
    {
        var broken =
            from page in Page.All
            from line in page.Lines.Index()
            from Match link in Link().Matches(line.Item)
            let target = link.Groups["target"].Value
            where !target.Contains("://", StringComparison.Ordinal) && !IsThere(page, target)
            select $"{page.Name}:{line.Index + 1} {target}";
        broken.ShouldBeEmpty();
    }

    [Fact]
    public void Every_path_of_the_repository_that_a_page_names_is_there()
    {
        var missing =
            from page in Page.All
            from line in page.Lines.Index()
            from Match path in RepositoryPath().Matches(line.Item)
            let name = path.Groups["path"].Value
            where !Path.Exists(Repository.PathOf(name))
            select $"{page.Name}:{line.Index + 1} {name}";
        missing.ShouldBeEmpty();
    }

    private static bool IsThere(Page page, string target)
    {
        var (file, heading) = target.Split('#', 2) is [var before, var behind] ? (before, behind) : (target, "");
        var path = file.Length == 0 ? page.Name : Path.Join(Path.GetDirectoryName(page.Name), file);
        if (!Path.Exists(Repository.PathOf(path))) return false;
        return heading.Length == 0 || Page.Named(path).Lines
            .Where(line => line.StartsWith('#'))
            .Any(line => Anchor(line.TrimStart('#').Trim()) == heading);
    }

    /// <summary>The name that GitHub gives to a heading.</summary>
    private static string Anchor(string heading) => string.Concat(heading.ToLowerInvariant()
        .Where(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-' or '_')
        .Select(letter => letter == ' ' ? '-' : letter));

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"`(?<path>(src|tests|docs|bench|samples)/[A-Za-z0-9_./-]*)`")]
    private static partial Regex RepositoryPath();
}
