using Relata.Model.Expressions;
using Relata.Model.Requests;
using Relata.Model.Schema;
using Relata.Planning.Plans;

namespace Relata.Planning.Binding;

/// <summary>
/// What writes do with the columns that say when a row was inserted and changed, where the caller is silent.
/// </summary>
internal static class Timestamps
{
    /// <summary>
    /// The columns of a new row that take the moment of the insert; a default of the database's own comes first.
    /// </summary>
    public static IReadOnlyList<Column> OfInsert(Table table, IReadOnlyList<Column> named) =>
        [.. new[] { table.CreatedAt, table.UpdatedAt }.OfType<Column>()
            .Where(column => column.Default is null && !named.Contains(column))];

    /// <summary>Makes a change of a row say when it was.</summary>
    public static void Stamp(Table table, List<Assignment> assignments)
    {
        if (table.UpdatedAt is not { } column) return;
        if (assignments.Exists(assignment => assignment.Column == column)) return;
        assignments.Add(new Assignment(column, new Now(column.Type)));
    }

    /// <summary>
    /// Whether a value that is sent is not stored: who replaces a row sends all that was read of it, and with that when
    /// it was changed before.
    /// </summary>
    public static bool Overrules(Table table, Column column, UpdateMode mode) =>
        mode == UpdateMode.Replace && column == table.UpdatedAt;

    /// <summary>
    /// Whether a replacement leaves a column as it is when it is absent: its value is the row's own history.
    /// </summary>
    public static bool Outlives(Table table, Column column) => column == table.CreatedAt || column == table.DeletedAt;
}
