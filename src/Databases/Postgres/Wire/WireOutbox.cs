using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Relata.Databases.Postgres.Wire;

/// <summary>Writes the messages that a start needs (manual, "Message Formats").</summary>
internal static class WireOutbox
{
    private const int Version3 = 3 << 16;
    private const int CancelCode = (1234 << 16) | 5678;
    private const int EncryptionCode = (1234 << 16) | 5679;

    /// <summary>Asks for encryption.</summary>
    public static readonly byte[] EncryptionRequest = Untyped(EncryptionCode, []);

    /// <summary>Ends a session.</summary>
    public static readonly byte[] Terminate = Typed('X', []);

    /// <summary>Begins a session.</summary>
    public static byte[] Startup(IEnumerable<KeyValuePair<string, string>> parameters)
    {
        var body = new ArrayBufferWriter<byte>();
        foreach (var (name, value) in parameters)
        {
            body.Write(ZeroTerminated(name));
            body.Write(ZeroTerminated(value));
        }

        body.Write("\0"u8);
        return Untyped(Version3, body.WrittenSpan);
    }

    /// <summary>Asks for the end of what another connection's session does.</summary>
    public static byte[] Cancel(int process, ReadOnlySpan<byte> secret)
    {
        Span<byte> body = stackalloc byte[sizeof(int) + secret.Length];
        BinaryPrimitives.WriteInt32BigEndian(body, process);
        secret.CopyTo(body[sizeof(int)..]);
        return Untyped(CancelCode, body);
    }

    /// <summary>A statement by the simple protocol.</summary>
    public static byte[] Query(string sql) => Typed('Q', ZeroTerminated(sql));

    /// <summary>Answers the server's demand for a password.</summary>
    public static byte[] Password(string text) => Typed('p', ZeroTerminated(text));

    /// <summary>Chooses a mechanism of SASL and says its first word.</summary>
    public static byte[] SaslInitial(string mechanism, string text)
    {
        var name = ZeroTerminated(mechanism);
        var said = Encoding.UTF8.GetBytes(text);
        var body = new byte[name.Length + sizeof(int) + said.Length];
        name.CopyTo(body, 0);
        BinaryPrimitives.WriteInt32BigEndian(body.AsSpan(name.Length), said.Length);
        said.CopyTo(body, name.Length + sizeof(int));
        return Typed('p', body);
    }

    /// <summary>Goes on with SASL.</summary>
    public static byte[] Sasl(string text) => Typed('p', Encoding.UTF8.GetBytes(text));

    private static byte[] Typed(char type, ReadOnlySpan<byte> body)
    {
        var message = new byte[1 + sizeof(int) + body.Length];
        message[0] = (byte)type;
        BinaryPrimitives.WriteInt32BigEndian(message.AsSpan(1), message.Length - 1);
        body.CopyTo(message.AsSpan(1 + sizeof(int)));
        return message;
    }

    private static byte[] Untyped(int code, ReadOnlySpan<byte> body)
    {
        var message = new byte[(2 * sizeof(int)) + body.Length];
        BinaryPrimitives.WriteInt32BigEndian(message, message.Length);
        BinaryPrimitives.WriteInt32BigEndian(message.AsSpan(sizeof(int)), code);
        body.CopyTo(message.AsSpan(2 * sizeof(int)));
        return message;
    }

    /// <summary>A zero inside would end the text, and what stands behind it would be read as something else.</summary>
    private static byte[] ZeroTerminated(string text) => text.Contains('\0', StringComparison.Ordinal)
        ? throw new WireRefusedException("A setting holds the character zero.")
        : Encoding.UTF8.GetBytes(text + "\0");
}
