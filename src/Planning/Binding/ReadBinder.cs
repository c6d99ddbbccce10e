using System.Globalization;
using Relata.Model.Expressions;
using Relata.Model.Failures;
using Relata.Model.Requests;
using Relata.Model.Schema;
using Relata.Planning.Paging;
using Relata.Planning.Plans;

namespace Relata.Planning.Binding;

/// <summary>Binds a read: its filter, a stable order and a page within the limits.</summary>
internal sealed class ReadBinder(Binding binding, Table table, CursorSeal seal)
{
    private static readonly ColumnType RowNumber = new(TypeKind.Int64, "bigint");

    public ReadPlan Bind(Read read)
    {
        var filter = Conditions.Bind(binding, table, read.Key, read.Filter, "Read");
        var single = read.Key is not null;
        var projection = ProjectionBinder.Bind(binding, table, read.Selection);
        var plan = new ReadPlan
        {
            Table = table,
            Projection = projection,
            Filter = filter,
            Order = single ? [] : OrderBinder.Bind(table, source: 0, read.Order, projection),
            Limit = single ? null : Limit(read.Page.Limit) + (read.Page.LooksAhead ? 1 : 0),
            LooksAhead = read.Page.LooksAhead,
            Offset = Offset(read.Page.Offset),
            Count = read.Count,
            Values = binding.Values,
            Sources = binding.Sources,
        };
        return read.Page.Cursor is { } cursor ? new WalkBinder(binding, table, seal).Bind(plan, cursor) : plan;
    }

    private long Limit(long? asked)
    {
        var limit = NotNegative(asked ?? binding.Limits.DefaultRows, "limit");
        if (limit <= binding.Limits.MaxRows) return limit;
        throw new Failure(FailureCode.LimitExceeded, string.Create(CultureInfo.InvariantCulture,
            $"The limit {limit} is larger than {binding.Limits.MaxRows}, the most that one request may ask for.")).AsException();
    }

    private Parameter? Offset(long? asked) =>
        NotNegative(asked ?? 0, "offset") is var offset and > 0 ? binding.Keep(offset, RowNumber) : null;

    private static long NotNegative(long value, string what) => value >= 0
        ? value
        : throw new Failure(FailureCode.BadValue, string.Create(CultureInfo.InvariantCulture,
            $"The {what} {value} is negative.")).AsException();
}
