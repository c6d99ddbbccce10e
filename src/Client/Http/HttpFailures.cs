using System.Collections.Frozen;
using System.Globalization;
using System.Net;
using System.Text.Json;
using Relata.Model.Failures;

namespace Relata.Client.Http;

/// <summary>Failures out of answers that are "no".</summary>
internal static class HttpFailures
{
    /// <summary>Failures of a server are shorter; what is longer comes from somewhere else.</summary>
    private const int MostBytes = 64 * 1024;

    private static readonly FrozenDictionary<string, FailureCode> Codes =
        Enum.GetValues<FailureCode>().ToFrozenDictionary(code => code.PublicName(), StringComparer.Ordinal);

    /// <summary>The failure that a server answered; of one who speaks otherwise, what its status says.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="body">Its body.</param>
    /// <param name="isWrite">Whether something was to be written.</param>
    /// <param name="stop">Cancels the reading.</param>
    public static async Task<FailureException> ReadAsync(
        HttpResponseMessage answer, Stream body, bool isWrite, CancellationToken stop)
    {
        try
        {
            var bytes = new byte[MostBytes];
            var length = await body.ReadAtLeastAsync(bytes, MostBytes, throwOnEndOfStream: false, stop);
            using var document = JsonDocument.Parse(bytes.AsMemory(0, length));
            if (Read(document.RootElement) is { } failure)
            {
                failure = failure with { Allow = [.. answer.Content.Headers.Allow] };
                return failure.AsException(Trace(document.RootElement));
            }
        }
        catch (Exception e) when (e is JsonException or IOException or HttpRequestException)
        {
            // Whatever stands between here and the server has words of its own; the status is enough.
        }

        var status = ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture);
        return new Failure(CodeOf(answer.StatusCode), isWrite && (int)answer.StatusCode >= 500
            ? $"The server answered {status}: whether the write was done is not known."
            : $"The server answered {status}.").AsException();
    }

    /// <summary>The failure of an answer that says "yes" and holds no rows.</summary>
    public static FailureException NoRows(bool isWrite) => new Failure(
        FailureCode.UpstreamUnavailable,
        $"The server answered no JSON{(isWrite ? ": whether the write was done is not known." : ".")}").AsException();

    /// <summary>What finds a fault in the log of the server that has it; null where it has none.</summary>
    private static HttpRequestException? Trace(JsonElement body) => Text(body, "traceId") is { } id
        ? new HttpRequestException($"The server's log knows it by the trace id {id}.")
        : null;

    private static Failure? Read(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object
            || Text(body, "code") is not { } name || !Codes.TryGetValue(name, out var code)) return null;
        return new Failure(code, Text(body, "error_message") ?? name)
        {
            Hint = Text(body, "hint"),
            At = body.TryGetProperty("at", out var at) && at.ValueKind == JsonValueKind.Object
                && Text(at, "part") is { } part
                ? new Position(part, Number(at, "offset"), Number(at, "length"))
                : null,
        };
    }

    private static string? Text(JsonElement json, string member) =>
        json.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static int Number(JsonElement json, string member) =>
        json.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.Number
            && value.TryGetInt32(out var number) ? number : 0;

    private static FailureCode CodeOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized => FailureCode.Unauthenticated,
        HttpStatusCode.Forbidden => FailureCode.Forbidden,
        HttpStatusCode.NotFound => FailureCode.RouteNotFound,
        HttpStatusCode.MethodNotAllowed => FailureCode.MethodNotAllowed,
        HttpStatusCode.RequestEntityTooLarge => FailureCode.BodyTooLarge,
        HttpStatusCode.GatewayTimeout => FailureCode.UpstreamTimeout,
        HttpStatusCode.BadGateway => FailureCode.UpstreamUnavailable,
        HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable => FailureCode.DatabaseUnavailable,
        >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest => FailureCode.UpstreamUnavailable,
        _ => FailureCode.Internal,
    };
}
