namespace Relata.Dialects.Rest;

/// <summary>What an operator can set about the Rest dialect.</summary>
public sealed record RestOptions
{
    /// <summary>The largest <c>depth</c> that is unfolded into related rows.</summary>
    /// <value>The default value is 5.</value>
    public int MaxDepth { get; init; } = 5;
}
