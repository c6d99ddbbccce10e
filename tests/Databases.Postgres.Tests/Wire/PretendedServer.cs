using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Npgsql;

namespace Relata.Databases.Postgres.Tests.Wire;

/// <summary>Accepts connections on a port of its own and says to each what a test wants it to say.</summary>
internal sealed class PretendedServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource end = new();
    private readonly Task work;

    /// <summary>Starts it.</summary>
    /// <param name="say">What it does with each connection, after which it closes it.</param>
    public PretendedServer(Func<Peer, Task> say)
    {
        listener.Start();
        work = AcceptAsync(say);
    }

    /// <summary>What connects to it.</summary>
    public NpgsqlConnectionStringBuilder Target => new()
    {
        Host = "127.0.0.1",
        Port = ((IPEndPoint)listener.LocalEndpoint).Port,
        Username = "ann",
        Password = "secret",
        Database = "shop",
        SslMode = SslMode.Disable,
        Timeout = 30,
    };

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        await work;
        listener.Stop();
        end.Dispose();
    }

    private async Task AcceptAsync(Func<Peer, Task> say)
    {
        var talks = new List<Task>();
        try
        {
            while (true) talks.Add(ServeAsync(await listener.AcceptSocketAsync(end.Token), say));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(talks);
        }
    }

    private async Task ServeAsync(Socket socket, Func<Peer, Task> say)
    {
        using (socket)
        {
            try
            {
                await say(new Peer(socket, end.Token));
            }
            catch (Exception cause) when (cause is SocketException or OperationCanceledException or EndOfStreamException)
            {
                // The other side has heard enough.
            }
        }
    }
}

/// <summary>A connection, as the server sees it.</summary>
internal sealed class Peer(Socket socket, CancellationToken stop)
{
    /// <summary>Reads a message without a type and gives what stands behind its length.</summary>
    public async Task<byte[]> ReadStartAsync() => await ReadAsync(Length(await ReadAsync(4)) - 4);

    /// <summary>Reads a message and gives its body as text.</summary>
    public async Task<string> ReadMessageAsync()
    {
        var header = await ReadAsync(5);
        return Encoding.UTF8.GetString(await ReadAsync(Length(header[1..]) - 4));
    }

    /// <summary>Sends bytes as they are.</summary>
    public Task SendAsync(params byte[][] messages) => socket.SendAsync(messages.SelectMany(part => part).ToArray(), stop).AsTask();

    /// <summary>Sends each byte alone.</summary>
    public async Task SendInPiecesAsync(params byte[][] messages)
    {
        socket.NoDelay = true;
        foreach (var one in messages.SelectMany(part => part)) await socket.SendAsync(new[] { one }, stop);
    }

    /// <summary>Stays silent.</summary>
    public Task WaitAsync() => Task.Delay(Timeout.Infinite, stop);

    /// <summary>A message.</summary>
    public static byte[] Message(char type, params byte[][] parts)
    {
        byte[] body = [.. parts.SelectMany(part => part)];
        return [(byte)type, .. Number(body.Length + 4), .. body];
    }

    /// <summary>A demand for a proof.</summary>
    public static byte[] Demand(int method, string text = "") => Message('R', Number(method), Encoding.UTF8.GetBytes(text));

    /// <summary>Tells a setting.</summary>
    public static byte[] Setting(string name, string value) => Message('S', Text(name), Text(value));

    /// <summary>What a server says of itself that is as it should be.</summary>
    public static byte[] Settings =>
    [
        .. Setting("client_encoding", "UTF8"), .. Setting("server_encoding", "UTF8"),
        .. Setting("integer_datetimes", "on"),
    ];

    /// <summary>The session waits for a query.</summary>
    public static byte[] Ready => Message('Z', "I"u8.ToArray());

    /// <summary>The end of a statement.</summary>
    public static byte[] Done => Message('C', Text("SET"));

    /// <summary>An error or notice.</summary>
    public static byte[] Report(char type, string severity, string state, string text) => Message(
        type, Text($"S{severity}"), Text($"V{severity}"), Text($"C{state}"), Text($"M{text}"), [0]);

    public static byte[] Number(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }

    public static byte[] Text(string text) => [.. Encoding.UTF8.GetBytes(text), 0];

    private static int Length(byte[] bytes) => BinaryPrimitives.ReadInt32BigEndian(bytes);

    private async Task<byte[]> ReadAsync(int count)
    {
        var bytes = new byte[count];
        for (var have = 0; have < count;)
        {
            var more = await socket.ReceiveAsync(bytes.AsMemory(have), stop);
            if (more == 0) throw new EndOfStreamException();
            have += more;
        }

        return bytes;
    }
}
