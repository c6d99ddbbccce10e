using Microsoft.Extensions.Logging;
using Relata.Functions.Files;

namespace Relata.Http.Functions;

/// <summary>The log entries about files of SQL.</summary>
public static partial class FunctionLog
{
    /// <summary>Writes what became of a file.</summary>
    public static void Write(ILogger logger, FileNotice notice)
    {
        var problem = notice.Problem?.ToString() ?? "";
        switch (notice.Kind)
        {
            case FileNoticeKind.Serves: Serves(logger, notice.Path); break;
            case FileNoticeKind.Gone: Gone(logger, notice.Path); break;
            case FileNoticeKind.EarlierServes: EarlierServes(logger, problem); break;
            case FileNoticeKind.KeptOut: KeptOut(logger, problem); break;
            case FileNoticeKind.FunctionStays: FunctionStays(logger, problem); break;
            case FileNoticeKind.Unseen: Unseen(logger, problem); break;
        }
    }

    [LoggerMessage(21, LogLevel.Information, "{Path} serves")]
    private static partial void Serves(ILogger logger, string path);

    [LoggerMessage(22, LogLevel.Information, "{Path} is gone and does not serve any more")]
    private static partial void Gone(ILogger logger, string path);

    [LoggerMessage(23, LogLevel.Error, "{Problem} (its last good version goes on serving)")]
    private static partial void EarlierServes(ILogger logger, string problem);

    [LoggerMessage(24, LogLevel.Error, "{Problem} (it does not serve)")]
    private static partial void KeptOut(ILogger logger, string problem);

    [LoggerMessage(25, LogLevel.Warning, "{Problem}")]
    private static partial void FunctionStays(ILogger logger, string problem);

    [LoggerMessage(26, LogLevel.Error, "{Problem} (what serves goes on)")]
    private static partial void Unseen(ILogger logger, string problem);
}
