namespace Relata.Dialects.Rest;

/// <summary>Splits the header <c>Prefer</c>: <c>return=minimal, max-affected="5"; why=care</c>.</summary>
internal static class PreferenceScanner
{
    /// <summary>
    /// The preferences in their order; parameters behind a semicolon are passed over, as none has a meaning.
    /// </summary>
    public static IEnumerable<(string Name, string Value)> Scan(string header) =>
        from part in Split(header, ',')
        let preference = Split(part, ';').First().Trim()
        where preference.Length > 0
        let sign = preference.IndexOf('=', StringComparison.Ordinal)
        select sign < 0
            ? (preference, "")
            : (preference[..sign].TrimEnd(), Unquote(preference[(sign + 1)..].TrimStart()));

    /// <summary>A separator inside quotes separates nothing.</summary>
    private static IEnumerable<string> Split(string text, char separator)
    {
        var (start, quoted) = (0, false);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\' && quoted) i++;
            else if (text[i] == '"') quoted = !quoted;
            else if (text[i] == separator && !quoted)
            {
                yield return text[start..i];
                start = i + 1;
            }
        }

        yield return text[start..];
    }

    private static string Unquote(string value) => value is ['"', .. var inner, '"'] ? inner : value;
}
