using System.Text;

namespace Relata.Databases.Postgres.Wire;

/// <summary>Prepares a password as PostgreSQL does before it derives keys from it (RFC 4013, SASLprep).</summary>
/// <remarks>
/// As there, a password that holds what the preparation forbids is taken as it is. Which characters Unicode 3.2 did
/// not have, and the directions of writing, are not checked: both only forbid, which differs only where something else
/// in the same password changes. A program without the cultures of its system, as <c>relata</c> is one, composes no
/// characters (.NET, "Globalization invariant mode"), so there a password must be in its composed form.
/// </remarks>
internal static class SaslText
{
    /// <summary>The password from which keys are derived.</summary>
    public static string Prepare(string password)
    {
        if (Ascii.IsValid(password)) return password;
        var mapped = new StringBuilder(password.Length);
        foreach (var rune in password.EnumerateRunes())
        {
            if (IsSpace(rune.Value)) mapped.Append(' ');
            else if (!IsNothing(rune.Value)) mapped.Append(rune);
        }

        // A surrogate without its other half was read as the replacement character, which is forbidden.
        var text = mapped.ToString();
        if (text.Contains('\uFFFD', StringComparison.Ordinal)) return password;
        var prepared = text.Normalize(NormalizationForm.FormKC);
        return prepared.Length == 0 || prepared.EnumerateRunes().Any(rune => IsForbidden(rune.Value))
            ? password
            : prepared;
    }

    /// <summary>RFC 3454, table C.1.2.</summary>
    private static bool IsSpace(int rune) =>
        rune is 0xA0 or 0x1680 or (>= 0x2000 and <= 0x200B) or 0x202F or 0x205F or 0x3000;

    /// <summary>RFC 3454, table B.1.</summary>
    private static bool IsNothing(int rune) =>
        rune is 0xAD or 0x34F or 0x1806 or (>= 0x180B and <= 0x180D) or (>= 0x200C and <= 0x200D) or 0x2060
            or (>= 0xFE00 and <= 0xFE0F) or 0xFEFF;

    /// <summary>RFC 3454, tables C.2.1, C.2.2 and C.3 to C.9.</summary>
    private static bool IsForbidden(int rune) =>
        rune is < 0x20 or (>= 0x7F and <= 0x9F)
            or 0x340 or 0x341 or 0x6DD or 0x70F or 0x180E or (>= 0x200C and <= 0x200F)
            or (>= 0x2028 and <= 0x202E) or (>= 0x2060 and <= 0x2063) or (>= 0x206A and <= 0x206F)
            or (>= 0x2FF0 and <= 0x2FFB) or (>= 0xD800 and <= 0xF8FF) or (>= 0xFDD0 and <= 0xFDEF) or 0xFEFF
            or (>= 0xFFF9 and <= 0xFFFF) or (>= 0x1D173 and <= 0x1D17A)
            or 0xE0001 or (>= 0xE0020 and <= 0xE007F) or >= 0xF0000
        || (rune & 0xFFFE) == 0xFFFE;
}
