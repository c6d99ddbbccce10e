using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Relata.Scenarios.Stage;

/// <summary>A caller that speaks HTTP/1.1 by hand, so that it can stop reading or leave wherever it wants.</summary>
internal sealed class WireClient : IDisposable
{
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    private WireClient()
    {
    }

    /// <summary>Connects and sends a request; nothing is read yet.</summary>
    /// <param name="server">Where the server listens.</param>
    /// <param name="request">Such as <c>GET /big</c>.</param>
    /// <param name="stop">Gives up.</param>
    /// <param name="body">A body of JSON.</param>
    public static async Task<WireClient> SendAsync(
        Uri? server, string request, CancellationToken stop, string? body = null)
    {
        var client = new WireClient();
        try
        {
            await client.socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, server!.Port), stop);
            var content = body is null ? "" : $"Content-Type: application/json\r\nContent-Length: {body.Length}\r\n";
            var text = $"{request} HTTP/1.1\r\nHost: {server.Authority}\r\n{content}\r\n{body}";
            await client.socket.SendAsync(Encoding.ASCII.GetBytes(text), stop);
            return client;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    /// <summary>Reads so many bytes, the headers included, or fewer when the connection ends before.</summary>
    public async Task<string> ReadAsync(int bytes, CancellationToken stop)
    {
        var (buffer, filled) = (new byte[bytes], 0);
        while (filled < bytes && await ReceiveAsync(buffer.AsMemory(filled), stop) is > 0 and var count)
            filled += count;
        return Encoding.UTF8.GetString(buffer, 0, filled);
    }

    /// <summary>Reads until the connection ends, in good order or not.</summary>
    public async Task<string> ReadToEndAsync(CancellationToken stop)
    {
        var (all, buffer) = (new MemoryStream(), new byte[64 * 1024]);
        while (await ReceiveAsync(buffer, stop) is > 0 and var count) all.Write(buffer, 0, count);
        return Encoding.UTF8.GetString(all.ToArray());
    }

    /// <summary>Leaves with a reset, as the system does for a program that crashes with unread bytes.</summary>
    public void Reset()
    {
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Dispose();
    }

    /// <summary>Leaves in good order.</summary>
    public void Dispose() => socket.Dispose();

    private async Task<int> ReceiveAsync(Memory<byte> buffer, CancellationToken stop)
    {
        try
        {
            return await socket.ReceiveAsync(buffer, stop);
        }
        catch (SocketException)
        {
            return 0; // a reset ends it as well
        }
    }
}
