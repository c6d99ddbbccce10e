using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using Relata.Model.Failures;

namespace Relata.Http.Calls;

/// <summary>
/// The body of a QUERY (draft-ietf-httpbis-safe-method-w-body): a query string that may be longer than a URL.
/// </summary>
public static class QueryBody
{
    /// <summary>The method.</summary>
    public const string Method = "QUERY";

    private const string MediaType = "application/x-www-form-urlencoded";
    private static readonly UTF8Encoding Strict = new(
        encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The query string, still percent-encoded.</summary>
    /// <exception cref="FailureException">
    /// It is of another type, too large or no UTF-8, or the URL has a query as well: which one would count?
    /// </exception>
    public static async ValueTask<string> ReadAsync(HttpRequest request, string urlQuery, CancellationToken stop)
    {
        if (urlQuery.Length > 0)
        {
            throw new Failure(FailureCode.MalformedSyntax, "A QUERY has its query in the body and none in the URL.")
            {
                At = new Position("query", 0, urlQuery.Length),
                Hint = "Move it to the body.",
            }.AsException();
        }

        if (request.ContentLength == 0) return "";
        var canHaveBody = request.HttpContext.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody ?? true;
        if (!canHaveBody) return "";
        RequireForm(request);
        var bytes = await CallReader.ReadAllAsync(request, stop);
        try
        {
            // An editor's line break at the end of a file is no part of the last value, where it would be encoded.
            return Strict.GetString(bytes).TrimEnd('\r', '\n');
        }
        catch (ArgumentException e)
        {
            throw new Failure(FailureCode.MalformedBody, "The body is no UTF-8.").AsException(e);
        }
    }

    /// <summary>A place in the query string as a place in the body, which is counted in bytes.</summary>
    public static Position InBody(Position at, string query) => new(
        "body",
        Encoding.UTF8.GetByteCount(query.AsSpan(0, at.Offset)),
        Encoding.UTF8.GetByteCount(query.AsSpan(at.Offset, at.Length)));

    private static void RequireForm(HttpRequest request)
    {
        var isForm = MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && type.MediaType.Equals(MediaType, StringComparison.OrdinalIgnoreCase)
            && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));
        if (isForm) return;
        throw new Failure(FailureCode.UnsupportedMediaType, $"The body of a QUERY is {MediaType} in UTF-8.")
        {
            Hint = $"Send the header Content-Type: {MediaType}.",
        }.AsException();
    }
}
