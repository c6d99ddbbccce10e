using System.Buffers;

namespace Relata.Formats;

/// <summary>A growing run of bytes from the shared pool; what is written stays until it is cleared.</summary>
public sealed class Utf8Buffer : IBufferWriter<byte>, IDisposable
{
    private const int FirstSize = 4096;

    private byte[] bytes = ArrayPool<byte>.Shared.Rent(FirstSize);

    /// <summary>How many bytes are written.</summary>
    public int Length { get; private set; }

    /// <summary>What is written; valid until the next write.</summary>
    public ReadOnlyMemory<byte> Written => bytes.AsMemory(0, Length);

    /// <summary>Room for at least so many bytes; they count once <see cref="Advance"/> says so.</summary>
    public Span<byte> Room(int size)
    {
        if (bytes.Length - Length < size) Grow(size);
        return bytes.AsSpan(Length);
    }

    /// <summary>Keeps the first so many bytes of the room.</summary>
    public void Advance(int count) => Length += count;

    /// <summary>Writes one byte.</summary>
    public void Write(byte value)
    {
        if (Length == bytes.Length) Grow(1);
        bytes[Length++] = value;
    }

    /// <summary>Writes bytes as they are.</summary>
    public void Write(ReadOnlySpan<byte> value)
    {
        value.CopyTo(Room(value.Length));
        Length += value.Length;
    }

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Room(Math.Max(sizeHint, 1));
        return bytes.AsMemory(Length);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0) => Room(Math.Max(sizeHint, 1));

    /// <summary>What is written from a place on, to be changed; valid until the next write.</summary>
    public Span<byte> From(int start) => bytes.AsSpan(start, Length - start);

    /// <summary>Forgets what is written from a place on.</summary>
    public void Cut(int length) => Length = length;

    /// <summary>Forgets what is written and keeps the room.</summary>
    public void Clear() => Length = 0;

    /// <summary>Gives the room back.</summary>
    public void Dispose()
    {
        if (bytes.Length > 0) ArrayPool<byte>.Shared.Return(bytes);
        bytes = [];
        Length = 0;
    }

    private void Grow(int size)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(Length + size, bytes.Length * 2));
        bytes.AsSpan(0, Length).CopyTo(larger);
        if (bytes.Length > 0) ArrayPool<byte>.Shared.Return(bytes);
        bytes = larger;
    }
}
