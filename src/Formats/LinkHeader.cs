using Relata.Dialects.Contract;

namespace Relata.Formats;

/// <summary>The header <c>Link</c> (RFC 8288), which names the pages beside an answer.</summary>
internal static class LinkHeader
{
    /// <summary>The header; nothing when there is no such page.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> Of(PageLinks links)
    {
        string[] parts =
        [
            .. links.Next is { } next ? [$"<{next}>; rel=\"next\""] : Array.Empty<string>(),
            .. links.Previous is { } previous ? [$"<{previous}>; rel=\"prev\""] : Array.Empty<string>(),
        ];
        return parts.Length == 0 ? [] : [new("Link", string.Join(", ", parts))];
    }
}
