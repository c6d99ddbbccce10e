namespace Relata.Dialects.Rest;

/// <summary>What an operator can set about the Rest dialect.</summary>
public sealed record RestOptions
{
    /// <summary>The most requests of one batch.</summary>
    /// <value>The default value is 1000.</value>
    public int MaxBatchRequests { get; init; } = 1000;

    /// <summary>The clock by which claims expire.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The largest <c>depth</c> that is unfolded into related rows.</summary>
    /// <value>The default value is 5.</value>
    public int MaxDepth { get; init; } = 5;

    /// <summary>The most related tables into which <c>depth</c> is unfolded.</summary>
    /// <value>The default value is 64.</value>
    public int MaxEmbeds { get; init; } = 64;

    /// <summary>The suffixes by which a path asks for a format.</summary>
    /// <value>The default value is json, ndjson and csv.</value>
    public IReadOnlyList<string> Suffixes { get; init; } = ["json", "ndjson", "csv"];

    /// <summary>
    /// What stands around rows where the caller does not say: one of <see cref="RestEnvelope.Names"/>.
    /// </summary>
    /// <value>The default value is none.</value>
    public string Envelope { get; init; } = "none";

    /// <summary>Whether <c>PUT</c> creates the row that it names where there is none.</summary>
    /// <value>The default value is false.</value>
    public bool PutCreates { get; init; }

    /// <summary>The rows of a page whose caller names no limit.</summary>
    /// <value>The default value is 1000.</value>
    public long DefaultRows { get; init; } = 100;
}
