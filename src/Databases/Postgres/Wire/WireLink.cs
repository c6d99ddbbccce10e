using Relata.Databases.Postgres.Sessions;

namespace Relata.Databases.Postgres.Wire;

/// <summary>A connection to a server, ready for queries.</summary>
/// <remarks>One reads and one writes at a time; both may happen at once, and while it is disposed.</remarks>
internal sealed class WireLink : IAsyncDisposable
{
    private static readonly TimeSpan LongestFarewell = TimeSpan.FromSeconds(1);

    private readonly WireTransport transport;
    private readonly WireTarget target;
    private readonly byte[] secret;
    private ReadOnlyMemory<byte> rest;
    private int isSending;
    private int isDisposed;

    /// <summary>A connection whose start has ended.</summary>
    /// <param name="transport">Its bytes; disposed with this.</param>
    /// <param name="target">Where the server is.</param>
    /// <param name="session">What the server said of the session.</param>
    /// <param name="rest">What was received behind the start.</param>
    public WireLink(WireTransport transport, WireTarget target, WireSession session, ReadOnlyMemory<byte> rest)
    {
        this.transport = transport;
        this.target = target;
        this.rest = rest;
        (Process, secret, Parameters) = (session.Process, session.Secret, session.Parameters);
    }

    /// <summary>The number of the server's process; 0 when it has told none.</summary>
    public int Process { get; }

    /// <summary>The session, where the server is known to be.</summary>
    public PostgresSession Session => new(target.Host, target.Port, Process);

    /// <summary>
    /// Whether nothing has come that was not read: what a server says unasked is mostly its farewell.
    /// </summary>
    public bool IsQuiet => Volatile.Read(ref isDisposed) == 0 && rest.IsEmpty && transport.IsQuiet;

    /// <summary>Whether the bytes are encrypted.</summary>
    public bool IsEncrypted => transport.IsEncrypted;

    /// <summary>What the server said of itself while the connection started, such as <c>server_version</c>.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; }

    /// <summary>Reads what is there; 0 when the server has closed.</summary>
    public ValueTask<int> ReceiveAsync(Memory<byte> buffer, CancellationToken stop)
    {
        if (rest.IsEmpty) return transport.ReceiveAsync(buffer, stop);
        var count = Math.Min(rest.Length, buffer.Length);
        rest[..count].CopyTo(buffer);
        rest = rest[count..];
        return new(count);
    }

    /// <summary>Sends all of it.</summary>
    public async ValueTask SendAsync(ReadOnlyMemory<byte> bytes, CancellationToken stop)
    {
        Volatile.Write(ref isSending, 1);
        await transport.SendAsync(bytes, stop);

        // A write that failed stays unfinished: nothing may follow it.
        Volatile.Write(ref isSending, 0);
    }

    /// <summary>
    /// Asks the server, over a connection of its own, to end what this one's session does at that moment; returns when
    /// the server has taken notice. It never says whether that had an effect.
    /// </summary>
    public async ValueTask CancelAsync(CancellationToken stop)
    {
        if (secret.Length == 0) return;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        if (target.Timeout > TimeSpan.Zero) limit.CancelAfter(target.Timeout);
        await using var other = await WireTransport.ConnectAsync(transport.Address, limit.Token);
        if (IsEncrypted) await WireTls.DemandAsync(other, target, limit.Token);
        await other.SendAsync(WireOutbox.Cancel(Process, secret), limit.Token);
        while (await other.ReceiveAsync(new byte[1], limit.Token) > 0)
        {
            // It closes when it has sent the signal.
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref isDisposed, 1) != 0) return;
        await using (transport)
        {
            if (Volatile.Read(ref isSending) != 0) return;
            using var limit = new CancellationTokenSource(LongestFarewell);
            try
            {
                await transport.SendAsync(WireOutbox.Terminate, limit.Token);
            }
            catch (Exception cause) when (
                cause is IOException or System.Net.Sockets.SocketException or OperationCanceledException
                    or ObjectDisposedException or InvalidOperationException or NotSupportedException)
            {
                // Then the server learns it from the end of the connection.
            }
        }
    }
}
