using Relata.Model.Schema;

namespace Relata.Introspection;

/// <summary>
/// Derives relationships from foreign keys: each one is followed from child to parent and from parent to children, and
/// two of a junction table from one far end to the other.
/// </summary>
/// <remarks>
/// A junction is a table with a primary or unique key that is exactly the union of the columns of two of its foreign
/// keys, neither of which holds all columns of the other: then each pair of far rows is connected at most once.
/// </remarks>
internal static class RelationshipBuilder
{
    /// <summary>The relationships of every table, by table, kind and name.</summary>
    public static IReadOnlyList<Relationship> Build(IReadOnlyList<Table> tables)
    {
        var byName = tables.ToDictionary(table => table.Name);
        var links = tables.SelectMany(table => LinksOf(table, byName)).ToArray();
        var candidates = Parents(links).Concat(Children(links)).Concat(ManyToMany(links))
            .ToLookup(candidate => candidate.Relationship.From);
        return [.. tables.SelectMany(table => RelationshipNames.Choose(table, candidates[table]))];
    }

    /// <summary>A table's foreign keys with both ends at hand; two that say the same are one.</summary>
    private static IEnumerable<Link> LinksOf(Table table, Dictionary<QualifiedName, Table> byName) =>
        table.ForeignKeys
            .Select(key => new Link(table, key, byName[key.Target]))
            .DistinctBy(link => string.Join('\0', [link.To.ToString(), .. link.Pairs]));

    private static IEnumerable<RelationshipCandidate> Parents(IEnumerable<Link> links) =>
        from link in links
        let target = link.To.Name.Name
        let name = link.Columns is [var single] && WithoutId(single) is { } stem ? stem : target
        let columns = string.Join('_', link.Columns.Select(column => column.Name))
        select new RelationshipCandidate(
            new Relationship("", RelationshipKind.Parent, link.From, link.Columns, link.To, link.TargetColumns),
            [name, $"{name}_by_{columns}", $"{target}_by_{columns}"]);

    private static IEnumerable<RelationshipCandidate> Children(IEnumerable<Link> links) =>
        from ends in links.GroupBy(link => (link.From, link.To))
        from link in ends
        let child = link.From.Name
        let longer = $"{child.Name}_by_{Stems(link.Columns)}"
        select new RelationshipCandidate(
            new Relationship("", RelationshipKind.Children, link.To, link.TargetColumns, link.From, link.Columns),
            [ends.Count() == 1 ? child.Name : longer, longer, $"{child.Schema}_{longer}"]);

    private static IEnumerable<RelationshipCandidate> ManyToMany(IEnumerable<Link> links) =>
        from table in links.GroupBy(link => link.From)
        from near in table
        from far in table
        where near != far && IsJunction(table.Key, near, far)
        let name = far.To.Name.Name
        let through = $"{name}_through_{table.Key.Name.Name}"
        select new RelationshipCandidate(
            new Relationship(
                "", RelationshipKind.ManyToMany, near.To, near.TargetColumns, far.To, far.TargetColumns,
                new Junction(table.Key, near.Columns, far.Columns)),
            [name, through, $"{through}_by_{Stems(far.Columns)}"]);

    private static bool IsJunction(Table table, Link near, Link far)
    {
        if (near.Columns.All(far.Columns.Contains) || far.Columns.All(near.Columns.Contains)) return false;
        var union = near.Columns.Union(far.Columns).ToHashSet();
        return (table.PrimaryKey is { } primary && union.SetEquals(primary.Columns))
            || table.UniqueKeys.Any(key => union.SetEquals(key.Columns));
    }

    private static string Stems(IEnumerable<Column> columns) =>
        string.Join('_', columns.Select(column => WithoutId(column) ?? column.Name));

    /// <summary><c>camera</c> for <c>camera_id</c>; null when the name has no such ending or is nothing else.</summary>
    private static string? WithoutId(Column column) =>
        column.Name.Length > 3 && column.Name.EndsWith("_id", StringComparison.OrdinalIgnoreCase)
            ? column.Name[..^3]
            : null;

    /// <summary>A foreign key with both its tables.</summary>
    private sealed class Link(Table from, ForeignKey key, Table to)
    {
        public Table From { get; } = from;

        public IReadOnlyList<Column> Columns { get; } = key.Columns;

        public Table To { get; } = to;

        public IReadOnlyList<Column> TargetColumns { get; } =
            [.. key.TargetColumns.Select(name => to.FindColumn(name)!)];

        /// <summary>
        /// What is compared with what, in an order that does not depend on how the key lists its columns.
        /// </summary>
        public IEnumerable<string> Pairs =>
            Columns.Zip(TargetColumns, (column, target) => $"{column.Name}\0{target.Name}")
                .Order(StringComparer.Ordinal);
    }
}
