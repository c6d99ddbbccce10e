namespace Relata.Dialects.Contract;

/// <summary>The terms on which a write is done.</summary>
public sealed record WriteTerms
{
    /// <summary>Done and kept, however many rows it changes.</summary>
    public static WriteTerms Usual { get; } = new();

    /// <summary>Whether everything happens and is then undone, so that the caller sees what it would do.</summary>
    public bool IsRehearsal { get; init; }

    /// <summary>The most rows that may be changed; with more, none is. Null means any number.</summary>
    public long? MaxAffected { get; init; }
}
