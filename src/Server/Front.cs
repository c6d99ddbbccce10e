using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Relata.Client;
using Relata.Client.Http;
using Relata.Client.Serving;
using Relata.Formats.Json;
using Relata.Http;
using Relata.Http.Calls;
using Relata.Http.Endpoints;
using Relata.Server.Configuration;

namespace Relata.Server;

/// <summary>Builds the object graph of a server in front of another: calls of ex go on to that one.</summary>
internal static class Front
{
    /// <summary>Builds it; the server behind need not be there yet.</summary>
    public static async Task<Served> BuildAsync(Settings settings, CancellationToken stop)
    {
        var builder = WebServer.CreateBuilder(settings);
        CrossOrigin.AddTo(builder.Services, settings.Cors);
        Compression.AddTo(builder.Services, settings.Compression, [new JsonFormat()]);
        builder.Services.AddSingleton(_ => new Upstream(
            new Uri(settings.Upstream.Url!), TimeSpan.FromMilliseconds(settings.Upstream.TimeoutMilliseconds)));
        var application = builder.Build();
        var upstream = application.Services.GetRequiredService<Upstream>();
        var client = RelataClient.ForHttp(upstream.Client, upstream.Target, new HttpOptions
        {
            // For a connection that ended while it was idle. Whoever calls this server can wait and try again.
            Pauses = [TimeSpan.Zero],
            RepeatsAfterAnswers = false,
            ServerName = "The upstream server",
        });
        var dialect = Composition.ExOf(settings);
        var forwarder = new ExForwarder(dialect, _ => client);
        var options = Composition.OptionsOf(settings);
        var stopping = application.Lifetime.ApplicationStopping;
        var counts = settings.Metrics.Endpoint ? new RequestCounts() : null;
        CrossOrigin.Use(application, settings.Cors);
        Compression.Use(application, settings.Compression);
        application.Run(new RelataHandler(
            new ForwardPipeline(forwarder.AnswerAsync, new OfferedFormats([new JsonFormat()])).AnswerAsync,
            [new DialectMount(settings.Ex.Mount.TrimEnd('/'), dialect)],
            new SystemEndpoints(
                live: null,
                new Health(upstream.PingAsync, TimeProvider.System, stopping),
                reload: null,
                metrics: counts is null ? null : new MetricsPage(counts.Meters)),
            options,
            application.Services.GetRequiredService<ILogger<RelataHandler>>(),
            TimeProvider.System)
        {
            Counts = counts,
        }.HandleAsync);
        var isThere = await upstream.IsThereAsync(stop);
        return new Served(application, address => new FrontBanner(settings, isThere, address).Lines());
    }
}
