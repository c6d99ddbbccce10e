using System.Text.Json;
using Relata.Dialects.Ex;
using Relata.Model.Expressions;
using Relata.Model.Failures;

namespace Relata.Client.Http;

/// <summary>A filter as ex writes it: <c>column:operator=value</c>.</summary>
/// <param name="Column">The column.</param>
/// <param name="Operator">The operator.</param>
/// <param name="Values">The values: several of a list, two of a range, none where <paramref name="Word"/> says
/// which.</param>
/// <param name="IsList">Whether the values are a list, also when there is one or none.</param>
/// <param name="Word">Null, true or false, for <c>is</c>; null where there are values.</param>
internal sealed record WireFilter(
    string Column, string Operator, IReadOnlyList<Literal> Values, bool IsList, string? Word)
{
    /// <summary>The filters that hold together where a condition holds.</summary>
    /// <exception cref="FailureException">The condition cannot be said in ex.</exception>
    public static IReadOnlyList<WireFilter> Of(Expression? filter) => filter switch
    {
        null => [],
        Logical { Operator: LogicalOperator.And } all => [.. all.Operands.SelectMany(Of)],
        Not not => [Opposite(not)],
        _ => [One(filter)],
    };

    /// <summary>
    /// The key of the filter in a query or a batch. Without an operator it says that the column holds the value, unless
    /// the column's own name would be read as one with an operator.
    /// </summary>
    public string Key => Operator == ExOperatorName.Eq && !EndsInOperator ? Column : $"{Column}:{Operator}";

    private bool EndsInOperator => Column.LastIndexOf(':') is >= 0 and var colon
        && ExOperatorName.All.Contains(Column[(colon + 1)..]);

    /// <summary>
    /// The value in a query; null when a comma in it would mean something else, or it is JSON, which has a type there
    /// and none here.
    /// </summary>
    public string? Text
    {
        get
        {
            if (Word is not null) return Word;
            if (Values.Any(value => value.Text is null)) return null;
            if (!IsList) return Values[0].Text;
            if (Values is [{ Text: "" }]) return null;
            if (Values.Any(value => value.Text!.Contains(',', StringComparison.Ordinal))) return null;
            return string.Join(',', Values.Select(value => value.Text));
        }
    }

    /// <summary>Writes the value as a batch has it.</summary>
    public void WriteValue(Utf8JsonWriter json)
    {
        if (Word is not null) json.WriteRawValue(Word);
        else if (!IsList) Write(json, Values[0]);
        else
        {
            json.WriteStartArray();
            foreach (var value in Values) Write(json, value);
            json.WriteEndArray();
        }
    }

    private static void Write(Utf8JsonWriter json, Literal value)
    {
        if (value.Text is { } text) json.WriteStringValue(text);
        else json.WriteRawValue(value.Json.GetRawText(), skipInputValidation: true);
    }

    private static WireFilter Opposite(Not not)
    {
        var filter = One(not.Operand);
        return filter.Operator switch
        {
            ExOperatorName.Is => filter with { Operator = ExOperatorName.IsNot },
            ExOperatorName.Like => filter with { Operator = ExOperatorName.NotLike },
            ExOperatorName.In => filter with { Operator = ExOperatorName.NotIn },
            ExOperatorName.Btwn => filter with { Operator = ExOperatorName.NotBtwn },
            _ => throw Wire.CannotSay("the opposite of a comparison"),
        };
    }

    private static WireFilter One(Expression filter) => filter switch
    {
        Comparison { Left: ColumnName column, Right: Literal value } comparison =>
            new(column.Name.Text, OperatorOf(comparison.Operator), [value], false, null),
        Is { Operand: ColumnName column } test => new(column.Name.Text, ExOperatorName.Is, [], false, test.Test switch
        {
            IsTest.Null => "null",
            IsTest.True => "true",
            IsTest.False => "false",
        }),
        TextMatch
        {
            Kind: TextMatchKind.Like, IgnoreCase: false, Operand: ColumnName column, Pattern: Literal pattern,
        } =>
            new(column.Name.Text, ExOperatorName.Like, [pattern], false, null),
        In { Operand: ColumnName column, List: LiteralList list } =>
            new(column.Name.Text, ExOperatorName.In, list.Items, true, null),
        Between { Operand: ColumnName column, Low: Literal low, High: Literal high } =>
            new(column.Name.Text, ExOperatorName.Btwn, [low, high], true, null),
        _ => throw Wire.CannotSay($"the condition {filter.GetType().Name}"),
    };

    private static string OperatorOf(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Equal => ExOperatorName.Eq,
        ComparisonOperator.NotEqual => ExOperatorName.NotEq,
        ComparisonOperator.Greater => ExOperatorName.Gt,
        ComparisonOperator.GreaterOrEqual => ExOperatorName.GtEq,
        ComparisonOperator.Less => ExOperatorName.Lt,
        ComparisonOperator.LessOrEqual => ExOperatorName.LtEq,
    };
}
