using Relata.Dialects.Contract;
using Relata.Execution;
using Relata.Formats;
using Relata.Formats.Json;
using Relata.Model.Failures;
using Relata.Model.Requests;
using Relata.Planning.Plans;

namespace Relata.Client.Sql;

/// <summary>Requests on their way through one transaction; what the last one gives is the answer.</summary>
/// <param name="batch">The requests.</param>
/// <param name="plan">Request to plan.</param>
internal sealed class BatchRun(Batch batch, Func<Request, Plan> plan)
{
    /// <summary>How rows are written: as the server does.</summary>
    public static JsonFormat Json { get; } = new();

    /// <summary>What is answered: an array of rows.</summary>
    public static Envelope Rows { get; } = new(200, EnvelopeShape.Array);

    /// <summary>Does every request; called again from the start for another try.</summary>
    /// <exception cref="FailureException">One of them is refused; its place says which.</exception>
    public async ValueTask<Answer> RunAsync(Transaction transaction, CancellationToken stop)
    {
        if (batch.AnswersEach) return await RunEachAsync(transaction, stop);
        Answer? last = null;
        try
        {
            for (var i = 0; i < batch.Requests.Count; i++)
            {
                if (last is not null) await last.DisposeAsync();
                last = null;
                last = await RunAsync(i, transaction, stop);
            }

            return last ?? NoRows();
        }
        catch
        {
            if (last is not null) await last.DisposeAsync();
            throw;
        }
    }

    private async ValueTask<Answer> RunEachAsync(Transaction transaction, CancellationToken stop)
    {
        var all = new Utf8Buffer();
        try
        {
            all.Write((byte)'[');
            for (var i = 0; i < batch.Requests.Count; i++)
            {
                if (i > 0) all.Write((byte)',');
                await using var answer = await RunAsync(i, transaction, stop);
                using var rows = await answer.Body!.ReadWholeAsync(stop);
                all.Write(rows.Written.Span);
            }

            all.Write((byte)']');
            return new Answer(200, Json.ContentType, new BufferedBody(all, batch.Requests.Count));
        }
        catch
        {
            all.Dispose();
            throw;
        }
    }

    private async ValueTask<Answer> RunAsync(int index, Transaction transaction, CancellationToken stop)
    {
        try
        {
            var planned = plan(batch.Requests[index]);
            return planned is ReadPlan read
                ? await ReadAsync(read, transaction, stop)
                : await WriteAsync(planned, transaction, stop);
        }
        catch (FailureException e) when (batch.Requests.Count > 1)
        {
            throw (e.Failure with { At = BatchBody.Place(index, null) }).AsException(e.InnerException);
        }
    }

    /// <summary>The rows of a transaction are read whole: it ends before they are answered.</summary>
    private static async ValueTask<Answer> ReadAsync(ReadPlan read, Transaction transaction, CancellationToken stop)
    {
        var result = await transaction.ReadAsync(read, stop);
        await using var answer = await ReadAnswer.CreateAsync(Json, Rows, read, result, stop);
        var body = answer.Body!;
        return answer with { Body = new BufferedBody(await body.ReadWholeAsync(stop), body.Rows) };
    }

    private static async ValueTask<Answer> WriteAsync(Plan write, Transaction transaction, CancellationToken stop)
    {
        var written = new WrittenRows(Json, Rows, write);
        try
        {
            var changed = await transaction.WriteAsync(
                write, (rows, layouts) => written.ConsumeAsync(rows, layouts, stop), stop);
            written.RequireChanged(changed);
            await written.ReadBackAsync(transaction, stop);
            return written.ToAnswer();
        }
        catch
        {
            written.Dispose();
            throw;
        }
    }

    private static Answer NoRows()
    {
        var buffer = new Utf8Buffer();
        buffer.Write("[]"u8);
        return new Answer(200, Json.ContentType, new BufferedBody(buffer, 0));
    }
}
