using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Relata.Client.Results;
using Relata.Model.Requests;

namespace Relata.Client;

/// <summary>
/// A statement in a database's own words, written as an interpolated string: <c>$"SELECT * FROM tag WHERE id =
/// {id}"</c>. What stands in the braces is an argument and never becomes text; a string that was put together is no
/// such statement.
/// </summary>
[InterpolatedStringHandler]
public sealed class SqlText
{
    private readonly List<string> pieces = [];
    private readonly List<JsonElement> arguments;
    private readonly StringBuilder piece;

    /// <summary>Called by the compiler.</summary>
    public SqlText(int literalLength, int formattedCount) =>
        (piece, arguments) = (new StringBuilder(literalLength), new List<JsonElement>(formattedCount));

    /// <summary>Called by the compiler.</summary>
    public void AppendLiteral(string text) => piece.Append(text);

    /// <summary>Called by the compiler.</summary>
    public void AppendFormatted<T>(T value)
    {
        pieces.Add(piece.ToString());
        piece.Clear();
        arguments.Add(ColumnJson.Write(value));
    }

    /// <summary>The statement.</summary>
    internal RawSql ToStatement() => new([.. pieces, piece.ToString()], arguments);
}
