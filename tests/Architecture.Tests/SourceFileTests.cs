using System.Text.RegularExpressions;

namespace Relata.Architecture.Tests;

/// <summary>What every source file keeps to.</summary>
public sealed partial class SourceFileTests
{
    private const int LongestFile = 300;
    private const int WidestLine = 120;

    /// <summary>The longer files, each with the reason why it is not two files.</summary>
    private static readonly Dictionary<string, string> LongFiles = [];

    [Fact]
    public void A_namespace_is_the_path_of_its_folder()
    {
        var misplaced =
            from file in SourceTree.Sources
            let declared = file.DeclaredNamespace
            where declared is null ? !HoldsTopLevelCode(file) : declared != file.ExpectedNamespace
            select $"{file.Path} declares {declared ?? "no namespace"}, its folder asks for {file.ExpectedNamespace}";
        misplaced.ShouldBeEmpty();
    }

    [Fact]
    public void A_file_has_at_most_300_lines_or_a_reason()
    {
        var tooLong =
            from file in SourceTree.Sources
            where file.Lines.Length > LongestFile && !LongFiles.ContainsKey(file.Path)
            select $"{file.Path} has {file.Lines.Length} lines";
        tooLong.ShouldBeEmpty();
    }

    [Fact]
    public void Every_reason_for_a_long_file_is_still_needed()
    {
        var needed = SourceTree.Sources.Where(file => file.Lines.Length > LongestFile).Select(file => file.Path);
        LongFiles.Keys.Except(needed).ShouldBeEmpty();
    }

    [Fact]
    public void A_line_has_at_most_120_columns()
    {
        var tooWide =
            from file in SourceTree.Sources
            from line in file.Lines.Index()
            where line.Item.Length > WidestLine
            select $"{file.Path}:{line.Index + 1} has {line.Item.Length} columns";
        tooWide.ShouldBeEmpty();
    }

    [Fact]
    public void Nothing_but_the_outer_skin_knows_HttpContext()
    {
        var inner =
            from file in SourceTree.Sources
            where file.Project.Name is not ("Http" or "Server")
            from line in file.Lines.Index()
            where HttpContextWord().IsMatch(line.Item)
            select $"{file.Path}:{line.Index + 1}";
        inner.ShouldBeEmpty();
    }

    /// <summary>The entry of the executable and lists of global usings live in no namespace.</summary>
    private static bool HoldsTopLevelCode(SourceFile file) => Path.GetFileName(file.Path) is "Program.cs" or "GlobalUsings.cs";

    [GeneratedRegex(@"\bHttpContext\b")]
    private static partial Regex HttpContextWord();
}
