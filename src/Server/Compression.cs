using System.IO.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.DependencyInjection;
using Relata.Formats;

namespace Relata.Server;

/// <summary>Compresses answers with Brotli or gzip for callers who accept that.</summary>
internal static class Compression
{
    /// <summary>Adds what the middleware needs.</summary>
    public static void AddTo(IServiceCollection services, bool isOn, IReadOnlyList<IFormat> formats)
    {
        if (!isOn) return;
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Fastest);
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.Providers.Add<BrotliCompressionProvider>();
            compression.Providers.Add<GzipCompressionProvider>();
            compression.MimeTypes = [.. formats.Select(format => format.MediaType), "application/problem+json"];
        });
    }

    /// <summary>Requests without <c>Accept-Encoding</c> pass by.</summary>
    public static void Use(WebApplication application, bool isOn)
    {
        if (isOn) application.UseResponseCompression();
    }
}
