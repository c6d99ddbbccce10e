using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Relata.Samples.FunctionsApp;

/// <summary>Knows callers by the header <c>X-Key</c>. A real application takes cookies, tokens or certificates.</summary>
internal sealed class KeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>The name of the scheme.</summary>
    public const string Name = "key";

    private static readonly Dictionary<string, (string User, string Role)> Keys = new()
    {
        ["ann-reads"] = ("ann", "reader"),
        ["bob-writes"] = ("bob", "writer"),
    };

    /// <inheritdoc/>
    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!Keys.TryGetValue(Request.Headers["X-Key"].ToString(), out var caller))
            return Task.FromResult(AuthenticateResult.NoResult());
        var identity = new ClaimsIdentity(
            [new Claim(ClaimTypes.Name, caller.User), new Claim(ClaimTypes.Role, caller.Role)], Name);
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Name)));
    }
}
