using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Relata.Planning.Paging;

/// <summary>
/// Makes cursors that nobody else can make: their text holds a place, and a code that only the key gives.
/// </summary>
/// <param name="key">The key; whoever knows it can make cursors.</param>
/// <remarks>
/// A cursor is a version, its direction, the code (HMAC-SHA-256, its first half) and the place, in base64 for URLs. The
/// code also covers the shape for which the cursor was made, which is not in it.
/// </remarks>
public sealed class CursorSeal(ReadOnlyMemory<byte> key)
{
    private const byte Version = 1;
    private const int CodeLength = 16;
    private const int HeaderLength = 2;
    private const int LongestText = 8192;

    /// <summary>A cursor.</summary>
    /// <param name="shape">What it is for.</param>
    /// <param name="isBackward">Whether it leads to what stands before its place.</param>
    /// <param name="place">The place.</param>
    public string Seal(string shape, bool isBackward, ReadOnlySpan<byte> place)
    {
        var cursor = new byte[HeaderLength + CodeLength + place.Length];
        cursor[0] = Version;
        cursor[1] = isBackward ? (byte)1 : (byte)0;
        place.CopyTo(cursor.AsSpan(HeaderLength + CodeLength));
        Code(shape, cursor).CopyTo(cursor.AsSpan(HeaderLength));
        return Base64Url.EncodeToString(cursor);
    }

    /// <summary>Reads a cursor; false when this seal did not make it for that shape.</summary>
    public bool TryOpen(string text, string shape, out bool isBackward, out byte[] place)
    {
        (isBackward, place) = (false, []);
        if (text.Length > LongestText || !Base64Url.IsValid(text)) return false;
        var cursor = Base64Url.DecodeFromChars(text);
        if (cursor.Length < HeaderLength + CodeLength || cursor[0] != Version) return false;
        var code = Code(shape, cursor);
        if (!CryptographicOperations.FixedTimeEquals(code, cursor.AsSpan(HeaderLength, CodeLength))) return false;
        (isBackward, place) = (cursor[1] == 1, cursor[(HeaderLength + CodeLength)..]);
        return true;
    }

    /// <summary>The length stands before the shape, so that shape and place cannot run into each other.</summary>
    private byte[] Code(string shape, ReadOnlySpan<byte> cursor)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key.Span);
        var text = Encoding.UTF8.GetBytes(shape);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, text.Length);
        hash.AppendData(cursor[..HeaderLength]);
        hash.AppendData(length);
        hash.AppendData(text);
        hash.AppendData(cursor[(HeaderLength + CodeLength)..]);
        return hash.GetHashAndReset()[..CodeLength];
    }
}
