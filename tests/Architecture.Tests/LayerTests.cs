using System.Xml.Linq;
using Relata.Support;

namespace Relata.Architecture.Tests;

/// <summary>The direction of the pipeline: a project sees lower layers only.</summary>
public sealed class LayerTests
{
    private static readonly string[][] Layers =
    [
        ["Model"],
        ["Introspection", "Dialects.Contract", "Planning"],
        ["Sql", "Dialects.Ex", "Dialects.Functions", "Dialects.Rest"],
        ["Execution"],
        ["Formats", "Databases.Contract"],
        ["Functions"],
        ["Http", "Databases.MySql", "Databases.Postgres", "Databases.Sqlite"],
        ["Client"],
        ["Server"],
    ];

    private static readonly Dictionary<string, int> LayerOf = Layers
        .SelectMany((names, layer) => names.Select(name => (name, layer)))
        .ToDictionary(entry => entry.name, entry => entry.layer);

    [Fact]
    public void Every_project_of_src_stands_in_a_layer() =>
        SourceProject.Below("src").Select(project => project.Name).ShouldBe(LayerOf.Keys, ignoreOrder: true);

    [Fact]
    public void A_project_references_lower_layers_only()
    {
        var upward =
            from project in SourceProject.Below("src")
            from reference in project.References
            where LayerOf.GetValueOrDefault(reference, int.MaxValue) >= LayerOf.GetValueOrDefault(project.Name, int.MinValue)
            select $"{project.Name} → {reference}";
        upward.ShouldBeEmpty();
    }

    [Fact]
    public void A_project_is_named_after_its_folder()
    {
        var misnamed =
            from project in SourceProject.Below("src")
            let expected = project.Folder["src/".Length..].Replace('/', '.')
            where project.Name != expected
            select $"{project.Path} should be {expected}.csproj";
        misnamed.ShouldBeEmpty();
    }

    [Fact]
    public void Every_project_is_part_of_the_solution()
    {
        var listed = XDocument.Load(Repository.PathOf("Relata.slnx"))
            .Descendants("Project")
            .Select(project => project.Attribute("Path").ShouldNotBeNull().Value);
        string[] folders = ["src", "tests"];
        folders.SelectMany(SourceProject.Below).Select(project => project.Path).Except(listed).ShouldBeEmpty();
    }
}
