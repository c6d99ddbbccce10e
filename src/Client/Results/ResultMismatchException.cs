namespace Relata.Client.Results;

/// <summary>Says that a result does not fit the type that it was to be read into.</summary>
/// <param name="message">What does not fit.</param>
/// <param name="column">The column; null when it is the whole row.</param>
/// <param name="cause">What the reading of JSON said.</param>
public sealed class ResultMismatchException(string message, string? column, Exception? cause = null)
    : Exception(message, cause)
{
    /// <summary>The column; null when it is the whole row.</summary>
    public string? Column { get; } = column;
}
