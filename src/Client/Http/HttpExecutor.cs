using System.Net;
using Relata.Model.Failures;
using Relata.Model.Requests;

namespace Relata.Client.Http;

/// <summary>Runs requests on a server that speaks ex.</summary>
/// <remarks>
/// Queries are sent again after a failure of the transport, 429 and 5xx, but not after the client's time limit. A write
/// is sent again only when no connection came about: in every other case it may have been done.
/// </remarks>
/// <param name="client">Sends; its owner disposes it.</param>
/// <param name="target">Where the resources are, such as <c>http://127.0.0.1:8080/ex</c>.</param>
/// <param name="options">How; null for the defaults.</param>
public sealed class HttpExecutor(HttpClient client, Uri target, HttpOptions? options = null) : IRequestExecutor
{
    private readonly HttpOptions options = options ?? new HttpOptions();
    private readonly Wire wire = new(target);

    /// <inheritdoc/>
    public async Task<Stream> ExecuteAsync(Batch batch, CancellationToken stop)
    {
        if (batch.Requests.Count == 0) return new MemoryStream("[]"u8.ToArray());
        return await RunAsync(wire.Prepare(batch), batch.IsRepeatable, stop);
    }

    /// <inheritdoc/>
    public Task<Stream> ExecSqlAsync(RawSql statement, CancellationToken stop) =>
        RunAsync(wire.Prepare(statement), isRepeatable: false, stop);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private async Task<Stream> RunAsync(Func<HttpRequestMessage> message, bool isRepeatable, CancellationToken stop)
    {
        for (var attempt = 0; ; attempt++)
        {
            var pause = attempt < options.Pauses.Count ? options.Pauses[attempt] : (TimeSpan?)null;
            var (answer, cause) = await SendAsync(message, stop);
            if (answer is { IsSuccessStatusCode: true } && !IsJson(answer))
            {
                answer.Dispose();
                throw HttpFailures.NoRows(isWrite: !isRepeatable);
            }

            if (answer is { IsSuccessStatusCode: true })
                return isRepeatable ? await BodyOf(answer, stop) : await ReadWholeAsync(answer, stop);
            if (pause is not { } wait || !(isRepeatable ? IsPassing(answer, cause) : IsUnsent(cause)))
                throw await FailureAsync(isRepeatable, answer, cause, stop);
            if (RetryAfter(answer) is { } asked && asked > wait)
                wait = asked < options.LongestRetryAfter ? asked : options.LongestRetryAfter;
            answer?.Dispose();
            stop.ThrowIfCancellationRequested();
            if (wait > TimeSpan.Zero) await Task.Delay(wait, options.Time, stop);
        }
    }

    private async Task<(HttpResponseMessage? Answer, Exception? Cause)> SendAsync(
        Func<HttpRequestMessage> message, CancellationToken stop)
    {
        using var request = message();
        try
        {
            return (await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop), null);
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return (null, e);
        }
        catch (OperationCanceledException e) when (!stop.IsCancellationRequested)
        {
            return (null, e); // the time limit of the HttpClient
        }
    }

    private async Task<Stream> BodyOf(HttpResponseMessage answer, CancellationToken stop)
    {
        var body = await answer.Content.ReadAsStreamAsync(stop);
        return client.Timeout == Timeout.InfiniteTimeSpan ? body : new PatientStream(body, client.Timeout);
    }

    /// <summary>
    /// The result of a write is read before it is given: a caller who has it knows that all of it arrived.
    /// </summary>
    private async Task<Stream> ReadWholeAsync(HttpResponseMessage answer, CancellationToken stop)
    {
        using (answer)
        {
            try
            {
                var whole = new MemoryStream();
                await using var body = await BodyOf(answer, stop);
                await body.CopyToAsync(whole, stop);
                whole.Position = 0;
                return whole;
            }
            catch (Exception e) when (e is HttpRequestException or IOException)
            {
                throw new Failure(
                    FailureCode.UpstreamUnavailable,
                    "The write is done, but the connection broke before its result was whole.")
                    .AsException(e);
            }
        }
    }

    private bool IsPassing(HttpResponseMessage? answer, Exception? cause) => answer is null
        ? cause is not OperationCanceledException
        : options.RepeatsAfterAnswers
            && ((int)answer.StatusCode >= 500 || answer.StatusCode == HttpStatusCode.TooManyRequests);

    private static bool IsJson(HttpResponseMessage answer) => string.Equals(
        answer.Content.Headers.ContentType?.MediaType, "application/json", StringComparison.OrdinalIgnoreCase);

    private static bool IsUnsent(Exception? cause) => cause is HttpRequestException
    {
        HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
    };

    private TimeSpan? RetryAfter(HttpResponseMessage? answer) => answer?.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - options.Time.GetUtcNow(),
        _ => null,
    };

    private async Task<FailureException> FailureAsync(
        bool isRepeatable, HttpResponseMessage? answer, Exception? cause, CancellationToken stop)
    {
        if (answer is not null)
        {
            using (answer)
            {
                await using var body = await BodyOf(answer, stop);
                return await HttpFailures.ReadAsync(answer, body, !isRepeatable, stop);
            }
        }

        var server = options.ServerName ?? $"The server {target.Scheme}://{target.Authority}";
        var doubt = isRepeatable ? "." : ": whether the write was done is not known.";
        return (cause switch
        {
            OperationCanceledException => new Failure(
                FailureCode.UpstreamTimeout, $"{server} did not answer in time{doubt}"),
            _ when IsUnsent(cause) => new Failure(
                FailureCode.UpstreamUnavailable, $"{server} cannot be reached: nothing was done."),
            _ => new Failure(
                FailureCode.UpstreamUnavailable, $"The connection to {Lower(server)} broke before it answered{doubt}"),
        }).AsException(cause);
    }

    private static string Lower(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
