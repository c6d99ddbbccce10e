using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Relata.Support;

/// <summary>An authority of a test's own, which nobody else trusts.</summary>
public sealed class CertificateAuthority : IDisposable
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(1);

    private readonly DateTimeOffset born = TimeProvider.System.GetUtcNow();
    private readonly RSA key = RSA.Create(2048);
    private readonly X509Certificate2 certificate;

    /// <summary>Makes it and its certificate.</summary>
    public CertificateAuthority()
    {
        var request = Request("relata tests", key);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign, critical: true));
        certificate = request.CreateSelfSigned(born - Life, born + Life);
    }

    /// <summary>Its own certificate.</summary>
    public string Pem => certificate.ExportCertificatePem();

    /// <summary>Makes a certificate with its key.</summary>
    /// <param name="name">The common name.</param>
    /// <param name="host">The host for which it stands; null for a client's.</param>
    public (string Certificate, string Key) Issue(string name, string? host = null)
    {
        using var own = RSA.Create(2048);
        var request = Request(name, own);
        if (host is not null)
        {
            var hosts = new SubjectAlternativeNameBuilder();
            hosts.AddDnsName(host);
            request.CertificateExtensions.Add(hosts.Build());
        }

        using var issued = request.Create(
            certificate, born - (Life / 2), born + (Life / 2), RandomNumberGenerator.GetBytes(8));
        return (issued.ExportCertificatePem(), own.ExportPkcs8PrivateKeyPem());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        certificate.Dispose();
        key.Dispose();
    }

    private static CertificateRequest Request(string name, RSA key) =>
        new($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
}
