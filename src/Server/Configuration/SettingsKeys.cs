using System.Text.Json.Serialization.Metadata;

namespace Relata.Server.Configuration;

/// <summary>Lists the keys of the configuration file.</summary>
internal static class SettingsKeys
{
    /// <summary>The path of every key that holds a value, such as <c>limits.maxRows</c>.</summary>
    public static IEnumerable<string> All() => Under(SettingsJson.Default.Settings, "");

    private static IEnumerable<string> Under(JsonTypeInfo type, string prefix) =>
        type.Properties.SelectMany(property =>
        {
            var inner = SettingsJson.Default.GetTypeInfo(property.PropertyType)!;
            return inner.Kind == JsonTypeInfoKind.Object
                ? Under(inner, $"{prefix}{property.Name}.")
                : [prefix + property.Name];
        });
}
