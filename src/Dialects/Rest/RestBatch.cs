using System.Text.Json;
using Relata.Dialects.Contract;
using Relata.Model.Failures;
using Relata.Model.Schema;

namespace Relata.Dialects.Rest;

/// <summary>
/// <c>POST /__batch</c> with <c>{"requests":[{"method":"POST","path":"/tag","body":{…}},…]}</c>: requests of the Rest
/// dialect in one transaction.
/// </summary>
internal static class RestBatch
{
    /// <summary>The path.</summary>
    public const string Path = "/__batch";

    private static readonly string[] Methods = ["GET", "POST", "PUT", "PATCH", "DELETE"];
    private static readonly string[] Headers = ["If-Match", "If-None-Match", "Prefer"];

    /// <summary>Reads a batch; null when the path is another.</summary>
    /// <param name="call">The call.</param>
    /// <param name="mostRequests">The most requests that it may have.</param>
    /// <param name="parse">Reads one of its requests.</param>
    public static ParsedBatch? Read(ApiCall call, int mostRequests, Func<ApiCall, DatabaseSchema, ParsedCall> parse)
    {
        if (call.Path.TrimEnd('/') != Path) return null;
        BatchBody.RequirePost(call);
        if (call.Query.Length > 0) throw Malformed("A batch has no options in its query.");
        var requests = BatchBody.Read(call.Body, mostRequests);
        var prefer = RestPrefer.Read(call.Header("Prefer"));
        return new ParsedBatch(
            [.. requests.Select(request => Call(call, request, parse))], prefer.Terms)
        {
            Applied = prefer.AppliedTo("tx", "max-affected", "handling"),
        };
    }

    private static Func<IReadOnlyList<JsonElement>, BatchedCall> Call(
        ApiCall outer, JsonElement request, Func<ApiCall, DatabaseSchema, ParsedCall> parse) => results =>
    {
        if (request.ValueKind != JsonValueKind.Object) throw Malformed("A request of a batch is an object.");
        string? method = null, target = null;
        JsonElement? body = null;
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var member in request.EnumerateObject())
        {
            switch (member.Name)
            {
                case "method": method = PayloadReader.Text(member); break;
                case "path": target = PayloadReader.Text(member); break;
                case "body": body = RestReferences.Resolve(member.Value, results); break;
                case "headers" when member.Value.ValueKind == JsonValueKind.Object:
                    foreach (var header in member.Value.EnumerateObject())
                    {
                        if (!headers.TryAdd(Known(header), PayloadReader.Text(header)))
                            throw Malformed($"A request of a batch names the header \"{header.Name}\" twice.");
                    }

                    break;
                default:
                    throw new Failure(
                        FailureCode.MalformedBody, $"A request of a batch has no \"{member.Name}\" like that.")
                    {
                        Hint = "It has method, path, body and headers.",
                    }.AsException();
            }
        }

        if (method is null || !Methods.Contains(method, StringComparer.Ordinal))
            throw Malformed($"A request of a batch has a method: {string.Join(", ", Methods)}.");
        if (target is not ['/', ..]) throw Malformed("A request of a batch has a path that begins with a slash.");
        if (RestPrefer.Read(headers.GetValueOrDefault("Prefer")).Terms.IsRehearsal)
            throw Malformed(
                "A batch is one transaction: tx=rollback is a preference of the batch, not of a request in it.");
        var question = target.IndexOf('?', StringComparison.Ordinal);
        var (path, query) = question < 0 ? (target, "") : (target[..question], target[(question + 1)..]);
        var call = new ApiCall(
            method, outer.Mount, RestReferences.ResolvePath(path, results),
            RestReferences.ResolveQuery(query, results), body)
        {
            Headers = CallHeaders.Of(headers, outer.Headers.Origin),
        };
        return new BatchedCall(call, schema => parse(call, schema));
    };

    /// <summary>The name of a header that means something here.</summary>
    private static string Known(JsonProperty header) => Headers.Contains(header.Name, StringComparer.OrdinalIgnoreCase)
        ? header.Name
        : throw new Failure(FailureCode.MalformedBody, $"A request of a batch has no header \"{header.Name}\".")
        {
            Hint = NearestName.Hint(header.Name, Headers) ?? $"It has {string.Join(", ", Headers)}.",
        }.AsException();

    private static FailureException Malformed(string message) =>
        new Failure(FailureCode.MalformedBody, message).AsException();
}
