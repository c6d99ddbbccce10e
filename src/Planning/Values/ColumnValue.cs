using System.Globalization;
using System.Text.Json;
using Relata.Model.Expressions;
using Relata.Model.Failures;
using Relata.Model.Schema;

namespace Relata.Planning.Values;

/// <summary>
/// Turns a value as sent into a value of a column's type, or refuses it. What comes out is one of a few forms that every
/// database understands: bool; long; double; byte[]; a list for an array; and text for everything else: decimals as plain
/// digits, uuids in lower case, dates as <see cref="TemporalText"/> says.
/// </summary>
public static class ColumnValue
{
    private const int LongestQuotedValue = 80;

    /// <summary>Converts a value; null is NULL.</summary>
    /// <param name="literal">The value as sent.</param>
    /// <param name="column">The column that it meets.</param>
    /// <param name="stored">Whether the value is to be stored, and so must fit the column.</param>
    /// <exception cref="FailureException">It is no value of the column's type, or does not fit.</exception>
    public static object? Convert(Literal literal, Column column, bool stored)
    {
        var type = stored ? column.Type : Compared(column.Type);
        var outcome = literal.Text is { } text ? FromText(text, type) : FromJson(literal.Json, type);
        if (outcome.Problem is { } problem) throw Refuse(literal, column, problem, outcome.OutOfRange).AsException();
        if (stored && TooLong(outcome.Value, column.Type))
        {
            var length = column.Type.Length.GetValueOrDefault().ToString(CultureInfo.InvariantCulture);
            throw Refuse(literal, column, $"is longer than {length} characters", outOfRange: true).AsException();
        }

        return outcome.Value;
    }

    /// <summary>
    /// A value to compare with is not rounded: of a column with two decimals, 9.99 is less than 9.994, and nothing equals 9.995.
    /// </summary>
    private static ColumnType Compared(ColumnType type) => type switch
    {
        { Kind: TypeKind.Decimal, Scale: not null } => type with { Precision = null, Scale = null },
        { Element: { Kind: TypeKind.Decimal, Scale: not null } element } => type with { Element = Compared(element) },
        _ => type,
    };

    private static Failure Refuse(Literal literal, Column column, string problem, bool outOfRange) =>
        new(outOfRange ? FailureCode.ValueOutOfRange : FailureCode.BadValue,
            $"The value {Quote(literal)} {problem}: column \"{column.Name}\" is of type {column.Type.Name}.")
        {
            At = literal.At,
            Hint = column.Type.Kind == TypeKind.Enum
                ? NearestName.Hint(Shown(literal), column.Type.Labels) ?? $"One of: {string.Join(", ", column.Type.Labels)}."
                : null,
        };

    private static string Quote(Literal literal)
    {
        var shown = Shown(literal);
        if (shown.Length > LongestQuotedValue) shown = string.Concat(shown.AsSpan(0, LongestQuotedValue), "…");
        return literal.Text is null && literal.Json.ValueKind != JsonValueKind.String ? shown : $"\"{shown}\"";
    }

    private static string Shown(Literal literal) =>
        literal.Text ?? (JsonText.TryGetString(literal.Json, out var text) ? text : Raw(literal.Json));

    /// <summary>As it was sent, a string without its quotes.</summary>
    private static string Raw(JsonElement json) =>
        json.ValueKind == JsonValueKind.String ? json.GetRawText()[1..^1] : json.GetRawText();

    private static bool TooLong(object? value, ColumnType type) =>
        type is { Kind: TypeKind.Text, Length: { } length } && value is string text && text.Length > length
        && text.EnumerateRunes().Count() > length;

    private static Outcome FromJson(JsonElement json, ColumnType type) => (json.ValueKind, type.Kind) switch
    {
        (JsonValueKind.Null, _) => new Outcome(null),
        (_, TypeKind.Json) => JsonText.FromElement(json),
        (JsonValueKind.Array, TypeKind.Array) => FromJsonArray(json, type),
        (JsonValueKind.String, TypeKind.Array) => Outcome.Refused("is no JSON array"),
        (JsonValueKind.String, _) => JsonText.TryGetString(json, out var text)
            ? FromText(text, type)
            : Outcome.Refused("holds half of a surrogate pair"),
        (JsonValueKind.True, TypeKind.Boolean) => new Outcome(true),
        (JsonValueKind.False, TypeKind.Boolean) => new Outcome(false),
        (JsonValueKind.Number, TypeKind.Int16 or TypeKind.Int32 or TypeKind.Int64 or TypeKind.Decimal
            or TypeKind.Single or TypeKind.Double or TypeKind.Other) => FromText(json.GetRawText(), type),
        (JsonValueKind.True or JsonValueKind.False, TypeKind.Other) => FromText(json.GetRawText(), type),
        _ => Outcome.Refused($"is no {Noun(type.Kind)}"),
    };

