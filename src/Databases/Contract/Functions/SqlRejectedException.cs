namespace Relata.Databases.Contract.Functions;

/// <summary>Says that a database does not take a file's SQL; for the operator, not for callers.</summary>
/// <param name="message">What the database said.</param>
/// <param name="offset">Where in the file, in characters from its start; null when that is not known.</param>
/// <param name="cause">The driver's exception.</param>
public sealed class SqlRejectedException(string message, int? offset = null, Exception? cause = null)
    : Exception(message, cause)
{
    /// <summary>Where in the file, in characters from its start; null when that is not known.</summary>
    public int? Offset { get; } = offset;

    /// <summary>Whether another file is in the way, so that it may be taken when that is gone.</summary>
    public bool IsAboutOthers { get; init; }
}
