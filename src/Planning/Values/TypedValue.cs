using System.Globalization;
using System.Text.Json;
using Relata.Model.Failures;
using Relata.Model.Schema;

namespace Relata.Planning.Values;

/// <summary>Converts text and JSON to values of a type, whatever holds them: a column, an array, a field.</summary>
internal static class TypedValue
{
    public static Outcome FromJson(JsonElement json, ColumnType type) => (json.ValueKind, type.Kind) switch
    {
        (JsonValueKind.Null, _) => new Outcome(null),
        (_, TypeKind.Json) => JsonText.FromElement(json),
        (JsonValueKind.Array, TypeKind.Array) => ArrayValues.FromJson(json, type),
        (JsonValueKind.Object, TypeKind.Composite) => CompositeValues.FromJson(json, type),
        (JsonValueKind.Object, TypeKind.Range) => RangeValues.FromJson(json, type),
        (JsonValueKind.Array, TypeKind.Multirange) => RangeValues.FromJsonArray(json, type),
        (JsonValueKind.Object, TypeKind.Map) => MapValues.FromJson(json),
        (JsonValueKind.Object, TypeKind.Shape) => ShapeText.FromJson(json, type.Shape.GetValueOrDefault()),
        (JsonValueKind.Object, TypeKind.GeoJson) => GeoJsonText.FromJson(json),
        (_, TypeKind.Array or TypeKind.Composite or TypeKind.Multirange or TypeKind.Map or TypeKind.Shape
            or TypeKind.GeoJson) when (json.ValueKind, type.Kind) is not (JsonValueKind.String, TypeKind.GeoJson) =>
            Outcome.Refused($"is no {Noun(type.Kind)}"),
        (JsonValueKind.String, _) => JsonText.TryGetString(json, out var text)
            ? FromText(text, type)
            : Outcome.Refused("holds half of a surrogate pair"),
        (JsonValueKind.True, TypeKind.Boolean) => new Outcome(true),
        (JsonValueKind.False, TypeKind.Boolean) => new Outcome(false),
        (JsonValueKind.Number, TypeKind.Int16 or TypeKind.Int32 or TypeKind.Int64 or TypeKind.UInt32
            or TypeKind.Decimal or TypeKind.Single or TypeKind.Double
            or TypeKind.Other) => FromText(json.GetRawText(), type),
        (JsonValueKind.True or JsonValueKind.False, TypeKind.Other) => FromText(json.GetRawText(), type),
        _ => Outcome.Refused($"is no {Noun(type.Kind)}"),
    };

    public static Outcome FromText(string text, ColumnType type)
    {
        if (text.Contains('\0', StringComparison.Ordinal)) return Outcome.Refused("holds a NUL character");
        return type.Kind switch
        {
            TypeKind.Boolean => FromBooleanText(text),
            TypeKind.Int16 => NumberText.ToInteger(text, short.MinValue, short.MaxValue),
            TypeKind.Int32 => NumberText.ToInteger(text, int.MinValue, int.MaxValue),
            TypeKind.Int64 => NumberText.ToInteger(text, long.MinValue, long.MaxValue),
            TypeKind.UInt32 => NumberText.ToInteger(text, uint.MinValue, uint.MaxValue),
            TypeKind.Decimal => NumberText.ToDecimal(text, type),
            TypeKind.Single => NumberText.ToDouble(text, isSingle: true),
            TypeKind.Double => NumberText.ToDouble(text, isSingle: false),
            TypeKind.Text => FromPlainText(text, type),
            TypeKind.Interval or TypeKind.Other => new Outcome(text),
            TypeKind.Uuid => Guid.TryParse(text.Trim(), out var uuid) && IsUuid(text)
                ? new Outcome(uuid.ToString("D"))
                : Outcome.Refused("is no uuid"),
            TypeKind.Date => TemporalText.ToDate(text),
            TypeKind.Time => TemporalText.ToTime(text),
            TypeKind.TimeTz => TemporalText.ToZonedTime(text),
            TypeKind.Timestamp => TemporalText.ToTimestamp(text),
            TypeKind.TimestampTz => TemporalText.ToInstant(text),
            TypeKind.Json => JsonText.FromText(text),
            TypeKind.Bytes => FromBase64(text),
            TypeKind.Enum => FromLabel(text, type.Labels),
            TypeKind.Range when !text.AsSpan().TrimStart().StartsWith("{") => RangeValues.FromText(text, type),
            TypeKind.GeoJson when string.IsNullOrWhiteSpace(text) => Outcome.Refused($"is no {Noun(type.Kind)}"),
            TypeKind.GeoJson when !text.AsSpan().TrimStart().StartsWith("{") => new Outcome(text),
            TypeKind.Range or TypeKind.Array or TypeKind.Composite or TypeKind.Multirange or TypeKind.Map
                or TypeKind.Shape or TypeKind.GeoJson => FromJsonText(text, type),
        };
    }

