using System.Collections.Frozen;
using System.ComponentModel;

namespace Relata.Server.Configuration;

/// <summary>Who asks, by headers that a gateway sets.</summary>
internal sealed record CallerSettings
{
    [Description("The settings of PostgreSQL that a call has, such as app.tenant, and for each the request header " +
        "with its value; without the header it is empty. A gateway must set such headers and remove what callers " +
        "sent.")]
    public IReadOnlyDictionary<string, string> Settings { get; init; } = FrozenDictionary<string, string>.Empty;

    [Description("The request header with the role as which a call runs; without one it is the connection's. A " +
        "gateway must set this header and remove what callers sent.")]
    public string? Role { get; init; }

    [Description("The role of calls without that header; without one they are refused with 401.")]
    public string? AnonymousRole { get; init; }

    /// <summary>Whether calls have callers.</summary>
    public bool AreNamed() => Settings.Count > 0 || Role is not null;
}
