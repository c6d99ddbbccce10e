namespace Relata.Functions;

/// <summary>How files are served.</summary>
public sealed record FunctionOptions
{
    /// <summary>How many bytes a caller may send where a file says nothing else.</summary>
    /// <value>The default value is 2048.</value>
    public long MaxBodyBytes { get; init; } = 2048;

    /// <summary>
    /// How many bytes the rows of a file that may write may take: they are in memory until they are committed. More is
    /// refused, and undone.
    /// </summary>
    /// <value>The default value is 64 megabytes.</value>
    public int MaxHeldBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>Whether every value of a query string is an array, as upstream has it.</summary>
    /// <value>The default value is false: only a name that comes more than once has an array.</value>
    public bool AlwaysArrays { get; init; }

    /// <summary>Whether <c>http_status_code</c> and <c>http_headers</c> stay in what a caller gets.</summary>
    /// <value>The default value is false.</value>
    public bool KeepControlKeys { get; init; }
}
