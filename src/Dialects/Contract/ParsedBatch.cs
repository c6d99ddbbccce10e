using System.Text.Json;
using Relata.Model.Failures;
using Relata.Model.Schema;

namespace Relata.Dialects.Contract;

/// <summary>Calls that are done together, in order, in one transaction.</summary>
/// <param name="Calls">
/// The calls. What a call is can depend on what those before it answered: it is made of their bodies, of which one
/// without a body is undefined.
/// </param>
/// <param name="Terms">The terms for all of them together.</param>
public sealed record ParsedBatch(
    IReadOnlyList<Func<IReadOnlyList<JsonElement>, BatchedCall>> Calls, WriteTerms Terms)
{
    /// <summary>The caller's preferences that are kept; null for none.</summary>
    public string? Applied { get; init; }

    /// <summary>What is answered of the calls.</summary>
    public BatchAnswer Answer { get; init; }
}

/// <summary>A call of a batch.</summary>
/// <param name="Call">The call; one that is no HTTP request of its own has the batch's method and path, and no
/// headers.</param>
/// <param name="Parse">Reads it against a schema, or throws a <see cref="FailureException"/>.</param>
public sealed record BatchedCall(ApiCall Call, Func<DatabaseSchema, ParsedCall> Parse);

/// <summary>What is answered of the calls of a batch.</summary>
public enum BatchAnswer
{
    /// <summary>An object with the status, headers and body of each.</summary>
    EveryAnswer,

    /// <summary>An array with the body of each.</summary>
    EveryBody,

    /// <summary>The body of the last.</summary>
    LastBody,
}
