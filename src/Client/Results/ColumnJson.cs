using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Relata.Client.Results;

/// <summary>How objects and columns belong together, both ways.</summary>
/// <remarks>
/// A column is the property of its name in small letters with underscores (<c>SiteId</c> is <c>site_id</c>), or the one
/// whose <see cref="JsonPropertyNameAttribute"/> says so. Reading passes over the difference between small letters and
/// large.
/// </remarks>
internal static class ColumnJson
{
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>A value as JSON.</summary>
    public static JsonElement Write(object? value) => JsonSerializer.SerializeToElement(value, Options);

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            PropertyNameCaseInsensitive = true,
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            RespectNullableAnnotations = true,
            Converters = { new JsonStringEnumConverter() },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
