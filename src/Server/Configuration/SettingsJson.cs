using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Logging;

namespace Relata.Server.Configuration;

/// <summary>How <see cref="Settings"/> is written in JSON, known at compile time: no reflection at start-up.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(LogLevelNames), typeof(DatabaseUrlText)])]
[JsonSerializable(typeof(Settings))]
internal sealed partial class SettingsJson : JsonSerializerContext;

/// <summary>Writes log levels in camel case; a number is no level.</summary>
internal sealed class LogLevelNames()
    : JsonStringEnumConverter<LogLevel>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);

/// <summary>Reads a database URL that was checked before; writes it without its password.</summary>
internal sealed class DatabaseUrlText : JsonConverter<DatabaseUrl>
{
    /// <inheritdoc/>
    public override DatabaseUrl? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        DatabaseUrl.TryParse(reader.GetString() ?? "", out var url, out var problem)
            ? url
            : throw new JsonException(problem);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DatabaseUrl value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
