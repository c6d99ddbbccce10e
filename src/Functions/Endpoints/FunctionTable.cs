using System.Collections.Frozen;

namespace Relata.Functions.Endpoints;

/// <summary>Which endpoint answers which path and method; replaced whole, never changed.</summary>
public sealed class FunctionTable
{
    private readonly FrozenDictionary<string, FunctionMethods> mounts;

    /// <summary>Gathers endpoints, of which no two answer the same.</summary>
    public FunctionTable(IEnumerable<FunctionEndpoint> endpoints) => mounts = endpoints
        .GroupBy(endpoint => endpoint.File.Mount, StringComparer.Ordinal)
        .ToFrozenDictionary(mount => mount.Key, mount => new FunctionMethods(mount), StringComparer.Ordinal);

    /// <summary>What is mounted.</summary>
    public IEnumerable<string> Mounts => mounts.Keys.Order(StringComparer.Ordinal);

    /// <summary>What answers at a path; null when nothing does.</summary>
    /// <param name="path">The path behind the dialect's own, with its slash.</param>
    public FunctionMethods? Find(string path) =>
        path is ['/', .. var mount] ? mounts.GetValueOrDefault(mount) : null;
}

/// <summary>What answers at a path.</summary>
public sealed class FunctionMethods
{
    private readonly FrozenDictionary<string, FunctionEndpoint> byMethod;

    internal FunctionMethods(IEnumerable<FunctionEndpoint> endpoints)
    {
        byMethod = endpoints.ToFrozenDictionary(endpoint => endpoint.File.Method, StringComparer.Ordinal);
        Allowed =
        [
            .. !byMethod.TryGetValue("GET", out var get) ? Array.Empty<string>()
                : get.MayWrite ? ["GET"] : ["GET", "HEAD"],
            "OPTIONS",
            .. ((string[])["POST", "PUT", "PATCH", "DELETE"]).Where(byMethod.ContainsKey),
        ];
    }

    /// <summary>The methods, for <c>Allow</c>.</summary>
    public IReadOnlyList<string> Allowed { get; }

    /// <summary>What answers a method; null when nothing does.</summary>
    /// <remarks>HEAD is answered as GET is, except where that may change something.</remarks>
    public FunctionEndpoint? For(string method) =>
        method != "HEAD" ? byMethod.GetValueOrDefault(method)
        : Allowed.Contains("HEAD") ? byMethod["GET"]
        : null;
}
