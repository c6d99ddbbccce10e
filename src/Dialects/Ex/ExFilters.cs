using Relata.Model.Expressions;
using Relata.Model.Failures;
using Relata.Model.Requests;
using Relata.Model.Schema;

namespace Relata.Dialects.Ex;

/// <summary>The conditions of a request, all of which must hold, also several of one column.</summary>
/// <param name="table">The table asked for; null where only others know it.</param>
internal sealed class ExFilters(Table? table)
{
    private readonly List<Expression> conditions = [];

    /// <summary>Adds a condition.</summary>
    /// <param name="key">A column, or a column, a colon and an operator.</param>
    /// <param name="value">What the column is compared with.</param>
    public void Add(Name key, ExValue value)
    {
        var (column, comparison) = Split(key);
        conditions.Add(comparison.Condition(new ColumnName(column), value));
    }

    /// <summary>The condition that stands for all; null for none.</summary>
    public Expression? ToExpression() => conditions.Count switch
    {
        0 => null,
        1 => conditions[0],
        _ => new Logical(LogicalOperator.And, conditions),
    };

    /// <summary>
    /// A column whose own name holds a colon is found first; where columns are not known, only an operator is split
    /// off.
    /// </summary>
    private (Name Column, ExOperator Comparison) Split(Name key)
    {
        var colon = key.Text.LastIndexOf(':');
        if (colon < 0 || table?.FindColumn(key.Text) is not null) return (key, ExOperator.Equal);
        var (column, name) = (key with { Text = key.Text[..colon] }, key.Text[(colon + 1)..]);
        if (ExOperator.ByName.TryGetValue(name, out var comparison)) return (column, comparison);
        if (table is null) return (key, ExOperator.Equal);
        throw new Failure(FailureCode.UnknownOption, $"There is no filter \"{name}\".")
        {
            At = key.At,
            Hint = NearestName.Hint(name, ExOperator.ByName.Keys)
                ?? $"Known filters: {string.Join(", ", ExOperator.ByName.Keys.Order(StringComparer.Ordinal))}.",
        }.AsException();
    }
}
