using System.Net;
using Microsoft.AspNetCore.Http;

namespace Relata.Server.Configuration;

/// <summary>Checks where the server is told to listen.</summary>
internal static class ListenUrl
{
    private const string Expected =
        "must be an http or https URL whose host is an IP address, localhost or *, such as http://127.0.0.1:8080";

    /// <summary>What is wrong with the URL, worded to follow the setting's name; null when nothing is.</summary>
    /// <remarks>
    /// A host name is refused because the web server would listen on every interface for it, not on that one.
    /// </remarks>
    public static string? Problem(string text)
    {
        try
        {
            var address = BindingAddress.Parse(text);
            var listens = address.Scheme.ToLowerInvariant() is "http" or "https"
                && address.PathBase.Length == 0
                && address.Port is >= 0 and <= 65535
                && IsAddress(address.Host);
            return listens ? null : Expected;
        }
        catch (FormatException)
        {
            return Expected;
        }
    }

    // IPAddress also takes a single number for an address; here it is a port without a host.
    private static bool IsAddress(string host) =>
        host is "*" || host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (host.AsSpan().IndexOfAny('.', ':') >= 0 && IPAddress.TryParse(host, out _));
}
