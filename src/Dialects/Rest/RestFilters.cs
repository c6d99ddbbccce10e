using Relata.Dialects.Contract;
using Relata.Model.Expressions;
using Relata.Model.Failures;
using Relata.Model.Schema;

namespace Relata.Dialects.Rest;

/// <summary>The conditions of a query string, which must all hold.</summary>
/// <remarks>
/// The values of a repeated key are alternatives, those of <c>and</c>, <c>or</c> and <c>not</c> are not.
/// </remarks>
/// <param name="table">The table asked for.</param>
/// <param name="schema">The schema.</param>
internal sealed class RestFilters(Table table, DatabaseSchema schema)
{
    private readonly RestScope scope = new();
    private readonly List<Expression> groups = [];
    private QueryPair? searchWords;
    private QueryPair? searchFields;

    /// <summary>Adds what a part of the query demands.</summary>
    /// <param name="pair">The part.</param>
    /// <param name="others">Other words that the caller may have meant where no column is found.</param>
    public void Add(QueryPair pair, IReadOnlyList<string> others) => Add(RestText.KeyOf(pair), pair, others);

    /// <summary>Adds what a part of the query demands by a part of its key.</summary>
    public void Add(RestText name, QueryPair pair, IReadOnlyList<string> others)
    {
        switch (name.ToString())
        {
            case RestSearch.Words:
                searchWords = searchWords is null ? pair : throw Twice(pair);
                break;
            case RestSearch.Fields:
                searchFields = searchFields is null ? pair : throw Twice(pair);
                break;
            case var group when RestGroup.Names.Contains(group):
                groups.Add(
                    new RestGroup(RestText.ValueOf(pair), key => RestKey.Read(key, table, schema, [])).Read(group));
                break;
            default:
                var key = RestKey.Read(name, table, schema, others);
                scope.Add(key, new RestValue(pair.Value, pair.At), key.Own);
                break;
        }
    }

    public Expression? ToExpression()
    {
        if (Search() is { } search) groups.Add(search);
        if (groups.Count == 0) return scope.ToExpression();
        if (scope.ToExpression() is { } conditions) groups.Insert(0, conditions);
        return groups.Count == 1 ? groups[0] : new Logical(LogicalOperator.And, groups);
    }

    private Expression? Search()
    {
        if (searchWords is { } words) return new RestSearch(table, schema).Read(words, searchFields);
        if (searchFields is not { } fields) return null;
        throw new Failure(FailureCode.BadValue, "\"search_fields\" are the fields of a \"search\", which is missing.")
        {
            At = fields.Key.At,
        }.AsException();
    }

    private static FailureException Twice(QueryPair pair) =>
        new Failure(FailureCode.MalformedSyntax, $"The option \"{pair.Key.Text}\" is given twice.")
        {
            At = pair.Key.At,
        }.AsException();
}
