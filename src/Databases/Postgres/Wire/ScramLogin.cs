using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Npgsql;

namespace Relata.Databases.Postgres.Wire;

/// <summary>Logs in by SCRAM-SHA-256, bound to the encrypted connection where both sides can do that.</summary>
internal static class ScramLogin
{
    private const string Plain = "SCRAM-SHA-256";
    private const string Bound = "SCRAM-SHA-256-PLUS";
    private const int Continue = 11;
    private const int Final = 12;

    /// <summary>Shows that the password is known, and has the server show the same.</summary>
    public static async ValueTask PassAsync(
        WireTransport transport, WireInbox inbox, WireTarget target, ReadOnlyMemory<byte> mechanisms,
        CancellationToken stop)
    {
        var offered = Encoding.UTF8.GetString(mechanisms.Span).Split('\0', StringSplitOptions.RemoveEmptyEntries);
        var (mechanism, header, binding) = Choose(transport.Tls, target.ChannelBinding, offered);
        var exchange = new ScramExchange(WireLogin.PasswordOf(target), header, binding);
        await transport.SendAsync(WireOutbox.SaslInitial(mechanism, exchange.First), stop);
        var answer = exchange.Answer(await ReadAsync(inbox, Continue, stop));
        await transport.SendAsync(WireOutbox.Sasl(answer), stop);
        exchange.Verify(await ReadAsync(inbox, Final, stop));
    }

    private static async ValueTask<string> ReadAsync(WireInbox inbox, int expected, CancellationToken stop)
    {
        // Whoever says "passed" before has not shown that they know the password.
        var (method, data) = await WireLogin.NextAsync(inbox, stop);
        return method == expected
            ? Encoding.UTF8.GetString(data.Span)
            : throw new NpgsqlException("The server broke the exchange of proofs off.");
    }

    /// <summary>
    /// The header says whether this side would have bound (RFC 5802, section 6): <c>y</c> unmasks whoever took the
    /// server's offer to do so out of the way.
    /// </summary>
    private static (string Mechanism, string Header, byte[] Binding) Choose(
        SslStream? tls, ChannelBinding wish, string[] offered)
    {
        var isOffered = offered.Contains(Bound);
        if (isOffered && tls is null)
            throw new NpgsqlException("The server would bind a password to an encryption that is not there.");
        var binding = wish == ChannelBinding.Disable || tls is null ? null : EndPointOf(tls);
        if (isOffered && binding is not null) return (Bound, "p=tls-server-end-point,,", binding);
        if (wish == ChannelBinding.Require)
            throw new WireRefusedException("The password's proof cannot be bound to the encrypted connection.");
        return offered.Contains(Plain)
            ? (Plain, binding is null ? "n,," : "y,,", [])
            : throw new WireRefusedException($"The server demands one of {string.Join(", ", offered)}.");
    }

    /// <summary>
    /// The hash of the server's certificate (RFC 5929, section 4), by the hash in its signature unless that is too
    /// weak; null when it has none, which leaves the binding undefined.
    /// </summary>
    private static byte[]? EndPointOf(SslStream tls)
    {
        if (tls.RemoteCertificate is not { } certificate) return null;
        var bytes = certificate.GetRawCertData();
        using var read = X509CertificateLoader.LoadCertificate(bytes);
        var signature = read.SignatureAlgorithm.FriendlyName ?? "";
        return signature switch
        {
            _ when Has("sha512") => SHA512.HashData(bytes),
            _ when Has("sha384") => SHA384.HashData(bytes),
            _ when Has("sha256") || Has("sha1") || Has("md5") => SHA256.HashData(bytes),
            _ => null,
        };

        bool Has(string hash) => signature.Contains(hash, StringComparison.OrdinalIgnoreCase);
    }
}
