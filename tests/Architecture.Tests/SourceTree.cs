using Relata.Support;

namespace Relata.Architecture.Tests;

/// <summary>The files of the repository, by paths below its root.</summary>
internal static class SourceTree
{
    /// <summary>All files of a folder and below, sorted; what a build leaves beside the sources is none of them.</summary>
    public static IReadOnlyList<string> Files(string folder, string pattern) =>
    [
        .. Directory.EnumerateFiles(Repository.PathOf(folder), pattern, SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(part => part is "bin" or "obj" or "artifacts"))
            .Order(StringComparer.Ordinal),
    ];

    public static IReadOnlyList<SourceFile> Sources { get; } =
        [.. SourceProject.Below("src").SelectMany(project => project.Files)];
}
