using System.Globalization;
using System.IO.Compression;
using System.Net.Sockets;
using System.Text;

namespace Relata.Conformance.Hostile;

/// <summary>
/// A connection to the server that sends any bytes at all, as no HTTP library would, and is kept alive from one request
/// to the next; when the server closes it, the next request opens another.
/// </summary>
/// <param name="server">Where the server listens.</param>
internal sealed class RawConnection(Uri server) : IDisposable
{
    private readonly byte[] buffer = new byte[64 * 1024];
    private NetworkStream? stream;
    private int start;
    private int end;

    /// <summary>Sends a request and reads its answer.</summary>
    /// <param name="request">The bytes.</param>
    /// <param name="isHead">Whether the answer has no body whatever its headers say.</param>
    /// <param name="stop">Gives up.</param>
    public async Task<Answer> SendAsync(ReadOnlyMemory<byte> request, bool isHead, CancellationToken stop)
    {
        var isFresh = stream is null;
        try
        {
            return await SendOnceAsync(request, isHead, stop);
        }
        catch (IOException) when (!isFresh)
        {
            // The server closed the connection after the last answer.
            return await SendOnceAsync(request, isHead, stop);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        stream?.Dispose();
        stream = null;
    }

    private async Task<Answer> SendOnceAsync(ReadOnlyMemory<byte> request, bool isHead, CancellationToken stop)
    {
        await OpenAsync(stop);
        try
        {
            await stream!.WriteAsync(request, stop);
        }
        catch (IOException)
        {
            // The server may answer and close before all is sent; the answer can still be read.
        }

        try
        {
            var answer = await ReadAsync(isHead, stop);
            if (string.Equals(answer.Header("Connection"), "close", StringComparison.OrdinalIgnoreCase)) Dispose();
            return answer;
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    private async Task OpenAsync(CancellationToken stop)
    {
        if (stream is not null) return;
        (start, end) = (0, 0);
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(server.Host, server.Port, stop);
        stream = new NetworkStream(socket, ownsSocket: true);
    }

    private async Task<Answer> ReadAsync(bool isHead, CancellationToken stop)
    {
        var status = int.Parse((await ReadLineAsync(stop)).Split(' ')[1], CultureInfo.InvariantCulture);
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await ReadLineAsync(stop) is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            headers.Add(line[..colon], line[(colon + 1)..].Trim());
        }

        if (isHead || status is 204 or 304) return new Answer(status, headers, []);
        using var body = new MemoryStream();
        if (headers.ContainsKey("Transfer-Encoding")) await ReadChunksAsync(body, stop);
        else await ReadAsync(body, long.Parse(headers["Content-Length"], CultureInfo.InvariantCulture), stop);
        return new Answer(status, headers, headers.GetValueOrDefault("Content-Encoding") == "br" ? Plain(body) : body.ToArray());
    }

    private static byte[] Plain(MemoryStream brotli)
    {
        brotli.Position = 0;
        using var decoder = new BrotliStream(brotli, CompressionMode.Decompress);
        using var plain = new MemoryStream();
        decoder.CopyTo(plain);
        return plain.ToArray();
    }

    private async Task ReadChunksAsync(MemoryStream body, CancellationToken stop)
    {
        while (true)
        {
            var length = long.Parse(await ReadLineAsync(stop), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            await ReadAsync(body, length, stop);
            await ReadLineAsync(stop);
            if (length == 0) return;
        }
    }

    private async Task ReadAsync(MemoryStream body, long length, CancellationToken stop)
    {
        while (length > 0)
        {
            if (start == end) await FillAsync(stop);
            var piece = (int)Math.Min(length, end - start);
            body.Write(buffer, start, piece);
            (start, length) = (start + piece, length - piece);
        }
    }

    private async Task<string> ReadLineAsync(CancellationToken stop)
    {
        var line = new StringBuilder();
        while (true)
        {
            if (start == end) await FillAsync(stop);
            var letter = (char)buffer[start++];
            if (letter == '\n') return line.ToString().TrimEnd('\r');
            line.Append(letter);
        }
    }

    private async Task FillAsync(CancellationToken stop)
    {
        (start, end) = (0, await stream!.ReadAsync(buffer, stop));
        if (end == 0) throw new IOException("The server closed the connection without an answer.");
    }
}
