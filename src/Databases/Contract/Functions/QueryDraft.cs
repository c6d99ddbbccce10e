using System.Globalization;
using System.Text;
using Relata.Model.Schema;
using Relata.Sql;

namespace Relata.Databases.Contract.Functions;

/// <summary>A parametrised query as its file says it.</summary>
/// <param name="Pieces">The SQL, with a piece for each place that takes a parameter.</param>
/// <param name="Parameters">The parameters; each counts once, however often it is used.</param>
/// <param name="MayWrite">Whether it may change something.</param>
public sealed record QueryDraft(
    IReadOnlyList<QueryPiece> Pieces, IReadOnlyList<QueryParameter> Parameters, bool MayWrite)
{
    /// <summary>The SQL with placeholders.</summary>
    /// <param name="placeholder">What stands for a parameter, by its place among them.</param>
    public string ToText(Func<int, string> placeholder)
    {
        var text = new StringBuilder();
        foreach (var piece in Pieces) text.Append(piece.Parameter is { } place ? placeholder(place) : piece.Text);
        return text.ToString();
    }

    /// <summary>Where in the file a place of that SQL is.</summary>
    /// <param name="place">Characters from the start of the SQL.</param>
    /// <param name="placeholder">What stands for a parameter in it.</param>
    public int OffsetOf(int place, Func<int, string> placeholder)
    {
        foreach (var piece in Pieces)
        {
            var length = piece.Parameter is { } parameter ? placeholder(parameter).Length : piece.Text.Length;
            if (place < length) return piece.Offset + (piece.Parameter is null ? place : 0);
            place -= length;
        }

        return Pieces is [.., var last] ? last.Offset + last.Text.Length : 0;
    }

    /// <summary>The placeholder that every database here understands.</summary>
    public static string Numbered(int place) => string.Create(CultureInfo.InvariantCulture, $"${place + 1}");
}

/// <summary>A stretch of a query.</summary>
/// <param name="Text">The SQL as the file has it.</param>
/// <param name="Offset">Where it starts in the file, in characters.</param>
/// <param name="Parameter">Which parameter stands here; null for plain SQL.</param>
public readonly record struct QueryPiece(string Text, int Offset, int? Parameter = null);

/// <summary>A parameter of a query.</summary>
/// <param name="Name">Its name, without the colon.</param>
/// <param name="Type">The type that the file declares, in the database's own words; null when it declares none.</param>
public sealed record QueryParameter(string Name, string? Type);

/// <summary>A query that its database knows.</summary>
/// <param name="Script">
/// Its one statement, whose values are those of the parameters in their order; without a layout, it returns no rows.
/// </param>
/// <param name="Types">The type of each parameter; null where the value's own type counts.</param>
public sealed record DescribedQuery(Script Script, IReadOnlyList<ColumnType?> Types);
