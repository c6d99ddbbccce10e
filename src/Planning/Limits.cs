namespace Relata.Planning;

/// <summary>How much one request may ask for; more is refused, never cut.</summary>
public sealed record Limits
{
    /// <summary>Rows answered when the caller names no limit.</summary>
    /// <value>The default value is 100.</value>
    public int DefaultRows { get; init; } = 100;

    /// <summary>The largest limit that a caller may name.</summary>
    /// <value>The default value is 10,000.</value>
    public int MaxRows { get; init; } = 10_000;

    /// <summary>Levels of related rows inside a row.</summary>
    /// <value>The default value is 5.</value>
    public int MaxEmbedDepth { get; init; } = 5;

    /// <summary>Related tables inside one row, each as often as it stands there.</summary>
    /// <value>The default value is 64.</value>
    public int MaxEmbeds { get; init; } = 64;

    /// <summary>Nodes of a filter.</summary>
    /// <value>The default value is 200.</value>
    public int MaxFilterNodes { get; init; } = 200;

    /// <summary>Values of one list, and rows of one payload.</summary>
    /// <value>The default value is 10,000.</value>
    public int MaxListLength { get; init; } = 10_000;
}
