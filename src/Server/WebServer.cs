using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Relata.Model.Failures;
using Relata.Server.Configuration;

namespace Relata.Server;

/// <summary>The web server as the settings want it, before anything is mapped.</summary>
internal static class WebServer
{
    /// <summary>A builder with Kestrel, routing and logging.</summary>
    /// <remarks>
    /// It starts empty: the usual builders also read <c>appsettings.json</c>, <c>ASPNETCORE_URLS</c> and the
    /// environment's name, which would overrule the settings and, in "Development", show stack traces to callers.
    /// </remarks>
    public static WebApplicationBuilder CreateBuilder(Settings settings)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = "relata" });
        builder.WebHost.UseUrls(settings.Listen).UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = settings.Limits.MaxBodyBytes;
        });
        if (IsSecure(settings)) UseCertificate(builder.WebHost);
        builder.Services.AddRoutingCore();
        builder.Services.Configure<HostOptions>(host =>
            host.ShutdownTimeout = TimeSpan.FromMilliseconds(settings.DrainTimeoutMilliseconds));
        AddLogging(builder.Logging, settings.LogLevel);
        return builder;
    }

    /// <summary>Starts to listen.</summary>
    /// <exception cref="FailureException">The address is in use or not this machine's, or there is no
    /// certificate.</exception>
    public static async Task StartAsync(WebApplication application, Settings settings, CancellationToken stop)
    {
        try
        {
            await application.StartAsync(stop);
        }
        catch (Exception failure) when (failure
            is IOException or SocketException or InvalidOperationException or CryptographicException)
        {
            // The web server wraps "address in use"; what it wraps says it shorter. Its further sentences are advice
            // for development.
            var reason = (failure.InnerException ?? failure).Message.Split(". ")[0].TrimEnd('.');
            throw new Failure(FailureCode.Internal, $"Cannot listen on {settings.Listen}: {reason}.")
            {
                Hint = IsSecure(settings) ? "Kestrel__Certificates__Default__Path names the certificate's file." : null,
            }.AsException(failure);
        }
    }

    /// <summary>
    /// Takes the certificate from the variables that ASP.NET Core documents:
    /// <c>Kestrel__Certificates__Default__Path</c> and its siblings.
    /// </summary>
    private static void UseCertificate(IWebHostBuilder host)
    {
        var variables = new ConfigurationBuilder().AddEnvironmentVariables("Kestrel__").Build();
        host.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Configure(variables));
    }

    private static bool IsSecure(Settings settings) =>
        settings.Listen.StartsWith("https:", StringComparison.OrdinalIgnoreCase);

    private static void AddLogging(ILoggingBuilder logging, LogLevel least)
    {
        var foreign = least > LogLevel.Warning ? least : LogLevel.Warning;
        logging.SetMinimumLevel(least)
            .AddFilter("Microsoft", foreign)
            // A failed start is reported once, by the command line.
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical)
            .AddJsonConsole(console =>
            {
                console.UseUtcTimestamp = true;
                console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
            });
    }
}
