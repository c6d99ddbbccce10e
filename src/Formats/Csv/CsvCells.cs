using System.Buffers;
using System.Buffers.Text;
using Relata.Execution;
using Relata.Formats.Json;

namespace Relata.Formats.Csv;

/// <summary>
/// Writes cells as CSV fields. NULL is an empty field and the empty text a quoted one; what has an inner structure is
/// JSON text in one field.
/// </summary>
/// <param name="output">Where they go.</param>
public sealed class CsvCells(Utf8Buffer output) : CellSink
{
    private const byte Quote = (byte)'"';

    private static readonly SearchValues<byte> Quoted = SearchValues.Create("\",\r\n"u8);

    /// <summary>What has an inner structure is written as JSON first, and quoted when it is whole.</summary>
    private readonly JsonCells json = new(output);
    private int nesting;
    private int start;

    private bool IsNested => nesting > 0;

    /// <summary>What a field of a row holds that is not a cell.</summary>
    public void Related(JsonRows layout, int field, Rows rows)
    {
        Open();
        layout.WriteValue(field, rows, output, json);
        Close();
    }

    /// <inheritdoc/>
    public override void Null()
    {
        if (IsNested) json.Null();
    }

    /// <inheritdoc/>
    public override void Boolean(bool value) => json.Boolean(value);

    /// <inheritdoc/>
    public override void Integer(long value) => json.Integer(value);

    /// <inheritdoc/>
    public override void Number(ReadOnlySpan<byte> digits) => json.Number(digits);

    /// <inheritdoc/>
    public override void Text(ReadOnlySpan<byte> utf8)
    {
        if (IsNested) json.Text(utf8);
        else Field(utf8);
    }

    /// <inheritdoc/>
    public override void PlainText(ReadOnlySpan<byte> ascii) => Text(ascii);

    /// <inheritdoc/>
    public override void Bytes(ReadOnlySpan<byte> bytes)
    {
        if (IsNested)
        {
            json.Bytes(bytes);
            return;
        }

        if (bytes.IsEmpty) Field([]);
        Base64.EncodeToUtf8(bytes, output.Room(Base64.GetMaxEncodedToUtf8Length(bytes.Length)), out _, out var written);
        output.Advance(written);
    }

    /// <inheritdoc/>
    public override void Json(ReadOnlySpan<byte> utf8)
    {
        if (IsNested) json.Json(utf8);
        else Field(utf8);
    }

    /// <inheritdoc/>
    public override void StartArray()
    {
        Open();
        json.StartArray();
    }

    /// <inheritdoc/>
    public override void ArraySeparator() => json.ArraySeparator();

    /// <inheritdoc/>
    public override void EndArray()
    {
        json.EndArray();
        Close();
    }

    /// <inheritdoc/>
    public override void StartObject()
    {
        Open();
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
        Close();
    }

    private void Open()
    {
        if (nesting++ == 0) start = output.Length;
    }

    private void Close()
    {
        if (--nesting > 0) return;
        var written = output.From(start);
        if (written.SequenceEqual("null"u8)) output.Cut(start);
        if (written.IndexOfAny(Quoted) < 0) return;
        var copy = ArrayPool<byte>.Shared.Rent(written.Length);
        written.CopyTo(copy);
        output.Cut(start);
        Field(copy.AsSpan(0, written.Length));
        ArrayPool<byte>.Shared.Return(copy);
    }

    private void Field(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > 0 && utf8.IndexOfAny(Quoted) < 0)
        {
            output.Write(utf8);
            return;
        }

        output.Write(Quote);
        for (var quote = utf8.IndexOf(Quote); quote >= 0; quote = utf8.IndexOf(Quote))
        {
            output.Write(utf8[..(quote + 1)]);
            output.Write(Quote);
            utf8 = utf8[(quote + 1)..];
        }

        output.Write(utf8);
        output.Write(Quote);
    }
}
