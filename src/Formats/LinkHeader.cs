using Relata.Dialects.Contract;

namespace Relata.Formats;

/// <summary>The header <c>Link</c> (RFC 8288), which names the pages beside an answer.</summary>
internal static class LinkHeader
{
    private const string Name = "Link";

    /// <summary>The header; nothing when there is no such page.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(PageLinks links) => links switch
    {
        { Next: { } next, Previous: { } previous } =>
            [new(Name, $"<{next}>; rel=\"next\", <{previous}>; rel=\"prev\"")],
        { Next: { } next } => [new(Name, $"<{next}>; rel=\"next\"")],
        { Previous: { } previous } => [new(Name, $"<{previous}>; rel=\"prev\"")],
        _ => [],
    };
}
