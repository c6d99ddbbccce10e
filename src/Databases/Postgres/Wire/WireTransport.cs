using System.Net;
using System.Net.Security;
using System.Net.Sockets;

namespace Relata.Databases.Postgres.Wire;

/// <summary>The bytes to and from a server, encrypted or not; one reads and one writes at a time.</summary>
internal sealed class WireTransport : IAsyncDisposable
{
    private const int IdleSeconds = 30;
    private const int ProbeSeconds = 10;
    private const int Probes = 3;

    private readonly Socket socket;
    private SslStream? tls;

    private WireTransport(Socket socket, EndPoint address) => (this.socket, Address) = (socket, address);

    /// <summary>Where the server was found.</summary>
    public EndPoint Address { get; }

    /// <summary>Whether nothing has come that was not read, and the connection is not closed.</summary>
    public bool IsQuiet => !socket.Poll(0, SelectMode.SelectRead);

    /// <summary>Whether the bytes are encrypted.</summary>
    public bool IsEncrypted => tls is not null;

    /// <summary>The encryption; null for none.</summary>
    public SslStream? Tls => tls;

    /// <summary>Connects to the first address of the server that answers.</summary>
    public static async ValueTask<WireTransport> ConnectAsync(WireTarget target, CancellationToken stop)
    {
        if (target.IsUnixSocket) return await ConnectAsync(new UnixDomainSocketEndPoint(target.SocketPath), stop);
        var addresses = await Dns.GetHostAddressesAsync(target.Host, stop);
        for (var i = 0; ; i++)
        {
            // An address that is silent must leave time for the next one.
            using var share = CancellationTokenSource.CreateLinkedTokenSource(stop);
            var isLast = i >= addresses.Length - 1;
            if (!isLast && target.Timeout > TimeSpan.Zero) share.CancelAfter(target.Timeout / addresses.Length);
            try
            {
                return await ConnectAsync(new IPEndPoint(addresses[i], target.Port), share.Token);
            }
            catch (Exception cause) when (
                !isLast && !stop.IsCancellationRequested && cause is SocketException or OperationCanceledException)
            {
                // The next address may do.
            }
        }
    }

    /// <summary>Connects to an address.</summary>
    public static async ValueTask<WireTransport> ConnectAsync(EndPoint address, CancellationToken stop)
    {
        var isTcp = address is IPEndPoint;
        var socket = new Socket(
            address.AddressFamily, SocketType.Stream, isTcp ? ProtocolType.Tcp : ProtocolType.Unspecified);
        try
        {
            if (isTcp)
            {
                socket.NoDelay = true;
                socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
                socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, IdleSeconds);
                socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, ProbeSeconds);
                socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveRetryCount, Probes);
            }

            await socket.ConnectAsync(address, stop);
            return new WireTransport(socket, address);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Encrypts what follows.</summary>
    public async ValueTask EncryptAsync(SslClientAuthenticationOptions options, CancellationToken stop)
    {
        var stream = new SslStream(new NetworkStream(socket, ownsSocket: false));
        try
        {
            await stream.AuthenticateAsClientAsync(options, stop);
            tls = stream;
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
    }

    /// <summary>Reads what is there; 0 when the server has closed.</summary>
    public ValueTask<int> ReceiveAsync(Memory<byte> buffer, CancellationToken stop) =>
        tls is null ? socket.ReceiveAsync(buffer, SocketFlags.None, stop) : tls.ReadAsync(buffer, stop);

    /// <summary>Sends all of it.</summary>
    public async ValueTask SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken stop)
    {
        if (tls is not null)
        {
            await tls.WriteAsync(bytes, stop);
            return;
        }

        while (!bytes.IsEmpty) bytes = bytes[await socket.SendAsync(bytes, SocketFlags.None, stop)..];
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        // Closing the socket first ends a read or a write that waits.
        socket.Dispose();
        return tls?.DisposeAsync() ?? ValueTask.CompletedTask;
    }
}
