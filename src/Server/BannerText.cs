using System.Reflection;
using Microsoft.AspNetCore.Http;
using Relata.Http.Auth;
using Relata.Server.Configuration;

namespace Relata.Server;

/// <summary>What every server says of itself.</summary>
internal static class BannerText
{
    /// <summary>The program's version.</summary>
    public static string Version() =>
        typeof(BannerText).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?
            .InformationalVersion.Split('+')[0] ?? "";

    /// <summary>What the operator should not overlook.</summary>
    public static IEnumerable<string> Warnings(Settings settings)
    {
        if (settings.Ex is { Enabled: true, Exec: true })
        {
            yield return $"warning: ex.exec is on: whoever can reach {settings.Ex.Mount.TrimEnd('/')}/:exec runs SQL " +
                "of their own with all rights of the database's role";
        }

        if (settings.Callers.AreNamed())
        {
            yield return "warning: whoever can send these headers past the gateway is whom they name: "
                + string.Join(", ", HeadersOf(settings.Callers));
        }
    }

    private static IEnumerable<string> HeadersOf(CallerSettings callers) =>
        new HeaderScheme(callers.Settings, callers.Role, callers.AnonymousRole).Headers;

    /// <summary>An address that a browser on this machine takes.</summary>
    /// <param name="address">Where the server listens.</param>
    public static string Root(string address)
    {
        var listening = BindingAddress.Parse(address);
        var host = listening.Host is "*" or "+" or "[::]" or "0.0.0.0" ? "localhost" : listening.Host;
        return $"{listening.Scheme}://{host}:{listening.Port}";
    }
}
