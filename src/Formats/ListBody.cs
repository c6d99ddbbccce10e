using Relata.Dialects.Contract;
using Relata.Execution;
using Relata.Formats.Json;

namespace Relata.Formats;

/// <summary>A list of rows, written while they are read.</summary>
/// <remarks>
/// The header <c>Link</c> stands before the rows and says what comes behind them, and an estimate is set right by them.
/// For that the first piece is larger than the others, and a page of a walk, whose last row makes the next cursor, is
/// gathered whole; so are rows of which each can turn out to be related to more than is answered,
/// and rows of groups, which can turn out to be too many.
/// </remarks>
public sealed class ListBody : AnswerBody
{
    /// <summary>Small enough for a first byte at once, large enough that a send is worth it.</summary>
    private const int PieceSize = 32 * 1024;

    /// <summary>Holds nearly every page to its end, and little beside what a request costs otherwise.</summary>
    private const int FirstPieceSize = 1024 * 1024;

    private readonly Utf8Buffer buffer = new();
    private readonly RowPieces? pieces;
    private readonly ReadResult result;
    private readonly Envelope envelope;
    private readonly PageLinks? links;
    private readonly JsonFrame? frame;
    private readonly PageEnd page;
    private readonly RowsWriter writer;
    private readonly bool mayBeRefused;
    private bool hasStarted;
    private bool isFramed;
    private bool hasSent;
    private int wholeRows;

    /// <summary>Reads nothing yet.</summary>
    /// <param name="format">How rows are written.</param>
    /// <param name="envelope">What the answer looks like.</param>
    /// <param name="result">The rows, before the first; the body disposes them.</param>
    public ListBody(IFormat format, Envelope envelope, ReadResult result)
    {
        (this.envelope, this.result, links) = (envelope, result, envelope.Links);
        page = new PageEnd(result);
        mayBeRefused = result.Layout.MayGoOn || result.Partition is not null;
        writer = format.Open(EnvelopeShape.Array, buffer);
        pieces = result.IsBackward ? new RowPieces(buffer) : null;
        frame = JsonFrame.Of(format, envelope, buffer);
    }

    /// <inheritdoc/>
    public override ReadOnlyMemory<byte> Written => buffer.Written;

    /// <inheritdoc/>
    public override long Rows => page.Count;

    /// <inheritdoc/>
    public override IReadOnlyList<KeyValuePair<string, string>> Headers
    {
        get
        {
            var beside = links is null ? [] : LinkHeader.Of(page.Beside(links));
            return result.Estimate is null ? beside :
            [
                .. beside, .. CountHeaders.Of(page.Total!.Value, result.Offset, page.IsRead ? page.Count : null),
            ];
        }
    }

    /// <inheritdoc/>
    public override async ValueTask<bool> FillAsync(CancellationToken stop)
    {
        if (!hasStarted)
        {
            hasStarted = true;
            writer.Start();
            writer.Enter(result.Layout);
            wholeRows = buffer.Length;
        }

        while (buffer.Length < Enough())
        {
            if (!await page.NextAsync(stop).ConfigureAwait(false))
            {
                pieces?.Arrange(Enumerable.Range(1, pieces.Count).Select(i => pieces.Count - i), writer.Separator);
                writer.End();
                if (isFramed) frame?.Close(Facts());
                else frame?.Enclose(Facts(), isArray: true);
                return true;
            }

            pieces?.Begin();
            writer.Write(result.Rows);
            wholeRows = buffer.Length;
        }

        if (!isFramed) frame?.Open(Facts());
        isFramed = true;
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
        hasSent = true;
        buffer.Clear();
        wholeRows = 0;
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        buffer.Dispose();
        return result.Rows.DisposeAsync();
    }

    private int Enough()
    {
        if (result.Cursors is not null || mayBeRefused) return int.MaxValue;
        var isKnown = result.Estimate is null ? page.IsKnown : page.IsRead;
        return hasSent || links is null || isKnown ? PieceSize : FirstPieceSize;
    }

    private FrameFacts Facts()
    {
        var beside = links is null ? null : page.Beside(links);
        return new FrameFacts(
            envelope.Status, page.Count, page.Total, result.Limit ?? 0, result.Offset,
            beside?.Next is { } next ? envelope.Origin + next : null,
            beside?.Previous is { } previous ? envelope.Origin + previous : null);
    }
}
