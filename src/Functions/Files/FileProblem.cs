using System.Globalization;

namespace Relata.Functions.Files;

/// <summary>What is wrong with a file; for the operator, not for callers.</summary>
/// <param name="Path">The file, below the directory.</param>
/// <param name="Line">The line, from 1; null when that is not known or the file as a whole is meant.</param>
/// <param name="Message">What is wrong.</param>
public sealed record FileProblem(string Path, int? Line, string Message)
{
    /// <summary>Whether it is about the file's place among others, so that it ends when these change.</summary>
    public bool IsAboutOthers { get; init; }

    /// <inheritdoc/>
    public override string ToString() => Line is { } line
        ? string.Create(CultureInfo.InvariantCulture, $"{Path}:{line}: {Message}")
        : $"{Path}: {Message}";
}

/// <summary>Carries a problem to where it is told.</summary>
public sealed class FileProblemException(FileProblem problem, Exception? cause = null)
    : Exception(problem.ToString(), cause)
{
    /// <summary>The problem.</summary>
    public FileProblem Problem { get; } = problem;
}

/// <summary>Says that files cannot be served.</summary>
/// <param name="problems">What is wrong with each.</param>
public sealed class FunctionFilesException(IReadOnlyList<FileProblem> problems)
    : Exception(string.Join("; ", problems))
{
    /// <summary>What is wrong with each.</summary>
    public IReadOnlyList<FileProblem> Problems { get; } = problems;
}
