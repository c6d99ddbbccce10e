namespace Relata.Dialects.Ex;

/// <summary>What the operator set for the Ex dialect.</summary>
public sealed record ExOptions
{
    /// <summary>Whether a PUT or DELETE without a filter changes every row, as it does in ex.</summary>
    public bool AllowsEveryRow { get; init; } = true;

    /// <summary>Whether callers may send statements of their own to <c>:exec</c>.</summary>
    /// <value>The default value is false: there is no such path.</value>
    public bool RunsSql { get; init; }

    /// <summary>The most requests in one batch.</summary>
    public int MaxBatchRequests { get; init; } = 1000;
}
