using System.Net;
using System.Net.Sockets;

namespace Relata.Support;

/// <summary>Stands between a client and a server of 127.0.0.1 and misbehaves as a network does, when told to.</summary>
public sealed class FaultyProxy : IAsyncDisposable
{
    private readonly Lock door = new();
    private readonly HashSet<ProxyLink> links = [];
    private readonly ProxyFaults faults = new();
    private readonly int target;
    private TcpListener? listener;

    private FaultyProxy(int target)
    {
        this.target = target;
        Pass();
    }

    /// <summary>The port to connect to instead of the server's; it stays the same over refusals.</summary>
    public int Port { get; } = Ports.Free();

    /// <summary>How many clients are connected now.</summary>
    public int Connections
    {
        get
        {
            lock (door) return links.Count;
        }
    }

    /// <summary>Stands before the server that listens on a port of 127.0.0.1.</summary>
    public static FaultyProxy Before(int port) => new(port);

    /// <summary>Stands before the server of a URL.</summary>
    public static FaultyProxy Before(string url) => new(new Uri(url).Port);

    /// <summary>The same URL, by way of the proxy.</summary>
    public string Through(string url) => new UriBuilder(url) { Host = "127.0.0.1", Port = Port }.Uri.AbsoluteUri;

    /// <summary>How many connections it has broken by itself.</summary>
    public int Broken => faults.Broken;

    /// <summary>Accepts clients and passes all bytes on at once, those held back first.</summary>
    public void Pass()
    {
        faults.Delay = TimeSpan.Zero;
        faults.Shaking = null;
        faults.Release();
        lock (door)
        {
            if (listener is not null) return;
            listener = new TcpListener(IPAddress.Loopback, Port);
            listener.Start();
            _ = AcceptAsync(listener);
        }
    }

    /// <summary>Resets every open connection; new ones are served.</summary>
    public void Drop()
    {
        ProxyLink[] open;
        lock (door) open = [.. links];
        foreach (var link in open) link.Reset();
    }

    /// <summary>Refuses new connections; open ones live on.</summary>
    public void Refuse()
    {
        lock (door)
        {
            listener?.Stop();
            listener = null;
        }
    }

    /// <summary>Refuses new connections and resets the open ones: the network is gone.</summary>
    public void Cut()
    {
        Refuse();
        Drop();
    }

    /// <summary>Holds all bytes back until <see cref="Pass"/>: the connections stand and stay silent.</summary>
    public void Stall() => faults.Hold();

    /// <summary>Passes each piece of traffic on only after the given time.</summary>
    public void Delay(TimeSpan time) => faults.Delay = time;

    /// <summary>
    /// Takes what passes apart, down to single bytes, holds some of it back for a moment, and breaks each connection
    /// somewhere, by a reset or an end: until <see cref="Pass"/>.
    /// </summary>
    /// <param name="seed">Decides where.</param>
    /// <param name="bytes">How many bytes a connection carries on the average in one direction before it breaks.</param>
    public void Shake(int seed, int bytes) => faults.Shaking = new ProxyShaking(seed, bytes);

    /// <summary>Breaks the connection on which the server says the last of so many bytes, counted from now on.</summary>
    public void CutAfter(int bytes) => faults.CutAfter(bytes);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Cut();
        await Poll.UntilAsync(() => Connections == 0);
    }

    private async Task AcceptAsync(TcpListener open)
    {
        try
        {
            while (true) _ = ServeAsync(open, await open.AcceptSocketAsync());
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // Refuse stopped the listener.
        }
    }

    private async Task ServeAsync(TcpListener acceptedBy, Socket client)
    {
        using var link = new ProxyLink(client, faults);
        lock (door)
        {
            if (listener != acceptedBy) return;
            links.Add(link);
        }

        await link.RunAsync(target);
        lock (door) links.Remove(link);
    }
}
