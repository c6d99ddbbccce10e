using System.Text.Encodings.Web;
using System.Text.Json;
using Relata.Model.Failures;

namespace Relata.Formats.Problem;

/// <summary>Answers a failure as <c>application/problem+json</c> (RFC 9457).</summary>
public static class ProblemFormat
{
    private const string MediaType = "application/problem+json";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The answer.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="traceId">Finds the log entry of a failure that is Relata's own.</param>
    /// <param name="detail">The driver's own words, where the operator lets callers read them; otherwise null.</param>
    public static Answer Answer(Failure failure, string traceId, string? detail = null)
    {
        var buffer = new Utf8Buffer();
        using (var json = new Utf8JsonWriter(buffer, Options)) Write(json, failure, traceId, detail);
        return new Answer(failure.Status, MediaType, new BufferedBody(buffer, 0)) { Headers = Headers(failure) };
    }

    private static void Write(Utf8JsonWriter json, Failure failure, string traceId, string? detail)
    {
        var code = failure.Code.PublicName();
        json.WriteStartObject();
        json.WriteString("type", $"urn:relata:failure:{code}");
        json.WriteString("title", Title(code));
        json.WriteNumber("status", failure.Status);
        json.WriteString("detail", failure.Message);
        WriteRest(json, failure, traceId, detail);
        json.WriteEndObject();
    }

    /// <summary>
    /// Writes what is the same in every shape: the code, the hint, the place, and what finds the log entry.
    /// </summary>
    internal static void WriteRest(Utf8JsonWriter json, Failure failure, string traceId, string? detail)
    {
        json.WriteString("code", failure.Code.PublicName());
        if (failure.Hint is { } hint) json.WriteString("hint", hint);
        if (failure.At is { } at)
        {
            json.WriteStartObject("at");
            json.WriteString("part", at.Part);
            json.WriteNumber("offset", at.Offset);
            json.WriteNumber("length", at.Length);
            json.WriteEndObject();
        }

        if (failure.Code == FailureCode.Internal) json.WriteString("traceId", traceId);
        if (detail is not null) json.WriteString("databaseMessage", detail);
    }

    internal static KeyValuePair<string, string>[] Headers(Failure failure) => failure.Code switch
    {
        FailureCode.MethodNotAllowed => [new("Allow", string.Join(", ", failure.Allow))],
        FailureCode.DatabaseUnavailable => [new("Retry-After", "1")],

        // A 401 must name a scheme (RFC 9110, section 11.6.1); which one the gateway has is not known here.
        FailureCode.Unauthenticated => [new("WWW-Authenticate", "Gateway")],
        _ => [],
    };

    private static string Title(string code) => char.ToUpperInvariant(code[0]) + code[1..].Replace('-', ' ');
}
