using System.Globalization;
using Relata.Model.Failures;
using Relata.Model.Requests;
using Relata.Model.Schema;

namespace Relata.Dialects.Rest;

/// <summary>
/// Reads paths of relationships, names with <c>__</c> between them, in keys that speak of related rows.
/// </summary>
/// <remarks>Names may hold <c>__</c> themselves, so the longest is tried first.</remarks>
/// <param name="schema">The schema.</param>
/// <param name="table">The table that the path starts from.</param>
internal sealed class RestRelationPath(DatabaseSchema schema, Table table)
{
    /// <summary>More relationships than any limit allows: each of them nests the reading of the next.</summary>
    private const int MostRelationships = 64;

    private const string Separator = "__";
    private const string Conditions = "__objects__";

    /// <summary>The relationships along a path; null when there is no such path.</summary>
    public List<Relationship[]>? Follow(Name key, int length) => Follow(table, key.Text.AsSpan(0, length), key.At, 0);

    /// <summary>
    /// The relationships along the path to a list with which a key begins, and where the key of a condition on its rows
    /// starts. Behind the relationship's own name stands <c>__objects__</c>: without it the condition is one on the
    /// rows around. Behind its other names, which mean nothing else, it may be left out.
    /// </summary>
    public (List<Relationship[]> Hops, int Start)? ToCondition(Name key) => ToCondition(table, key.Text, key.At, 0);

    /// <summary>The first name on the path that is none decides what is said.</summary>
    public FailureException Unknown(Name key, int length)
    {
        var (from, rest) = (table, key.Text[..length]);
        while (RestRelationships.Of(schema, from).Names.FirstOrDefault(known =>
            rest.StartsWith(known.Name + Separator, StringComparison.Ordinal)) is { Name: { } name, Meant: var meant })
        {
            (from, rest) = (meant[0].To, rest[(name.Length + Separator.Length)..]);
        }

        var wrong = rest.Split(Separator, 2)[0];
        return new Failure(FailureCode.UnknownRelationship, $"\"{from.Name.Name}\" has no relationship \"{wrong}\".")
        {
            At = key.At,
            Hint = NearestName.Hint(wrong, RestRelationships.Of(schema, from).Names.Select(known => known.Name)),
        }.AsException();
    }

    private List<Relationship[]>? Follow(Table from, ReadOnlySpan<char> path, Position? at, int count)
    {
        RequireShort(count, at);
        foreach (var (name, meant) in RestRelationships.Of(schema, from).Names)
        {
            if (!path.StartsWith(name, StringComparison.Ordinal)) continue;
            var rest = path[name.Length..];
            if (rest.IsEmpty) return [meant];
            if (!rest.StartsWith(Separator, StringComparison.Ordinal)) continue;
            if (Follow(meant[0].To, rest[Separator.Length..], at, count + 1) is not { } hops) continue;
            hops.Insert(0, meant);
            return hops;
        }

        return null;
    }

    private (List<Relationship[]> Hops, int Start)? ToCondition(
        Table from, ReadOnlySpan<char> key, Position? at, int count)
    {
        RequireShort(count, at);
        foreach (var (name, meant) in RestRelationships.Of(schema, from).Names)
        {
            if (!key.StartsWith(name, StringComparison.Ordinal)) continue;
            var rest = key[name.Length..];
            if (!rest.StartsWith(Separator, StringComparison.Ordinal)) continue;
            var isList = meant[0].Kind != RelationshipKind.Parent;
            if (isList && rest.StartsWith(Conditions, StringComparison.Ordinal) && rest.Length > Conditions.Length)
                return ([meant], name.Length + Conditions.Length);
            var start = name.Length + Separator.Length;
            if (ToCondition(meant[0].To, key[start..], at, count + 1) is var (hops, further))
            {
                hops.Insert(0, meant);
                return (hops, start + further);
            }

            if (isList && start < key.Length && IsOnlyOutput(from, name, meant)) return ([meant], start);
        }

        return null;
    }

    private static bool IsOnlyOutput(Table from, string name, Relationship[] meant) =>
        from.FindColumn(name) is null && Array.TrueForAll(meant, relationship => relationship.Name != name);

    private static void RequireShort(int count, Position? at)
    {
        if (count < MostRelationships) return;
        throw new Failure(FailureCode.LimitExceeded, string.Create(CultureInfo.InvariantCulture,
            $"A path crosses more than {MostRelationships} relationships.")) { At = at }.AsException();
    }
}
