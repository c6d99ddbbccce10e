using Relata.Model.Callers;
using Relata.Planning;

namespace Relata.Server.Configuration;

/// <summary>The rules for the settings about who asks.</summary>
internal static class CallerRules
{
    /// <summary>The signs that a header's name may have beside letters and digits (RFC 9110, section 5.6.2).</summary>
    private const string Signs = "!#$%&'*+-.^_`|~";

    /// <summary>What is wrong with the settings, each as a phrase that starts with the key.</summary>
    public static IEnumerable<string> Problems(Settings settings)
    {
        var callers = settings.Callers;
        foreach (var (name, header) in callers.Settings)
        {
            if (!Caller.IsSettingName(name))
                yield return $"callers.settings.{name} must be a name with a dot, such as app.tenant";
            if (!IsHeader(header))
                yield return $"callers.settings.{name} must be the name of a header, such as X-Tenant";
        }

        if (callers.Settings.Keys.Distinct(StringComparer.OrdinalIgnoreCase).Count() < callers.Settings.Count)
            yield return "callers.settings must name each setting once, in capitals or not";
        if (callers.Role is { } role && !IsHeader(role))
            yield return "callers.role must be the name of a header, such as X-Role";
        if (callers is { AnonymousRole: not null, Role: null })
            yield return "callers.anonymousRole means nothing without callers.role";
        if (callers.AnonymousRole is "" or "none") yield return "callers.anonymousRole must be a role";
        if (callers.AreNamed() && settings.Ex is { Enabled: true, Exec: true })
            yield return "callers and ex.exec cannot both be: a statement of a caller's own can take any role back";
    }

    /// <summary>Why callers cannot be with a database; null when they can.</summary>
    public static string? Problem(CallerSettings callers, Capabilities database) =>
        callers.AreNamed() && !database.Callers
            ? $"callers are not possible with {database.Database}: it has no roles and settings that a call could have"
            : null;

    private static bool IsHeader(string name) =>
        name.Length > 0 && name.All(letter => char.IsAsciiLetterOrDigit(letter) || Signs.Contains(letter));
}
