using Relata.Dialects.Contract;

namespace Relata.Http;

/// <summary>A path under which a dialect answers.</summary>
/// <param name="Path">The path without a slash at its end: empty at the root.</param>
/// <param name="Dialect">The dialect.</param>
public sealed record Mount(string Path, IDialect Dialect)
{
    /// <summary>Whether a path is under this one: the same, or with a slash behind it.</summary>
    public bool Covers(string path) =>
        path.StartsWith(Path, StringComparison.Ordinal) && (path.Length == Path.Length || path[Path.Length] == '/');
}
