using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Relata.Dialects.Contract;
using Relata.Formats;
using Relata.Formats.Problem;
using Relata.Http.Calls;
using Relata.Http.Endpoints;
using Relata.Http.Streaming;
using Relata.Model.Callers;
using Relata.Model.Failures;

namespace Relata.Http;

/// <summary>Answers every HTTP request: finds who answers the path, sends the answer, and logs one line.</summary>
/// <param name="pipeline">Answers calls of dialects; null where no dialect is mounted.</param>
/// <param name="mounts">Who answers where; the longest path that fits is taken.</param>
/// <param name="system">Relata's own endpoints; null for none.</param>
/// <param name="options">What the operator set.</param>
/// <param name="logger">Takes the log entries.</param>
/// <param name="time">The clock.</param>
public sealed class RelataHandler(
    CallPipeline? pipeline,
    IReadOnlyList<Mount> mounts,
    SystemEndpoints? system,
    RelataOptions options,
    ILogger<RelataHandler> logger,
    TimeProvider time)
{
    private readonly Mount[] mounts = [.. mounts.OrderByDescending(mount => mount.Path.Length)];

    /// <summary>Counts what is answered; null for nobody.</summary>
    public RequestCounts? Counts { get; init; }

    /// <summary>Answers a request.</summary>
    public Task HandleAsync(HttpContext context) => HandleAsync(context, mount: null);

    /// <summary>Answers a request.</summary>
    /// <param name="context">The request.</param>
    /// <param name="mount">Who answers it; null when its path says so.</param>
    internal async Task HandleAsync(HttpContext context, Mount? mount)
    {
        var started = time.GetTimestamp();
        var target = CallReader.TargetOf(context);
        var exchange = new Exchange { Handler = "none", Path = target.Path };
        try
        {
            await AnswerAsync(context, target, mount, exchange);
        }
        catch (Exception e) when (context.RequestAborted.IsCancellationRequested
            && (e is OperationCanceledException or IOException || context.Response.HasStarted))
        {
            exchange.Failure = "aborted";
        }
        catch (Exception e)
        {
            await RefuseAsync(context, e, exchange);
        }

        Counts?.Count(
            exchange.BrokeOffAs ?? context.Response.StatusCode, exchange.Failure == "aborted", exchange.Bytes);
        if (!logger.IsEnabled(LogLevel.Information)) return;
        RequestLog.Answered(
            logger, context.Request.Method, target.Path, context.Response.StatusCode,
            Math.Round(time.GetElapsedTime(started).TotalMilliseconds, 3), exchange.Rows, exchange.Bytes,
            exchange.Handler, exchange.Failure, context.TraceIdentifier);
    }

    // Nearly every read waits in here, and its state need not be made anew for each.
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask AnswerAsync(HttpContext context, Target target, Mount? mount, Exchange exchange)
    {
        var stop = context.RequestAborted;
        if (mount is null && system?.Find(target.Path) is { } endpoint)
        {
            exchange.Handler = "system";
            var answer = HttpMethods.IsOptions(context.Request.Method)
                ? Answer.OfMethods(SystemEndpoints.MethodsOf(target.Path))
                : await endpoint(context.Request, stop);
            await SendAsync(context, answer, exchange, stop);
            return;
        }

        mount ??= MountOf(target.Path) ?? throw NoRoute(target).AsException();
        (exchange.Handler, exchange.Failures) = (mount.Name, mount.Failures);
        var caller = options.Caller?.Invoke(context);
        var found = mount switch
        {
            DialectMount dialect => await AnswerAsync(context, target, dialect, caller, exchange, stop),
            FunctionMount functions => await functions.Functions.AnswerAsync(
                context.Request, mount.Path, target with { Path = target.Path[mount.Path.Length..] }, caller, stop),
            _ => throw new UnreachableException($"Unknown mount {mount.GetType().Name}."),
        };
        context.Response.Headers.Vary = context.Request.Headers.Origin.Count == 0
            ? options.Vary
            : options.VaryWithOrigin;
        KeepFromOthers(context);
        await SendAsync(context, found, exchange, stop);
    }

    private Mount? MountOf(string path)
    {
        foreach (var mount in mounts)
            if (mount.Covers(path)) return mount;
        return null;
    }

    private ValueTask<Answer> AnswerAsync(
        HttpContext context,
        Target target,
        DialectMount mount,
        Caller? caller,
        Exchange exchange,
        CancellationToken stop)
    {
        // HEAD is answered as GET is; the sender leaves the body out.
        var method = HttpMethods.IsHead(context.Request.Method) ? HttpMethods.Get : context.Request.Method;
        var call = new ApiCall(method, mount.Path, target.Path[mount.Path.Length..], target.Query, Body: null)
        {
            Headers = new RequestHeaders(context.Request),
            Caller = caller,
        };
        return method == QueryBody.Method || HasBody(context.Request, method, mount.Dialect)
            ? AnswerWithBodyAsync(context, call, mount.Dialect, exchange, stop)
            : pipeline!(mount.Dialect, call, stop);
    }

    private async ValueTask<Answer> AnswerWithBodyAsync(
        HttpContext context, ApiCall call, IDialect dialect, Exchange exchange, CancellationToken stop)
    {
        if (call.Method == QueryBody.Method)
        {
            var query = exchange.QueryInBody = await QueryBody.ReadAsync(context.Request, call.Query, stop);
            return await pipeline!(dialect, call with { Query = query }, stop);
        }

        using var body = await CallReader.ReadBodyAsync(context.Request, dialect.TakesAnyBodyType, stop);
        return await pipeline!(dialect, call with { Body = body?.RootElement }, stop);
    }

    private async ValueTask SendAsync(HttpContext context, Answer answer, Exchange exchange, CancellationToken stop)
    {
        await using (answer)
        {
            try
            {
                exchange.Bytes = await AnswerSender.SendAsync(context, answer, stop);
            }
            catch (Exception e) when (context.Response.HasStarted && !stop.IsCancellationRequested)
            {
                await BreakOffAsync(context, answer, e, exchange, stop);
            }

            exchange.Rows = answer.Body?.Rows ?? 0;
        }
    }

    /// <summary>
    /// A response that has started cannot be taken back. It ends with the problem if its format has a place for that;
    /// any other one is cut off with its connection, so that nobody takes the part for the whole.
    /// </summary>
    private async ValueTask BreakOffAsync(
        HttpContext context, Answer answer, Exception exception, Exchange exchange, CancellationToken stop)
    {
        var problem = ProblemOf(context, exception, exchange);
        exchange.BrokeOffAs = problem.Status;
        await using (problem)
        {
            if (answer.Body is { } body && body.TryEnd(problem.Body!.Written.Span))
                exchange.Bytes += await AnswerSender.SendRestAsync(context, body, stop);
            else context.Abort();
        }
    }

    private async ValueTask RefuseAsync(HttpContext context, Exception exception, Exchange exchange)
    {
        if (context.Response.HasStarted)
        {
            // It went wrong when all was sent.
            await ProblemOf(context, exception, exchange).DisposeAsync();
            context.Abort();
            return;
        }

        context.Response.Clear();
        KeepFromOthers(context);
        try
        {
            await SendAsync(context, ProblemOf(context, exception, exchange), exchange, context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            exchange.Failure = "aborted";
        }
    }

    /// <summary>
    /// Keeps what depends on the caller out of shared caches: one before a gateway never sees the headers that say who
    /// asks, so that <c>Vary</c> means nothing to it.
    /// </summary>
    private void KeepFromOthers(HttpContext context)
    {
        if (options.Caller is not null) context.Response.Headers.CacheControl = "private";
    }

    /// <summary>Says "no", to the caller and in the log.</summary>
    private Answer ProblemOf(HttpContext context, Exception exception, Exchange exchange)
    {
        var failure = exception is FailureException { Failure: var known }
            ? known
            : new Failure(
                FailureCode.Internal, "Something went wrong here; the operator finds it in the log by the trace id.");
        if (exchange.QueryInBody is { } query && failure.At is { Part: "query" } at)
            failure = failure with { At = QueryBody.InBody(at, query) };
        exchange.Failure = failure.Code.PublicName();
        Log(context, exchange.Path, exception, failure);
        options.Track?.Invoke(exception, context.Request);
        var detail = options.DetailedErrors
            ? (exception is FailureException ? exception.InnerException : exception)?.Message
            : null;
        return exchange.Failures == FailureShape.Problem
            ? ProblemFormat.Answer(failure, context.TraceIdentifier, detail)
            : ErrorCodeFormat.Answer(failure, context.TraceIdentifier, detail);
    }

    private void Log(HttpContext context, string path, Exception exception, Failure failure)
    {
        var (method, trace) = (context.Request.Method, context.TraceIdentifier);
        if (failure.Code == FailureCode.Internal) RequestLog.Failed(logger, exception, method, path, trace);
        else if (failure.Status >= 500)
            RequestLog.DatabaseTrouble(logger, exception, method, path, failure.Code.PublicName(), trace);
    }

    /// <summary>Who takes any body must see one where it means nothing, too, to refuse it.</summary>
    private static bool HasBody(HttpRequest request, string method, IDialect dialect) => CallReader.MayHaveBody(request)
        && (HttpMethods.IsPost(method) || HttpMethods.IsPut(method) || HttpMethods.IsPatch(method)
            || (dialect.TakesAnyBodyType && (HttpMethods.IsGet(method) || HttpMethods.IsDelete(method))));

    private Failure NoRoute(Target target) => new(FailureCode.RouteNotFound, "Nothing is served at this path.")
    {
        At = new Position("path", 0, target.Path.Length),
        Hint = system?.WhereToLook,
    };

    /// <summary>What the log says about a request.</summary>
    private sealed class Exchange
    {
        public required string Path { get; init; }

        public required string Handler { get; set; }

        public FailureShape Failures { get; set; }

        public string? QueryInBody { get; set; }

        public string? Failure { get; set; }

        public int? BrokeOffAs { get; set; }

        public long Rows { get; set; }

        public long Bytes { get; set; }
    }
}
