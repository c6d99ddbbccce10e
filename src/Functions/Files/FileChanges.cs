namespace Relata.Functions.Files;

/// <summary>Which files are new or hold something else, and which are gone.</summary>
/// <param name="Changed">The files to take.</param>
/// <param name="Gone">The files that are gone.</param>
internal sealed record FileChanges(IReadOnlyList<string> Changed, IReadOnlyList<string> Gone)
{
    /// <summary>
    /// How the files looked when they had settled: what looks otherwise when it is read is not taken. Null takes
    /// everything as it is.
    /// </summary>
    public IReadOnlyDictionary<string, FileStamp>? Settled { get; init; }

    /// <summary>Whether there are none.</summary>
    public bool IsNone => Changed.Count == 0 && Gone.Count == 0;

    public static FileChanges Of(IEnumerable<string> changed, IReadOnlyList<string> gone) =>
        new([.. changed.Order(StringComparer.Ordinal)], gone);
}
