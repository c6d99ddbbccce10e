using Microsoft.AspNetCore.Http;
using Relata.Dialects.Contract;

namespace Relata.Http.Calls;

/// <summary>The headers of an HTTP request.</summary>
/// <param name="request">The request.</param>
internal sealed class RequestHeaders(HttpRequest request) : CallHeaders
{
    /// <inheritdoc/>
    public override IEnumerable<string> Names => request.Headers.Keys;

    /// <inheritdoc/>
    public override string Origin => $"{request.Scheme}://{request.Host}";

    /// <inheritdoc/>
    public override string? Find(string name) =>
        request.Headers.TryGetValue(name, out var values) ? values.ToString() : null;
}
