using System.Text.Json.Nodes;

namespace Relata.Server.Configuration;

/// <summary>The rules for a server in front of another: whatever is about a database means nothing there.</summary>
internal static class UpstreamRules
{
    private static readonly string[] Known =
    [
        "$schema", "upstream", "listen", "ex", "limits.maxBatchRequests", "limits.maxBodyBytes", "metrics", "cors",
        "compression", "logLevel", "detailedErrors", "drainTimeoutMilliseconds",
    ];

    /// <summary>What is wrong with an address, worded to follow the setting's name; null when nothing is.</summary>
    public static string? Problem(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
        && url is { UserInfo: "", Query: "", Fragment: "" }
            ? null
            : "must be an http or https URL without user, query and fragment, such as http://10.0.0.7:8080/ex";

    /// <summary>Whether calls would go round in a circle.</summary>
    public static bool IsItself(Settings settings) =>
        Uri.TryCreate(settings.Upstream.Url, UriKind.Absolute, out var upstream)
        && Uri.TryCreate(settings.Listen, UriKind.Absolute, out var listen)
        && upstream.Authority == listen.Authority;

    /// <summary>The keys of a file that mean nothing, each as a phrase.</summary>
    public static IEnumerable<string> Problems(JsonObject document) => Keys(document, "")
        .Where(key => !Known.Any(known => key == known || key.StartsWith($"{known}.", StringComparison.Ordinal)))
        .Select(key => key == "database"
            ? "database and upstream cannot both be served"
            : $"{key} means nothing in front of an upstream server: set it there");

    /// <summary>The options that mean nothing, each as a phrase.</summary>
    public static IEnumerable<string> Problems(GivenOptions given)
    {
        if (given.Database is not null) yield return "--database and an upstream cannot both be served";
        if (given.Schemas is not null)
            yield return "--schemas means nothing in front of an upstream server: set it there";
        if (given.Functions is not null)
            yield return "--functions means nothing in front of an upstream server: set it there";
        if (given.PostgresReads is not null)
            yield return "--postgres-reads means nothing in front of an upstream server: set it there";
    }

    private static IEnumerable<string> Keys(JsonObject document, string prefix) => document.SelectMany(
        member => member.Value is JsonObject inner
            ? Keys(inner, $"{prefix}{member.Key}.")
            : [prefix + member.Key]);
}
