using System.Text;

namespace Relata.Conformance;

/// <summary>Request targets, written the way a person types them.</summary>
internal static class Target
{
    /// <summary>
    /// The URI of exactly this path and query. What cannot stand in a URI (blanks, quotes, letters beyond ASCII) is
    /// encoded; everything else, percent signs too, goes out as it is written.
    /// </summary>
    public static Uri Of(Uri server, string target)
    {
        var text = new StringBuilder(server.GetLeftPart(UriPartial.Authority));
        foreach (var value in Encoding.UTF8.GetBytes(target))
        {
            if (value is > 0x20 and < 0x7f and not (byte)'"' and not (byte)'<' and not (byte)'>') text.Append((char)value);
            else text.Append('%').Append(Convert.ToHexString([value]));
        }

        return new Uri(text.ToString(), new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
    }
}
