using Relata.Execution;
using Relata.Formats.Json;
using Relata.Planning.Plans;

namespace Relata.Formats;

/// <summary>The cells that say which row it is, as a JSON array: what comes out so can be read back.</summary>
internal static class JsonKey
{
    /// <summary>The key cells of the current row.</summary>
    public static byte[] Of(RowCells rows, RowLayout layout)
    {
        using var buffer = new Utf8Buffer();
        var cells = new JsonCells(buffer);
        foreach (var cell in layout.KeyCells)
        {
            buffer.Write(buffer.Length == 0 ? (byte)'[' : (byte)',');
            rows.WriteCell(cell, cells);
        }

        buffer.Write((byte)']');
        return buffer.Written.ToArray();
    }
}
