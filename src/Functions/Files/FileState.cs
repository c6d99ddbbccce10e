using Relata.Functions.Endpoints;

namespace Relata.Functions.Files;

/// <summary>What is known of a file.</summary>
/// <param name="Path">The file, below the directory.</param>
/// <param name="Text">What it held when it was looked at last.</param>
public sealed record FileState(string Path, string Text)
{
    /// <summary>What serves: its last good version; null when there never was one.</summary>
    public FunctionEndpoint? Endpoint { get; init; }

    /// <summary>Why what it held last does not serve; null when it does.</summary>
    public FileProblem? Problem { get; init; }

    /// <summary>How the file looked then; null when it was not there.</summary>
    internal FileStamp? Stamp { get; init; }

    /// <summary>Whether that may pass by itself, because the database could not be asked.</summary>
    public bool MayPass { get; init; }
}
