using System.Globalization;
using System.Text;
using Relata.Dialects.Contract;
using Relata.Execution;
using Relata.Planning.Plans;

namespace Relata.Formats;

/// <summary>Takes the cells of a key as they are written in a path.</summary>
public sealed class KeyText : CellSink
{
    private readonly StringBuilder text = new();

    /// <summary>The current row's key, its parts encoded and joined by commas.</summary>
    public static string Of(Rows rows, RowLayout layout)
    {
        var parts = layout.KeyCells.Select(cell =>
        {
            var sink = new KeyText();
            rows.WriteCell(cell, sink);
            return PercentEncoding.EncodePathPart(sink.text.ToString());
        });
        return string.Join(",", parts);
    }

    /// <inheritdoc/>
    public override void Null() => text.Append("null");

    /// <inheritdoc/>
    public override void Boolean(bool value) => text.Append(value ? "true" : "false");

    /// <inheritdoc/>
    public override void Integer(long value) => text.Append(value.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public override void Number(ReadOnlySpan<byte> digits) => Text(digits);

    /// <inheritdoc/>
    public override void Text(ReadOnlySpan<byte> utf8) => text.Append(Encoding.UTF8.GetString(utf8));

    /// <inheritdoc/>
    public override void PlainText(ReadOnlySpan<byte> ascii) => Text(ascii);

    /// <inheritdoc/>
    public override void Bytes(ReadOnlySpan<byte> bytes) => text.Append(Convert.ToBase64String(bytes));

    /// <inheritdoc/>
    public override void Json(ReadOnlySpan<byte> utf8) => Text(utf8);

    /// <inheritdoc/>
    public override void StartArray() => text.Append('[');

    /// <inheritdoc/>
    public override void ArraySeparator() => text.Append(',');

    /// <inheritdoc/>
    public override void EndArray() => text.Append(']');
}
