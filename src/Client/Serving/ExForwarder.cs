using Relata.Dialects.Contract;
using Relata.Dialects.Ex;
using Relata.Formats;
using Relata.Model.Failures;

namespace Relata.Client.Serving;

/// <summary>
/// Answers calls of ex by a client, which may be that of another server: what is asked is passed on, and rows are
/// passed back as they arrive. No schema is known here; names and values are judged where the requests are run.
/// </summary>
/// <param name="dialect">Reads the calls.</param>
/// <param name="client">
/// The client for a call: one for all, or one with interceptors and a context that the call decides.
/// </param>
public sealed class ExForwarder(ExDialect dialect, Func<ApiCall, RelataClient> client)
{
    /// <summary>Answers a call.</summary>
    /// <exception cref="FailureException">It is refused, here or where it was passed on to.</exception>
    public async ValueTask<Answer> AnswerAsync(ApiCall call, CancellationToken stop)
    {
        if (call.Method == "OPTIONS") return Answer.OfMethods(dialect.Methods(call, schema: null));
        if (dialect.ParseSql(call) is { } statement)
            return Passing(await client(call).Executor.ExecSqlAsync(statement, stop));
        var asked = dialect.Read(call);
        var batch = new Batch(asked.Requests) { AnswersEach = asked.AnswersEach };
        var executor = client(call).Executor;
        try
        {
            return Passing(await executor.ExecuteAsync(batch, stop));
        }
        catch (FailureException e)
        {
            var failure = e.Failure with { At = PlaceOf(asked, call, e.Failure.At) };
            if (asked.IsBatch && failure.Allow.Count > 0) failure = failure with { Allow = BatchBody.Methods };
            throw failure.AsException(e);
        }
    }

    private static Answer Passing(Stream rows) => new(200, "application/json", new StreamBody(rows));

    /// <summary>
    /// Which request of a batch it is, or which header; where inside a request it is, is another place in the text that
    /// was passed on than in the caller's.
    /// </summary>
    private static Position? PlaceOf(ExReading asked, ApiCall call, Position? at)
    {
        if (at is not { Part: var part }) return null;
        if (!asked.IsBatch)
        {
            var header = part.StartsWith("header ", StringComparison.Ordinal) ? call.Header(part[7..])?.Trim() : null;
            return header is null ? null : new Position(part, 0, header.Length);
        }

        var end = part.IndexOf(']', StringComparison.Ordinal);
        if (end > 0 && part.StartsWith(BatchBody.Requests, StringComparison.Ordinal))
            return new Position(part[..(end + 1)], 0, 0);
        return asked.Requests.Count == 1 ? BatchBody.Place(0, null) : null;
    }
}
