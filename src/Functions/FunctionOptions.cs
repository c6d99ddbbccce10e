namespace Relata.Functions;

/// <summary>How files are served.</summary>
public sealed record FunctionOptions
{
    /// <summary>How many bytes a caller may send where a file says nothing else.</summary>
    /// <value>The default value is 2048.</value>
    public long MaxBodyBytes { get; init; } = 2048;

    /// <summary>Whether every value of a query string is an array, as upstream has it.</summary>
    /// <value>The default value is false: only a name that comes more than once has an array.</value>
    public bool AlwaysArrays { get; init; }

    /// <summary>Whether <c>http_status_code</c> and <c>http_headers</c> stay in what a caller gets.</summary>
    /// <value>The default value is false.</value>
    public bool KeepControlKeys { get; init; }
}
