using Microsoft.AspNetCore.Builder;
using Relata.Functions;
using Relata.Http.Reload;

namespace Relata.Server;

/// <summary>A server that is ready to listen.</summary>
/// <param name="Application">The web application.</param>
/// <param name="Banner">What it says when it listens at an address, line by line.</param>
internal sealed record Served(WebApplication Application, Func<string, IEnumerable<string>> Banner)
{
    /// <summary>Keeps the schema up to date; null where only a server behind this one knows it.</summary>
    public SchemaReload? Reload { get; init; }

    /// <summary>The files of SQL that it serves; null for none.</summary>
    public QueryCollection? Functions { get; init; }
}
