using Relata.Model.Failures;
using Relata.Model.Schema;

namespace Relata.Dialects.Rest;

/// <summary>What a query says about the related rows at one place, and about those inside them.</summary>
/// <param name="schema">The schema.</param>
/// <param name="table">The table of these rows.</param>
internal sealed class RestRelated(DatabaseSchema schema, Table table)
{
    private readonly Dictionary<Relationship, RestRelated> inside = new(ReferenceEqualityComparer.Instance);

    /// <summary>The table's relationships.</summary>
    public RestRelationships Relationships { get; } = RestRelationships.Of(schema, table);

    /// <summary>Where the query asks for these rows first; null where only a depth does.</summary>
    public Position? At { get; private set; }

    /// <summary>What is said about related rows inside these; null when nothing is.</summary>
    public RestRelated? Find(Relationship relationship) => inside.GetValueOrDefault(relationship);

    /// <summary>The places at the end of a path; each on the way is asked for, too.</summary>
    public IReadOnlyList<RestRelated> Along(IEnumerable<Relationship[]> path, Position? at)
    {
        IReadOnlyList<RestRelated> here = [this];
        foreach (var hop in path) here = [.. here.SelectMany(related => hop.Select(next => related.Inside(next, at)))];
        return here;
    }

    private RestRelated Inside(Relationship relationship, Position? at)
    {
        if (inside.TryGetValue(relationship, out var related)) return related;
        related = new RestRelated(schema, relationship.To) { At = at };
        inside.Add(relationship, related);
        return related;
    }
}
