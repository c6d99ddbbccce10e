using Relata.Model.Schema;

namespace Relata.Introspection;

/// <summary>Which of a database's relations are exposed.</summary>
/// <remarks>
/// A name is <c>table</c>, meaning that table in every schema, or <c>schema.table</c>; letters count with their case.
/// </remarks>
public sealed class TableFilter
{
    private readonly HashSet<string> included;
    private readonly HashSet<string> excluded;

    /// <summary>Makes a filter of two lists.</summary>
    /// <param name="include">The only tables to expose; empty means all.</param>
    /// <param name="exclude">The tables not to expose, also when they are included.</param>
    public TableFilter(IReadOnlyList<string> include, IReadOnlyList<string> exclude)
    {
        included = [.. include];
        excluded = [.. exclude];
    }

    /// <summary>Exposes everything.</summary>
    public static TableFilter All { get; } = new([], []);

    /// <summary>Whether a table is exposed.</summary>
    public bool Exposes(QualifiedName table) =>
        (included.Count == 0 || Names(included, table)) && !Names(excluded, table);

    /// <summary>
    /// The listed names that no relation has. An excluded name with a slip of the keyboard exposes what it was to hide,
    /// so somebody should be told.
    /// </summary>
    public IReadOnlyList<string> NamesMissingIn(Catalog catalog)
    {
        var missing = new SortedSet<string>(included.Concat(excluded), StringComparer.Ordinal);
        foreach (var table in catalog.Tables)
        {
            missing.Remove(table.Name.Name);
            missing.Remove(table.Name.ToString());
        }

        return [.. missing];
    }

    private static bool Names(HashSet<string> list, QualifiedName table) =>
        list.Contains(table.Name) || list.Contains(table.ToString());
}
