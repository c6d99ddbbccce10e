using Relata.Model.Schema;

namespace Relata.Introspection;

/// <summary>A relationship without a name yet.</summary>
/// <param name="Relationship">Everything else about it.</param>
/// <param name="Names">The names that it may get, the best first; three for each candidate.</param>
internal sealed record RelationshipCandidate(Relationship Relationship, IReadOnlyList<string> Names);

/// <summary>Gives the relationships of one table names that are unique among them and its columns.</summary>
/// <remarks>
/// Parents choose before children, and these before many-to-many. Of one kind, those that want the same name all take
/// their next one: a name never goes to whoever came first, so it does not change its meaning when a table is added
/// elsewhere.
/// </remarks>
internal static class RelationshipNames
{
    /// <summary>The named relationships, by kind and name.</summary>
    public static IEnumerable<Relationship> Choose(Table table, IEnumerable<RelationshipCandidate> candidates)
    {
        var taken = table.Columns.Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        return candidates
            .GroupBy(candidate => candidate.Relationship.Kind)
            .OrderBy(kind => kind.Key)
            .SelectMany(kind => Choose([.. kind], taken).OrderBy(named => named.Name, StringComparer.Ordinal));
    }

    private static List<Relationship> Choose(IReadOnlyList<RelationshipCandidate> waiting, HashSet<string> taken)
    {
        var named = new List<Relationship>(waiting.Count);
        for (var round = 0; waiting.Count > 0 && round < waiting[0].Names.Count; round++)
        {
            var later = new List<RelationshipCandidate>();
            foreach (var wanted in waiting.GroupBy(candidate => candidate.Names[round], StringComparer.Ordinal))
            {
                if (wanted.Count() == 1 && taken.Add(wanted.Key))
                    named.Add(wanted.Single().Relationship with { Name = wanted.Key });
                else
                    later.AddRange(wanted);
            }

            waiting = later;
        }

        named.AddRange(waiting
            .OrderBy(candidate => candidate.Names[^1], StringComparer.Ordinal)
            .ThenBy(candidate => candidate.Relationship.To.ToString(), StringComparer.Ordinal)
            .ThenBy(candidate => candidate.Relationship.Junction?.Table.ToString(), StringComparer.Ordinal)
            .Select(candidate => candidate.Relationship with { Name = Numbered(candidate.Names[^1], taken) }));
        return named;
    }

    private static string Numbered(string name, HashSet<string> taken)
    {
        if (taken.Add(name)) return name;
        var number = 2;
        while (!taken.Add($"{name}_{number}")) number++;
        return $"{name}_{number}";
    }
}
