using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;
using Relata.Model.Failures;

namespace Relata.Server.Configuration;

/// <summary>Reads the configuration file: JSON with comments and trailing commas.</summary>
/// <remarks>
/// The serializer stops at the first error and words it for programmers, so the document is checked before it is bound.
/// </remarks>
/// <param name="name">The file's name for messages.</param>
internal sealed class SettingsFile(string name)
{
    private static readonly JsonDocumentOptions Lenient = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        AllowDuplicateProperties = false,
    };

    private readonly List<string> problems = [];

    /// <summary>Reads the document as it stands in the file.</summary>
    /// <exception cref="UsageException">It is no JSON, or not of the shape of <see cref="Settings"/>.</exception>
    public JsonObject Read(string text)
    {
        var root = Parse(text);
        Check(root, SettingsJson.Default.Settings, "", []);
        if (problems.Count > 0) throw new UsageException(problems);
        return root!.AsObject();
    }

    /// <summary>
    /// The settings that a document describes; what it does not mention is as in <c>new Settings()</c>.
    /// </summary>
    /// <remarks>
    /// The document is laid over one with all initial values because generated deserialization passes over the
    /// initializers of init-only properties.
    /// </remarks>
    public static Settings Bind(JsonObject document)
    {
        var whole = JsonSerializer.SerializeToNode(new Settings(), SettingsJson.Default.Settings)!.AsObject();
        Lay(document, whole);
        return whole.Deserialize(SettingsJson.Default.Settings)!;
    }

    private JsonNode? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text, documentOptions: Lenient);
        }
        catch (JsonException failure)
        {
            var place = failure.LineNumber is { } line
                ? $" line {line + 1}, column {failure.BytePositionInLine + 1}"
                : "";
            var reason = failure.Message.Split([" LineNumber:", " Path:"], StringSplitOptions.None)[0];
            throw new UsageException([$"{name}{place}: not valid JSON: {reason}"]);
        }
    }

    private void Check(JsonNode? node, JsonTypeInfo type, string path, IEnumerable<object> rules)
    {
        if (type.Kind == JsonTypeInfoKind.Object)
        {
            if (node is JsonObject document) CheckObject(document, type, path);
            else Report(path, "must be an object");
        }
        else if (type.Kind == JsonTypeInfoKind.Enumerable)
        {
            if (node is not JsonArray items || !items.All(IsText))
                Report(path, "must be an array of strings");
        }
        else if (type.Kind == JsonTypeInfoKind.Dictionary)
        {
            if (node is not JsonObject members || !members.All(member => IsText(member.Value)))
                Report(path, "must be an object of strings");
        }
        else if (ValueProblem(node, type.Type, rules) is { } problem)
        {
            Report(path, problem);
        }
    }

    private void CheckObject(JsonObject document, JsonTypeInfo type, string path)
    {
        foreach (var (key, value) in document)
        {
            var property = type.Properties.FirstOrDefault(property => property.Name == key);
            var keyPath = path.Length == 0 ? key : $"{path}.{key}";
            if (property is null)
            {
                problems.Add($"{name}: unknown key \"{keyPath}\"{HintFor(key, type)}");
                continue;
            }

            var rules = property.AttributeProvider?.GetCustomAttributes(inherit: false) ?? [];
            Check(value, SettingsJson.Default.GetTypeInfo(property.PropertyType)!, keyPath, rules);
        }
    }

    /// <summary>A neighbour of nearly that name, else a key of exactly that name elsewhere in the file.</summary>
    private static string HintFor(string key, JsonTypeInfo type)
    {
        var near = NearestName.Find(key, type.Properties.Select(property => property.Name))
            ?? SettingsKeys.All().FirstOrDefault(known => known.EndsWith($".{key}", StringComparison.Ordinal));
        return near is null ? "" : $". Did you mean \"{near}\"?";
    }

    private static string? ValueProblem(JsonNode? node, Type type, IEnumerable<object> rules)
    {
        var text = IsText(node) ? node!.GetValue<string>() : null;
        if (type == typeof(bool)) return IsTruth(node) ? null : "must be true or false";
        if (type == typeof(int)) return NumberProblem(node, rules.OfType<RangeAttribute>().First());
        if (type == typeof(LogLevel)) return LevelProblem(text);
        if (text is null) return "must be a string";
        return type == typeof(DatabaseUrl) && !DatabaseUrl.TryParse(text, out _, out var problem) ? problem : null;
    }

    private static bool IsText(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String;

    private static bool IsTruth(JsonNode? node) =>
        node?.GetValueKind() is JsonValueKind.True or JsonValueKind.False;

    private static string? NumberProblem(JsonNode? node, RangeAttribute range)
    {
        var fits = node?.GetValueKind() == JsonValueKind.Number
            && node.AsValue().TryGetValue(out int number)
            && range.IsValid(number);
        return fits ? null : $"must be a whole number from {range.Minimum} to {range.Maximum}";
    }

    private static string? LevelProblem(string? text)
    {
        var names = Enum.GetNames<LogLevel>().Select(JsonNamingPolicy.CamelCase.ConvertName).ToList();
        if (text is not null && names.Contains(text)) return null;
        var hint = text is null ? null : NearestName.Hint(text, names);
        return $"must be one of {string.Join(", ", names)}" + (hint is null ? "" : $". {hint}");
    }

    private void Report(string path, string problem) =>
        problems.Add(path.Length == 0 ? $"{name}: {problem}" : $"{name}: {path} {problem}");

    private static void Lay(JsonObject over, JsonObject under)
    {
        foreach (var (key, value) in over)
        {
            if (value is JsonObject inner && under[key] is JsonObject below) Lay(inner, below);
            else under[key] = value?.DeepClone();
        }
    }
}
