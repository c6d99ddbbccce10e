using Microsoft.Extensions.Logging;

namespace Relata.Http.Reload;

/// <summary>The log entries about the schema.</summary>
internal static partial class ReloadLog
{
    [LoggerMessage(11, LogLevel.Information,
        "The schema has changed: version {Version} with {Tables} tables serves now.")]
    public static partial void Replaced(ILogger logger, int version, int tables);

    [LoggerMessage(12, LogLevel.Information,
        "The schema was read anew: version {Version} with {Tables} tables is current.")]
    public static partial void Current(ILogger logger, int version, int tables);

    [LoggerMessage(13, LogLevel.Warning, "The schema cannot be read anew; version {Version} goes on serving.")]
    public static partial void Failed(ILogger logger, Exception exception, int version);
}
