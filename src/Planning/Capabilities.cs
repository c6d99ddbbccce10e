using System.Collections.Frozen;
using Relata.Model.Expressions;
using Relata.Model.Schema;

namespace Relata.Planning;

/// <summary>
/// What a database can do beyond the common ground, asked while planning so that "cannot" is a clear answer.
/// </summary>
public sealed record Capabilities
{
    /// <summary>The database's name as callers know it, for messages.</summary>
    public required string Database { get; init; }

    /// <summary>
    /// The kinds of columns that can be searched for contained values, and compared with what contains them.
    /// </summary>
    public required FrozenSet<TypeKind> Containers { get; init; }

    /// <summary>The functions that a filter can use.</summary>
    public required FrozenSet<Function> Functions { get; init; }

    /// <summary>For each of these functions that an extension brings, the name of the extension.</summary>
    public required FrozenDictionary<Function, string> Extensions { get; init; }

    /// <summary>Whether it says how many rows it expects a statement to find.</summary>
    public required bool Estimates { get; init; }

    /// <summary>
    /// Whether a call can have a role and settings of its caller's, which the database's own rules go by.
    /// </summary>
    public required bool Callers { get; init; }

    /// <summary>The most parameters that one statement may have.</summary>
    public required int MaxParameters { get; init; }
}
