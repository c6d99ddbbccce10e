using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Relata.Databases.Postgres.Wire;

/// <summary>Messages to the server, one behind the other, until they are sent together.</summary>
/// <remarks>Formats are those of the manual's chapter "Message Formats".</remarks>
internal sealed class WireOutput : IDisposable
{
    private const int FirstSize = 8 * 1024;

    /// <summary>A buffer that has grown beyond this is given back, so that one long request does not hold it.</summary>
    private const int LargestKept = 256 * 1024;

    private byte[] bytes = ArrayPool<byte>.Shared.Rent(FirstSize);
    private int message;

    /// <summary>How many bytes are written.</summary>
    public int Length { get; private set; }

    /// <summary>What is written; valid until the next write.</summary>
    public ReadOnlyMemory<byte> Written => bytes.AsMemory(0, Length);

    /// <summary>Begins a message; what is written until <see cref="End"/> is its body.</summary>
    public void Begin(char type)
    {
        var room = Room(1 + sizeof(int));
        room[0] = (byte)type;
        message = Length + 1;
        Length += 1 + sizeof(int);
    }

    /// <summary>Ends the message that was begun last.</summary>
    public void End() => BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(message), Length - message);

    /// <summary>A byte.</summary>
    public void Byte(byte value)
    {
        Room(1)[0] = value;
        Length++;
    }

    /// <summary>An integer of 16 bits.</summary>
    public void Int16(int value)
    {
        BinaryPrimitives.WriteInt16BigEndian(Room(sizeof(short)), unchecked((short)value));
        Length += sizeof(short);
    }

    /// <summary>An integer of 32 bits.</summary>
    public void Int32(int value)
    {
        BinaryPrimitives.WriteInt32BigEndian(Room(sizeof(int)), value);
        Length += sizeof(int);
    }

    /// <summary>Bytes as they are.</summary>
    public void Raw(ReadOnlySpan<byte> value)
    {
        value.CopyTo(Room(value.Length));
        Length += value.Length;
    }

    /// <summary>A text and the zero that ends it.</summary>
    public void Text(string value)
    {
        Utf8(value);
        Byte(0);
    }

    /// <summary>A value: its length, and its text.</summary>
    public void Value(string value)
    {
        var place = Length;
        Int32(0);
        Utf8(value);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(place), Length - place - sizeof(int));
    }

    /// <summary>A value: its length, and its digits.</summary>
    public void Value(long value)
    {
        const int longest = 20;
        var room = Room(sizeof(int) + longest);
        value.TryFormat(room[sizeof(int)..], out var written);
        BinaryPrimitives.WriteInt32BigEndian(room, written);
        Length += sizeof(int) + written;
    }

    /// <summary>Forgets what has been sent.</summary>
    public void Clear()
    {
        Length = 0;
        if (bytes.Length <= LargestKept) return;
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = ArrayPool<byte>.Shared.Rent(FirstSize);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = [];
        Length = 0;
    }

    private void Utf8(string value)
    {
        var room = Room(Encoding.UTF8.GetMaxByteCount(value.Length));
        Length += Encoding.UTF8.GetBytes(value, room);
    }

    private Span<byte> Room(int size)
    {
        if (bytes.Length - Length < size)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(bytes.Length * 2, Length + size));
            bytes.AsSpan(0, Length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(bytes);
            bytes = larger;
        }

        return bytes.AsSpan(Length);
    }
}