    private static Outcome FromJsonArray(JsonElement json, ColumnType type)
    {
        var items = new List<object?>(json.GetArrayLength());
        foreach (var item in json.EnumerateArray())
        {
            // A nested array is a further dimension of the same array.
            var outcome = FromJson(item, item.ValueKind == JsonValueKind.Array ? type : type.Element!);
            if (outcome.Problem is not null) return outcome;
            items.Add(outcome.Value);
        }

        return new Outcome(items);
    }

    private static Outcome FromText(string text, ColumnType type)
    {
        if (text.Contains('\0', StringComparison.Ordinal)) return Outcome.Refused("holds a NUL character");
        return type.Kind switch
        {
            TypeKind.Boolean => FromBooleanText(text),
            TypeKind.Int16 => NumberText.ToInteger(text, short.MinValue, short.MaxValue),
            TypeKind.Int32 => NumberText.ToInteger(text, int.MinValue, int.MaxValue),
            TypeKind.Int64 => NumberText.ToInteger(text, long.MinValue, long.MaxValue),
            TypeKind.Decimal => NumberText.ToDecimal(text, type),
            TypeKind.Single => NumberText.ToDouble(text, isSingle: true),
            TypeKind.Double => NumberText.ToDouble(text, isSingle: false),
            TypeKind.Text or TypeKind.Interval or TypeKind.Other => new Outcome(text),
            TypeKind.Uuid => Guid.TryParse(text.Trim(), out var uuid) && IsUuid(text)
                ? new Outcome(uuid.ToString("D"))
                : Outcome.Refused("is no uuid"),
            TypeKind.Date => TemporalText.ToDate(text),
            TypeKind.Time => TemporalText.ToTime(text),
            TypeKind.Timestamp => TemporalText.ToTimestamp(text),
            TypeKind.TimestampTz => TemporalText.ToInstant(text),
            TypeKind.Json => JsonText.FromText(text),
            TypeKind.Bytes => FromBase64(text),
            TypeKind.Enum => type.Labels.Contains(text, StringComparer.Ordinal)
                ? new Outcome(text)
                : Outcome.Refused("is none of the labels"),
            TypeKind.Array => FromArrayText(text, type),
        };
    }

    /// <summary>
    /// .NET also reads forms such as <c>{0x…,{…}}</c>, and signs; only hexadecimal digits with dashes or braces are meant.
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
        return System.Convert.TryFromBase64String(encoded, bytes, out var written)
            ? new Outcome(bytes[..written])
            : Outcome.Refused("is no base64");
    }

    private static Outcome FromArrayText(string text, ColumnType type)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Array
                ? FromJsonArray(document.RootElement, type)
                : Outcome.Refused("is no JSON array");
        }
        catch (JsonException)
        {
            return Outcome.Refused("is no JSON array");
        }
    }

    private static string Noun(TypeKind kind) => kind switch
    {
        TypeKind.Boolean => "boolean",
        TypeKind.Int16 or TypeKind.Int32 or TypeKind.Int64 => "integer",
        TypeKind.Decimal or TypeKind.Single or TypeKind.Double => "number",
        TypeKind.Array => "JSON array",
        TypeKind.Json => "JSON value",
        TypeKind.Text or TypeKind.Uuid or TypeKind.Date or TypeKind.Time or TypeKind.Timestamp or TypeKind.TimestampTz
            or TypeKind.Interval or TypeKind.Bytes or TypeKind.Enum or TypeKind.Other => "string",
    };
}

/// <summary>A converted value, or why there is none.</summary>
/// <param name="Value">The value; null is NULL.</param>
/// <param name="Problem">Why there is none, to follow the value in a sentence: <c>is no integer</c>.</param>
/// <param name="OutOfRange">Whether it would be a value if the type were larger.</param>
internal readonly record struct Outcome(object? Value, string? Problem = null, bool OutOfRange = false)
{
    public static Outcome Refused(string problem) => new(null, problem);

    public static Outcome TooLarge(string problem) => new(null, problem, OutOfRange: true);
}
