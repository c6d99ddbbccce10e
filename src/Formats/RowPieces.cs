namespace Relata.Formats;

/// <summary>The rows at the end of a buffer as pieces that can be put in another order.</summary>
/// <param name="buffer">Where the rows are written.</param>
internal sealed class RowPieces(Utf8Buffer buffer)
{
    private readonly List<int> starts = [];

    /// <summary>How many rows there are.</summary>
    public int Count => starts.Count;

    /// <summary>The next row is written from here on.</summary>
    public void Begin() => starts.Add(buffer.Length);

    /// <summary>Forgets all rows.</summary>
    public void Clear() => starts.Clear();

    /// <summary>Puts the rows in another order.</summary>
    /// <param name="order">The rows by their numbers; one may be left out, or stand there twice.</param>
    /// <param name="separator">What stands before each row but the first.</param>
    public void Arrange(IEnumerable<int> order, ReadOnlySpan<byte> separator)
    {
        if (Count == 0) return;
        var first = starts[0];
        var rows = buffer.Written[first..].ToArray();
        buffer.Cut(first);
        foreach (var row in order)
        {
            if (buffer.Length > first) buffer.Write(separator);
            var start = starts[row] - first + (row == 0 ? 0 : separator.Length);
            var end = row + 1 < Count ? starts[row + 1] - first : rows.Length;
            buffer.Write(rows.AsSpan(start..end));
        }
    }
}
