using System.Text.Json;
using Relata.Client.Results;
using Relata.Model.Expressions;
using Relata.Model.Failures;

namespace Relata.Client.Parts;

/// <summary>What must hold for a column; <see cref="Ex"/> makes them.</summary>
public sealed class ColumnCondition
{
    private readonly Func<Expression, Expression> make;

    private ColumnCondition(Func<Expression, Expression> make) => this.make = make;

    /// <summary>The condition of a column.</summary>
    internal Expression Of(string column) => make(new ColumnName(Names.Of(column)));

    internal ColumnCondition Opposite() => new(column => new Not(make(column)));

    internal static ColumnCondition Equal(object? value) =>
        value is null ? Is(null) : Compare(ComparisonOperator.Equal, value);

    internal static ColumnCondition Compare(ComparisonOperator comparison, object value)
    {
        var literal = Literal(value);
        return new(column => new Comparison(comparison, column, literal));
    }

    internal static ColumnCondition Is(bool? value)
    {
        var test = value switch { null => IsTest.Null, true => IsTest.True, false => IsTest.False };
        return new(column => new Is(column, test));
    }

    internal static ColumnCondition Like(string pattern)
    {
        var literal = Literal(pattern);
        return new(column => new TextMatch(TextMatchKind.Like, IgnoreCase: false, column, literal));
    }

    internal static ColumnCondition In(IEnumerable<object> values)
    {
        var list = new LiteralList([.. values.Select(Literal)], null);
        return new(column => new In(column, list));
    }

    internal static ColumnCondition Between(object low, object high)
    {
        var (from, to) = (Literal(low), Literal(high));
        return new(column => new Between(column, from, to));
    }

    /// <summary>
    /// A value as a URL has it, so that it means the same over SQL: a text, to which the column gives a type. Arrays
    /// and objects stay JSON.
    /// </summary>
    internal static Literal Literal(object? value)
    {
        var json = ColumnJson.Write(value);
        return json.ValueKind switch
        {
            JsonValueKind.Null or JsonValueKind.Undefined => throw new Failure(
                FailureCode.BadValue, "Nothing is larger, smaller or like null, and no list finds it.")
            {
                Hint = "NULL is found by the filters Is and IsNot.",
            }.AsException(),
            JsonValueKind.String => Model.Expressions.Literal.FromText(json.GetString()!, null),
            JsonValueKind.Array or JsonValueKind.Object => Model.Expressions.Literal.FromJson(json, null),
            _ => Model.Expressions.Literal.FromText(json.GetRawText(), null),
        };
    }
}
