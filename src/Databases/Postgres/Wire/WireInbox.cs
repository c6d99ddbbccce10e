using System.Buffers.Binary;
using Npgsql;

namespace Relata.Databases.Postgres.Wire;

/// <summary>The server's messages while a connection starts, one after the other.</summary>
internal sealed class WireInbox(WireTransport transport)
{
    /// <summary>A message has a type, and a length that counts itself.</summary>
    private const int Header = 5;

    /// <summary>No message of a start is longer.</summary>
    private const int Longest = 1 << 20;

    private byte[] buffer = new byte[2048];
    private int start;
    private int end;

    /// <summary>The body of the message that was read last; the next one overwrites it.</summary>
    public ReadOnlyMemory<byte> Body { get; private set; }

    /// <summary>What was received behind that message.</summary>
    public ReadOnlyMemory<byte> Rest => buffer.AsMemory(start, end - start);

    /// <summary>Reads the next message and gives its type.</summary>
    public async ValueTask<char> NextAsync(CancellationToken stop)
    {
        await FillAsync(Header, stop);
        var type = (char)buffer[start];
        var length = BinaryPrimitives.ReadInt32BigEndian(buffer.AsSpan(start + 1));
        if (length is < Header - 1 or > Longest || !char.IsAsciiLetter(type))
            throw new NpgsqlException("The server does not speak PostgreSQL's protocol.");
        await FillAsync(1 + length, stop);
        Body = buffer.AsMemory(start + Header, 1 + length - Header);
        start += 1 + length;
        return type;
    }

    /// <summary>Grows only with what has come, not with what a length promises.</summary>
    private async ValueTask FillAsync(int count, CancellationToken stop)
    {
        while (end - start < count)
        {
            if (start > 0)
            {
                Rest.CopyTo(buffer);
                (start, end) = (0, end - start);
            }

            if (end == buffer.Length) Array.Resize(ref buffer, 2 * buffer.Length);
            var received = await transport.ReceiveAsync(buffer.AsMemory(end), stop);
            if (received == 0)
                throw new NpgsqlException("The server closed the connection.", new EndOfStreamException());
            end += received;
        }
    }
}
