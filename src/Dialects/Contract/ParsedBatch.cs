using System.Text.Json;

namespace Relata.Dialects.Contract;

/// <summary>Calls that are done together, in order, in one transaction.</summary>
/// <param name="Calls">
/// The calls. What a call is can depend on what those before it answered: it is made of their bodies, of which one without a
/// body is undefined.
/// </param>
/// <param name="Terms">The terms for all of them together.</param>
public sealed record ParsedBatch(
    IReadOnlyList<Func<IReadOnlyList<JsonElement>, ApiCall>> Calls, WriteTerms Terms)
{
    /// <summary>The caller's preferences that are kept; null for none.</summary>
    public string? Applied { get; init; }
}
