using System.Runtime.CompilerServices;
using Relata.Execution;
using Relata.Planning.Plans;

namespace Relata.Formats.Json;

/// <summary>Writes rows of one layout as JSON objects. What never changes (names, colons, commas) is made once.</summary>
public sealed class JsonRows
{
    private static readonly ConditionalWeakTable<RowLayout, JsonRows> Prepared = [];

    private readonly Field[] fields;

    private JsonRows(RowLayout layout) => fields = Prepare(layout.Fields);

    /// <summary>The writer of a layout, the same one for the same layout.</summary>
    public static JsonRows For(RowLayout layout) => Prepared.GetValue(layout, static layout => new JsonRows(layout));

    /// <summary>Writes the current row.</summary>
    public void Write(Rows rows, Utf8Buffer output, JsonCells cells) => Write(fields, rows, output, cells);

    /// <summary>Writes what one field of the current row holds.</summary>
    public void WriteValue(int field, Rows rows, Utf8Buffer output, JsonCells cells) =>
        Write(fields[field], rows, output, cells);

    private static void Write(Field[] fields, Rows rows, Utf8Buffer output, JsonCells cells)
    {
        if (fields.Length == 0) output.Write((byte)'{');
        foreach (var field in fields)
        {
            output.Write(field.Prefix);
            Write(field, rows, output, cells);
        }

        output.Write((byte)'}');
    }

    private static void Write(Field field, Rows rows, Utf8Buffer output, JsonCells cells)
    {
        if (field.Nested is null) rows.WriteCell(field.Cell, cells);
        else if (rows.IsNull(field.Cell)) cells.Null();
        else Write(field.Nested, rows, output, cells);
    }

    /// <summary>The first prefix opens the object, every other one separates.</summary>
    private static Field[] Prepare(IReadOnlyList<RowField> fields) => [.. fields.Select((field, i) =>
    {
        byte[] prefix = [(byte)(i == 0 ? '{' : ','), .. JsonCells.Prefix(field.Name)];
        return field switch
        {
            CellField cell => new Field(prefix, cell.Cell, null),
            ObjectField nested => new Field(prefix, nested.PresenceCell, Prepare(nested.Fields)),
            _ => throw new ArgumentException($"Unknown field {field.GetType().Name}."),
        };
    })];

    private sealed record Field(byte[] Prefix, int Cell, Field[]? Nested);
}
