using System.Text.Json;
using Relata.Model.Expressions;
using Relata.Model.Failures;
using Relata.Model.Schema;
using Relata.Planning.Values;

namespace Relata.Functions.Endpoints;

/// <summary>A parameter of a query, and how it takes a value.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type; null where the value's own counts.</param>
/// <param name="Default">What it is where nothing is sent; null when something must be.</param>
internal sealed record QueryParameterSlot(string Name, ColumnType? Type, JsonElement? Default)
{
    /// <summary>The value to bind; null is NULL.</summary>
    /// <exception cref="FailureException">There is none, or it is none of the type.</exception>
    public object? ValueOf(Literal? sent)
    {
        var literal = sent ?? (Default is { } initial ? Literal.FromJson(initial, null) : throw Missing());
        if (Type is null) return ValueByItself(literal);
        return ColumnValue.OfParameter(Type.Kind == TypeKind.Array ? AsArray(literal) : literal, Name, Type);
    }

    /// <summary>In a query string, an array of one value looks like that value.</summary>
    private static Literal AsArray(Literal literal)
    {
        if (literal.Text is not { } text || text.AsSpan().TrimStart().StartsWith("[")) return literal;
        return Literal.FromJson(JsonElement.Parse($"[\"{JsonEncodedText.Encode(text)}\"]"), literal.At);
    }

    private object? ValueByItself(Literal literal)
    {
        if (literal.Text is { } text) return Storable(text, literal);
        var json = literal.Json;
        return json.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Number => json.TryGetInt64(out var whole) ? (object)whole : RealOf(json),
            JsonValueKind.String => ColumnValue.OfParameter(literal, Name, Text),
            _ => json.GetRawText(),
        };
    }

    /// <summary>A number that is no integer of 64 bits; a longer one would lose digits.</summary>
    private double RealOf(JsonElement json)
    {
        var digits = json.GetRawText();
        var isWhole = digits.AsSpan().IndexOfAny('.', 'e', 'E') < 0;
        return !isWhole && double.IsFinite(json.GetDouble())
            ? json.GetDouble()
            : throw new Failure(
                FailureCode.ValueOutOfRange, $"The number of the parameter \"{Name}\" is too large.").AsException();
    }

    private static ColumnType Text { get; } = new(TypeKind.Text, "text");

    private object? Storable(string text, Literal literal) =>
        text.Contains('\0', StringComparison.Ordinal) ? ColumnValue.OfParameter(literal, Name, Text) : text;

    private FailureException Missing() =>
        new Failure(FailureCode.BadValue, $"The parameter \"{Name}\" is missing.").AsException();
}
