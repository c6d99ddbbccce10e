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
    private Ordering[] Orderings => [.. Columns.Select(Names.OrderingOf)];

    /// <inheritdoc/>
    public Read AddTo(Read request) => request with { Order = Orderings };

    /// <inheritdoc/>
    public Update AddTo(Update request) =>
        request with { Choice = Choices.Of(request.Choice) with { Order = Orderings } };

    /// <inheritdoc/>
    public Delete AddTo(Delete request) =>
        request with { Choice = Choices.Of(request.Choice) with { Order = Orderings } };
}

/// <summary>The most rows.</summary>
/// <param name="Rows">How many.</param>
public sealed record Limit(long Rows) : IRequestPart<Read>, IRequestPart<Update>, IRequestPart<Delete>
{
    /// <inheritdoc/>
    public Read AddTo(Read request) => request with { Page = request.Page with { Limit = Rows } };

    /// <inheritdoc/>
    public Update AddTo(Update request) => request with { Choice = Choices.Of(request.Choice) with { Limit = Rows } };

    /// <inheritdoc/>
    public Delete AddTo(Delete request) => request with { Choice = Choices.Of(request.Choice) with { Limit = Rows } };
}

/// <summary>How many rows are passed over.</summary>
/// <param name="Rows">How many.</param>
public sealed record Offset(long Rows) : IRequestPart<Read>, IRequestPart<Update>, IRequestPart<Delete>
{
    /// <inheritdoc/>
    public Read AddTo(Read request) => request with { Page = request.Page with { Offset = Rows } };

    /// <inheritdoc/>
    public Update AddTo(Update request) => request with { Choice = Choices.Of(request.Choice) with { Offset = Rows } };

    /// <inheritdoc/>
    public Delete AddTo(Delete request) => request with { Choice = Choices.Of(request.Choice) with { Offset = Rows } };
}

/// <summary>Choices of rows, to start from.</summary>
internal static class Choices
{
    public static RowChoice Of(RowChoice? choice) => choice ?? new RowChoice([], null, null);
}
