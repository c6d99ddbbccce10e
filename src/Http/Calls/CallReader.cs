using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using Relata.Model.Failures;

namespace Relata.Http.Calls;

/// <summary>Takes from an HTTP request what a dialect needs to know.</summary>
public static class CallReader
{
    private static readonly JsonDocumentOptions BodyOptions = new() { MaxDepth = 64, AllowDuplicateProperties = false };

    /// <summary>The request's target as it was sent, or as middleware rewrote it, percent-encoded.</summary>
    public static Target TargetOf(HttpContext context)
    {
        var raw = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        if (!raw.StartsWith('/') || IsRewritten(context.Request, raw))
            raw = context.Request.PathBase.Add(context.Request.Path) + context.Request.QueryString;
        var question = raw.IndexOf('?', StringComparison.Ordinal);
        return question < 0 ? new Target(raw, "") : new Target(raw[..question], raw[(question + 1)..]);
    }

    /// <summary>
    /// Whether the request has another path or query than it was sent with. In a path that is encoded or has dot
    /// segments that cannot be told.
    /// </summary>
    private static bool IsRewritten(HttpRequest request, ReadOnlySpan<char> raw)
    {
        var question = raw.IndexOf('?');
        var path = question < 0 ? raw : raw[..question];
        var query = raw[path.Length..];
        if (!query.TrimStart('?').SequenceEqual(request.QueryString.Value.AsSpan().TrimStart('?'))) return true;
        if (path.Contains('%') || path.Contains("/.", StringComparison.Ordinal)) return false;
        var start = request.PathBase.Value.AsSpan();
        return !path.StartsWith(start, StringComparison.Ordinal)
            || !path[start.Length..].SequenceEqual(request.Path.Value.AsSpan());
    }

    /// <summary>Whether a body is announced, which may turn out to be empty when it comes in chunks.</summary>
    public static bool MayHaveBody(HttpRequest request) => request.ContentLength != 0
        && (request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody ?? true);

    /// <summary>The body as JSON; null when there is none.</summary>
    /// <param name="request">The request.</param>
    /// <param name="takesAnyType">Whether it is read as JSON whatever media type it is sent with.</param>
    /// <param name="stop">Ends the reading.</param>
    /// <exception cref="FailureException">It is of another type, too large or no JSON.</exception>
    public static async ValueTask<JsonDocument?> ReadBodyAsync(
        HttpRequest request, bool takesAnyType, CancellationToken stop)
    {
        if (!MayHaveBody(request)) return null;
        if (!takesAnyType) RequireJson(request);
        var bytes = await ReadAllAsync(request, stop);
        if (bytes.Length == 0) return null;
        if (!Utf8.IsValid(bytes)) throw Malformed("The body is no UTF-8.", null);
        try
        {
            return JsonDocument.Parse(bytes, BodyOptions);
        }
        catch (InvalidOperationException e)
        {
            // The only way that .NET has to say that an escape such as \ud800 stands alone: it decodes keys to compare
            // them.
            throw Malformed("A key holds half of a surrogate pair.", e);
        }
        catch (JsonException e)
        {
            var place = e is { LineNumber: { } line, BytePositionInLine: { } position }
                ? string.Create(System.Globalization.CultureInfo.InvariantCulture,
                    $" It goes wrong in line {line + 1}, at byte {position + 1}.")
                : "";
            throw Malformed(
                $"The body is no JSON, nests deeper than {BodyOptions.MaxDepth} levels, or names a key twice.{place}",
                e);
        }
    }

