using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Relata.Server.Configuration;

namespace Relata.Server;

/// <summary>Lets scripts of other origins read answers (CORS), as far as the operator wants.</summary>
internal static class CrossOrigin
{
    /// <summary>What answers vary by; null where they do not, because every origin is told the same.</summary>
    public static string? Vary(CorsSettings settings) =>
        settings.Origins.Count == 0 || AllowsAll(settings) ? null : "Origin";

    /// <summary>Adds the policy.</summary>
    public static void AddTo(IServiceCollection services, CorsSettings settings)
    {
        if (settings.Origins.Count == 0) return;
        services.AddCors(cors => cors.AddDefaultPolicy(policy =>
        {
            // A predicate and not a list: with a list of one origin the middleware would leave out "Vary: Origin".
            if (AllowsAll(settings)) policy.AllowAnyOrigin();
            else policy.SetIsOriginAllowed(
                origin => settings.Origins.Contains(origin, StringComparer.OrdinalIgnoreCase));
            if (settings.Headers.Contains("*")) policy.AllowAnyHeader();
            else policy.WithHeaders([.. settings.Headers]);
            if (settings.Credentials) policy.AllowCredentials();
            policy.WithMethods([.. settings.Methods])
                .WithExposedHeaders([.. settings.ExposedHeaders])
                .SetPreflightMaxAge(TimeSpan.FromSeconds(settings.MaxAgeSeconds));
        }));
    }

    /// <summary>Answers preflight requests, and adds the headers to every answer, failures included.</summary>
    public static void Use(WebApplication application, CorsSettings settings)
    {
        if (settings.Origins.Count > 0) application.UseCors();
    }

    /// <summary>What is wrong with the settings, each as a phrase that starts with the key.</summary>
    public static IEnumerable<string> Problems(CorsSettings settings)
    {
        if (settings.Origins.Any(origin => origin != "*" && !IsOrigin(origin)))
            yield return "cors.origins must be * or origins such as https://shop.example";
        if (AllowsAll(settings) && settings.Origins.Count > 1)
            yield return "cors.origins must be * alone or a list of origins";
        if (AllowsAll(settings) && settings.Credentials)
            yield return "cors.credentials must be false where cors.origins is *: browsers refuse that";
    }

    private static bool AllowsAll(CorsSettings settings) => settings.Origins.Contains("*");

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url)
        && (url.Scheme is "http" or "https")
        && text.Equals(url.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase);
}
