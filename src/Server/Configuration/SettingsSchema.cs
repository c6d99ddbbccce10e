using System.Buffers;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;

namespace Relata.Server.Configuration;

/// <summary>Derives the JSON schema of the configuration file from <see cref="Settings"/>.</summary>
internal static class SettingsSchema
{
    private static readonly JsonWriterOptions Readable = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The schema as the text of <c>docs/relata.schema.json</c>.</summary>
    public static string ToText()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Readable)) Create().WriteTo(writer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static JsonObject Create()
    {
        var defaults = JsonSerializer.SerializeToNode(new Settings(), SettingsJson.Default.Settings)!;
        // The one default that depends on the machine.
        defaults["connections"]!.AsObject().Remove("max");
        var options = new JsonSchemaExporterOptions
        {
            TreatNullObliviousAsNonNullable = true,
            TransformSchemaNode = (context, node) => Complete(context, node, defaults),
        };
        var body = SettingsJson.Default.Settings.GetJsonSchemaAsNode(options).AsObject();
        return new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "Relata's configuration file",
            ["type"] = "object",
            ["properties"] = body["properties"]!.DeepClone(),
            ["additionalProperties"] = false,
        };
    }

    private static JsonObject Complete(JsonSchemaExporterContext context, JsonNode node, JsonNode defaults)
    {
        var exported = node as JsonObject ?? [];
        var schema = new JsonObject();
        var attributes = context.PropertyInfo?.AttributeProvider?.GetCustomAttributes(inherit: false) ?? [];
        if (attributes.OfType<DescriptionAttribute>().FirstOrDefault() is { } description)
            schema["description"] = description.Description;
        foreach (var (key, value) in exported) schema[key] = value?.DeepClone();

        // A key is present or absent, never null; a database URL and a level are strings.
        if (exported["type"] is not JsonValue && !exported.ContainsKey("properties")) schema["type"] = "string";
        if (exported.ContainsKey("properties")) schema["additionalProperties"] = false;
        if (attributes.OfType<RangeAttribute>().FirstOrDefault() is { } range)
        {
            schema["minimum"] = (int)range.Minimum;
            schema["maximum"] = (int)range.Maximum;
        }

        var isValue = context.PropertyInfo is not null && !exported.ContainsKey("properties");
        if (isValue && Find(defaults, context.Path) is { } initial)
            schema["default"] = initial.DeepClone();
        return schema;
    }

    /// <summary>
    /// What a document has at the place that a path in its schema (<c>properties</c>, key, …) describes.
    /// </summary>
    private static JsonNode? Find(JsonNode document, ReadOnlySpan<string> path)
    {
        JsonNode? found = document;
        for (var i = 1; i < path.Length; i += 2) found = found?[path[i]];
        return found;
    }
}
