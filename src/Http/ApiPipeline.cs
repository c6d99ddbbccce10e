using Relata.Dialects.Contract;
using Relata.Execution;
using Relata.Formats;
using Relata.Http.Calls;
using Relata.Introspection;
using Relata.Model.Failures;
using Relata.Model.Requests;
using Relata.Model.Schema;
using Relata.Planning;
using Relata.Planning.Plans;

namespace Relata.Http;

/// <summary>The whole way of a call, from what was said to what is answered. Every stage may refuse; nothing else decides.</summary>
/// <param name="live">The schema snapshot that is current.</param>
/// <param name="planner">Request to plan.</param>
/// <param name="executor">Plan to rows.</param>
/// <param name="formats">Rows to bytes.</param>
public sealed class ApiPipeline(LiveSchema live, Planner planner, Executor executor, OfferedFormats formats)
{
    private const int Tries = 3;

    /// <summary>
    /// Answers a call; from the start once more when it met tables that have changed, since nothing was stored or sent then.
    /// </summary>
    /// <exception cref="FailureException">The answer is "no".</exception>
    public async ValueTask<Answer> AnswerAsync(IDialect dialect, ApiCall call, CancellationToken stop)
    {
        for (var attempt = 1; ; attempt++)
        {
            var schema = live.Snapshot; // one consistent view for the whole call
            try
            {
                return await AnswerAsync(dialect, call, schema, stop);
            }
            catch (FailureException e) when (e.Failure.Code == FailureCode.SchemaChanged && attempt < Tries)
            {
                if (await live.ReloadAsync(schema, stop) == schema) throw;
            }
        }
    }

    private async ValueTask<Answer> AnswerAsync(
        IDialect dialect, ApiCall call, DatabaseSchema schema, CancellationToken stop)
    {
        if (call.Method == "OPTIONS") return Answer.OfMethods(dialect.Methods(call, schema));
        var (request, envelope) = dialect.Parse(call, schema);
        var format = formats.For(envelope.Suffix, call.Header("Accept"));
        var plan = planner.Plan(request, schema);
        return plan is ReadPlan read && request is Read
            ? await ReadAnswer.CreateAsync(format, envelope, await executor.ReadAsync(read, schema.Version, stop), stop)
            : await WriteAsync(plan, format, envelope, schema.Version, stop);
    }

    private async ValueTask<Answer> WriteAsync(
        Plan plan, IFormat format, Envelope envelope, int schemaVersion, CancellationToken stop)
    {
        var written = new WrittenRows(format, envelope);
        try
        {
            await executor.TransactAsync(schemaVersion, WorkAsync, isRehearsal: false, stop);
            if (envelope.Shape is EnvelopeShape.Array or EnvelopeShape.Row) return written.ToAnswer();
        }
        catch
        {
            written.Dispose();
            throw;
        }

        written.Dispose();
        return new Answer(envelope.Status, null, null);

        async ValueTask<long> WorkAsync(Transaction transaction)
        {
            var changed = await transaction.WriteAsync(
                plan, (rows, layouts) => written.ConsumeAsync(rows, layouts, stop), stop);
            var missing = envelope.Shape switch
            {
                EnvelopeShape.Row => written.Count == 0,
                EnvelopeShape.NothingForRow => changed == 0,
                EnvelopeShape.Array or EnvelopeShape.Nothing => false,
            };
            return missing ? throw (await WhyMissingAsync(transaction, plan, stop)).AsException() : changed;
        }
    }

    /// <summary>A row that is there all the same was passed over because a column that only the database fills differs.</summary>
    private static async ValueTask<Failure> WhyMissingAsync(Transaction transaction, Plan plan, CancellationToken stop)
    {
        if (plan.Unguarded is not { } byKey) return ReadAnswer.NoSuchRow();
        var found = await transaction.ReadAsync(byKey, stop);
        await using var rows = found.Rows;
        return await rows.NextRowAsync(stop)
            ? new Failure(FailureCode.GeneratedColumn, "A column that only the database fills, or the key, holds another value than the one sent.")
            {
                Hint = "Leave such columns out, or send them as they were read.",
            }
            : ReadAnswer.NoSuchRow();
    }
}
