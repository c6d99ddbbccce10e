using Relata.Dialects.Contract;
using Relata.Execution;
using Relata.Formats.Json;
using Relata.Model.Failures;
using Relata.Planning.Plans;

namespace Relata.Formats;

/// <summary>Answers reads.</summary>
public static class ReadAnswer
{
    /// <summary>Answers a read; the answer owns the rows.</summary>
    public static async ValueTask<Answer> CreateAsync(
        IFormat format, Envelope envelope, ReadPlan plan, ReadResult result, CancellationToken stop)
    {
        if (envelope.Shape == EnvelopeShape.Array)
        {
            var body = new ListBody(format, envelope, result);
            return new Answer(envelope.Status, format.ContentType, body)
            {
                Headers = HeadersOf(result, envelope),
            };
        }

        await using var rows = result.Rows;
        var buffer = new Utf8Buffer();
        try
        {
            var found = await rows.NextRowAsync(stop).ConfigureAwait(false);
            if (!found) throw NoSuchRow().AsException();
            var writer = format.Open(envelope.Shape, buffer);
            writer.Start();
            writer.Enter(result.Layout);
            writer.Write(rows);
            writer.End();
            var frame = JsonFrame.Of(format, envelope, buffer);
            frame?.Enclose(FrameFacts.OfRows(envelope, 1), isArray: false);
            var isBare = format is JsonFormat && frame is null;
            var tag = EntityTag.Of(plan.Table, plan.Projection, rows, isBare, buffer.Written.Span);

            // The end is read too: a result that is left before its end has to be cancelled.
            await rows.NextRowAsync(stop).ConfigureAwait(false);
            return new Answer(envelope.Status, format.ContentType, new BufferedBody(buffer, 1)) { Tag = tag };
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }

    /// <summary>Says which preferences of the caller are kept.</summary>
    internal static KeyValuePair<string, string>[] AppliedHeaders(Envelope envelope) =>
        envelope.Applied is { } applied ? [new("Preference-Applied", applied)] : [];

    /// <summary>Says that the row asked for does not exist.</summary>
    public static Failure NoSuchRow() => new(FailureCode.RowNotFound, "There is no such row.");

    private static KeyValuePair<string, string>[] HeadersOf(ReadResult result, Envelope envelope)
    {
        var applied = AppliedHeaders(envelope);
        return result.Total is not { } total ? applied :
        [
            .. CountHeaders.Of(total, result.Offset, Math.Min(total - result.Offset, result.Limit ?? total)),
            .. applied,
        ];
    }
}
