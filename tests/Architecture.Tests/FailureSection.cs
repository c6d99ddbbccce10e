using System.Globalization;
using Relata.Support;

namespace Relata.Architecture.Tests;

/// <summary>A section of <c>docs/failures.md</c>.</summary>
/// <param name="Name">The failure's public name: the section's heading.</param>
/// <param name="Status">The HTTP status that the section names; null when it names none.</param>
/// <param name="Text">The lines below the heading that are not blank.</param>
internal sealed record FailureSection(string Name, int? Status, IReadOnlyList<string> Text)
{
    private const string Heading = "## ";
    private const string StatusMark = "**Status:** ";

    public static IReadOnlyList<FailureSection> Read()
    {
        var lines = File.ReadAllLines(Repository.PathOf("docs", "failures.md"));
        return [.. lines.Index().Where(line => IsHeading(line.Item)).Select(line => Read(line.Item, lines[(line.Index + 1)..]))];
    }

    private static FailureSection Read(string heading, string[] rest)
    {
        string[] text = [.. rest.TakeWhile(line => !IsHeading(line)).Where(line => line.Length > 0)];
        var status = text.FirstOrDefault(line => line.StartsWith(StatusMark, StringComparison.Ordinal));
        return new FailureSection(
            heading[Heading.Length..],
            status is null ? null : int.Parse(status[StatusMark.Length..], CultureInfo.InvariantCulture),
            text);
    }

    private static bool IsHeading(string line) => line.StartsWith(Heading, StringComparison.Ordinal);
}
