using Relata.Support;

namespace Relata.Architecture.Tests;

/// <summary>A C# file of a project.</summary>
/// <param name="Path">Its path below the repository's root, with forward slashes.</param>
/// <param name="Project">The project that compiles it.</param>
internal sealed record SourceFile(string Path, SourceProject Project)
{
    public string[] Lines => File.ReadAllLines(Repository.PathOf(Path));

    /// <summary>The namespace that the file's folder asks for.</summary>
    public string ExpectedNamespace
    {
        get
        {
            var below = Path[Project.Folder.Length..Path.LastIndexOf('/')];
            return $"Relata.{Project.Name}{below.Replace('/', '.')}";
        }
    }

    /// <summary>The namespace that the file declares; null when it declares none.</summary>
    public string? DeclaredNamespace
    {
        get
        {
            const string keyword = "namespace ";
            var line = Lines.FirstOrDefault(line => line.StartsWith(keyword, StringComparison.Ordinal));
            return line?[keyword.Length..].TrimEnd(';', '{', ' ');
        }
    }
}
