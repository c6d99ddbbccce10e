using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Relata.Databases.Postgres.Wire;

/// <summary>One exchange of proofs by SCRAM-SHA-256 (RFC 5802, RFC 7677), as its client.</summary>
internal sealed class ScramExchange
{
    private const int BytesOfNonce = 18;

    /// <summary>It would take seconds, in which nothing can stop it.</summary>
    private const int MostIterations = 1_000_000;

    private readonly string password;
    private readonly string nonce;
    private readonly string header;
    private readonly string bare;
    private readonly string binding;
    private byte[]? expected;

    /// <summary>An exchange that begins.</summary>
    /// <param name="password">The password.</param>
    /// <param name="header">What the first message says about binding.</param>
    /// <param name="binding">What it is bound to; empty for nothing.</param>
    /// <param name="nonce">What nobody has said before; by default something random.</param>
    public ScramExchange(string password, string header, byte[] binding, string? nonce = null)
    {
        this.password = SaslText.Prepare(password);
        this.header = header;
        this.nonce = nonce ?? Convert.ToBase64String(RandomNumberGenerator.GetBytes(BytesOfNonce));
        this.binding = Convert.ToBase64String([.. Encoding.ASCII.GetBytes(header), .. binding]);

        // PostgreSQL takes the name from the startup message and ignores this one.
        bare = $"n=*,r={this.nonce}";
    }

    /// <summary>The first message to the server.</summary>
    public string First => header + bare;

    /// <summary>What to answer to the server's first message.</summary>
    public string Answer(string serverFirst)
    {
        var parts = serverFirst.Split(',');
        if (parts.Length < 3
            || Part(parts[0], "r=") is not { } bothNonces
            || Part(parts[1], "s=") is not { } saltText
            || Part(parts[2], "i=") is not { } countText
            || !int.TryParse(countText, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || Decode(saltText) is not { Length: > 0 } salt)
            throw new NpgsqlException("The server's part of the exchange of proofs is malformed.");
        if (bothNonces.Length <= nonce.Length || !bothNonces.StartsWith(nonce, StringComparison.Ordinal))
            throw new NpgsqlException("The server answers to another exchange of proofs.");
        if (count is < 1 or > MostIterations)
            throw new NpgsqlException("The server demands too many or too few iterations of the password's hash.");

        var withoutProof = $"c={binding},r={bothNonces}";
        var said = Encoding.UTF8.GetBytes($"{bare},{serverFirst},{withoutProof}");
        var salted = Rfc2898DeriveBytes.Pbkdf2(password, salt, count, HashAlgorithmName.SHA256, SHA256.HashSizeInBytes);
        var key = HMACSHA256.HashData(salted, "Client Key"u8);
        var proof = HMACSHA256.HashData(SHA256.HashData(key), said);
        for (var i = 0; i < proof.Length; i++) proof[i] ^= key[i];
        expected = HMACSHA256.HashData(HMACSHA256.HashData(salted, "Server Key"u8), said);
        return $"{withoutProof},p={Convert.ToBase64String(proof)}";
    }

    /// <summary>Throws unless the server's last message shows that it knows the password, too.</summary>
    public void Verify(string serverFinal)
    {
        if (expected is null
            || Part(serverFinal.Split(',')[0], "v=") is not { } text
            || Decode(text) is not { } signature
            || !CryptographicOperations.FixedTimeEquals(signature, expected))
            throw new NpgsqlException("The server did not show that it knows the password.");
    }

    private static string? Part(string text, string name) =>
        text.StartsWith(name, StringComparison.Ordinal) ? text[name.Length..] : null;

    private static byte[]? Decode(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var count) ? bytes[..count] : null;
    }
}
