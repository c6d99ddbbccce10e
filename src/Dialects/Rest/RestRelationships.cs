using System.Runtime.CompilerServices;
using Relata.Model.Schema;

namespace Relata.Dialects.Rest;

/// <summary>
/// The relationships of one table as callers of this dialect know them: the key under which related rows are answered,
/// and the names by which they are asked for.
/// </summary>
internal sealed class RestRelationships
{
    private static readonly ConditionalWeakTable<Table, RestRelationships> Known = [];

    private readonly (string Name, Relationship[] Meant)[] names;
    private readonly Dictionary<Relationship, string> keys;

    private RestRelationships(Table table, IReadOnlyList<Relationship> relationships)
    {
        All = relationships;
        keys = KeysOf(table, relationships);
        names =
        [
            .. relationships
                .SelectMany(relationship => NamesOf(relationship).Distinct().Select(name => (name, relationship)))
                .GroupBy(named => named.name, named => named.relationship, StringComparer.Ordinal)
                .Select(group => (group.Key, group.ToArray()))
                .OrderByDescending(named => named.Key.Length)
                .ThenBy(named => named.Key, StringComparer.Ordinal),
        ];
    }

    /// <summary>The relationships: parents, then children, then those through a junction, each by name.</summary>
    public IReadOnlyList<Relationship> All { get; }

    /// <summary>
    /// Every name, the longest first, and what it means: more than one only where a child table has several foreign
    /// keys.
    /// </summary>
    public IReadOnlyList<(string Name, Relationship[] Meant)> Names => names;

    /// <summary>The relationships of a table.</summary>
    public static RestRelationships Of(DatabaseSchema schema, Table table) =>
        Known.TryGetValue(table, out var known)
            ? known
            : Known.GetValue(table, table => new RestRelationships(table, schema.RelationshipsOf(table)));

    /// <summary>The key under which the related rows stand in a row.</summary>
    public string KeyOf(Relationship relationship) => keys[relationship];

    /// <summary>
    /// djangolang's name for children stands for all foreign keys of the child table. What follows on a path is looked
    /// up in one table, so the schema stands in it where two have a table of that name.
    /// </summary>
    private IEnumerable<string> NamesOf(Relationship relationship)
    {
        yield return relationship.Name;
        yield return keys[relationship];
        if (relationship.Kind != RelationshipKind.Children) yield break;
        var (to, name) = (relationship.To, relationship.To.Name);
        var isShared = All.Any(other =>
            other.Kind == RelationshipKind.Children && other.To != to && other.To.Name.Name == name.Name);
        yield return isShared ? $"referenced_by_{name.Schema}_{name.Name}" : $"referenced_by_{name.Name}";
    }

    /// <summary>A key that is not unique gives way to a longer one, for each that wants it.</summary>
    private static Dictionary<Relationship, string> KeysOf(Table table, IReadOnlyList<Relationship> relationships)
    {
        var keys = new Dictionary<Relationship, string>(ReferenceEqualityComparer.Instance);
        var waiting = relationships;
        for (var round = 0; waiting.Count > 0; round++)
        {
            var wanted = waiting.ToLookup(relationship => Candidates(relationship)[round], StringComparer.Ordinal);
            var later = new List<Relationship>();
            foreach (var group in wanted)
            {
                var isFree = group.Count() == 1 && table.FindColumn(group.Key) is null
                    && !keys.ContainsValue(group.Key);
                if (isFree || round == 2) foreach (var relationship in group) keys[relationship] = group.Key;
                else later.AddRange(group);
            }

            waiting = later;
        }

        return keys;
    }

    private static string[] Candidates(Relationship relationship)
    {
        var (name, to) = (relationship.Name, relationship.To.Name);
        var (near, far) = (Columns(relationship.FromColumns), Columns(relationship.ToColumns));
        return relationship.Kind switch
        {
            RelationshipKind.Parent => [$"{near}_object", $"{near}_{to.Name}_object", $"{name}_object"],
            RelationshipKind.Children =>
            [
                $"referenced_by_{to.Name}_{far}_objects", $"referenced_by_{to.Schema}_{to.Name}_{far}_objects",
                $"referenced_by_{name}_objects",
            ],
            RelationshipKind.ManyToMany => [name, $"{name}_objects", $"{name}_objects"],
        };
    }

    private static string Columns(IReadOnlyList<Column> columns) =>
        string.Join("_", columns.Select(column => column.Name));
}
