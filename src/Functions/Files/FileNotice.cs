namespace Relata.Functions.Files;

/// <summary>What became of a file, for the log.</summary>
/// <param name="Kind">What.</param>
/// <param name="Path">The file, below the directory.</param>
public sealed record FileNotice(FileNoticeKind Kind, string Path)
{
    /// <summary>What is wrong with it; null when nothing is.</summary>
    public FileProblem? Problem { get; init; }
}

/// <summary>What became of a file.</summary>
public enum FileNoticeKind
{
    /// <summary>It serves, in this version for the first time.</summary>
    Serves,

    /// <summary>It does not serve; an earlier version goes on.</summary>
    EarlierServes,

    /// <summary>It does not serve, and no version of it does.</summary>
    KeptOut,

    /// <summary>It is gone.</summary>
    Gone,

    /// <summary>The function that it created stays in the database, because it cannot be dropped.</summary>
    FunctionStays,

    /// <summary>Changes cannot be taken at the moment; what serves goes on.</summary>
    Unseen,
}
