using Relata.Server.Configuration;

namespace Relata.Server;

/// <summary>What a server in front of another says when it has started to listen.</summary>
/// <param name="settings">The settings.</param>
/// <param name="isThere">Whether the server behind answered.</param>
/// <param name="address">Where this one listens.</param>
internal sealed class FrontBanner(Settings settings, bool isThere, string address)
{
    /// <summary>The lines in their order.</summary>
    public IEnumerable<string> Lines()
    {
        var mount = settings.Ex.Mount.TrimEnd('/');
        yield return $"relata {BannerText.Version()} passes calls of ex on to {settings.Upstream.Url}";
        yield return $"it answers under {mount}/ and nowhere else; listening on {BannerText.Root(address)}";
        foreach (var warning in BannerText.Warnings(settings)) yield return warning;
        if (!isThere) yield return "warning: the upstream server does not answer now; calls are 502 until it does";
    }
}
