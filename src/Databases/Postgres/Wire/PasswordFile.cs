using System.Globalization;
using System.Text;

namespace Relata.Databases.Postgres.Wire;

/// <summary>
/// Finds a password in a file as the manual describes it (libpq, "The Password File"): lines of
/// <c>host:port:database:user:password</c>, where <c>*</c> stands for anything and <c>\</c> escapes.
/// </summary>
internal static class PasswordFile
{
    private const int Fields = 5;

    /// <summary>The password of the first line that fits; null when none does.</summary>
    public static string? Find(string file, string host, int port, string database, string user)
    {
        string[] wanted = [host, port.ToString(CultureInfo.InvariantCulture), database, user];
        foreach (var line in File.ReadLines(file))
        {
            if (line.Trim() is not { Length: > 0 } text || text[0] == '#') continue;
            var fields = Split(text);
            if (fields.Count == Fields && Enumerable.Range(0, wanted.Length).All(i => fields[i] is var field
                && (field == "*" || field == wanted[i])))
                return fields[^1];
        }

        return null;
    }

    private static List<string> Split(string line)
    {
        var fields = new List<string>(Fields);
        var field = new StringBuilder();
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == ':')
            {
                fields.Add(field.ToString());
                field.Clear();
                continue;
            }

            if (line[i] == '\\' && i + 1 < line.Length && line[i + 1] is '\\' or ':') i++;
            field.Append(line[i]);
        }

        fields.Add(field.ToString());
        return fields;
    }
}
