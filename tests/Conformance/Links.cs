using System.Text.RegularExpressions;

namespace Relata.Conformance;

/// <summary>The pages that an answer names beside its own.</summary>
internal static partial class Links
{
    /// <summary>The address of the next page; null when there is none.</summary>
    public static string? Next(this Answer answer) => answer.Link("next");

    /// <summary>The address of the page before; null when there is none.</summary>
    public static string? Previous(this Answer answer) => answer.Link("prev");

    private static string? Link(this Answer answer, string relation) => Parts().Matches(answer.Header("Link") ?? "")
        .Where(part => part.Groups["relation"].Value == relation)
        .Select(part => part.Groups["address"].Value).SingleOrDefault();

    [GeneratedRegex("<(?<address>[^<>]*)>; rel=\"(?<relation>[a-z]+)\"")]
    private static partial Regex Parts();
}
