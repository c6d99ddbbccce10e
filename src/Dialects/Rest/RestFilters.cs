using Relata.Dialects.Contract;
using Relata.Model.Expressions;
using Relata.Model.Requests;

namespace Relata.Dialects.Rest;

/// <summary>The conditions of a query string.</summary>
/// <remarks>
/// The values of a repeated key are alternatives; different keys must all hold. What a negative lookup denies of
/// alternatives it denies of each: "is not one or two", where "is not one, or is not two" would be true of every row.
/// </remarks>
internal sealed class RestFilters
{
    private readonly Dictionary<string, (bool IsNegative, List<Expression> Alternatives)> byKey = new(StringComparer.Ordinal);

    public void Add(QueryPair pair, Name column, RestLookup lookup)
    {
        var condition = lookup.Apply(new ColumnName(column), Literal.FromText(pair.Value, pair.At));
        if (byKey.TryGetValue(pair.Key.Text, out var filter)) filter.Alternatives.Add(condition);
        else byKey.Add(pair.Key.Text, (lookup.IsNegative, [condition]));
    }

    public Expression? ToExpression()
    {
        var all = byKey.Values.Select(filter => filter.Alternatives.Count == 1
            ? filter.Alternatives[0]
            : new Logical(filter.IsNegative ? LogicalOperator.And : LogicalOperator.Or, filter.Alternatives)).ToArray();
        return all.Length switch
        {
            0 => null,
            1 => all[0],
            _ => new Logical(LogicalOperator.And, all),
        };
    }
}
