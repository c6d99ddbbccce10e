using System.Net;
using System.Net.Sockets;

namespace Relata.Support;

/// <summary>One client's connection through a <see cref="FaultyProxy"/>, to both sides.</summary>
internal sealed class ProxyLink(Socket client, ProxyFaults faults) : IDisposable
{
    private readonly Socket server = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly CancellationTokenSource reset = new();

    /// <summary>Connects to the server and passes bytes until both sides have ended, or one broke, or <see cref="Reset"/>.</summary>
    public async Task RunAsync(int target)
    {
        try
        {
            await server.ConnectAsync(new IPEndPoint(IPAddress.Loopback, target), reset.Token);
            (client.NoDelay, server.NoDelay) = (true, true);
            await Task.WhenAll(PumpAsync(client, server), PumpAsync(server, client));
        }
        catch (Exception broken) when (broken is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // What breaks on one side breaks on the other.
            Abort(client);
            Abort(server);
        }
    }

    /// <summary>Breaks the connection on both sides.</summary>
    public void Reset() => reset.Cancel();

    /// <inheritdoc/>
    public void Dispose()
    {
        client.Dispose();
        server.Dispose();
    }

    private async Task PumpAsync(Socket from, Socket to)
    {
        try
        {
            var buffer = new byte[64 * 1024];
            while (await from.ReceiveAsync(buffer, reset.Token) is > 0 and var count)
            {
                await faults.AdmitAsync(reset.Token);
                for (var sent = 0; sent < count;)
                    sent += await to.SendAsync(buffer.AsMemory(sent, count - sent), reset.Token);
            }

            to.Shutdown(SocketShutdown.Send);
        }
        catch
        {
            // The other direction may wait for bytes that never come.
            await reset.CancelAsync();
            throw;
        }
    }

    /// <summary>Closes with a reset (RST) in place of an orderly end: no lingering (socket(7), SO_LINGER).</summary>
    private static void Abort(Socket socket)
    {
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Dispose();
    }
}
