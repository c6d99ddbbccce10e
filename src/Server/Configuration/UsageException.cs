namespace Relata.Server.Configuration;

/// <summary>Says that the program was called or configured wrongly; the program ends with exit code 2.</summary>
/// <param name="problems">Everything that is wrong, each one a phrase that names the flag, variable or key.</param>
internal sealed class UsageException(IReadOnlyList<string> problems) : Exception(string.Join("; ", problems))
{
    /// <summary>Everything that is wrong.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}
