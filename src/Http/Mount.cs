using Relata.Dialects.Contract;
using Relata.Http.Functions;

namespace Relata.Http;

/// <summary>A path under which calls are answered.</summary>
/// <param name="Path">The path without a slash at its end: empty at the root.</param>
public abstract record Mount(string Path)
{
    /// <summary>Who answers, for the log.</summary>
    public abstract string Name { get; }

    /// <summary>How callers are told "no".</summary>
    public virtual FailureShape Failures => FailureShape.Problem;

    /// <summary>Whether a path is under this one: the same, or with a slash behind it.</summary>
    public bool Covers(string path) =>
        path.StartsWith(Path, StringComparison.Ordinal) && (path.Length == Path.Length || path[Path.Length] == '/');
}

/// <summary>A path under which a dialect answers.</summary>
/// <param name="Path">The path without a slash at its end: empty at the root.</param>
/// <param name="Dialect">The dialect.</param>
public sealed record DialectMount(string Path, IDialect Dialect) : Mount(Path)
{
    /// <inheritdoc/>
    public override string Name => Dialect.Name;

    /// <inheritdoc/>
    public override FailureShape Failures => Dialect.Failures;
}

/// <summary>A path under which files of SQL answer.</summary>
/// <param name="Path">The path without a slash at its end: empty at the root.</param>
/// <param name="Functions">The files.</param>
public sealed record FunctionMount(string Path, FunctionHandler Functions) : Mount(Path)
{
    /// <inheritdoc/>
    public override string Name => "functions";
}
