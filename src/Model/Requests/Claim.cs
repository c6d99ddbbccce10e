using Relata.Model.Expressions;
using Relata.Model.Schema;

namespace Relata.Model.Requests;

/// <summary>Rows are to be claimed, or one of them released.</summary>
/// <param name="Table">The table of the rows.</param>
/// <param name="Columns">The columns by which they are claimed.</param>
public sealed record Claim(Name Table, ClaimColumns Columns) : Request(Table)
{
    /// <summary>The key of the one row to claim; null claims any that are free.</summary>
    public RowKey? Key { get; init; }

    /// <summary>Which rows may be claimed; null means all.</summary>
    public Expression? Filter { get; init; }

    /// <summary>At most this many rows; null when the key names one.</summary>
    public long? Limit { get; init; }

    /// <summary>Until when; null releases the row.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Who claims; null when the caller does not say.</summary>
    public Literal? By { get; init; }
}
