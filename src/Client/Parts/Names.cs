using Relata.Model.Requests;

namespace Relata.Client.Parts;

/// <summary>Names as a program writes them: they stand at no place of a text.</summary>
internal static class Names
{
    public static Name Of(string name) => new(name, null);

    public static Name[] Of(IEnumerable<string> names) => [.. names.Select(Of)];

    /// <summary>A column, and behind a blank its direction.</summary>
    public static Ordering OrderingOf(string item)
    {
        var blank = item.LastIndexOf(' ');
        var direction = blank < 0 ? "" : item[(blank + 1)..];
        var isDescending = direction.Equals("desc", StringComparison.OrdinalIgnoreCase);
        return isDescending || direction.Equals("asc", StringComparison.OrdinalIgnoreCase)
            ? new Ordering(Of(item[..blank].TrimEnd()), isDescending)
            : new Ordering(Of(item), Descending: false);
    }
}
