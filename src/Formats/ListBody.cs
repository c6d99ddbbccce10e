using Relata.Dialects.Contract;
using Relata.Execution;
using Relata.Planning.Plans;

namespace Relata.Formats;

/// <summary>A list of rows, written while they are read.</summary>
public sealed class ListBody : AnswerBody
{
    /// <summary>Small enough for a first byte at once, large enough that a send is worth it.</summary>
    private const int PieceSize = 32 * 1024;

    private readonly Utf8Buffer buffer = new();
    private readonly Rows rows;
    private readonly RowLayout layout;
    private readonly RowsWriter writer;
    private bool hasStarted;
    private int wholeRows;
    private long count;

    /// <summary>Reads nothing yet.</summary>
    /// <param name="format">How rows are written.</param>
    /// <param name="rows">The rows, before the first; the body disposes them.</param>
    /// <param name="layout">How they are answered.</param>
    public ListBody(IFormat format, Rows rows, RowLayout layout)
    {
        (this.rows, this.layout) = (rows, layout);
        writer = format.Open(EnvelopeShape.Array, buffer);
    }

    /// <inheritdoc/>
    public override ReadOnlyMemory<byte> Written => buffer.Written;

    /// <inheritdoc/>
    public override long Rows => count;

    /// <inheritdoc/>
    public override async ValueTask<bool> FillAsync(CancellationToken stop)
    {
        if (!hasStarted)
        {
            hasStarted = true;
            writer.Start();
            writer.Enter(layout);
            wholeRows = buffer.Length;
        }

        while (buffer.Length < PieceSize)
        {
            if (!await rows.NextRowAsync(stop).ConfigureAwait(false))
            {
                writer.End();
                return true;
            }

            writer.Write(rows);
            wholeRows = buffer.Length;
            count++;
        }

        return false;
    }

    /// <inheritdoc/>
    public override bool TryEnd(ReadOnlySpan<byte> problem)
    {
        // A row can break off in the middle.
        buffer.Cut(wholeRows);
        return writer.TryEnd(problem);
    }

    /// <inheritdoc/>
    public override void Clear()
    {
        buffer.Clear();
        wholeRows = 0;
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        buffer.Dispose();
        return rows.DisposeAsync();
    }
}
