using Microsoft.Extensions.Logging;

namespace Relata.Http;

/// <summary>The log entries of requests: one for each, and one more for a fault of Relata's own.</summary>
internal static partial class RequestLog
{
    /// <summary>The query is left out: it can hold what nobody should find in a log.</summary>
    [LoggerMessage(1, LogLevel.Information,
        "{Method} {Path} answered {Status} in {Milliseconds} ms: {Rows} rows, {Bytes} bytes ({Handler}, {Failure}, " +
        "{TraceId})")]
    public static partial void Answered(
        ILogger logger, string method, string path, int status, double milliseconds, long rows, long bytes,
        string handler,
        string? failure, string traceId);

    [LoggerMessage(2, LogLevel.Error, "{Method} {Path} failed ({TraceId})")]
    public static partial void Failed(ILogger logger, Exception exception, string method, string path, string traceId);

    [LoggerMessage(3, LogLevel.Warning, "{Method} {Path}: {Failure} ({TraceId})")]
    public static partial void DatabaseTrouble(
        ILogger logger, Exception exception, string method, string path, string failure, string traceId);
}
