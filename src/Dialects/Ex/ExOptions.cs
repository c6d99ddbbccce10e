namespace Relata.Dialects.Ex;

/// <summary>What the operator set for the Ex dialect.</summary>
public sealed record ExOptions
{
    /// <summary>Whether a PUT or DELETE without a filter changes every row, as it does in ex.</summary>
    public bool AllowsEveryRow { get; init; } = true;

    /// <summary>The most requests in one batch.</summary>
    public int MaxBatchRequests { get; init; } = 1000;
}
