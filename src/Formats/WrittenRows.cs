using Relata.Dialects.Contract;
using Relata.Execution;
using Relata.Formats.Json;
using Relata.Model.Schema;
using Relata.Planning.Plans;

namespace Relata.Formats;

/// <summary>Gathers the rows that a write returned; they are sent when the transaction is committed, and not before.</summary>
public sealed class WrittenRows : IDisposable
{
    private readonly IFormat format;
    private readonly Envelope envelope;
    private readonly Utf8Buffer buffer = new();
    private readonly RowsWriter writer;
    private readonly (Table Table, Projection Returning)? answered;
    private string? key;
    private string? state;

    /// <summary>Starts with no row.</summary>
    /// <param name="format">How rows are written.</param>
    /// <param name="envelope">The shape of the answer.</param>
    /// <param name="plan">The write.</param>
    public WrittenRows(IFormat format, Envelope envelope, Plan plan)
    {
        (this.format, this.envelope) = (format, envelope);
        answered = envelope.Shape == EnvelopeShape.Row ? AnsweredBy(plan) : null;
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
                if (answered is var (table, returning)) state = EntityTag.StateOf(table, returning, rows);
            }
        }

        writer.End();
    }

    /// <summary>The answer, which owns the bytes from now on.</summary>
    public Answer ToAnswer()
    {
        KeyValuePair<string, string>[] headers =
        [
            .. envelope.Location is { } path && key is not null
                ? [new("Location", $"{path}/{key}")]
                : Array.Empty<KeyValuePair<string, string>>(),
            .. ReadAnswer.AppliedHeaders(envelope),
        ];
        var isEmpty = envelope.Shape == EnvelopeShape.MaybeRow && Count == 0;
        if (isEmpty || envelope.Shape is EnvelopeShape.Nothing or EnvelopeShape.NothingForRow)
        {
            Dispose();
            return new Answer(isEmpty ? 204 : envelope.Status, null, null) { Headers = headers };
        }

        var isArray = envelope.Shape == EnvelopeShape.Array;
        var frame = JsonFrame.Of(format, envelope, buffer);
        frame?.Enclose(FrameFacts.OfRows(envelope, Count), isArray);
        return new Answer(envelope.Status, format.ContentType, new BufferedBody(buffer, Count))
        {
            Tag = answered is var (table, returning)
                ? EntityTag.Of(table, returning, state, format is JsonFormat && frame is null, buffer.Written.Span)
                : null,
            Headers = headers,
        };
    }

    private static (Table, Projection)? AnsweredBy(Plan plan) => plan switch
    {
        InsertPlan { Returning: { } returning } insert => (insert.Table, returning),
        UpdatePlan { Returning: { } returning } update => (update.Table, returning),
        ReadPlan read => (read.Table, read.Projection),
        _ => null,
    };

    /// <summary>Frees the bytes if no answer owns them.</summary>
    public void Dispose() => buffer.Dispose();
}
