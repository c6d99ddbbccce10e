using System.Text.Encodings.Web;
using System.Text.Json;
using Relata.Model.Failures;

namespace Relata.Formats.Problem;

/// <summary>
/// Answers a failure as <c>{"error_code":404,"error_message":"…"}</c>, the way of ex, with what a problem document says
/// more behind that.
/// </summary>
public static class ErrorCodeFormat
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The answer.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="traceId">Finds the log entry of a failure that is Relata's own.</param>
    /// <param name="detail">The driver's own words, where the operator lets callers read them; otherwise null.</param>
    public static Answer Answer(Failure failure, string traceId, string? detail = null)
    {
        var buffer = new Utf8Buffer();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("error_code", failure.Status);
            json.WriteString("error_message", failure.Message);
            ProblemFormat.WriteRest(json, failure, traceId, detail);
            json.WriteEndObject();
        }

        return new Answer(failure.Status, "application/json", new BufferedBody(buffer, 0))
        {
            Headers = ProblemFormat.Headers(failure),
        };
    }
}
