using System.Globalization;
using System.Text;
using Relata.Dialects.Contract;
using Relata.Execution;
using Relata.Formats.Json;
using Relata.Planning.Plans;

namespace Relata.Formats;

/// <summary>
/// Takes the cells of a key as they are written in a path: plain values bare, arrays and objects as JSON.
/// </summary>
public sealed class KeyText : CellSink, IDisposable
{
    private readonly StringBuilder text = new();
    private readonly Utf8Buffer nested = new();
    private readonly JsonCells json;
    private int depth;

    private KeyText() => json = new JsonCells(nested);

    /// <summary>The current row's key, its parts encoded and joined by commas.</summary>
    public static string Of(RowCells rows, RowLayout layout)
    {
        var parts = layout.KeyCells.Select(cell =>
        {
            using var sink = new KeyText();
            rows.WriteCell(cell, sink);
            return PercentEncoding.EncodePathPart(sink.text.ToString());
        });
        return string.Join(",", parts);
    }

    /// <inheritdoc/>
    public override void Null()
    {
        if (depth > 0) json.Null();
        else text.Append("null");
    }

    /// <inheritdoc/>
    public override void Boolean(bool value)
    {
        if (depth > 0) json.Boolean(value);
        else text.Append(value ? "true" : "false");
    }

    /// <inheritdoc/>
    public override void Integer(long value)
    {
        if (depth > 0) json.Integer(value);
        else text.Append(value.ToString(CultureInfo.InvariantCulture));
    }

    /// <inheritdoc/>
    public override void Number(ReadOnlySpan<byte> digits)
    {
        if (depth > 0) json.Number(digits);
        else Append(digits);
    }

    /// <inheritdoc/>
    public override void Text(ReadOnlySpan<byte> utf8)
    {
        if (depth > 0) json.Text(utf8);
        else Append(utf8);
    }

    /// <inheritdoc/>
    public override void PlainText(ReadOnlySpan<byte> ascii)
    {
        if (depth > 0) json.PlainText(ascii);
        else Append(ascii);
    }

    /// <inheritdoc/>
    public override void Bytes(ReadOnlySpan<byte> bytes)
    {
        if (depth > 0) json.Bytes(bytes);
        else text.Append(Convert.ToBase64String(bytes));
    }

    /// <inheritdoc/>
    public override void Json(ReadOnlySpan<byte> utf8)
    {
        if (depth > 0) json.Json(utf8);
        else Append(utf8);
    }

    /// <inheritdoc/>
    public override void StartArray()
    {
        depth++;
        json.StartArray();
    }

    /// <inheritdoc/>
    public override void ArraySeparator() => json.ArraySeparator();

    /// <inheritdoc/>
    public override void EndArray()
    {
        json.EndArray();
        Leave();
    }

    /// <inheritdoc/>
    public override void StartObject()
    {
        depth++;
        json.StartObject();
    }

    /// <inheritdoc/>
    public override void Name(ReadOnlySpan<byte> utf8) => json.Name(utf8);

    /// <inheritdoc/>
    public override void MemberSeparator() => json.MemberSeparator();

    /// <inheritdoc/>
    public override void EndObject()
    {
        json.EndObject();
        Leave();
    }

    /// <inheritdoc/>
    public void Dispose() => nested.Dispose();

    private void Leave()
    {
        if (--depth > 0) return;
        Append(nested.Written.Span);
        nested.Clear();
    }

    private void Append(ReadOnlySpan<byte> utf8) => text.Append(Encoding.UTF8.GetString(utf8));
}
