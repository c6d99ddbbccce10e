using System.Text.Json;
using System.Text.RegularExpressions;

namespace Relata.Functions.Files;

/// <summary>What a file says about a parameter: <c>-- @param id bigint = 1</c>.</summary>
/// <param name="Name">The parameter's name.</param>
/// <param name="Type">The type in the database's own words; null leaves it open.</param>
/// <param name="Default">What it is where nothing is sent; null when something must be.</param>
/// <param name="Place">Where it says so.</param>
internal sealed partial record ParameterDirective(
    string Name, string? Type, JsonElement? Default, DirectivePlace Place)
{
    /// <summary>Reads what stands behind <c>@param</c>.</summary>
    public static ParameterDirective Read(
        string text, DirectivePlace place, IReadOnlyList<ParameterDirective> before)
    {
        var match = Form().Match(text);
        if (!match.Success)
            throw place.Problem("@param is a name, a type if wanted, and a default in JSON if wanted: id bigint = 1");
        var name = match.Groups["name"].Value;
        if (before.Any(other => other.Name == name)) throw place.Problem($"@param {name} is there twice");
        var type = match.Groups["type"].Value.Trim();
        return new ParameterDirective(
            name, type.Length == 0 ? null : type, DefaultOf(match.Groups["default"], place), place);
    }

    private static JsonElement? DefaultOf(Group group, DirectivePlace place)
    {
        if (!group.Success) return null;
        try
        {
            return JsonElement.Parse(group.ValueSpan);
        }
        catch (JsonException)
        {
            throw place.Problem($"the default {group.Value.Trim()} is no JSON; a text stands in double quotes");
        }
    }

    /// <summary>A type is words, with a length and brackets behind them if wanted.</summary>
    [GeneratedRegex(
        """
        ^(?<name>[A-Za-z_]\w*)
        (?<type>(\s+[A-Za-z_][\w."]*)*(\s*\(\s*\d+(\s*,\s*\d+)?\s*\))?(\s*\[\])*)
        \s*(=(?<default>.*))?$
        """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
