using Relata.Dialects.Contract;
using Relata.Model.Expressions;
using Relata.Model.Failures;
using Relata.Model.Requests;
using Relata.Model.Schema;

namespace Relata.Dialects.Rest;

/// <summary>What a query says about the related rows at one place, and about those inside them.</summary>
/// <param name="schema">The schema.</param>
/// <param name="table">The table of these rows.</param>
internal sealed class RestRelated(DatabaseSchema schema, Table table)
{
    private readonly Dictionary<Relationship, RestRelated> inside = new(ReferenceEqualityComparer.Instance);
    private readonly List<Ordering> order = [];
    private List<Name>? fields;
    private RestFilters? filters;

    /// <summary>The table's relationships.</summary>
    public RestRelationships Relationships { get; } = RestRelationships.Of(schema, table);

    /// <summary>Where the query asks for these rows first; null where only a depth does.</summary>
    public Position? At { get; private set; }

    /// <summary>The columns that are answered; null means all.</summary>
    public IReadOnlyList<Name>? Fields => fields;

    /// <summary>The order of a list.</summary>
    public IReadOnlyList<Ordering> Order => order;

    /// <summary>The most rows of a list; null means all.</summary>
    public RowLimit? Limit { get; private set; }

    /// <summary>Which rows of a list; null means all.</summary>
    public Expression? Filter => filters?.ToExpression();

    /// <summary>What is said about related rows inside these; null when nothing is.</summary>
    public RestRelated? Find(Relationship relationship) => inside.GetValueOrDefault(relationship);

    /// <summary>The places at the end of a path; each on the way is asked for, too.</summary>
    public IReadOnlyList<RestRelated> Along(IEnumerable<Relationship[]> path, Position? at)
    {
        IReadOnlyList<RestRelated> here = [this];
        foreach (var hop in path) here = [.. here.SelectMany(related => hop.Select(next => related.Inside(next, at)))];
        return here;
    }

    /// <summary>Adds to the columns that are answered.</summary>
    public void AddFields(QueryPair pair) => (fields ??= []).AddRange(RestQuery.Split(pair));

    /// <summary>Adds to the order.</summary>
    public void AddOrder(QueryPair pair) => order.AddRange(RestQuery.Orderings(pair));

    /// <summary>Sets the most rows, once.</summary>
    public void SetLimit(QueryPair pair)
    {
        if (Limit is null)
        {
            Limit = new RowLimit(RestQuery.Integer(pair), pair.At);
            return;
        }

        throw new Failure(FailureCode.MalformedSyntax, $"The limit of \"{table.Name.Name}\" here is given twice.")
        {
            At = pair.Key.At,
        }.AsException();
    }

    /// <summary>Adds what a part of the query demands of the rows by a part of its key.</summary>
    public void AddCondition(RestText key, QueryPair pair) =>
        (filters ??= new RestFilters(table, schema)).Add(key, pair, []);

    private RestRelated Inside(Relationship relationship, Position? at)
    {
        if (inside.TryGetValue(relationship, out var related)) return related;
        related = new RestRelated(schema, relationship.To) { At = at };
        inside.Add(relationship, related);
        return related;
    }
}
