using System.Collections.Frozen;

namespace Relata.Model.Schema;

/// <summary>Everything that is known about a database at one moment.</summary>
/// <remarks>Replaced whole, never changed: a call takes one snapshot and uses it to its end.</remarks>
public sealed class DatabaseSchema
{
    private readonly FrozenDictionary<string, Table> byName;
    private readonly FrozenDictionary<Table, IReadOnlyList<Relationship>> relationships;

    /// <summary>Builds a snapshot.</summary>
    /// <param name="schemas">The exposed schemas; the first is the default one.</param>
    /// <param name="tables">Every exposed table.</param>
    /// <param name="relationships">Every relationship between them.</param>
    /// <param name="version">A number that no other snapshot of this process has; plans of different versions never
    /// mix.</param>
    public DatabaseSchema(
        IReadOnlyList<string> schemas,
        IReadOnlyList<Table> tables,
        IEnumerable<Relationship> relationships,
        int version)
    {
        Schemas = schemas;
        Tables = tables;
        Version = version;
        this.relationships = relationships
            .GroupBy(relationship => relationship.From)
            .ToFrozenDictionary(group => group.Key, group => (IReadOnlyList<Relationship>)[.. group]);
        byName = NamesOf(schemas, tables);
    }

    /// <summary>The exposed schemas; the first is the default one.</summary>
    public IReadOnlyList<string> Schemas { get; }

    /// <summary>Every exposed table, by schema and name.</summary>
    public IReadOnlyList<Table> Tables { get; }

    /// <summary>For each extension of the database that can be used, the schema that its functions are in.</summary>
    public IReadOnlyDictionary<string, string> Extensions { get; init; } = FrozenDictionary<string, string>.Empty;

    /// <summary>The number that tells this snapshot from every other of this process.</summary>
    public int Version { get; }

    /// <summary>
    /// Every name under which a table is found: <c>schema.table</c>, and <c>table</c> alone for the first schema that
    /// has it.
    /// </summary>
    public IEnumerable<string> TableNames => byName.Keys;

    /// <summary>The relationships that start at a table.</summary>
    public IReadOnlyList<Relationship> RelationshipsOf(Table table) => relationships.GetValueOrDefault(table, []);

    /// <summary>The relationship of that name that starts at a table, or null.</summary>
    public Relationship? FindRelationship(Table table, string name) =>
        RelationshipsOf(table).FirstOrDefault(relationship => relationship.Name == name);

    /// <summary>The table called <c>table</c> or <c>schema.table</c>, or null.</summary>
    public Table? FindTable(string name) => byName.GetValueOrDefault(name);

    private static FrozenDictionary<string, Table> NamesOf(IReadOnlyList<string> schemas, IReadOnlyList<Table> tables)
    {
        var names = new Dictionary<string, Table>(StringComparer.Ordinal);
        foreach (var table in tables) names.TryAdd(table.Name.ToString(), table);
        foreach (var schema in schemas)
        {
            foreach (var table in tables.Where(table => table.Name.Schema == schema))
                names.TryAdd(table.Name.Name, table);
        }

        return names.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
