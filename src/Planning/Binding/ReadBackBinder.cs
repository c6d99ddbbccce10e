using Relata.Model.Expressions;
using Relata.Model.Failures;
using Relata.Model.Requests;
using Relata.Model.Schema;
using Relata.Planning.Plans;

namespace Relata.Planning.Binding;

/// <summary>Binds how rows that were written are read once more, with related rows.</summary>
internal static class ReadBackBinder
{
    /// <summary>What reads them; null where what the write returns will do.</summary>
    /// <remarks>The rows are seen even if they are marked as deleted: the caller has just written them.</remarks>
    public static ReadBack? Bind(Binding binding, Table table, Selection selection)
    {
        if (selection.Embeds is not [var first, ..]) return null;
        if (table.PrimaryKey is not { } key)
        {
            throw new Failure(FailureCode.NotApplicable,
                $"\"{table.Name.Name}\" has no primary key, so its rows are not read with related rows once they are " +
                "written.")
            {
                At = first.Relationship.At,
            }.AsException();
        }

        var own = new Binding(binding.Schema, binding.Limits, binding.Capabilities);
        var rows = new ReadPlan
        {
            Table = table,
            Projection = ProjectionBinder.Bind(own, table, selection, withKey: true),
            Order = [.. key.Columns.Select(column => new Sort(new ColumnReference(column, 0), Descending: false))],
            Values = own.Values,
            Sources = own.Sources,
        };
        return new ReadBack(rows, key);
    }
}
