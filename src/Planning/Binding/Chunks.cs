namespace Relata.Planning.Binding;

/// <summary>
/// Cuts rows that are written alike into chunks, each of which is one statement: as few as there can be, and none so
/// large that its script is not worth keeping.
/// </summary>
internal static class Chunks
{
    private const int Largest = 256;

    /// <summary>The sizes of the chunks, one after the other.</summary>
    /// <param name="rows">How many rows there are.</param>
    /// <param name="values">How many values each has.</param>
    /// <param name="maxParameters">The most values that one statement may have.</param>
    public static IEnumerable<int> Of(int rows, int values, int maxParameters)
    {
        // A row without any value is written as DEFAULT VALUES, which is one row by its grammar.
        var largest = values == 0 ? 1 : Math.Clamp(maxParameters / values, 1, Largest);
        for (; rows > largest; rows -= largest) yield return largest;
        if (rows > 0) yield return rows;
    }
}
