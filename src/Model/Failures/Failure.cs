namespace Relata.Model.Failures;

/// <summary>An answer that is "no".</summary>
/// <param name="Code">What kind of "no".</param>
/// <param name="Message">One sentence that names the thing; it is shown to the caller, so it holds no SQL and no
/// secret.</param>
public sealed record Failure(FailureCode Code, string Message)
{
    /// <summary>What to do about it, such as the nearest known name.</summary>
    public string? Hint { get; init; }

    /// <summary>Where in the caller's text the trouble is.</summary>
    public Position? At { get; init; }

    /// <summary>The status that the database's owner chose; null leaves it to the code.</summary>
    public int? OwnStatus { get; init; }

    /// <summary>The HTTP status.</summary>
    public int Status => OwnStatus ?? Code.Status();

    /// <summary>
    /// The methods that the resource takes, for <see cref="FailureCode.MethodNotAllowed"/>; empty otherwise.
    /// </summary>
    public IReadOnlyList<string> Allow { get; init; } = [];

    /// <summary>
    /// Whether the reason may be another transaction that came in between: then the work is worth another try, in which
    /// it sees what that one did.
    /// </summary>
    public bool MayBeRace { get; init; }

    /// <summary>The failure as something to throw.</summary>
    public FailureException AsException(Exception? cause = null) => new(this, cause);
}

/// <summary>Carries a <see cref="Failure"/> to the one place that answers it.</summary>
/// <param name="failure">The failure to answer.</param>
/// <param name="cause">The driver's exception; it is logged and never shown to a caller.</param>
public sealed class FailureException(Failure failure, Exception? cause = null) : Exception(failure.Message, cause)
{
    /// <summary>The failure to answer.</summary>
    public Failure Failure { get; } = failure;
}
