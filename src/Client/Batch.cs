using Relata.Model.Requests;

namespace Relata.Client;

/// <summary>
/// Requests that are done in their order in one transaction: if one is refused, nothing stays of the others. The result
/// is that of the last, or of each. A request by itself is a batch of one.
/// </summary>
/// <param name="Requests">The requests.</param>
public sealed record Batch(IReadOnlyList<Request> Requests)
{
    /// <summary>Whether the result is that of each request, an array of arrays, and not that of the last.</summary>
    public bool AnswersEach { get; init; }

    /// <summary>Whether it only reads, so that it can be repeated when its answer is lost.</summary>
    public bool IsRepeatable => Requests.All(request => request is Read);

    /// <summary>A batch of one request.</summary>
    public static implicit operator Batch(Request request) => Of(request);

    /// <summary>A batch of one request.</summary>
    public static Batch Of(Request request) => new([request]);
}
