using Relata.Dialects.Contract;
using Relata.Model.Expressions;
using Relata.Model.Schema;

namespace Relata.Dialects.Rest;

/// <summary>The conditions of a query string, which must all hold.</summary>
/// <remarks>The values of a repeated key are alternatives, those of <c>and</c>, <c>or</c> and <c>not</c> are not.</remarks>
/// <param name="table">The table asked for.</param>
/// <param name="schema">The schema.</param>
internal sealed class RestFilters(Table table, DatabaseSchema schema)
{
    private readonly RestScope scope = new();
    private readonly List<Expression> groups = [];

    /// <summary>Adds what a part of the query demands.</summary>
    /// <param name="pair">The part.</param>
    /// <param name="others">Other words that the caller may have meant where no column is found.</param>
    public void Add(QueryPair pair, IReadOnlyList<string> others)
    {
        if (RestGroup.Names.Contains(pair.Key.Text))
        {
            groups.Add(new RestGroup(RestText.ValueOf(pair), table, schema).Read(pair.Key.Text));
            return;
        }

        var key = RestKey.Read(RestText.KeyOf(pair), table, schema, others);
        scope.Add(key, new RestValue(pair.Value, pair.At), key.Own);
    }

    public Expression? ToExpression()
    {
        if (groups.Count == 0) return scope.ToExpression();
        if (scope.ToExpression() is { } conditions) groups.Insert(0, conditions);
        return groups.Count == 1 ? groups[0] : new Logical(LogicalOperator.And, groups);
    }
}
