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
        if (read.Count == CountMode.Estimated && !binding.Capabilities.Estimates) throw NoEstimate(read.CountAt);
        var filter = Conditions.Bind(binding, table, read.Key, read.Filter, "Read");
        var single = read.Key is not null;
        var projection = ProjectionBinder.Bind(binding, table, read.Selection);
        var plan = new ReadPlan
        {
            Table = table,
            Projection = projection,
            Filter = filter,
            Order = single ? [] : OrderBinder.Bind(table, source: 0, read.Order, projection),
            Limit = single ? null : PageBounds.Limit(
                binding, read.Page.Limit ?? binding.Limits.DefaultRows, at: null) + (read.Page.LooksAhead ? 1 : 0),
            LooksAhead = read.Page.LooksAhead,
            Partition = read.PartitionBy.Count == 0 ? null : PartitionBinder.Bind(binding, table, read),
            Offset = Offset(read.Page.Offset),
            Count = read.Count,
            Values = binding.Values,
            Origins = binding.Origins,
            Sources = binding.Sources,
        };
        return read.Page.Cursor is { } cursor ? new WalkBinder(binding, table, seal).Bind(plan, cursor) : plan;
    }

    private FailureException NoEstimate(Position? at) => new Failure(
        FailureCode.NotApplicable, $"{binding.Capabilities.Database} does not estimate how many rows there are.")
    {
        At = at,
        Hint = "Count them with count=exact.",
    }.AsException();

    private Parameter? Offset(long? asked) =>
        PageBounds.NotNegative(asked ?? 0, "offset", at: null) is var offset and > 0
            ? binding.Keep(offset, RowNumber)
            : null;
}
