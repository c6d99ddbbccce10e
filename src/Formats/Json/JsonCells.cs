using System.Buffers;
using System.Buffers.Text;
using System.Text;
using Relata.Execution;

namespace Relata.Formats.Json;

/// <summary>Writes cells as JSON values.</summary>
/// <param name="output">Where they go.</param>
public sealed class JsonCells(Utf8Buffer output) : CellSink
{
    private const int LongestInteger = 20;
    private const int LongestEscape = 6;

    private static readonly SearchValues<byte> Escaped = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(control => (byte)control), (byte)'"', (byte)'\\']);

    /// <inheritdoc/>
    public override void Null() => output.Write("null"u8);

    /// <inheritdoc/>
    public override void Boolean(bool value) => output.Write(value ? "true"u8 : "false"u8);

    /// <inheritdoc/>
    public override void Integer(long value)
    {
        value.TryFormat(output.Room(LongestInteger), out var written);
        output.Advance(written);
    }

    /// <inheritdoc/>
    public override void Number(ReadOnlySpan<byte> digits) => output.Write(digits);

    /// <inheritdoc/>
    public override void Text(ReadOnlySpan<byte> utf8)
    {
        output.Write((byte)'"');
        for (var clean = utf8.IndexOfAny(Escaped); clean >= 0; clean = utf8.IndexOfAny(Escaped))
        {
            output.Write(utf8[..clean]);
            Escape(utf8[clean]);
            utf8 = utf8[(clean + 1)..];
        }

        output.Write(utf8);
        output.Write((byte)'"');
    }

    /// <inheritdoc/>
    public override void PlainText(ReadOnlySpan<byte> ascii)
    {
        output.Write((byte)'"');
        output.Write(ascii);
        output.Write((byte)'"');
    }

    /// <inheritdoc/>
    public override void Bytes(ReadOnlySpan<byte> bytes)
    {
        output.Write((byte)'"');
        Base64.EncodeToUtf8(bytes, output.Room(Base64.GetMaxEncodedToUtf8Length(bytes.Length)), out _, out var written);
        output.Advance(written);
        output.Write((byte)'"');
    }

    /// <inheritdoc/>
    public override void Json(ReadOnlySpan<byte> utf8) => output.Write(utf8);

    /// <inheritdoc/>
    public override void StartArray() => output.Write((byte)'[');

    /// <inheritdoc/>
    public override void ArraySeparator() => output.Write((byte)',');

    /// <inheritdoc/>
    public override void EndArray() => output.Write((byte)']');

    /// <inheritdoc/>
    public override void StartObject() => output.Write((byte)'{');

    /// <inheritdoc/>
    public override void Name(ReadOnlySpan<byte> utf8)
    {
        Text(utf8);
        output.Write((byte)':');
    }

    /// <inheritdoc/>
    public override void MemberSeparator() => output.Write((byte)',');

    /// <inheritdoc/>
    public override void EndObject() => output.Write((byte)'}');

    /// <summary>A name and its colon, ready to stand before a value.</summary>
    internal static byte[] Prefix(string name)
    {
        using var buffer = new Utf8Buffer();
        new JsonCells(buffer).Name(Encoding.UTF8.GetBytes(name));
        return buffer.Written.ToArray();
    }

    private void Escape(byte value)
    {
        var room = output.Room(LongestEscape);
        room[0] = (byte)'\\';
        var letter = value switch
        {
            (byte)'"' => (byte)'"',
            (byte)'\\' => (byte)'\\',
            0x08 => (byte)'b',
            0x09 => (byte)'t',
            0x0A => (byte)'n',
            0x0C => (byte)'f',
            0x0D => (byte)'r',
            _ => (byte)'u',
        };
        room[1] = letter;
        if (letter != 'u')
        {
            output.Advance(2);
            return;
        }

        value.TryFormat(room[2..], out _, "x4");
        output.Advance(LongestEscape);
    }
}
