using System.Collections.Frozen;

namespace Relata.Server;

/// <summary>
/// The first segments of paths that the server answers itself, so that no table at the root is found there.
/// </summary>
internal static class Mounts
{
    /// <summary>The segments; a table of such a name is reachable as <c>schema.table</c>.</summary>
    public static FrozenSet<string> Own { get; } = FrozenSet.Create(StringComparer.Ordinal, "__schema", "__health");
}
