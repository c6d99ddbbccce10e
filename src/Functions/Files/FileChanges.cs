namespace Relata.Functions.Files;

/// <summary>Which files are new or hold something else, and which are gone.</summary>
/// <param name="Changed">The files to take.</param>
/// <param name="Gone">The files that are gone.</param>
internal sealed record FileChanges(IReadOnlyList<string> Changed, IReadOnlyList<string> Gone)
{
    /// <summary>Whether there are none.</summary>
    public bool IsNone => Changed.Count == 0 && Gone.Count == 0;

    public static FileChanges Of(IEnumerable<string> changed, IReadOnlyList<string> gone) =>
        new([.. changed.Order(StringComparer.Ordinal)], gone);
}
