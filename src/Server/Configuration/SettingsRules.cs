using Relata.Dialects.Rest;

namespace Relata.Server.Configuration;

/// <summary>The rules for settings that neither a type nor a range can say.</summary>
internal static class SettingsRules
{
    private const int ShortestKey = 16;

    /// <summary>Everything that is wrong, each one a phrase that starts with the key.</summary>
    public static IEnumerable<string> Problems(Settings settings)
    {
        if (ListenUrl.Problem(settings.Listen) is { } listen) yield return $"listen {listen}";
        var limits = settings.Limits;
        if (limits.MaxRows < limits.DefaultRows)
            yield return $"limits.maxRows ({limits.MaxRows}) must be at least limits.defaultRows " +
                $"({limits.DefaultRows})";
        if (settings.Upstream.Url is { } upstream && UpstreamRules.Problem(upstream) is { } problem)
            yield return $"upstream.url {problem}";
        if (settings is { Upstream.Url: not null, Ex.Enabled: false })
            yield return "ex.enabled must be true in front of an upstream server: nothing else is passed on";
        if (PostgresRules.Problem(settings.Postgres.Reads) is { } reads) yield return $"postgres.reads {reads}";
        if (!IsMount(settings.Rest.Mount)) yield return "rest.mount must be / or a path such as /api";
        if (!IsMount(settings.Ex.Mount)) yield return "ex.mount must be / or a path such as /ex";
        if (settings is { Rest.Enabled: true, Ex.Enabled: true, Upstream.Url: null }
            && settings.Rest.Mount == settings.Ex.Mount)
            yield return "rest.mount and ex.mount must differ";
        if (!IsMount(settings.Functions.Mount)) yield return "functions.mount must be / or a path such as /fn";
        if (settings.Functions.Directory is { Length: 0 }) yield return "functions.directory must not be empty";
        if (settings.Functions.Directory is not null && Shares(settings) is { } shared)
            yield return $"functions.mount and {shared}.mount must differ";
        if (!RestEnvelope.Names.Contains(settings.Rest.Envelope))
            yield return $"rest.envelope must be one of {string.Join(", ", RestEnvelope.Names)}";
        if (settings.CursorKey is { Length: < ShortestKey })
            yield return $"cursorKey must have at least {ShortestKey} characters";
        foreach (var cors in CrossOrigin.Problems(settings.Cors)) yield return cors;
        foreach (var callers in CallerRules.Problems(settings)) yield return callers;
        if (settings.Schemas.Any(string.IsNullOrWhiteSpace)) yield return "schemas must not hold an empty name";
    }

    private static string? Shares(Settings settings) => settings switch
    {
        { Rest.Enabled: true } when settings.Rest.Mount == settings.Functions.Mount => "rest",
        { Ex.Enabled: true } when settings.Ex.Mount == settings.Functions.Mount => "ex",
        _ => null,
    };

    private static bool IsMount(string path) =>
        path == "/" || (path.StartsWith('/') && path[1..].Split('/').All(IsSegment));

    private static bool IsSegment(string text) =>
        text.Length > 0 && text is not ("." or "..")
        && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' or '~');
}
