namespace Relata.Model.Callers;

/// <summary>
/// Who asks, in the words of the database: what a call is there, from the begin of its transaction to its end.
/// </summary>
/// <param name="role">The role as which it runs; null for that of the connection.</param>
/// <param name="settings">The names and values that row-level security and functions read, in their order.</param>
/// <exception cref="ArgumentException">A name is none for a setting of one's own.</exception>
public sealed class Caller(string? role, IReadOnlyList<KeyValuePair<string, string>> settings)
{
    /// <summary>The role as which the call runs; null for that of the connection.</summary>
    public string? Role { get; } = role;

    /// <summary>The names and values that row-level security and functions read, in their order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Settings { get; } = Checked(settings);

    /// <summary>
    /// Whether a name is one for a setting of one's own, such as <c>app.tenant</c>: words with dots between them. A
    /// name without a dot belongs to the database, and may mean more than a value to be read.
    /// </summary>
    public static bool IsSettingName(string name)
    {
        var (isStart, dots) = (true, 0);
        foreach (var letter in name)
        {
            if (letter == '.' && !isStart) (isStart, dots) = (true, dots + 1);
            else if (char.IsAsciiLetter(letter) || letter == '_') isStart = false;
            else if (isStart || !(char.IsAsciiDigit(letter) || letter == '$')) return false;
        }

        return dots > 0 && !isStart;
    }

    private static IReadOnlyList<KeyValuePair<string, string>> Checked(
        IReadOnlyList<KeyValuePair<string, string>> settings)
    {
        for (var i = 0; i < settings.Count; i++)
        {
            if (IsSettingName(settings[i].Key)) continue;
            throw new ArgumentException(
                $"\"{settings[i].Key}\" is no setting of one's own: its name needs a dot, such as app.tenant.",
                nameof(settings));
        }

        return settings;
    }
}
