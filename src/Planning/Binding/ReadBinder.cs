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
        var plan = new ReadPlan
        {
            Table = table,
            Projection = ProjectionBinder.Bind(binding, table, read.Selection),
            Filter = filter,
            Order = single ? [] : Order(read.Order),
            Limit = single ? null : Limit(read.Page.Limit) + (read.Page.LooksAhead ? 1 : 0),
            LooksAhead = read.Page.LooksAhead,
            Offset = Offset(read.Page.Offset),
            Count = read.Count,
            Values = binding.Values,
            Sources = binding.Sources,
        };
        return read.Page.Cursor is { } cursor ? new WalkBinder(binding, table, seal).Bind(plan, cursor) : plan;
    }

    /// <summary>The key is added behind the caller's order: without it, rows that tie could change places between two pages.</summary>
    private List<Sort> Order(IReadOnlyList<Ordering> asked)
    {
        var order = new List<Sort>(asked.Count + 1);
        foreach (var ordering in asked)
        {
            var column = new ColumnReference(Binding.Column(table, ordering.Column), 0);
            if (order.Any(sort => sort.Column == column))
            {
                throw new Failure(FailureCode.MalformedSyntax, $"The order names \"{ordering.Column.Text}\" twice.")
                {
                    At = ordering.Column.At,
                }.AsException();
            }

            if (column.Column.Type.Kind == TypeKind.Json)
            {
                throw new Failure(FailureCode.NotApplicable,
                    $"\"{column.Column.Name}\" is of type {column.Column.Type.Name}, which has no order.")
                {
                    At = ordering.Column.At,
                }.AsException();
            }

            order.Add(new Sort(column, ordering.Descending));
        }

        foreach (var part in table.PrimaryKey?.Columns ?? [])
        {
            var column = new ColumnReference(part, 0);
            if (order.TrueForAll(sort => sort.Column != column)) order.Add(new Sort(column, Descending: false));
        }

        return order;
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
