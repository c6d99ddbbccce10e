using System.Globalization;
using System.Text;

namespace Relata.Conformance.Hostile;

/// <summary>One generated request and what must come of it.</summary>
/// <param name="Method">The method.</param>
/// <param name="Target">Path and query as they are sent; its letters are bytes.</param>
internal sealed record HostileRequest(string Method, string Target)
{
    /// <summary>Whole header lines.</summary>
    public IReadOnlyList<string> Headers { get; init; } = [];

    /// <summary>The body; null for none.</summary>
    public byte[]? Body { get; init; }

    /// <summary>The length that the headers give in place of the body's own.</summary>
    public long? Length { get; init; }

    /// <summary>Whether only a refusal is right.</summary>
    public bool MustFail { get; init; }

    /// <summary>The body that a success must have; null when that is not known.</summary>
    public string? Expected { get; init; }

    /// <summary>Whether nothing but a success is right, as long as the request is not too long.</summary>
    public bool MustSucceed { get; init; }

    /// <summary>The request as it is sent.</summary>
    public byte[] ToBytes()
    {
        var head = new StringBuilder().Append(Method).Append(' ').Append(Target).Append(" HTTP/1.1\r\n");
        if (!Headers.Any(line => line.StartsWith("Host:", StringComparison.Ordinal))) head.Append("Host: relata\r\n");
        foreach (var line in Headers) head.Append(line).Append("\r\n");
        if ((Length ?? Body?.Length) is { } length)
            head.Append(CultureInfo.InvariantCulture, $"Content-Length: {length}\r\n");
        head.Append("\r\n");
        return [.. Encoding.Latin1.GetBytes(head.ToString()), .. Body ?? []];
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var bytes = ToBytes();
        var text = Encoding.Latin1.GetString(bytes, 0, Math.Min(bytes.Length, 1500));
        return string.Concat(text.Select(letter =>
            letter is '\n' or (>= ' ' and < '\x7f') ? letter.ToString() : $"\\x{(int)letter:x2}"));
    }
}
