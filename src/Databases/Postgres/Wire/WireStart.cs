using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using Npgsql;

namespace Relata.Databases.Postgres.Wire;

/// <summary>Starts connections (manual, "Message Flow", "Start-up").</summary>
internal static class WireStart
{
    /// <summary>A process and a secret, of which no server has a longer one (manual, "BackendKeyData").</summary>
    private const int LongestKey = sizeof(int) + 256;

    /// <summary>What hides in a read may not write: it would be undone with a neighbour's error.</summary>
    private const string OnlyReads = "SET default_transaction_read_only = on";

    /// <summary>Opens a connection that is ready for queries, all of which only read.</summary>
    /// <exception cref="PostgresException">The server refuses it.</exception>
    /// <exception cref="WireRefusedException">It needs something that is not done here.</exception>
    /// <exception cref="NpgsqlException">
    /// The server's answer is none, or did not come in the time that a connection may take.
    /// </exception>
    public static async ValueTask<WireLink> OpenAsync(WireTarget target, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        if (target.Timeout > TimeSpan.Zero) limit.CancelAfter(target.Timeout);
        try
        {
            return await OpenAsync(target, target.SslMode, limit.Token);
        }
        catch (OperationCanceledException cause) when (!stop.IsCancellationRequested)
        {
            const string tooLate = "The connection was not ready in time.";
            throw new NpgsqlException(tooLate, new TimeoutException(tooLate, cause));
        }
        catch (Exception cause) when (
            cause is not (OperationCanceledException or NpgsqlException or IOException or SocketException))
        {
            // Such as a file of passwords that may not be read.
            throw new NpgsqlException("The connection could not be started.", cause);
        }
    }

    /// <summary>
    /// As in libpq, what may be encrypted is tried the other way, too: a server can admit users by one way only.
    /// </summary>
    private static async ValueTask<WireLink> OpenAsync(WireTarget target, SslMode mode, CancellationToken stop)
    {
        var transport = await WireTransport.ConnectAsync(target, stop);
        var other = mode == SslMode.Allow ? SslMode.Require : (SslMode?)null;
        try
        {
            if (mode is SslMode.Prefer && !target.IsUnixSocket)
            {
                other = SslMode.Disable;
                if (!await WireTls.TryAsync(transport, target, stop)) other = null;
            }
            else if (mode is SslMode.Require or SslMode.VerifyCA or SslMode.VerifyFull)
            {
                await WireTls.DemandAsync(transport, target, stop);
            }

            return await StartAsync(transport, target, stop);
        }
        catch (Exception) when (other is not null && !stop.IsCancellationRequested)
        {
            await transport.DisposeAsync();
        }
        catch
        {
            await transport.DisposeAsync();
            throw;
        }

        return await OpenAsync(target, other.Value, stop);
    }

    private static async ValueTask<WireLink> StartAsync(
        WireTransport transport, WireTarget target, CancellationToken stop)
    {
        var inbox = new WireInbox(transport);
        await transport.SendAsync(WireOutbox.Startup(target.Parameters), stop);
        await WireLogin.PassAsync(transport, inbox, target, stop);
        var session = await ReadSessionAsync(inbox, stop);
        session.Demand();
        await transport.SendAsync(WireOutbox.Query(OnlyReads), stop);
        await ReadSessionAsync(inbox, stop);
        return new WireLink(transport, target, session, inbox.Rest);
    }

    /// <summary>Reads to the end of an answer.</summary>
    private static async ValueTask<WireSession> ReadSessionAsync(WireInbox inbox, CancellationToken stop)
    {
        var (process, secret) = (0, Array.Empty<byte>());
        var parameters = new Dictionary<string, string>();
        PostgresException? refusal = null;
        while (true)
        {
            switch (await inbox.NextAsync(stop))
            {
                case 'K' when inbox.Body.Length is >= sizeof(int) and <= LongestKey:
                    process = BinaryPrimitives.ReadInt32BigEndian(inbox.Body.Span);
                    secret = inbox.Body[sizeof(int)..].ToArray();
                    break;
                case 'S':
                    var texts = Encoding.UTF8.GetString(inbox.Body.Span).Split('\0');
                    if (texts.Length > 1) parameters[texts[0]] = texts[1];
                    break;
                case 'E':
                    // A session that could not even start ends with it.
                    refusal = WireErrors.Read(inbox.Body.Span);
                    if (refusal.InvariantSeverity is "FATAL" or "PANIC") throw refusal;
                    break;
                case 'Z':
                    if (refusal is not null) throw refusal;
                    return new WireSession(process, secret, parameters);
                case 'N' or 'A' or 'C':
                    break;
                case var type:
                    throw new NpgsqlException($"The server sent {type} where that has no meaning.");
            }
        }
    }
}
