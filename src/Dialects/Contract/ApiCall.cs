using System.Text.Json;
using Relata.Model.Callers;

namespace Relata.Dialects.Contract;

/// <summary>One call as it came in, free of any web framework.</summary>
/// <param name="Method">The HTTP method in capitals.</param>
/// <param name="Mount">The path at which the dialect is mounted, without a slash at its end: empty at the root.</param>
/// <param name="Path">What follows the mount, still percent-encoded, with its first slash.</param>
/// <param name="Query">The query string, still percent-encoded, without its question mark.</param>
/// <param name="Body">The body when the method has one; it lives as long as the call.</param>
public sealed record ApiCall(string Method, string Mount, string Path, string Query, JsonElement? Body)
{
    /// <summary>
    /// The value of a request header by its name, in any case of letters; several values of one header are joined by a
    /// comma, and a header that was not sent is null.
    /// </summary>
    public Func<string, string?> Header { get; init; } = static _ => null;

    /// <summary>The names of the headers that were sent.</summary>
    public Func<IEnumerable<string>> HeaderNames { get; init; } = static () => [];

    /// <summary>Who asks; null for the role of the connections to the database.</summary>
    public Caller? Caller { get; init; }

    /// <summary>The scheme and host of the request, such as <c>https://example.org</c>.</summary>
    public string Origin { get; init; } = "";
}
