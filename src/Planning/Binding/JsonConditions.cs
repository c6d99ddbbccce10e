using System.Text.Json;
using Relata.Model.Expressions;
using Relata.Model.Failures;
using Relata.Model.Schema;
using Relata.Planning.Values;

namespace Relata.Planning.Binding;

/// <summary>
/// Conditions on a place within a JSON column. The value decides as what the place is read: of a number, only numbers
/// are found, of a text only strings; whatever else stands there does not match, and never fails.
/// </summary>
/// <param name="binding">The request's binding, which keeps the values.</param>
/// <param name="path">The bound path.</param>
/// <param name="operand">The same as what messages call it.</param>
internal sealed class JsonConditions(Binding binding, JsonPath path, Operand operand)
{
    private static readonly ColumnType Number = new(TypeKind.Decimal, "number");
    private static readonly ColumnType Boolean = new(TypeKind.Boolean, "boolean");

    public Comparison Compare(ComparisonOperator comparison, Literal literal)
    {
        var kind = KindOf(literal);
        if (kind is JsonKind.Boolean or JsonKind.Null
            && comparison is not (ComparisonOperator.Equal or ComparisonOperator.NotEqual))
            throw Refuse(literal, "is neither larger nor smaller than another", null);
        return new Comparison(comparison, As(kind), Keep(literal, kind));
    }

    public Expression In(LiteralList list)
    {
        if (list.Items.Count == 0) return new Logical(LogicalOperator.Or, []);
        var kind = KindOf(list.Items[0]);
        var values = new object?[list.Items.Count];
        for (var i = 0; i < values.Length; i++)
        {
            RequireKind(list.Items[i], kind);
            values[i] = ValueOf(list.Items[i], kind);
        }

        return new In(As(kind), binding.Keep(values, TypeOf(kind), isList: true));
    }

    public Between Between(Literal low, Literal high)
    {
        var kind = KindOf(low);
        if (kind is not (JsonKind.Number or JsonKind.Text)) throw Refuse(low, "is no end of a range", null);
        RequireKind(high, kind);
        return new Between(As(kind), Keep(low, kind), Keep(high, kind));
    }

    public Is Test(IsTest test) => new(As(test == IsTest.Null ? JsonKind.Any : JsonKind.Boolean), test);

    /// <summary>The place as text, for matching patterns.</summary>
    public Operand Text => operand with
    {
        Expression = As(JsonKind.Text),
        Column = new Column(operand.Column.Name, 0, FunctionTypes.Text),
    };

    private JsonPath As(JsonKind kind) => path with { Kind = kind };

    private static ColumnType TypeOf(JsonKind kind) => kind switch
    {
        JsonKind.Number => Number,
        JsonKind.Text => FunctionTypes.Text,
        _ => Boolean,
    };

    private Parameter Keep(Literal literal, JsonKind kind) => binding.Keep(ValueOf(literal, kind), TypeOf(kind));

    private object? ValueOf(Literal literal, JsonKind kind)
    {
        if (kind == JsonKind.Null) return true;
        var text = Parsed(literal) is { ValueKind: JsonValueKind.String } json
            ? Literal.FromJson(json, literal.At)
            : literal;
        return ColumnValue.Convert(text, new Column(operand.Column.Name, 0, TypeOf(kind)), stored: false);
    }

    private void RequireKind(Literal literal, JsonKind kind)
    {
        if (KindOf(literal) == kind) return;
        throw Refuse(literal, "is of another kind than the value before",
            "Numbers, strings, true and false are asked for one kind at a time.");
    }

    /// <summary>A text that is no JSON means itself; <c>"5"</c> in quotes is the string, <c>5</c> the number.</summary>
    private JsonKind KindOf(Literal literal) => Parsed(literal)?.ValueKind switch
    {
        JsonValueKind.Number => JsonKind.Number,
        JsonValueKind.True or JsonValueKind.False => JsonKind.Boolean,
        JsonValueKind.Null => JsonKind.Null,
        JsonValueKind.Object or JsonValueKind.Array => throw Refuse(
            literal, "is no number, string, true, false or null", "Parts of objects and arrays are found by contains."),
        _ => JsonKind.Text,
    };

    private static JsonElement? Parsed(Literal literal)
    {
        if (literal.Text is not { } text) return literal.Json;
        try
        {
            return JsonElement.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private FailureException Refuse(Literal literal, string problem, string? hint) =>
        new Failure(
            FailureCode.BadValue,
            $"The value {literal.Text ?? literal.Json.GetRawText()} for \"{operand.Column.Name}\" {problem}.")
        {
            At = literal.At,
            Hint = hint,
        }.AsException();
}
