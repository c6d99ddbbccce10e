using System.Buffers.Binary;
using System.Text;
using Relata.Databases.Postgres.Wire;

namespace Relata.Databases.Postgres.Tests.Wire;

/// <summary>Asks by the simple protocol over a started connection.</summary>
internal static class Speech
{
    /// <summary>The messages of an answer: what each is, and what it holds.</summary>
    public static async Task<IReadOnlyList<(char Type, byte[] Body)>> AskAsync(
        this WireLink link, string sql, CancellationToken stop)
    {
        await link.SendAsync(WireOutbox.Query(sql), stop);
        var messages = new List<(char Type, byte[] Body)>();
        do
        {
            var header = await ReadAsync(link, 5, stop);
            var length = BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(1));
            messages.Add(((char)header[0], await ReadAsync(link, length - 4, stop)));
        }
        while (messages[^1].Type != 'Z');
        return messages;
    }

    /// <summary>The only column of the only row, as text.</summary>
    public static async Task<string> ScalarAsync(this WireLink link, string sql, CancellationToken stop)
    {
        var row = (await link.AskAsync(sql, stop)).Single(message => message.Type == 'D').Body;
        return Encoding.UTF8.GetString(row.AsSpan(6));
    }

    private static async Task<byte[]> ReadAsync(WireLink link, int count, CancellationToken stop)
    {
        var bytes = new byte[count];
        for (var have = 0; have < count;)
        {
            var more = await link.ReceiveAsync(bytes.AsMemory(have), stop);
            if (more == 0) throw new EndOfStreamException();
            have += more;
        }

        return bytes;
    }
}
