using Relata.Model.Requests;

namespace Relata.Client.Parts;

/// <summary>A filter: what must hold for one column. Several hold together.</summary>
/// <param name="Column">The column.</param>
/// <param name="Condition">What must hold.</param>
public sealed record Where(string Column, ColumnCondition Condition)
    : IRequestPart<Read>, IRequestPart<Update>, IRequestPart<Delete>
{
    /// <inheritdoc/>
    public Read AddTo(Read request) => request with { Filter = request.Filter.And(Condition.Of(Column)) };

    /// <inheritdoc/>
    public Update AddTo(Update request) => request with { Filter = request.Filter.And(Condition.Of(Column)) };

    /// <inheritdoc/>
    public Delete AddTo(Delete request) => request with { Filter = request.Filter.And(Condition.Of(Column)) };
}

/// <summary>The order of rows.</summary>
/// <param name="Columns">Columns, most significant first, each with its direction behind a blank if wanted.</param>
public sealed record Order(IReadOnlyList<string> Columns)
    : IRequestPart<Read>, IRequestPart<Update>, IRequestPart<Delete>
{
    /// <inheritdoc/>
    public Read AddTo(Read request) => request with { Order = BesideNone(request.Order) };

    /// <inheritdoc/>
    public Update AddTo(Update request) => request with { Choice = AddTo(request.Choice) };

    /// <inheritdoc/>
    public Delete AddTo(Delete request) => request with { Choice = AddTo(request.Choice) };

    private RowChoice? AddTo(RowChoice? choice) =>
        Columns.Count == 0 ? choice : Choices.Of(choice) with { Order = BesideNone(choice?.Order ?? []) };

    private IReadOnlyList<Ordering> BesideNone(IReadOnlyList<Ordering> order)
    {
        if (Columns.Count == 0) return order;
        Once.Require(order.Count == 0, "The order");
        return [.. Columns.Select(Names.OrderingOf)];
    }
}

/// <summary>The most rows.</summary>
/// <param name="Rows">How many.</param>
public sealed record Limit(long Rows) : IRequestPart<Read>, IRequestPart<Update>, IRequestPart<Delete>
{
    /// <inheritdoc/>
    public Read AddTo(Read request) => request with
    {
        Page = request.Page with { Limit = BesideNone(request.Page.Limit) },
    };

    /// <inheritdoc/>
    public Update AddTo(Update request) => request with { Choice = AddTo(request.Choice) };

    /// <inheritdoc/>
    public Delete AddTo(Delete request) => request with { Choice = AddTo(request.Choice) };

    private RowChoice AddTo(RowChoice? choice) => Choices.Of(choice) with { Limit = BesideNone(choice?.Limit) };

    private long BesideNone(long? limit)
    {
        Once.Require(limit is null, "The limit");
        return Rows;
    }
}

/// <summary>How many rows are passed over.</summary>
/// <param name="Rows">How many.</param>
public sealed record Offset(long Rows) : IRequestPart<Read>, IRequestPart<Update>, IRequestPart<Delete>
{
    /// <inheritdoc/>
    public Read AddTo(Read request) => request with
    {
        Page = request.Page with { Offset = BesideNone(request.Page.Offset) },
    };

    /// <inheritdoc/>
    public Update AddTo(Update request) => request with { Choice = AddTo(request.Choice) };

    /// <inheritdoc/>
    public Delete AddTo(Delete request) => request with { Choice = AddTo(request.Choice) };

    private RowChoice AddTo(RowChoice? choice) => Choices.Of(choice) with { Offset = BesideNone(choice?.Offset) };

    private long BesideNone(long? offset)
    {
        Once.Require(offset is null, "The offset");
        return Rows;
    }
}

/// <summary>Choices of rows, to start from.</summary>
internal static class Choices
{
    public static RowChoice Of(RowChoice? choice) => choice ?? new RowChoice([], null, null);
}
