using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Relata.Scenarios.Stage;

/// <summary>What is asked with a key, and the body that is the answer; null where only the status counts.</summary>
/// <param name="Path">The path and query.</param>
/// <param name="Status">The status.</param>
/// <param name="Body">The body.</param>
/// <param name="Headers">Lines of headers, each with its end.</param>
internal sealed record Question(string Path, int Status, string? Body, string Headers = "");

/// <summary>
/// A caller with one connection, who sends many requests at once without waiting for answers (RFC 9112, section 9.3.2)
/// and holds each answer against the one that belongs to its place.
/// </summary>
/// <remarks>Answers of a server without a database make it ask again, and so does the end of its connection.</remarks>
internal sealed class PipelinedCaller(Uri server, CancellationToken stop) : IDisposable
{
    private readonly byte[] buffer = new byte[256 * 1024];
    private Socket? socket;
    private int start;
    private int end;

    /// <summary>How many answers were put off.</summary>
    public long PutOff { get; private set; }

    /// <summary>Asks until every question has its answer; gives what was wrong.</summary>
    public async Task<string?> AskAsync(IReadOnlyList<Question> questions)
    {
        var open = questions;
        while (open.Count > 0)
        {
            if (socket is null) await ConnectAsync();
            var text = string.Concat(open.Select(question =>
                $"GET {question.Path} HTTP/1.1\r\nHost: {server.Authority}\r\n{question.Headers}\r\n"));
            await socket!.SendAsync(Encoding.ASCII.GetBytes(text), stop);
            var again = new List<Question>();
            foreach (var (index, question) in open.Index())
            {
                var (status, body) = await ReadAsync();
                if (status == 0)
                {
                    // Its connection ended: this one and those behind it were not answered.
                    again.AddRange(open.Skip(index));
                    break;
                }

                if (status == question.Status && (question.Body is null || question.Body == body)) continue;
                if (status is not (503 or 504)) return $"{question.Path} {question.Headers} was answered with {status} {body}";
                PutOff++;
                again.Add(question);
            }

            open = again;
        }

        return null;
    }

    /// <inheritdoc/>
    public void Dispose() => socket?.Dispose();

    private async Task ConnectAsync()
    {
        socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        (start, end) = (0, 0);
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, server.Port), stop);
    }

    private async Task<(int Status, string Body)> ReadAsync()
    {
        while (true)
        {
            var waiting = buffer.AsMemory(start, end - start);
            if (waiting.Span.IndexOf("\r\n\r\n"u8) is >= 0 and var head && TryTake(head, out var answer)) return answer;
            if (start > 0)
            {
                waiting.CopyTo(buffer);
                (start, end) = (0, end - start);
            }

            int count;
            try
            {
                count = await socket!.ReceiveAsync(buffer.AsMemory(end), stop);
            }
            catch (SocketException)
            {
                count = 0;
            }

            end += count;
            if (count > 0) continue;
            socket!.Dispose();
            socket = null;
            return (0, "");
        }
    }

    private bool TryTake(int head, out (int Status, string Body) answer)
    {
        var headers = Encoding.ASCII.GetString(buffer, start, head + 2);
        var length = Header(headers, "\r\nContent-Length: ");
        var behind = start + head + 4;
        answer = default;
        if (length is null) throw new InvalidDataException($"An answer has no length: {headers}");
        if (end - behind < length) return false;
        answer = (int.Parse(headers.AsSpan(9, 3), CultureInfo.InvariantCulture),
            Encoding.UTF8.GetString(buffer, behind, length.Value));
        start = behind + length.Value;
        return true;
    }

    private static int? Header(string headers, string name)
    {
        var at = headers.IndexOf(name, StringComparison.OrdinalIgnoreCase);
        if (at < 0) return null;
        at += name.Length;
        return int.Parse(headers.AsSpan(at, headers.IndexOf('\r', at) - at), CultureInfo.InvariantCulture);
    }
}
