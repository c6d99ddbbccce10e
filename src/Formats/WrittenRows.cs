using Relata.Dialects.Contract;
using Relata.Execution;
using Relata.Formats.Json;
using Relata.Planning.Plans;

namespace Relata.Formats;

/// <summary>Gathers the rows that a write returned; they are sent when the transaction is committed, and not before.</summary>
public sealed class WrittenRows : IDisposable
{
    private readonly IFormat format;
    private readonly Envelope envelope;
    private readonly Utf8Buffer buffer = new();
    private readonly RowsWriter writer;
    private string? key;

    /// <summary>Starts with no row.</summary>
    /// <param name="format">How rows are written.</param>
    /// <param name="envelope">The shape of the answer.</param>
    public WrittenRows(IFormat format, Envelope envelope)
    {
        (this.format, this.envelope) = (format, envelope);
        writer = format.Open(envelope.Shape, buffer);
        writer.Start();
        writer.End();
    }

    /// <summary>How many rows were returned.</summary>
    public long Count { get; private set; }

    /// <summary>Reads one result for each layout; a further try starts from nothing.</summary>
    public async ValueTask ConsumeAsync(Rows rows, IReadOnlyList<RowLayout> layouts, CancellationToken stop)
    {
        buffer.Clear();
        Count = 0;
        writer.Start();
        foreach (var layout in layouts)
        {
            writer.Enter(layout);
            await rows.NextResultAsync(stop).ConfigureAwait(false);
            while (await rows.NextRowAsync(stop).ConfigureAwait(false))
            {
                Count++;
                writer.Write(rows);
                if (envelope.Location is not null) key = KeyText.Of(rows, layout);
            }
        }

        writer.End();
    }

    /// <summary>The answer, which owns the bytes from now on.</summary>
    public Answer ToAnswer()
    {
        var isArray = envelope.Shape == EnvelopeShape.Array;
        JsonFrame.Of(format, envelope, buffer)?.Enclose(FrameFacts.OfRows(envelope, Count), isArray);
        return new Answer(envelope.Status, format.ContentType, new BufferedBody(buffer, Count))
        {
            Headers = envelope.Location is { } table && key is not null ? [new("Location", $"{table}/{key}")] : [],
        };
    }

    /// <summary>Frees the bytes if no answer owns them.</summary>
    public void Dispose() => buffer.Dispose();
}
