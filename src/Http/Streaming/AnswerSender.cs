using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Relata.Formats;

namespace Relata.Http.Streaming;

/// <summary>
/// Sends an answer: status and headers once the first piece is made, then piece by piece as the caller reads.
/// </summary>
public static class AnswerSender
{
    /// <summary>Sends it.</summary>
    /// <returns>The number of bytes of the body.</returns>
    /// <exception cref="Relata.Model.Failures.FailureException">
    /// The body cannot be made; nothing has been sent if the response has not started.
    /// </exception>
    public static async ValueTask<long> SendAsync(HttpContext context, Answer answer, CancellationToken stop)
    {
        var response = context.Response;
        if (answer.Body is not { } body)
        {
            Start(response, answer);
            return 0;
        }

        var end = await body.FillAsync(stop);
        Start(response, answer);
        var isHead = HttpMethods.IsHead(context.Request.Method);
        if (end && !(isHead && MayBeCompressed(response))) response.ContentLength = body.Written.Length;
        if (isHead) return 0;
        var sent = 0L;
        while (true)
        {
            sent += body.Written.Length;
            var flushed = await response.BodyWriter.WriteAsync(body.Written, stop);
            if (end || flushed.IsCompleted || flushed.IsCanceled) return sent;
            body.Clear();
            end = await body.FillAsync(stop);
        }
    }

    /// <summary>Sends what a body holds that was ended early.</summary>
    public static async ValueTask<long> SendRestAsync(HttpContext context, AnswerBody body, CancellationToken stop)
    {
        await context.Response.BodyWriter.WriteAsync(body.Written, stop);
        return body.Written.Length;
    }

    private static void Start(HttpResponse response, Answer answer)
    {
        response.StatusCode = answer.Status;
        response.ContentType = answer.ContentType;
        if (answer.Tag is not null)
        {
            response.Headers.ETag = answer.Tag;
            if (MayBeCompressed(response)) response.OnStarting(NameCoding, response);
        }

        for (var i = 0; i < answer.Headers.Count; i++)
            Set(response.Headers, answer.Headers[i].Key, answer.Headers[i].Value);
        if (answer.Body?.Headers is not { Count: > 0 } further) return;
        foreach (var (name, value) in further) response.Headers[name] = value;
    }

    /// <summary>What an answer depends on is added up; of any other header, the last counts.</summary>
    private static void Set(IHeaderDictionary headers, string name, string value)
    {
        var isAdded = name.Equals("Vary", StringComparison.OrdinalIgnoreCase) && headers.Vary.Count > 0;
        headers[name] = isAdded ? $"{headers.Vary}, {value}" : value;
    }

    /// <summary>
    /// Whether the middleware that compresses takes part; it decides with the first byte, which HEAD never sends.
    /// </summary>
    private static bool MayBeCompressed(HttpResponse response) =>
        response.HttpContext.Features.Get<IHttpsCompressionFeature>() is not null;

    /// <summary>Other bytes have another strong tag: the coding is written into it.</summary>
    private static Task NameCoding(object state)
    {
        var headers = ((HttpResponse)state).Headers;
        if (headers.ContentEncoding.Count > 0 && headers.ETag.ToString() is ['"', .. var tag, '"'])
            headers.ETag = $"\"{tag}+{headers.ContentEncoding}\"";
        return Task.CompletedTask;
    }
}
