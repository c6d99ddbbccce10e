using System.Buffers;
using System.Globalization;
using System.Text;
using Relata.Dialects.Contract;
using Relata.Model.Failures;

namespace Relata.Dialects.Rest;

/// <summary>Addresses of requests that differ from a call in some options only.</summary>
internal static class RestAddress
{
    /// <summary>
    /// What may stand in an address between angle brackets; a client may have sent more (RFC 3986, RFC 8288).
    /// </summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#[]@!$&'()*+,;=%");

    /// <summary>The call's path and query with other options.</summary>
    /// <param name="call">The call.</param>
    /// <param name="without">The options that are taken away.</param>
    /// <param name="options">What is added, encoded.</param>
    public static string With(ApiCall call, ReadOnlySpan<string> without, string options)
    {
        var address = new StringBuilder();
        Add(address, call.Mount);
        Add(address, call.Path);
        address.Append('?');
        foreach (var range in call.Query.AsSpan().Split('&'))
        {
            var part = call.Query.AsSpan()[range];
            var equals = part.IndexOf('=');
            var key = equals < 0 ? part : part[..equals];
            var name = PercentEncoding.Decode(
                key, new Position("query", range.Start.Value, key.Length), plusIsBlank: true);
            if (part.IsEmpty || without.Contains(name)) continue;
            Add(address, part);
            address.Append('&');
        }

        return address.Append(options).ToString();
    }

    private static void Add(StringBuilder address, ReadOnlySpan<char> text)
    {
        while (text.IndexOfAnyExcept(Plain) is >= 0 and var odd)
        {
            var length = char.IsHighSurrogate(text[odd]) && odd + 1 < text.Length ? 2 : 1;
            address.Append(text[..odd]);
            foreach (var value in Encoding.UTF8.GetBytes(text.Slice(odd, length).ToArray()))
                address.Append(CultureInfo.InvariantCulture, $"%{value:X2}");
            text = text[(odd + length)..];
        }

        address.Append(text);
    }
}
