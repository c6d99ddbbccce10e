using Relata.Model.Expressions;
using Relata.Model.Requests;
using Relata.Model.Schema;
using Relata.Planning.Values;

namespace Relata.Planning.Binding;

/// <summary>
/// Hides rows that are marked as deleted: whoever brings a table into a plan demands this of its rows, unless the
/// caller's own conditions speak of the mark.
/// </summary>
internal static class SoftDelete
{
    /// <summary>
    /// Whether a value in a body asks for rows that are marked. Who replaces a row names every column: an empty mark is
    /// that of the row that was read, and brings none back that was deleted since.
    /// </summary>
    public static bool IsAskedFor(Table table, Column column, Literal value, UpdateMode mode) =>
        column == table.DeletedAt
        && (mode != UpdateMode.Replace || ColumnValue.Convert(value, column, stored: true) is not null);

    /// <summary>What a row must be to be seen; null when every row is.</summary>
    /// <param name="binding">The request's binding, after the conditions on this source are bound.</param>
    /// <param name="table">The table.</param>
    /// <param name="source">Its number among the plan's tables.</param>
    public static Expression? Visible(Binding binding, Table table, int source) =>
        binding.SeesDeleted(source) ? null : Visible(table, source);

    /// <summary>
    /// What a row must be to be seen, whatever the caller's conditions; null when the table marks nothing.
    /// </summary>
    public static Expression? Visible(Table table, int source) =>
        table.DeletedAt is { } mark ? new Is(new ColumnReference(mark, source), IsTest.Null) : null;
}
