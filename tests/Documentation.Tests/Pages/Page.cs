using System.Text;
using Relata.Support;

namespace Relata.Documentation.Tests.Pages;

/// <summary>A page of the documentation, as text.</summary>
/// <param name="Name">Its path from the repository's root.</param>
/// <param name="Lines">Its lines.</param>
internal sealed record Page(string Name, IReadOnlyList<string> Lines)
{
    /// <summary>The folders in which no page of ours lies.</summary>
    private static readonly string[] NotOurs = ["artifacts", "bin", "obj", "node_modules", ".git"];

    /// <summary>Every page of the repository.</summary>
    public static IReadOnlyList<Page> All { get; } =
    [
        .. Directory.EnumerateFiles(Repository.Root, "*.md", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Root, file))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(NotOurs.Contains))
            .Order(StringComparer.Ordinal)
            .Select(Named),
    ];

    /// <summary>The page of that name.</summary>
    public static Page Named(string name) => new(name, File.ReadAllLines(Repository.PathOf(name)));

    /// <summary>The fenced blocks of a language, each with the number of its first line of content.</summary>
    public IEnumerable<(int Line, string[] Content)> Blocks(string language)
    {
        for (var i = 0; i < Lines.Count; i++)
        {
            if (!Lines[i].StartsWith("```", StringComparison.Ordinal)) continue;
            var (start, isWanted) = (i + 1, Lines[i] == $"```{language}");
            for (i++; i < Lines.Count && Lines[i] != "```";) i++;
            if (isWanted) yield return (start + 1, [.. Lines.Take(i).Skip(start)]);
        }
    }

    /// <summary>The rows of tables whose last columns are called "example" and "rows", each with its line.</summary>
    public IEnumerable<(int Line, string Example, string Rows)> Counts()
    {
        var isCounting = false;
        for (var i = 0; i < Lines.Count; i++)
        {
            if (!Lines[i].StartsWith('|'))
            {
                isCounting = false;
                continue;
            }

            var cells = Cells(Lines[i]);
            if (isCounting && cells[^1].Any(char.IsAsciiDigit)) yield return (i + 1, cells[^2].Trim('`'), cells[^1]);
            isCounting |= cells is [.., "example", "rows"];
        }
    }

    /// <summary>The cells of a table's row; a vertical bar behind a backslash belongs to its cell.</summary>
    private static List<string> Cells(string row)
    {
        List<string> cells = [];
        var cell = new StringBuilder();
        for (var i = 1; i < row.Length; i++)
        {
            if (row[i] == '|')
            {
                cells.Add(cell.ToString().Trim());
                cell.Clear();
                continue;
            }

            if (row[i] == '\\' && i + 1 < row.Length && row[i + 1] == '|') i++;
            cell.Append(row[i]);
        }

        return cells;
    }
}
