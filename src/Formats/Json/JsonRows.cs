using System.Runtime.CompilerServices;
using Relata.Execution;
using Relata.Planning.Plans;

namespace Relata.Formats.Json;

/// <summary>
/// Writes rows of one layout as JSON objects. What never changes (names, colons, commas) is made once.
/// </summary>
public sealed class JsonRows
{
    private static readonly ConditionalWeakTable<RowLayout, JsonRows> Prepared = [];

    private readonly RowLayout layout;
    private readonly Field[] fields;

    private JsonRows(RowLayout layout)
    {
        this.layout = layout;
        fields = Prepare(layout.Fields, layout.Lists);
    }

    /// <summary>The writer of a layout, the same one for the same layout.</summary>
    public static JsonRows For(RowLayout layout) => Prepared.GetValue(layout, static layout => new JsonRows(layout));

    /// <summary>Writes the current row.</summary>
    public void Write(RowCells row, Utf8Buffer output, JsonCells cells)
    {
        RowEnds.Require(layout, row);
        Write(fields, row, output, cells);
    }

    /// <summary>Writes what one field of the current row holds.</summary>
    public void WriteValue(int field, RowCells row, Utf8Buffer output, JsonCells cells) =>
        Write(fields[field], row, output, cells);

    private static void Write(Field[] fields, RowCells row, Utf8Buffer output, JsonCells cells)
    {
        if (fields.Length == 0) output.Write((byte)'{');
        foreach (var field in fields)
        {
            output.Write(field.Prefix);
            Write(field, row, output, cells);
        }

        output.Write((byte)'}');
    }

    private static void Write(Field field, RowCells row, Utf8Buffer output, JsonCells cells)
    {
        if (field.Nested is null) row.WriteCell(field.Place, cells);
        else if (field.List is { } list) WriteList(field.Nested, list, row.OpenList(field.Place), output, cells);
        else if (row.IsNull(field.Place)) cells.Null();
        else Write(field.Nested, row, output, cells);
    }

    private static void WriteList(Field[] fields, RowLayout layout, ListRows rows, Utf8Buffer output, JsonCells cells)
    {
        output.Write((byte)'[');
        for (var isFirst = true; rows.NextRow(); isFirst = false)
        {
            if (!isFirst) output.Write((byte)',');
            RowEnds.Require(layout, rows);
            Write(fields, rows, output, cells);
        }

        output.Write((byte)']');
    }

    /// <summary>The first prefix opens the object, every other one separates.</summary>
    private static Field[] Prepare(
        IReadOnlyList<RowField> fields, IReadOnlyList<RowLayout> lists) => [.. fields.Select((field, i) =>
    {
        byte[] prefix = [(byte)(i == 0 ? '{' : ','), .. JsonCells.Prefix(field.Name)];
        return field switch
        {
            CellField cell => new Field(prefix, cell.Cell, null),
            ObjectField nested => new Field(prefix, nested.PresenceCell, Prepare(nested.Fields, lists)),
            ListField list => new Field(
                prefix, list.List, Prepare(lists[list.List].Fields, lists[list.List].Lists), lists[list.List]),
            _ => throw new ArgumentException($"Unknown field {field.GetType().Name}."),
        };
    })];

    private sealed record Field(byte[] Prefix, int Place, Field[]? Nested, RowLayout? List = null);
}
