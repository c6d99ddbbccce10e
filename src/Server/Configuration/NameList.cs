namespace Relata.Server.Configuration;

/// <summary>Reads names that are separated by commas, such as <c>sales, stock</c>.</summary>
internal static class NameList
{
    /// <summary>The names without the blanks around them; empty ones are passed over.</summary>
    public static string[] Read(string text) =>
        text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
