namespace Relata.Databases.Contract.Functions;

/// <summary>What is text, a name or a comment in a database's SQL beyond <c>'…'</c>, <c>"…"</c>, <c>--</c> and
/// <c>/* */</c>.</summary>
public sealed record SqlLexis
{
    /// <summary>Whether <c>$tag$…$tag$</c> is text.</summary>
    public bool DollarQuotes { get; init; }

    /// <summary>Whether a backslash escapes in <c>E'…'</c>.</summary>
    public bool EscapeStrings { get; init; }

    /// <summary>Whether a backslash escapes in every text.</summary>
    public bool Backslashes { get; init; }

    /// <summary>Whether <c>`…`</c> is a name.</summary>
    public bool Backticks { get; init; }

    /// <summary>Whether <c>[…]</c> is a name.</summary>
    public bool Brackets { get; init; }

    /// <summary>Whether <c>#</c> starts a comment.</summary>
    public bool HashComments { get; init; }

    /// <summary>
    /// Whether the body of a function holds semicolons as it is: then a file with one is one statement.
    /// </summary>
    public bool CompoundBodies { get; init; }

    /// <summary>
    /// With what else a parameter begins, which files do not have: some of <c>?</c>, <c>$</c>, <c>@</c> and <c>:</c>.
    /// </summary>
    /// <value>The default value is nothing.</value>
    public string OtherParameters { get; init; } = "";

    /// <summary>Whether comments stand inside comments.</summary>
    public bool NestedComments { get; init; }
}
