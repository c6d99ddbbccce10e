using System.Buffers;
using System.Buffers.Binary;

namespace Relata.Databases.Postgres.Wire;

/// <summary>Takes the server's messages out of what it sends.</summary>
/// <param name="link">The connection.</param>
/// <remarks>A message lies in <see cref="Bytes"/> until the next <see cref="FillAsync"/>.</remarks>
internal sealed class WireInput(WireLink link) : IDisposable
{
    private const int FirstSize = 64 * 1024;
    private const int LargestKept = 1024 * 1024;
    private const int LongestOther = 16 * 1024 * 1024;
    private const int HeaderLength = 1 + sizeof(int);

    private int start;
    private int end;
    private long skipped;

    /// <summary>What was received.</summary>
    public byte[] Bytes { get; private set; } = ArrayPool<byte>.Shared.Rent(FirstSize);

    /// <summary>The type of the message that was read last.</summary>
    public char Type { get; private set; }

    /// <summary>Where its body starts.</summary>
    public int BodyStart { get; private set; }

    /// <summary>How long its body is.</summary>
    public int BodyLength { get; private set; }

    /// <summary>Its body.</summary>
    public ReadOnlySpan<byte> Body => Bytes.AsSpan(BodyStart, BodyLength);

    /// <summary>Moves to the next message, if the whole of it is here.</summary>
    public bool TryRead()
    {
        if (end - start < HeaderLength) return false;
        var length = NextLength();
        if (length > end - start) return false;
        (Type, BodyStart, BodyLength) = ((char)Bytes[start], start + HeaderLength, length - HeaderLength);
        start += length;
        return true;
    }

    /// <summary>Passes over the next message when it is a row of more bytes than so many, without keeping it.</summary>
    public bool TrySkipRow(int mostBytes)
    {
        if (skipped > 0 || end - start < HeaderLength || Bytes[start] != 'D') return false;
        var length = NextLength();
        if (length <= mostBytes) return false;
        skipped = length - (end - start);
        start = end;
        return true;
    }

    /// <summary>Receives more; false when the server has closed the connection.</summary>
    public async ValueTask<bool> FillAsync()
    {
        do
        {
            MakeRoom();
            var received = await link.ReceiveAsync(Bytes.AsMemory(end), CancellationToken.None);
            if (received == 0) return false;
            end += received;
            if (skipped == 0) return true;
            var passed = (int)Math.Min(skipped, end - start);
            start += passed;
            skipped -= passed;
        }
        while (skipped > 0);
        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(Bytes);
        Bytes = [];
        start = end = 0;
    }

    private int NextLength()
    {
        var length = BinaryPrimitives.ReadInt32BigEndian(Bytes.AsSpan(start + 1));
        if (length < sizeof(int) || length >= (Bytes[start] == 'D' ? Array.MaxLength : LongestOther))
            throw new WireException("A message has a length that none can have.");
        return length + 1;
    }

    private void MakeRoom()
    {
        if (start == end)
        {
            start = end = 0;
            if (Bytes.Length > LargestKept) Move(FirstSize);
            return;
        }

        var wanted = end - start < HeaderLength ? HeaderLength : NextLength();
        if (wanted > Bytes.Length) Move(Math.Max(wanted, (int)Math.Min(Bytes.Length * 2L, Array.MaxLength)));
        else if (wanted > Bytes.Length - start || end == Bytes.Length) Move(Bytes.Length);
    }

    private void Move(int size)
    {
        var left = end - start;
        if (size <= Bytes.Length && size > FirstSize / 2 && Bytes.Length <= LargestKept)
        {
            Bytes.AsSpan(start, left).CopyTo(Bytes);
        }
        else
        {
            var other = ArrayPool<byte>.Shared.Rent(size);
            Bytes.AsSpan(start, left).CopyTo(other);
            ArrayPool<byte>.Shared.Return(Bytes);
            Bytes = other;
        }

        (start, end) = (0, left);
    }
}
