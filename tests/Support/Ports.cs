using System.Net;
using System.Net.Sockets;

namespace Relata.Support;

/// <summary>TCP ports of 127.0.0.1 that nobody listens on.</summary>
public static class Ports
{
    private static readonly HashSet<int> Given = [];

    /// <summary>A port that is free now and that this process was not given before.</summary>
    public static int Free()
    {
        lock (Given)
        {
            int port;
            do
            {
                using var listener = new TcpListener(IPAddress.Loopback, 0);
                listener.Start();
                port = ((IPEndPoint)listener.LocalEndpoint).Port;
            }
            while (!Given.Add(port));
            return port;
        }
    }
}
