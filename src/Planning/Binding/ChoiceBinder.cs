using Relata.Model.Failures;
using Relata.Model.Requests;
using Relata.Model.Schema;
using Relata.Planning.Plans;

namespace Relata.Planning.Binding;

/// <summary>Binds which of the rows that a filter finds are changed.</summary>
internal static class ChoiceBinder
{
    private static readonly ColumnType RowNumber = new(TypeKind.Int64, "bigint");

    public static ChosenRows? Bind(Binding binding, Table table, RowChoice? choice, Name name)
    {
        if (choice is null) return null;
        if (table.PrimaryKey is null)
        {
            throw new Failure(FailureCode.NotApplicable,
                $"\"{table.Name.Name}\" has no primary key, by which the first of its rows could be named.")
            {
                At = name.At,
                Hint = "Leave the order, the limit and the offset out.",
            }.AsException();
        }

        var wholeTable = ProjectionBinder.Bind(binding, table, Selection.Everything);
        var order = OrderBinder.Bind(table, source: 0, choice.Order, wholeTable);
        if (choice.Limit is { } limit) PageBounds.NotNegative(limit, "limit", at: null);
        return PageBounds.NotNegative(choice.Offset ?? 0, "offset", at: null) is > 0 and var offset
            ? new ChosenRows(order, choice.Limit, binding.Keep(offset, RowNumber))
            : new ChosenRows(order, choice.Limit, Offset: null);
    }
}
