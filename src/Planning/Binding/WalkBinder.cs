using System.Text;
using System.Text.Json;
using Relata.Model.Expressions;
using Relata.Model.Failures;
using Relata.Model.Requests;
using Relata.Model.Schema;
using Relata.Planning.Paging;
using Relata.Planning.Plans;
using Relata.Planning.Values;

namespace Relata.Planning.Binding;

/// <summary>Binds a cursor: the page that it leads to is the rows behind, or before, the place that it holds.</summary>
/// <param name="binding">The request's binding.</param>
/// <param name="table">The table.</param>
/// <param name="seal">Opens cursors.</param>
internal sealed class WalkBinder(Binding binding, Table table, CursorSeal seal)
{
    /// <summary>Makes a page of a walk of a page in that order.</summary>
    public ReadPlan Bind(ReadPlan plan, PageCursor cursor)
    {
        RequireKey(plan.Order, cursor.At);
        var shape = Shape(plan.Order);
        var (isBackward, place) = cursor.Text.Length == 0 ? (false, null) : Open(cursor, shape);
        var order = isBackward
            ? plan.Order.Select(sort => sort with { Descending = !sort.Descending }).ToArray()
            : plan.Order;
        return plan with
        {
            Projection = WithPlace(plan.Projection, plan.Order),
            Order = order,
            Seek = place is null ? null : SeekCondition.Behind(order, Values(place, order, cursor.At)),
            IsBackward = isBackward,
            Cursors = new Cursors(seal, shape),
            Values = binding.Values,
        };
    }

    /// <summary>Without a key in the order rows can tie, and nothing tells on which of them a page ended.</summary>
    private void RequireKey(IReadOnlyList<Sort> order, Position? at)
    {
        if (table.PrimaryKey is not null || table.UniqueKeys.Any(key => key.Columns.All(IsOrderedAndNotNull))) return;
        throw new Failure(FailureCode.NotApplicable,
            $"\"{table.Name.Name}\" has no primary key, so a cursor needs an order by a unique key without NULLs.")
        {
            At = at,
            Hint = "Page with limit and offset instead.",
        }.AsException();

        bool IsOrderedAndNotNull(Column column) =>
            !column.IsNullable && order.Any(sort => sort.Column.Column == column);
    }

    /// <summary>No name holds a NUL, so no two orders have the same shape.</summary>
    private string Shape(IReadOnlyList<Sort> order)
    {
        var shape = new StringBuilder().Append(table.Name.Schema).Append('\0').Append(table.Name.Name);
        foreach (var sort in order)
            shape.Append('\0').Append(sort.Descending ? '>' : '<').Append(sort.Column.Column.Name);
        return shape.ToString();
    }

    private (bool IsBackward, JsonElement? Place) Open(PageCursor cursor, string shape)
    {
        if (!seal.TryOpen(cursor.Text, shape, out var isBackward, out var place)) throw NotOfThisList(cursor.At, null);
        var values = JsonElement.Parse(place);
        return (isBackward, values.GetArrayLength() == 0 ? null : values);
    }

    /// <summary>What comes out as JSON can be sent back in, so that is how a cursor holds it.</summary>
    private Parameter?[] Values(JsonElement? place, IReadOnlyList<Sort> order, Position? at)
    {
        try
        {
            return [.. place!.Value.EnumerateArray().Select((value, i) => Value(value, order[i].Column.Column, at))];
        }
        catch (FailureException e)
        {
            throw NotOfThisList(at, e);
        }
    }

    private Parameter? Value(JsonElement value, Column column, Position? at) =>
        ColumnValue.Convert(Literal.FromJson(value, at), column, stored: false) is { } converted
            ? binding.Keep(converted, column.Type)
            : null;

    /// <summary>The values of the order are read, also of columns that are not answered.</summary>
    private static Projection WithPlace(Projection projection, IReadOnlyList<Sort> order)
    {
        var cells = projection.Cells.ToList();
        var place = order.Select(sort =>
        {
            var known = cells.IndexOf(sort.Column);
            if (known >= 0) return known;
            cells.Add(sort.Column);
            return cells.Count - 1;
        }).ToArray();
        var layout = projection.Layout with
        {
            Cells = [.. ProjectionBinder.TypesOf(cells, projection.Ends)],
            KeyCells = place,
        };
        return projection with { Cells = cells, Layout = layout, IsWholeTable = false };
    }

    private static FailureException NotOfThisList(Position? at, Exception? cause) =>
        new Failure(FailureCode.BadValue, "The cursor was not made for this table and order.")
        {
            At = at,
            Hint = "Start anew with an empty cursor.",
        }.AsException(cause);
}
