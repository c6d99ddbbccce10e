using Microsoft.AspNetCore.Http;
using Relata.Model.Callers;

namespace Relata.Http;

/// <summary>What an operator can set about the HTTP side.</summary>
public sealed record RelataOptions
{
    /// <summary>Whether answers carry what the database's driver said.</summary>
    /// <value>The default value is false: such text can show data and SQL.</value>
    public bool DetailedErrors { get; init; }

    /// <summary>Whether a row is changed or deleted by its key only with <c>If-Match</c>.</summary>
    /// <value>The default value is false.</value>
    public bool RequireIfMatch { get; init; }

    /// <summary>
    /// Says who asks: the role and the settings with which a call runs in the database, or null for the role of the
    /// connections. What it throws is the answer. Null where calls have no callers.
    /// </summary>
    /// <remarks>Answers are then <c>Cache-Control: private</c>, unless they say otherwise themselves.</remarks>
    public Func<HttpContext, Caller?>? Caller { get; init; }

    /// <summary>Is told of everything that is refused or fails, with the request; null for nobody.</summary>
    public Action<Exception, HttpRequest>? Track { get; init; }

    /// <summary>What answers of dialects vary by, for caches: request headers with commas between them.</summary>
    /// <value>The default value is the header by which a format is chosen.</value>
    public string Vary { get; init; } = "Accept";

    /// <summary>
    /// The same for a request that names its origin: then the middleware for other origins adds what is missing.
    /// </summary>
    public string VaryWithOrigin { get; init; } = "Accept";
}
