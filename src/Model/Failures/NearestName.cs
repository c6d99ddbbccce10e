namespace Relata.Model.Failures;

/// <summary>Finds the known name that a caller most likely meant.</summary>
public static class NearestName
{
    private const int LongestComparedName = 64;

    /// <summary>
    /// A hint such as <c>Did you mean "camera"?</c>; null when nothing known is near enough to be a slip of the
    /// keyboard.
    /// </summary>
    public static string? Hint(string asked, IEnumerable<string> known)
    {
        var nearest = Find(asked, known);
        return nearest is null ? null : $"Did you mean \"{nearest}\"?";
    }

    /// <summary>The nearest of the known names, or null when more than a third of the letters differ.</summary>
    public static string? Find(string asked, IEnumerable<string> known)
    {
        if (asked.Length is 0 or > LongestComparedName) return null;
        var best = default(string);
        var bestDistance = Math.Max(1, asked.Length / 3) + 1;
        foreach (var name in known)
        {
            if (Math.Abs(name.Length - asked.Length) >= bestDistance) continue;
            var distance = Distance(asked, name);
            if (distance < bestDistance) (best, bestDistance) = (name, distance);
        }

        return best;
    }

    /// <summary>
    /// The Damerau-Levenshtein distance (adjacent transpositions count once), letters compared without case.
    /// </summary>
    private static int Distance(string left, string right)
    {
        var beforeLast = new int[right.Length + 1];
        var last = new int[right.Length + 1];
        var current = new int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++) last[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = Same(left[i - 1], right[j - 1]) ? 0 : 1;
                current[j] = Math.Min(Math.Min(last[j] + 1, current[j - 1] + 1), last[j - 1] + cost);
                var swapped = i > 1 && j > 1 && Same(left[i - 1], right[j - 2]) && Same(left[i - 2], right[j - 1]);
                if (swapped) current[j] = Math.Min(current[j], beforeLast[j - 2] + 1);
            }

            (beforeLast, last, current) = (last, current, beforeLast);
        }

        return last[right.Length];
    }

    private static bool Same(char left, char right) => char.ToUpperInvariant(left) == char.ToUpperInvariant(right);
}
