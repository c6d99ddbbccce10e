using System.Buffers;
using System.Text;
using Relata.Model.Failures;

namespace Relata.Dialects.Contract;

/// <summary>Percent-encoding as RFC 3986 defines it, over UTF-8, read strictly.</summary>
public static class PercentEncoding
{
    private static readonly SearchValues<char> Encoded = SearchValues.Create("%+");
    private static readonly UTF8Encoding Strict = new(
        encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Decodes a part of a URL.</summary>
    /// <param name="text">The encoded text.</param>
    /// <param name="at">Where it stands, for the failure.</param>
    /// <param name="plusIsBlank">Whether a plus sign stands for a blank, as in a query string.</param>
    /// <exception cref="FailureException">A percent sign starts no byte, or the bytes are no UTF-8.</exception>
    public static string Decode(ReadOnlySpan<char> text, Position at, bool plusIsBlank)
    {
        if (text.IndexOfAny(Encoded) < 0 && System.Text.Ascii.IsValid(text)) return text.ToString();
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        try
        {
            return Strict.GetString(bytes.AsSpan(0, DecodeBytes(text, bytes, at, plusIsBlank)));
        }
        catch (ArgumentException e)
        {
            throw new Failure(FailureCode.MalformedSyntax, "The text is no UTF-8.") { At = at }.AsException(e);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>Encodes a part of a path, commas included, so that it can stand as one part of a key.</summary>
    public static string EncodePathPart(string text) => Uri.EscapeDataString(text);

    /// <summary>Where a part of a decoded text stands in what was decoded.</summary>
    /// <param name="encoded">The whole encoded text.</param>
    /// <param name="at">The place of what was decoded.</param>
    /// <param name="start">Where the part starts, in decoded characters.</param>
    /// <param name="length">How many decoded characters it has.</param>
    public static Position PlaceOf(string encoded, Position at, int start, int length)
    {
        var whole = encoded.AsSpan(at.Offset, at.Length);
        var first = EncodedLength(whole, start);
        return at with { Offset = at.Offset + first, Length = EncodedLength(whole[first..], length) };
    }

    /// <summary>How many characters at the start of a well-formed text become so many decoded ones.</summary>
    private static int EncodedLength(ReadOnlySpan<char> text, int decoded)
    {
        var (length, seen) = (0, 0);
        while (length < text.Length)
        {
            var isByte = text[length] == '%';
            var characters = isByte ? CharactersBegunBy(Convert.ToByte(text.Slice(length + 1, 2).ToString(), 16)) : 1;
            if (seen + characters > decoded) break;
            seen += characters;
            length += isByte ? 3 : 1;
        }

        return length;
    }

    /// <summary>
    /// The UTF-16 characters of the sequence that a byte of UTF-8 begins; a byte within a sequence begins none.
    /// </summary>
    private static int CharactersBegunBy(byte first) => first switch
    {
        < 0x80 => 1,
        < 0xC0 => 0,
        < 0xF0 => 1,
        _ => 2,
    };

    private static int DecodeBytes(ReadOnlySpan<char> text, Span<byte> bytes, Position at, bool plusIsBlank)
    {
        var written = 0;
        for (var i = 0; i < text.Length;)
        {
            if (text[i] == '%')
            {
                bytes[written++] = Byte(text[i..], at);
                i += 3;
            }
            else if (text[i] == '+' && plusIsBlank)
            {
                bytes[written++] = (byte)' ';
                i++;
            }
            else
            {
                var run = text[i..];
                var length = run[1..].IndexOfAny(Encoded) is var next and >= 0 ? next + 1 : run.Length;
                written += Strict.GetBytes(run[..length], bytes[written..]);
                i += length;
            }
        }

        return written;
    }

    private static byte Byte(ReadOnlySpan<char> text, Position at)
    {
        if (text.Length >= 3 && char.IsAsciiHexDigit(text[1]) && char.IsAsciiHexDigit(text[2]))
            return (byte)((Convert.ToInt32(text.Slice(1, 1).ToString(), 16) << 4)
                | Convert.ToInt32(text.Slice(2, 1).ToString(), 16));
        throw new Failure(FailureCode.MalformedSyntax, "A percent sign is followed by no two hexadecimal digits.")
        {
            At = at,
            Hint = "Write %25 for a percent sign.",
        }.AsException();
    }
}
