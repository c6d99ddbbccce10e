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
    /// <summary>The headers.</summary>
    public CallHeaders Headers { get; init; } = CallHeaders.None;

    /// <summary>Who asks; null for the role of the connections to the database.</summary>
    public Caller? Caller { get; init; }

    /// <summary>The value of a header; null when it was not sent.</summary>
    public string? Header(string name) => Headers.Find(name);
}