    private static Outcome FromPlainText(string text, ColumnType type) =>
        type.Length is { } length && text.Length > length && text.EnumerateRunes().Count() > length
            ? Outcome.TooLarge($"is longer than {length.ToString(CultureInfo.InvariantCulture)} characters")
            : new Outcome(text);

    private static Outcome FromLabel(string text, IReadOnlyList<string> labels) =>
        labels.Contains(text, StringComparer.Ordinal)
            ? new Outcome(text)
            : Outcome.Refused(
                "is none of the labels", NearestName.Hint(text, labels) ?? $"One of: {string.Join(", ", labels)}.");

    /// <summary>
    /// .NET also reads forms such as <c>{0x…,{…}}</c>, and signs; only hexadecimal digits with dashes or braces are
    /// meant.
    /// </summary>
    private static bool IsUuid(string text) => !text.AsSpan().ContainsAny("xX+");

    private static Outcome FromBooleanText(string text) => text.Trim().ToLowerInvariant() switch
    {
        "true" or "t" or "1" or "yes" or "on" => new Outcome(true),
        "false" or "f" or "0" or "no" or "off" => new Outcome(false),
        _ => Outcome.Refused("is no boolean"),
    };

    private static Outcome FromBase64(string text)
    {
        // A "+" in a query arrives as a blank.
        var encoded = text.Replace(' ', '+');
        var bytes = new byte[encoded.Length];
        return Convert.TryFromBase64String(encoded, bytes, out var written)
            ? new Outcome(bytes[..written])
            : Outcome.Refused("is no base64");
    }

    /// <summary>A value that is an array or an object in JSON has the same form in a query.</summary>
    private static Outcome FromJsonText(string text, ColumnType type)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind is JsonValueKind.Array or JsonValueKind.Object
                ? FromJson(document.RootElement, type)
                : Outcome.Refused($"is no {Noun(type.Kind)}");
        }
        catch (JsonException)
        {
            return Outcome.Refused($"is no {Noun(type.Kind)}");
        }
    }

    private static string Noun(TypeKind kind) => kind switch
    {
        TypeKind.Boolean => "boolean",
        TypeKind.Int16 or TypeKind.Int32 or TypeKind.Int64 or TypeKind.UInt32 => "integer",
        TypeKind.Decimal or TypeKind.Single or TypeKind.Double => "number",
        TypeKind.Array => "JSON array",
        TypeKind.Multirange => "JSON array of ranges",
        TypeKind.Composite or TypeKind.Map or TypeKind.Shape => "JSON object",
        TypeKind.Range => "range",
        TypeKind.GeoJson => "GeoJSON object",
        TypeKind.Json => "JSON value",
        TypeKind.Text or TypeKind.Uuid or TypeKind.Date or TypeKind.Time or TypeKind.TimeTz or TypeKind.Timestamp
            or TypeKind.TimestampTz or TypeKind.Interval or TypeKind.Bytes or TypeKind.Enum or TypeKind.Other =>
                "string",
    };
}
