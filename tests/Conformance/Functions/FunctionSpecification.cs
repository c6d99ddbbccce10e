using Relata.Support;

namespace Relata.Conformance.Functions;

/// <summary>A specification of the dialect Functions.</summary>
/// <param name="server">A server with a directory of files.</param>
public abstract class FunctionSpecification(ConformanceServer server) : Specification(server)
{
    /// <summary>The directory of files.</summary>
    protected FunctionFolder Files => Server.Functions!;

    /// <summary>Returns when a GET answers with a status and, where given, a body.</summary>
    protected Task Until(string target, int status, string? body = null, TimeSpan? timeout = null) => Poll.UntilAsync(
        async () => await Get(target) is var answer && answer.Status == status && (body is null || answer.Body == body),
        timeout, Stop, what: $"{target} answers {status} {body}");

    /// <summary>Returns when the listing says something of a file.</summary>
    protected Task UntilListed(string part) => Poll.UntilAsync(
        async () => (await Get("/__functions")).Body.Contains(part, StringComparison.Ordinal),
        stop: Stop, what: $"/__functions says {part}");

    /// <summary>Returns when the server has logged something.</summary>
    protected async Task UntilLogged(string part)
    {
        var process = await Server.ProcessAsync(Stop);
        await Poll.UntilAsync(() => process.Output.Contains(part, StringComparison.Ordinal), stop: Stop, what: part);
    }
}
