using System.Text;
using Relata.Dialects.Contract;
using Relata.Execution;
using Relata.Formats.Json;
using Relata.Model.Schema;
using Relata.Planning.Plans;

namespace Relata.Formats;

/// <summary>
/// Gathers the rows that a write returned; they are sent when the transaction is committed, and not before.
/// </summary>
public sealed class WrittenRows : IDisposable
{
    private readonly IFormat format;
    private readonly Envelope envelope;
    private readonly Utf8Buffer buffer = new();
    private readonly RowsWriter writer;
    private readonly (Table Table, Projection Returning)? answered;
    private readonly ReadBack? back;
    private readonly List<string> keys = [];
    private readonly SentRows? sent;
    private readonly Table? compared;
    private string? key;
    private string? state;

    /// <summary>Starts with no row.</summary>
    /// <param name="format">How rows are written.</param>
    /// <param name="envelope">The shape of the answer.</param>
    /// <param name="plan">The write.</param>
    public WrittenRows(IFormat format, Envelope envelope, Plan plan)
    {
        (this.format, this.envelope) = (format, envelope);
        back = plan.ReadBack;
        AreCreated = plan.Inserts;
        answered = envelope.Shape == EnvelopeShape.Row ? AnsweredBy(plan) : null;
        sent = SentRows.Of(plan);
        compared = plan is DeletePlan { IsCompared: true, Table: var table } ? table : null;
        writer = format.Open(envelope.Shape, buffer);
        writer.Start();
        writer.End();
    }

    /// <summary>How many rows were returned.</summary>
    public long Count { get; private set; }

    /// <summary>The hash of the row as it was when it was deleted; null where nobody compares it.</summary>
    public string? Deleted { get; private set; }

    /// <summary>Whether the rows are new ones; until somebody knows better, those of an insert are.</summary>
    public bool AreCreated { get; set; }

    /// <summary>Reads one result for each layout; a further try starts from nothing.</summary>
    public async ValueTask ConsumeAsync(Rows rows, IReadOnlyList<RowLayout> layouts, CancellationToken stop)
    {
        Clear();
        sent?.Start();
        foreach (var layout in layouts)
        {
            writer.Enter(layout);
            await rows.NextResultAsync(stop).ConfigureAwait(false);
            while (await rows.NextRowAsync(stop).ConfigureAwait(false))
            {
                Count++;
                sent?.Require(rows, layout);
                if (compared is not null) Deleted = EntityTag.HashOfRow(compared, rows);
                if (back is null) writer.Write(rows);
                else keys.Add(Encoding.UTF8.GetString(JsonKey.Of(rows, layout)));
                if (AreCreated && envelope.Location is not null) key = KeyText.Of(rows, layout);
                if (back is null && answered is var (table, returning))
                    state = EntityTag.StateOf(table, returning, rows);
            }
        }

        writer.End();
    }

    /// <summary>Checks that a write of rows that were named has changed each of them.</summary>
    public void RequireChanged(long changed) => sent?.RequireChanged(changed);

    /// <summary>
    /// Where the write returned keys: reads the rows with what is related to them. They are answered in the order in
    /// which they were written; one that is not there any more, because a trigger took it away, is not answered.
    /// </summary>
    public async ValueTask ReadBackAsync(Transaction transaction, CancellationToken stop)
    {
        if (back is null) return;
        var written = keys.ToArray();
        Clear();
        writer.Enter(back.Rows.Projection.Layout);
        var (pieces, places) = (new RowPieces(buffer), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var plan in back.Of(written.Distinct(StringComparer.Ordinal)))
        {
            var result = await transaction.ReadAsync(plan, stop).ConfigureAwait(false);
            await using var rows = result.Rows;
            writer.Enter(result.Layout);
            while (await rows.NextRowAsync(stop).ConfigureAwait(false))
            {
                if (!places.TryAdd(Encoding.UTF8.GetString(JsonKey.Of(rows, result.Layout)), pieces.Count)) continue;
                pieces.Begin();
                writer.Write(rows);
                if (answered is var (table, returning)) state = EntityTag.StateOf(table, returning, rows);
            }
        }

        int[] order = [.. written.Where(places.ContainsKey).Select(key => places[key])];
        pieces.Arrange(order, writer.Separator);
        writer.End();
        Count = order.Length;
        if (Count == 0 && envelope.Shape == EnvelopeShape.Row) throw ReadAnswer.NoSuchRow().AsException();
    }

    /// <summary>The answer, which owns the bytes from now on.</summary>
    public Answer ToAnswer()
    {
        var envelope = AreCreated && this.envelope.MayCreate ? this.envelope with { Status = 201 } : this.envelope;
        KeyValuePair<string, string>[] headers =
        [
            .. AreCreated && envelope.Location is { } path && key is not null
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

    private void Clear()
    {
        buffer.Clear();
        keys.Clear();
        Deleted = null;
        Count = 0;
        writer.Start();
    }

    private static (Table, Projection)? AnsweredBy(Plan plan) => plan switch
    {
        { ReadBack.Rows: var read } => (read.Table, read.Projection),
        InsertPlan { Returning: { } returning } insert => (insert.Table, returning),
        UpdatePlan { Returning: { } returning } update => (update.Table, returning),
        ReadPlan read => (read.Table, read.Projection),
        _ => null,
    };

    /// <summary>Frees the bytes if no answer owns them.</summary>
    public void Dispose() => buffer.Dispose();
}
