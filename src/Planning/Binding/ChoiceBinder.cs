using System.Globalization;
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
        RequireNotNegative(choice.Limit, "limit");
        RequireNotNegative(choice.Offset, "offset");
        if (choice.Offset is not > 0) return new ChosenRows(order, choice.Limit, Offset: null);

        // SQLite knows an offset only behind a limit (https://www.sqlite.org/lang_select.html#limitoffset).
        return new ChosenRows(order, choice.Limit ?? long.MaxValue, binding.Keep(choice.Offset, RowNumber));
    }

    private static void RequireNotNegative(long? value, string what)
    {
        if (value is null or >= 0) return;
        throw new Failure(FailureCode.BadValue, string.Create(CultureInfo.InvariantCulture,
            $"The {what} {value} is negative.")).AsException();
    }
}
