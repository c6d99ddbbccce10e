using System.Xml.Linq;
using Relata.Support;

namespace Relata.Architecture.Tests;

/// <summary>A project file of the repository.</summary>
/// <param name="Path">Its path below the repository's root, with forward slashes.</param>
internal sealed record SourceProject(string Path)
{
    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public string Folder => Path[..Path.LastIndexOf('/')];

    /// <summary>The names of the projects that this one references.</summary>
    public IEnumerable<string> References => XDocument.Load(Repository.PathOf(Path))
        .Descendants("ProjectReference")
        .Select(reference => reference.Attribute("Include").ShouldNotBeNull().Value.Replace('\\', '/'))
        .Select(path => System.IO.Path.GetFileNameWithoutExtension(path));

    public IEnumerable<SourceFile> Files => SourceTree.Files(Folder, "*.cs")
        .Select(path => new SourceFile(path, this));

    public static IReadOnlyList<SourceProject> Below(string folder) =>
        [.. SourceTree.Files(folder, "*.csproj").Select(path => new SourceProject(path))];
}
