using Relata.Sql;

namespace Relata.Databases.Contract.Functions;

/// <summary>A function as its file says it.</summary>
/// <param name="Path">The file: <c>persons/get/all_persons.sql</c>.</param>
/// <param name="Name">The function's name.</param>
/// <param name="Statements">The statements that create it; of a mere body, the one piece that is the body.</param>
public sealed record FunctionDraft(string Path, string Name, IReadOnlyList<SqlStatementText> Statements)
{
    /// <summary>The language of a mere body; null when the statements are to be executed as they are.</summary>
    public string? Language { get; init; }

    /// <summary>Whether the function may change something; if not, one that is declared so is refused.</summary>
    public bool MayWrite { get; init; }

    /// <summary>The functions that other files create, by <see cref="CreatedFunction.Identity"/>.</summary>
    public IReadOnlyDictionary<string, string> Taken { get; init; } = new Dictionary<string, string>();

    /// <summary>Files that are gone: what was created from them may be replaced.</summary>
    public IReadOnlyList<string> Succeeds { get; init; } = [];
}

/// <summary>A statement, or a body, of a file.</summary>
/// <param name="Text">The SQL.</param>
/// <param name="Offset">Where it starts in the file, in characters.</param>
public readonly record struct SqlStatementText(string Text, int Offset);

/// <summary>A function that was created from a file.</summary>
/// <param name="Path">The file.</param>
/// <param name="Identity">The function with its schema and the types of its parameters.</param>
/// <param name="IsOurs">Whether it was not there before, so that it goes with its file.</param>
/// <param name="Call">Calls it: takes one value, JSON as text, and answers one row with one text.</param>
/// <param name="MayWrite">Whether the database lets it change something.</param>
public sealed record CreatedFunction(string Path, string Identity, bool IsOurs, Script Call, bool MayWrite);
