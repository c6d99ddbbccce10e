using System.Text.Encodings.Web;
using System.Text.Json;
using Relata.Dialects.Contract;
using Relata.Execution;
using Relata.Formats;
using Relata.Model.Failures;

namespace Relata.Http;

/// <summary>
/// A batch on its way: its calls one after the other in a transaction, as often as that is tried, then their answers.
/// </summary>
/// <param name="batch">The calls.</param>
/// <param name="answer">Does one call in the transaction; gives its answer and how many rows it changed.</param>
internal sealed class BatchWork(
    ParsedBatch batch,
    Func<Transaction, BatchedCall, CancellationToken, ValueTask<(Answer Answer, long Changed)>> answer)
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<Result> results = [];

    /// <summary>Does every call.</summary>
    /// <returns>How many rows were changed.</returns>
    /// <exception cref="FailureException">One of them is refused; nothing may stay of the others.</exception>
    public async ValueTask<long> RunAsync(Transaction transaction, CancellationToken stop)
    {
        results.Clear();
        var changed = 0L;
        var bodies = new List<JsonElement>();
        for (var i = 0; i < batch.Calls.Count; i++)
        {
            try
            {
                var (given, rows) = await answer(transaction, batch.Calls[i](bodies), stop);
                await using (given) results.Add(await ReadAsync(given, stop));
                bodies.Add(results[^1].Body);
                changed += rows;
            }
            catch (FailureException e)
            {
                throw (e.Failure with { At = BatchBody.Place(i, e.Failure.At) }).AsException(e.InnerException);
            }
        }

        if (batch.Terms.MaxAffected is { } most && changed > most) throw WriteWork.TooMany(changed, most);
        return changed;
    }

    /// <summary>The answer to the batch.</summary>
    public Answer ToAnswer()
    {
        var buffer = new Utf8Buffer();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            switch (batch.Answer)
            {
                case BatchAnswer.EveryAnswer:
                    json.WriteStartObject();
                    json.WriteStartArray("results");
                    foreach (var result in results) Write(json, result);
                    json.WriteEndArray();
                    json.WriteEndObject();
                    break;
                case BatchAnswer.EveryBody:
                    json.WriteStartArray();
                    foreach (var result in results) WriteBody(json, result);
                    json.WriteEndArray();
                    break;
                case BatchAnswer.LastBody:
                    if (results is [.., var last]) WriteBody(json, last);
                    else json.WriteRawValue("[]");
                    break;
            }
        }

        return new Answer(200, "application/json", new BufferedBody(buffer, results.Count))
        {
            Headers = batch.Applied is { } applied ? [new("Preference-Applied", applied)] : [],
        };
    }

    private static async ValueTask<Result> ReadAsync(Answer given, CancellationToken stop)
    {
        if (given.Body is not { } body) return new Result(given.Status, given.Headers, default);
        using var all = await body.ReadWholeAsync(stop);
        return new Result(given.Status, [.. given.Headers, .. body.Headers], JsonElement.Parse(all.Written.Span));
    }

    private static void Write(Utf8JsonWriter json, Result result)
    {
        json.WriteStartObject();
        json.WriteNumber("status", result.Status);
        if (result.Headers.Count > 0)
        {
            json.WriteStartObject("headers");
            foreach (var (name, value) in result.Headers) json.WriteString(name, value);
            json.WriteEndObject();
        }

        if (result.Body.ValueKind != JsonValueKind.Undefined)
        {
            json.WritePropertyName("body");
            WriteBody(json, result);
        }

        json.WriteEndObject();
    }

    private static void WriteBody(Utf8JsonWriter json, Result result) =>
        json.WriteRawValue(result.Body.GetRawText(), skipInputValidation: true);

    private sealed record Result(int Status, IReadOnlyList<KeyValuePair<string, string>> Headers, JsonElement Body);
}
