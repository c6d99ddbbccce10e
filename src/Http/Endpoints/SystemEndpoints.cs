using System.Text;
using Microsoft.AspNetCore.Http;
using Relata.Formats;
using Relata.Http.Functions;
using Relata.Http.Reload;
using Relata.Introspection;
using Relata.Model.Failures;

namespace Relata.Http.Endpoints;

/// <summary>The paths that Relata keeps for itself; all of them begin with two underscores.</summary>
/// <param name="live">The schema; null where only a server behind this one knows it.</param>
/// <param name="health">Whether the server is ready.</param>
/// <param name="reload">Reads the schema anew for callers; null when they may not ask for it.</param>
/// <param name="functions">Lists the files of SQL; null when there are none.</param>
/// <param name="metrics">Shows numbers to those who watch the server; null when nobody may ask for them.</param>
public sealed class SystemEndpoints(
    LiveSchema? live,
    Health health,
    SchemaReload? reload,
    FunctionListing? functions = null,
    MetricsPage? metrics = null)
{
    /// <summary>The first segments of the paths, for telling which tables they hide.</summary>
    public static IReadOnlyList<string> Segments { get; } =
        ["__schema", "__health", "__batch", "__functions", "__metrics"];

    /// <summary>What those are told who ask for a path at which nothing is.</summary>
    public string WhereToLook => live is null
        ? "This server passes calls of ex on, and answers nothing else."
        : "/__schema lists the tables.";

    private static string[] Reading { get; } = ["GET", "HEAD", "OPTIONS"];

    private static string[] Doing { get; } = ["OPTIONS", "POST"];

    /// <summary>The methods that one of the paths takes.</summary>
    public static IReadOnlyList<string> MethodsOf(string path) => path == "/__schema/reload" ? Doing : Reading;

    /// <summary>Who answers a path; null when it is none of these.</summary>
    public Func<HttpRequest, CancellationToken, ValueTask<Answer>>? Find(string path)
    {
        if (!path.StartsWith("/__", StringComparison.Ordinal)) return null;
        return path switch
        {
            "/__schema" when live is not null => SchemaAsync,
            "/__schema/reload" when reload is not null => ReloadAsync,
            "/__functions" when functions is not null => FunctionsAsync,
            "/__metrics" when metrics is not null => MetricsAsync,
            "/__health/live" => LiveAsync,
            "/__health/ready" => ReadyAsync,
            _ => null,
        };
    }

    private ValueTask<Answer> SchemaAsync(HttpRequest request, CancellationToken stop)
    {
        RequireGet(request);
        var buffer = new Utf8Buffer();
        var schema = live!.Snapshot;
        SchemaDocument.Write(buffer, schema);
        return ValueTask.FromResult(new Answer(200, "application/json", new BufferedBody(buffer, schema.Tables.Count)));
    }

    private async ValueTask<Answer> ReloadAsync(HttpRequest request, CancellationToken stop)
    {
        if (!HttpMethods.IsPost(request.Method)) throw NotPossible(request, Doing);
        var schema = await reload!.ReloadAsync(stop);
        var buffer = new Utf8Buffer();
        buffer.Write(Encoding.UTF8.GetBytes($$"""{"version":{{schema.Version}},"tables":{{schema.Tables.Count}}}"""));
        return new Answer(200, "application/json", new BufferedBody(buffer, schema.Tables.Count));
    }

    private ValueTask<Answer> FunctionsAsync(HttpRequest request, CancellationToken stop)
    {
        RequireGet(request);
        return ValueTask.FromResult(functions!.ToAnswer(request));
    }

    private ValueTask<Answer> MetricsAsync(HttpRequest request, CancellationToken stop)
    {
        RequireGet(request);
        return ValueTask.FromResult(metrics!.ToAnswer());
    }

    private static ValueTask<Answer> LiveAsync(HttpRequest request, CancellationToken stop)
    {
        RequireGet(request);
        return ValueTask.FromResult(Status(200, "alive"u8));
    }

    private async ValueTask<Answer> ReadyAsync(HttpRequest request, CancellationToken stop)
    {
        RequireGet(request);
        return await health.CheckAsync(stop) switch
        {
            Readiness.Ready => Status(200, "ready"u8),
            Readiness.Draining => Status(503, "draining"u8),
            Readiness.Unavailable => Status(503, live is null ? "upstream unavailable"u8 : "database unavailable"u8),
        };
    }

    private static Answer Status(int status, ReadOnlySpan<byte> word)
    {
        var buffer = new Utf8Buffer();
        buffer.Write("{\"status\":\""u8);
        buffer.Write(word);
        buffer.Write("\"}"u8);
        return new Answer(status, "application/json", new BufferedBody(buffer, 0));
    }

    private static void RequireGet(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) return;
        throw NotPossible(request, Reading);
    }

    private static FailureException NotPossible(HttpRequest request, string[] allowed) =>
        new Failure(FailureCode.MethodNotAllowed, $"{request.Method} is not possible here.") { Allow = allowed }
            .AsException();
}