    /// <summary>The bytes of a body that should be JSON; empty when there is none.</summary>
    /// <param name="request">The request.</param>
    /// <param name="limit">How many bytes are taken.</param>
    /// <param name="stop">Ends the reading.</param>
    /// <exception cref="FailureException">It is of another type, or too large.</exception>
    public static async ValueTask<byte[]> ReadJsonTextAsync(HttpRequest request, long limit, CancellationToken stop)
    {
        if (request.ContentLength == 0) return [];
        RequireJson(request);
        if (request.ContentLength > limit) throw TooLarge(limit, null);
        try
        {
            return await ReadAllAsync(request, limit, stop);
        }
        catch (FailureException e) when (e.Failure.Code == FailureCode.BodyTooLarge)
        {
            throw TooLarge(limit, e);
        }
    }

    private static FailureException TooLarge(long limit, Exception? cause) =>
        new Failure(FailureCode.BodyTooLarge, $"The body is larger than the {limit} bytes that are read here.")
            .AsException(cause);

    private static void RequireJson(HttpRequest request)
    {
        if (request.Headers.ContentEncoding.Any(coding => coding is not (null or "" or "identity")))
        {
            throw new Failure(FailureCode.UnsupportedMediaType, "Bodies are read as they are, without a coding.")
            {
                Hint = "Leave the header Content-Encoding out.",
            }.AsException();
        }

        if (request.ContentType is null) return;
        var json = MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && (type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
                || type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase))
            && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));
        if (json) return;
        throw new Failure(FailureCode.UnsupportedMediaType, "Bodies are application/json in UTF-8.")
        {
            Hint = "Send the header Content-Type: application/json.",
        }.AsException();
    }

    /// <summary>The whole body, as far as the web server may read.</summary>
    /// <exception cref="FailureException">It is too large or not sent as announced.</exception>
    internal static ValueTask<byte[]> ReadAllAsync(HttpRequest request, CancellationToken stop) => ReadAllAsync(
        request, request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize, stop);

    /// <summary>The whole body, if it is no larger than a limit.</summary>
    private static async ValueTask<byte[]> ReadAllAsync(HttpRequest request, long? limit, CancellationToken stop)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } most)
            most.MaxRequestBodySize = request.ContentLength is null ? WithFraming(limit) : limit;
        try
        {
            using var all = new MemoryStream(capacity: (int)Math.Min(request.ContentLength ?? 0, 1024 * 1024));
            await CopyAsync(request.Body, all, limit ?? long.MaxValue, stop);
            return all.ToArray();
        }
        catch (BadHttpRequestException e)
        {
            throw e.StatusCode == StatusCodes.Status413PayloadTooLarge ? LargerThanRead(e) : NotAsAnnounced(e);
        }
        catch (IOException e) when (!request.HttpContext.RequestAborted.IsCancellationRequested)
        {
            // What the web server throws for a chunk whose size no integer holds.
            throw NotAsAnnounced(e);
        }
    }

    private static async ValueTask CopyAsync(Stream body, MemoryStream all, long limit, CancellationToken stop)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(16 * 1024);
        try
        {
            while (await body.ReadAsync(buffer, stop) is > 0 and var count)
            {
                if (all.Length + count > limit) throw LargerThanRead(null);
                all.Write(buffer, 0, count);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>
    /// What the web server may read of a body in chunks, where it counts what is around them too: six bytes for each of
    /// the body when every chunk has one.
    /// </summary>
    private static long? WithFraming(long? limit) =>
        limit is { } bytes ? (Math.Min(bytes, long.MaxValue / 16) * 8) + 1024 : null;

    private static FailureException LargerThanRead(Exception? cause) =>
        new Failure(FailureCode.BodyTooLarge, "The body is larger than this server reads.").AsException(cause);

    private static FailureException NotAsAnnounced(Exception cause) =>
        Malformed("The body ended early or was not sent as its headers say.", cause);

    private static FailureException Malformed(string message, Exception? cause) =>
        new Failure(FailureCode.MalformedBody, message).AsException(cause);
}

/// <summary>A request's target.</summary>
/// <param name="Path">The path, percent-encoded.</param>
/// <param name="Query">The query, percent-encoded, without its question mark.</param>
public readonly record struct Target(string Path, string Query);
