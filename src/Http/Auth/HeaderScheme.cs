using Microsoft.AspNetCore.Http;
using Relata.Model.Callers;
using Relata.Model.Failures;

namespace Relata.Http.Auth;

/// <summary>Takes who asks from headers that a gateway sets, and that nobody but the gateway can send.</summary>
/// <param name="settings">The settings of the database, and for each the header that has its value.</param>
/// <param name="role">The header with the role; null where calls keep that of the connections.</param>
/// <param name="anonymousRole">The role of a call without that header; null where such a call is refused.</param>
public sealed class HeaderScheme(
    IReadOnlyDictionary<string, string> settings, string? role, string? anonymousRole)
{
    private readonly KeyValuePair<string, string>[] settings = [.. settings];

    /// <summary>The headers on which answers depend.</summary>
    public IEnumerable<string> Headers =>
        settings.Select(setting => setting.Value).Concat(role is null ? [] : [role])
            .Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>Who sends a request.</summary>
    /// <exception cref="FailureException">It does not say, or says it twice.</exception>
    public Caller Read(HttpContext context)
    {
        var headers = context.Request.Headers;
        var values = new KeyValuePair<string, string>[settings.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = new(settings[i].Key, ValueOf(headers, settings[i].Value));
        return new Caller(role is null ? null : RoleOf(headers, role), values);
    }

    private string RoleOf(IHeaderDictionary headers, string header)
    {
        if (ValueOf(headers, header) is { Length: > 0 } named) return named;
        return anonymousRole ?? throw new Failure(
            FailureCode.Unauthenticated, "Nobody says who asks.").AsException();
    }

    /// <summary>Of two values one may be the caller's own.</summary>
    private static string ValueOf(IHeaderDictionary headers, string name)
    {
        var values = headers[name];
        if (values.Count < 2) return values.ToString();
        throw new Failure(FailureCode.MalformedSyntax, $"The header {name} was sent more than once.")
        {
            At = new Position($"header {name}", 0, 0),
        }.AsException();
    }
}
