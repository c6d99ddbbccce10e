using Relata.Dialects.Contract;
using Relata.Execution;
using Relata.Planning.Plans;

namespace Relata.Formats.Json;

/// <summary>Gathers the rows that a write returned; they are sent when the transaction is committed, and not before.</summary>
public sealed class JsonWrittenRows : IDisposable
{
    private readonly Envelope envelope;
    private readonly Utf8Buffer buffer = new();
    private string? key;

    /// <summary>Starts with no row.</summary>
    /// <param name="envelope">The shape of the answer.</param>
    public JsonWrittenRows(Envelope envelope)
    {
        this.envelope = envelope;
        Start();
        End();
    }

    /// <summary>How many rows were returned.</summary>
    public long Count { get; private set; }

    /// <summary>Reads one result for each layout; a further try starts from nothing.</summary>
    public async ValueTask ConsumeAsync(Rows rows, IReadOnlyList<RowLayout> layouts, CancellationToken stop)
    {
        Start();
        var cells = new JsonCells(buffer);
        foreach (var layout in layouts)
        {
            var writer = JsonRows.For(layout);
            await rows.NextResultAsync(stop).ConfigureAwait(false);
            while (await rows.NextRowAsync(stop).ConfigureAwait(false))
            {
                if (Count++ > 0) buffer.Write((byte)',');
                writer.Write(rows, buffer, cells);
                if (envelope.Location is not null) key = KeyText.Of(rows, layout);
            }
        }

        End();
    }

    /// <summary>The answer, which owns the bytes from now on.</summary>
    public Answer ToAnswer() => new(envelope.Status, JsonFormat.MediaType, new BufferedBody(buffer, Count))
    {
        Headers = envelope.Location is { } table && key is not null ? [new("Location", $"{table}/{key}")] : [],
    };

    /// <summary>Frees the bytes if no answer owns them.</summary>
    public void Dispose() => buffer.Dispose();

    private void Start()
    {
        buffer.Clear();
        Count = 0;
        if (envelope.Shape == EnvelopeShape.Array) buffer.Write((byte)'[');
    }

    private void End()
    {
        if (envelope.Shape == EnvelopeShape.Array) buffer.Write((byte)']');
    }
}
