using Relata.Model.Requests;

namespace Relata.Dialects.Ex;

/// <summary>What a call asks for, where it is not known what its names mean.</summary>
/// <param name="Requests">The requests; one unless the call is a batch.</param>
/// <param name="IsBatch">Whether it is a batch, perhaps of one.</param>
/// <param name="AnswersEach">Whether the results of each request are answered, and not only those of the last.</param>
public sealed record ExReading(IReadOnlyList<Request> Requests, bool IsBatch, bool AnswersEach);
