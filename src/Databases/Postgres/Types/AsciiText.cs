using System.Buffers;
using System.Buffers.Text;

namespace Relata.Databases.Postgres.Types;

/// <summary>Builds a short ASCII text in borrowed memory, which has to be large enough.</summary>
internal ref struct AsciiText(Span<byte> memory)
{
    private readonly Span<byte> memory = memory;

    /// <summary>How much has been written; may be set back.</summary>
    public int Length { get; set; }

    /// <summary>What has been written.</summary>
    public readonly ReadOnlySpan<byte> Written => memory[..Length];

    public void Add(char character) => memory[Length++] = (byte)character;

    public void Add(ReadOnlySpan<byte> text)
    {
        text.CopyTo(memory[Length..]);
        Length += text.Length;
    }

    public void AddNumber(long value)
    {
        Utf8Formatter.TryFormat(value, memory[Length..], out var written);
        Length += written;
    }

    /// <summary>Adds a number in hexadecimal digits without zeros before it.</summary>
    public void AddHex(uint value, bool upperCase = false)
    {
        Utf8Formatter.TryFormat(value, memory[Length..], out var written, upperCase ? 'X' : 'x');
        Length += written;
    }

    /// <summary>Adds the two hexadecimal digits of a byte.</summary>
    public void AddHexByte(byte value)
    {
        Utf8Formatter.TryFormat(value, memory[Length..], out var written, new StandardFormat('x', 2));
        Length += written;
    }

    /// <summary>Adds a number that is not negative with zeros before it, up to a width.</summary>
    public void AddPadded(int value, int width)
    {
        var field = memory.Slice(Length, width);
        for (var place = width - 1; place >= 0; place--)
        {
            field[place] = (byte)('0' + value % 10);
            value /= 10;
        }

        Length += width;
    }

    /// <summary>Adds a fraction of a second without the zeros at its end; nothing when it is zero.</summary>
    public void AddMicroseconds(int value)
    {
        if (value == 0) return;
        Add('.');
        AddPadded(value, 6);
        while (memory[Length - 1] == '0') Length--;
    }
}
