using System.Text.Json;

namespace Relata.Model.Requests;

/// <summary>One statement in a database's own words, as its caller wrote it.</summary>
/// <param name="Pieces">
/// The text: cut where its arguments belong, so that each database writes its own placeholders there; or one piece in
/// which the database's own placeholders stand already.
/// </param>
/// <param name="Arguments">The arguments in their order; they never become text of the statement.</param>
public sealed record RawSql(IReadOnlyList<string> Pieces, IReadOnlyList<JsonElement> Arguments)
{
    /// <summary>The text of the statement.</summary>
    /// <param name="placeholder">The placeholder of an argument by its number, from 1.</param>
    public string ToText(Func<int, string> placeholder) => string.Concat(
        Pieces.Select((piece, i) => i == 0 ? piece : placeholder(i) + piece));
}
