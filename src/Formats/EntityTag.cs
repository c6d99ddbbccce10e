using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Relata.Execution;
using Relata.Formats.Json;
using Relata.Model.Schema;
using Relata.Planning.Plans;

namespace Relata.Formats;

/// <summary>
/// The strong <c>ETag</c> of one row. It begins with a hash of the row itself, all its columns; a representation that
/// is not that row in JSON has a dot and a hash of its own behind it. So different representations have different tags,
/// as RFC 9110 demands, and each of them says which state of the row it shows.
/// </summary>
/// <remarks>Where not every column was read, a dash stands for the hash of the row.</remarks>
public static class EntityTag
{
    private const string Unknown = "-";

    private static readonly ConditionalWeakTable<Table, JsonRows> WholeRows = [];

    /// <summary>The tag of the current row as it was written.</summary>
    /// <param name="table">The row's table.</param>
    /// <param name="projection">What was read of it.</param>
    /// <param name="rows">Stands on the row.</param>
    /// <param name="isBare">Whether it was written in JSON with nothing around it.</param>
    /// <param name="representation">The bytes that were written.</param>
    public static string Of(
        Table table, Projection projection, Rows rows, bool isBare, ReadOnlySpan<byte> representation) =>
        isBare && IsRow(table, projection)
            ? Quoted(Hash(representation), null)
            : Quoted(StateOf(table, projection, rows) ?? Unknown, Hash(representation));

    /// <summary>The tag of a row of which nothing but its state and the bytes that were written are left.</summary>
    public static string Of(
        Table table, Projection projection, string? state, bool isBare, ReadOnlySpan<byte> representation) =>
        Quoted(state ?? Unknown, isBare && IsRow(table, projection) ? null : Hash(representation));

    /// <summary>The hash of the current row; null when not all of its columns were read.</summary>
    public static string? StateOf(Table table, Projection projection, Rows rows) =>
        HoldsRow(table, projection) ? HashOfRow(table, rows) : null;

    /// <summary>
    /// The hash of the current row, of which every column was read, in their order and before anything else.
    /// </summary>
    public static string HashOfRow(Table table, Rows rows)
    {
        using var buffer = new Utf8Buffer();
        WholeRows.GetValue(table, Prepare).Write(rows, buffer, new JsonCells(buffer));
        return Hash(buffer.Written.Span);
    }

    /// <summary>The hash of the row in a tag that may have come from anywhere.</summary>
    /// <param name="tag">The tag without its quotes.</param>
    public static ReadOnlySpan<char> RowIn(ReadOnlySpan<char> tag) =>
        tag.IndexOfAny('.', '+') is var end and >= 0 ? tag[..end] : tag;

    private static bool IsRow(Table table, Projection projection) =>
        projection.IsWholeTable
        || (projection.Layout.Fields.Count == table.Columns.Count
            && HoldsRow(table, projection)
            && projection.Layout.Fields.Index().All(field => field.Item is CellField cell && cell.Cell == field.Index));

    private static bool HoldsRow(Table table, Projection projection)
    {
        if (projection.Cells.Count < table.Columns.Count) return false;
        for (var i = 0; i < table.Columns.Count; i++)
            if (projection.Cells[i].Source != 0 || projection.Cells[i].Column != table.Columns[i]) return false;
        return true;
    }

    private static JsonRows Prepare(Table table) => JsonRows.For(new RowLayout(
        [.. table.Columns.Select(column => column.Type)],
        [.. table.Columns.Select((column, i) => new CellField(column.Name, i))],
        []));

    private static string Hash(ReadOnlySpan<byte> bytes)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes, hash);
        return Base64Url.EncodeToString(hash[..16]);
    }

    private static string Quoted(string row, string? representation) =>
        representation is null ? $"\"{row}\"" : $"\"{row}.{representation}\"";
}
