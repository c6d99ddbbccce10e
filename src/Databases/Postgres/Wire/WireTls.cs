using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Npgsql;

namespace Relata.Databases.Postgres.Wire;

/// <summary>Encrypts a connection (manual, "SSL Session Encryption").</summary>
/// <remarks>
/// As with the driver, <c>require</c> and less check no certificate. The one byte of the server's answer is read alone,
/// so that nothing that came unencrypted is taken for something that did not.
/// </remarks>
internal static class WireTls
{
    /// <summary>Encrypts, or throws when the server does not do that.</summary>
    public static async ValueTask DemandAsync(WireTransport transport, WireTarget target, CancellationToken stop)
    {
        if (!await TryAsync(transport, target, stop))
            throw new NpgsqlException("The server does not encrypt connections from here.");
    }

    /// <summary>Encrypts; false when the server does not do that.</summary>
    public static async ValueTask<bool> TryAsync(WireTransport transport, WireTarget target, CancellationToken stop)
    {
        await transport.SendAsync(WireOutbox.EncryptionRequest, stop);
        var answer = new byte[1];
        var count = await transport.ReceiveAsync(answer, stop);
        switch ((count, (char)answer[0]))
        {
            case (0, _): throw new NpgsqlException("The server closed the connection.", new EndOfStreamException());
            case (_, 'N'): return false;
            case (_, 'S'): break;

            // What else it says may be anybody's word (CVE-2024-10977).
            default: throw new NpgsqlException("The server did not say whether it encrypts connections.");
        }

        try
        {
            await EncryptAsync(transport, target, stop);
            return true;
        }
        catch (Exception cause) when (cause is not OperationCanceledException)
        {
            throw new NpgsqlException("The connection could not be encrypted.", cause);
        }
    }

    private static async ValueTask EncryptAsync(WireTransport transport, WireTarget target, CancellationToken stop)
    {
        var certificates = CertificatesOf(target);
        try
        {
            var options = new SslClientAuthenticationOptions
            {
                TargetHost = target.Host,
                CertificateRevocationCheckMode = IsChecked(target) && target.ChecksRevocation
                    ? X509RevocationMode.Online
                    : X509RevocationMode.NoCheck,
                RemoteCertificateValidationCallback =
                    (_, certificate, chain, errors) => IsTrusted(target, certificate, chain, errors),
                ApplicationProtocols = [new SslApplicationProtocol("postgresql")],
            };
            if (certificates.Count > 0)
            {
                // Only this way the certificates between it and its authority are sent as well.
                var others = new X509Certificate2Collection(certificates.Skip(1).ToArray());
                options.ClientCertificateContext = SslStreamCertificateContext.Create(certificates[0], others);
            }

            await transport.EncryptAsync(options, stop);
        }
        finally
        {
            foreach (var certificate in certificates) certificate.Dispose();
        }
    }

    private static bool IsTrusted(
        WireTarget target, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (!IsChecked(target)) return true;
        if (certificate is null || chain is null) return false;
        if (target.SslMode == SslMode.VerifyCA) errors &= ~SslPolicyErrors.RemoteCertificateNameMismatch;
        if (target.RootCertificate is not { } file) return errors == SslPolicyErrors.None;
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch)) return false;
        var roots = new X509Certificate2Collection();
        if (IsPkcs12(file)) roots.Add(X509CertificateLoader.LoadPkcs12FromFile(file, null));
        else roots.ImportFromPemFile(file);

        // With authorities of its own only those count, even where the system trusts others.
        chain.ChainPolicy.CustomTrustStore.AddRange(roots);
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.ExtraStore.AddRange(roots);
        return chain.Build((X509Certificate2)certificate);
    }

    private static bool IsChecked(WireTarget target) => target.SslMode is SslMode.VerifyCA or SslMode.VerifyFull;

    /// <summary>The certificate that is shown, which has a key, and those between it and its authority.</summary>
    private static X509Certificate2Collection CertificatesOf(WireTarget target)
    {
        if (target.Certificate is not { } file) return [];
        if (IsPkcs12(file)) return X509CertificateLoader.LoadPkcs12CollectionFromFile(file, target.KeyPassword);
        var own = string.IsNullOrEmpty(target.KeyPassword)
            ? X509Certificate2.CreateFromPemFile(file, target.Key)
            : X509Certificate2.CreateFromEncryptedPemFile(file, target.KeyPassword, target.Key);
        var all = new X509Certificate2Collection();
        all.ImportFromPemFile(file);
        all[0].Dispose();
        all[0] = own;
        return all;
    }

    private static bool IsPkcs12(string file) =>
        Path.GetExtension(file) is var extension
        && (extension.Equals(".pfx", StringComparison.OrdinalIgnoreCase)
            || extension.Equals(".p12", StringComparison.OrdinalIgnoreCase));
}
