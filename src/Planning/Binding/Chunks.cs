namespace Relata.Planning.Binding;

/// <summary>
/// Cuts rows that are written alike into chunks of few different sizes, so that payloads of any length share a handful
/// of compiled scripts.
/// </summary>
internal static class Chunks
{
    private static readonly int[] Sizes = [256, 16, 1];

    /// <summary>The sizes of the chunks, one after the other.</summary>
    /// <param name="rows">How many rows there are.</param>
    /// <param name="values">How many values each has.</param>
    /// <param name="maxParameters">The most values that one statement may have.</param>
    public static IEnumerable<int> Of(int rows, int values, int maxParameters)
    {
        // A row without any value is written as DEFAULT VALUES, which is one row by its grammar.
        var largest = values == 0 ? 1 : Math.Max(1, maxParameters / values);
        foreach (var size in Sizes.Where(size => size <= largest))
        {
            for (; rows >= size; rows -= size) yield return size;
        }
    }
}
