using Relata.Execution;
using Relata.Planning.Plans;

namespace Relata.Formats.Json;

/// <summary>Rows as a JSON array, written while they are read.</summary>
/// <param name="rows">The rows, before the first; the body disposes them.</param>
/// <param name="layout">How they are answered.</param>
public sealed class JsonListBody(Rows rows, RowLayout layout) : AnswerBody
{
    /// <summary>Small enough for a first byte at once, large enough that a send is worth it.</summary>
    private const int PieceSize = 32 * 1024;

    private readonly Utf8Buffer buffer = new();
    private readonly JsonRows writer = JsonRows.For(layout);
    private JsonCells? cells;
    private long count;

    /// <inheritdoc/>
    public override ReadOnlyMemory<byte> Written => buffer.Written;

    /// <inheritdoc/>
    public override long Rows => count;

    /// <inheritdoc/>
    public override async ValueTask<bool> FillAsync(CancellationToken stop)
    {
        if (cells is null)
        {
            cells = new JsonCells(buffer);
            buffer.Write((byte)'[');
        }

        while (buffer.Length < PieceSize)
        {
            if (!await rows.NextRowAsync(stop).ConfigureAwait(false))
            {
                buffer.Write((byte)']');
                return true;
            }

            if (count++ > 0) buffer.Write((byte)',');
            writer.Write(rows, buffer, cells);
        }

        return false;
    }

    /// <inheritdoc/>
    public override void Clear() => buffer.Clear();

    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        buffer.Dispose();
        return rows.DisposeAsync();
    }
}
