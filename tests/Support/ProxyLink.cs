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
            await Task.WhenAll(PumpAsync(client, server, isAnswer: false), PumpAsync(server, client, isAnswer: true));
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

    private async Task PumpAsync(Socket from, Socket to, bool isAnswer)
    {
        var jolts = default(ProxyJolts);
        try
        {
            var buffer = new byte[64 * 1024];
            while (await from.ReceiveAsync(buffer, reset.Token) is > 0 and var count)
            {
                await faults.AdmitAsync(reset.Token);
                var cut = isAnswer ? faults.CutWithin(count) : null;
                if (faults.Shaking is { } shaking) jolts ??= shaking.Begin();
                else jolts = null;
                if (jolts is not null) cut = Earlier(cut, jolts.BreakWithin(count));
                var left = buffer.AsMemory(0, cut ?? count);
                while (!left.IsEmpty)
                {
                    var piece = jolts?.Piece(left.Length) ?? left.Length;
                    await SendAsync(to, left[..piece]);
                    left = left[piece..];
                    if (jolts?.Pauses() == true) await Task.Delay(1, reset.Token);
                }

                if (cut is null) continue;
                faults.Break();
                if (jolts?.EndsInOrder() != true) throw new SocketException((int)SocketError.ConnectionReset);
                to.Shutdown(SocketShutdown.Both);
                from.Shutdown(SocketShutdown.Both);
                return;
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

    private async Task SendAsync(Socket to, ReadOnlyMemory<byte> bytes)
    {
        while (!bytes.IsEmpty) bytes = bytes[await to.SendAsync(bytes, reset.Token)..];
    }

    private static int? Earlier(int? one, int? other) =>
        one is null || other is null ? one ?? other : Math.Min(one.Value, other.Value);

    /// <summary>Closes with a reset (RST) in place of an orderly end: no lingering (socket(7), SO_LINGER).</summary>
    private static void Abort(Socket socket)
    {
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Dispose();
    }
}
